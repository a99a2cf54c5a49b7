"""One at a time: what is read in order to be changed is held until the transaction ends."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def hold(session: AsyncSession, *names: str) -> None:
    """Wait until no other transaction holds any of these names, then hold them.

    Works for a row that is not there yet. On SQLite a writer is alone already. The names are taken in
    a fixed order, so that two transactions never wait for each other.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    for name in sorted(set(names)):
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
