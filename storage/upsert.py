"""INSERT … ON CONFLICT, which both databases speak but SQLAlchemy spells twice."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.session import Session


def insert(session: Session, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert into the table in the session's own dialect."""
    return insert_into(session.dialect.name, table)


def insert_into(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """The same by the dialect's name, for statements that are made once and kept."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
