"""What a piece of work reads and writes with: a connection inside a transaction.

Rows are never mapped to objects, so SQLAlchemy's own session would only stand in the way: around each
statement it takes as long as the statement.
"""

from sqlalchemy.ext.asyncio import AsyncConnection as Session

__all__ = ["Session"]
