"""History by year: PostgreSQL keeps each year's steps in a partition of its own, SQLite keeps one table.

A year that holds nothing any more is dropped whole, so retention leaves no holes behind; and what is written
today touches this year's index only. Dossiers themselves are not partitioned (``docs/adr``).
"""

from datetime import datetime
from typing import Final

from sqlalchemy import column, exists, select, table, text

from motcua.clock import in_vietnam
from storage.session import Session

TABLE: Final = "dossier_steps"

FIRST: Final = (2025, 2026, 2027)
"""The years that a new database begins with."""

OTHERS: Final = "create table dossier_steps_others partition of dossier_steps default"
"""Where steps of any other year go."""

PARTITION: Final = (
    "create table dossier_steps_{year} partition of dossier_steps "
    "for values from ('{year}-01-01+00') to ('{next}-01-01+00')"
)
"""One year, by universal time."""

_BEGUN: Final = (
    "create table dossier_steps_{year} (like dossier_steps including all)",
    "with moved as (delete from dossier_steps_others "
    "where at >= '{year}-01-01+00' and at < '{next}-01-01+00' returning *) "
    "insert into dossier_steps_{year} select * from moved",
    "alter table dossier_steps attach partition dossier_steps_{year} "
    "for values from ('{year}-01-01+00') to ('{next}-01-01+00')",
)
"""The same beside others that may hold steps of that year already: they came too early for it."""

_NAMED: Final = text(
    "select relname from pg_inherits join pg_class on pg_class.oid = inhrelid "
    "where inhparent = 'dossier_steps'::regclass"
)


def is_partition(table_name: str) -> bool:
    """Whether a table of the database is a part of another and nothing of its own."""
    return table_name.startswith(f"{TABLE}_")


async def of(session: Session) -> list[int]:
    """The years that have a partition, in order; none on SQLite."""
    if session.dialect.name != "postgresql":
        return []
    ends = [name.rpartition("_")[2] for name in await session.scalars(_NAMED)]
    return sorted(int(end) for end in ends if end.isdigit())


async def turn(session: Session, now: datetime, before: datetime) -> None:
    """Make room for next year, and drop years before a moment that hold nothing any more."""
    known = await of(session)
    this = in_vietnam(now).year
    for year in (this, this + 1):
        if known and year not in known:
            await _begin(session, year)
    for year in known:
        if year < before.year and not await _holds(session, year):
            await session.execute(text(f"drop table {_partition(year)}"))


async def _begin(session: Session, year: int) -> None:
    """A partition for a year, and into it what came too early for it."""
    for statement in _BEGUN:
        await session.execute(text(statement.format(year=year, next=year + 1)))


async def _holds(session: Session, year: int) -> bool:
    partition = table(_partition(year), column("at"))
    return bool(await session.scalar(select(exists().select_from(partition))))


def _partition(year: int) -> str:
    return f"{TABLE}_{year}"
