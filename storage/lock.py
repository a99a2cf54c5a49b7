"""One at a time: what is read in order to be changed is held until the transaction ends."""

from sqlalchemy import ARRAY, Text, bindparam, func, select

from storage.session import Session

_NAME = func.unnest(bindparam("names", type_=ARRAY(Text))).column_valued("name")
_NUMBERS = select(func.hashtextextended(_NAME, 0).label("number")).order_by("number").subquery()
_HOLD = select(func.count(func.pg_advisory_xact_lock(_NUMBERS.c.number)))
"""All locks in one question, taken in the order of their numbers."""


async def hold(session: Session, *names: str) -> None:
    """Wait until no other transaction holds any of these names, then hold them.

    Works for a row that is not there yet. On SQLite a writer is alone already. The names are taken in
    a fixed order, so that two transactions never wait for each other.
    """
    if session.dialect.name != "postgresql":
        return
    await session.execute(_HOLD, {"names": sorted(set(names))})


def reads_only(session: Session) -> bool:
    """Whether this is a PostgreSQL transaction that cannot write, so that nobody has to wait for it."""
    connection = session.sync_connection
    return bool(connection and connection.get_execution_options().get("postgresql_readonly"))
