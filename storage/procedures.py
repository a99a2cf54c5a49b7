"""Imported procedures: a light row each for the matcher, and the whole facts for the card."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import or_, select, update

from storage.session import Session
from storage.tables import procedures
from storage.upsert import insert


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRow:
    """A procedure to store. ``facts`` is JSON text; ``digest`` tells whether anything changed."""

    code: str
    name: str
    fields: tuple[str, ...]
    levels: tuple[str, ...]
    scope: str
    province: str
    digest: str
    facts: str
    published: date | None
    imported_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProcedure:
    """The whole facts of one procedure, as JSON text, and how old they are."""

    code: str
    digest: str
    facts: str
    published: date | None
    imported_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LightRow:
    """What is needed to find a procedure."""

    code: str
    name: str
    fields: tuple[str, ...]
    levels: tuple[str, ...]
    scope: str
    province: str


_STORED = select(
    procedures.c.code,
    procedures.c.digest,
    procedures.c.facts,
    procedures.c.published,
    procedures.c.imported_at,
)
_LIGHT = select(
    procedures.c.code,
    procedures.c.name,
    procedures.c.fields,
    procedures.c.levels,
    procedures.c.scope,
    procedures.c.province,
)


async def put(session: Session, rows: Sequence[ProcedureRow]) -> None:
    """Store procedures; one that is there already is replaced by its code."""
    if not rows:
        return
    statement = insert(session, procedures)
    replaced = {
        column.name: statement.excluded[column.name]
        for column in procedures.columns
        if not column.primary_key
    }
    await session.execute(
        statement.on_conflict_do_update(index_elements=[procedures.c.code], set_=replaced),
        [asdict(row) for row in rows],
    )


async def confirm(
    session: Session, codes: Collection[str], *, published: date, imported_at: datetime
) -> None:
    """The same facts stand in a catalogue of this day: date them anew, but never back."""
    older = or_(procedures.c.published.is_(None), procedures.c.published < published)
    await session.execute(
        update(procedures)
        .where(procedures.c.code.in_(codes), older)
        .values(published=published, imported_at=imported_at)
    )


async def digests(session: Session) -> dict[str, str]:
    """The digest of every stored procedure by its code."""
    rows = await session.execute(select(procedures.c.code, procedures.c.digest))
    return {row.code: row.digest for row in rows}


async def get(session: Session, code: str) -> StoredProcedure | None:
    """One procedure with its facts."""
    rows = await session.execute(_STORED.where(procedures.c.code == code))
    row = rows.mappings().one_or_none()
    return None if row is None else StoredProcedure(**row)


async def light(session: Session) -> list[LightRow]:
    """Every stored procedure, without its facts, by code."""
    rows = await session.execute(_LIGHT.order_by(procedures.c.code))
    return [
        LightRow(**{**row, "fields": tuple(row["fields"]), "levels": tuple(row["levels"])})
        for row in rows.mappings()
    ]
