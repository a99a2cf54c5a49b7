"""From former keys to the present one: hashes get one more layer, encrypted texts are encrypted anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    or_,
    select,
    tuple_,
    update,
)

from storage.cipher import Cipher
from storage.encrypted import Encrypted, EncryptedJson
from storage.keyed_hash import KeyedHash
from storage.session import Session
from storage.tables import dossiers, metadata

BATCH: Final = 500
"""Rows of one transaction, so that nobody waits for it."""

_HASHES: Final = ("phone_proof", "identity_proof", "phone_owner")

_BLANK: Final = ("", "[]", "{}", "null")
"""What is stored as it is."""

Key = tuple[Any, ...]
"""A row's primary key."""

ENCRYPTED: Final = {
    table: names
    for table in metadata.sorted_tables
    if (names := [one.name for one in table.columns if isinstance(one.type, Encrypted | EncryptedJson)])
}
"""Every table that holds something encrypted, and in which columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """What one transaction did: how many rows, and the last one's key, after which the next lot begins."""

    rows: int
    last: Key


async def carry_over(session: Session, hasher: KeyedHash, after: Key = ()) -> Lot:
    """Put the newest key over a lot of dossiers' hashes that lack it; no rows where all are done."""
    names = (*_HASHES, "key_layers")
    rows = await _rows(session, dossiers, names, dossiers.c.key_layers < hasher.layers, after)
    carried = [
        {"key_layers": hasher.layers}
        | {name: hasher.carried(row[name], row["key_layers"]) for name in _HASHES}
        for row in rows
    ]
    return await _written(session, dossiers, rows, carried, after)


async def encrypt_anew(session: Session, cipher: Cipher, table: Table, after: Key = ()) -> Lot:
    """Encrypt a lot of rows with the present key where they are not yet; no rows where all are done."""
    rows = await _rows(session, table, ENCRYPTED[table], _left(cipher, table), after)
    opened = [{name: row[name] for name in ENCRYPTED[table]} for row in rows]
    return await _written(session, table, rows, opened, after)


def _left(cipher: Cipher, table: Table) -> ColumnElement[bool]:
    """Something stands in the row that the present key did not close."""
    texts = [cast(table.c[name], Text) for name in ENCRYPTED[table]]
    return or_(*(and_(text.not_in(_BLANK), ~text.contains(cipher.mark)) for text in texts))


async def _rows(
    session: Session, table: Table, names: Sequence[str], left: ColumnElement[bool], after: Key
) -> Sequence[RowMapping]:
    key = list(table.primary_key)
    query = select(*key, *(table.c[name] for name in names)).where(left).order_by(*key).limit(BATCH)
    if after:
        query = query.where(tuple_(*key) > tuple_(*after, types=[one.type for one in key]))
    return (await session.execute(query.with_for_update())).mappings().all()


async def _written(
    session: Session,
    table: Table,
    rows: Sequence[RowMapping],
    values: Sequence[dict[str, Any]],
    after: Key,
) -> Lot:
    if not rows:
        return Lot(rows=0, last=after)
    names = [one.name for one in table.primary_key]
    this = and_(*(table.c[name] == bindparam(f"old_{name}") for name in names))
    changed = [
        {f"old_{name}": row[name] for name in names} | anew for row, anew in zip(rows, values, strict=True)
    ]
    await session.execute(update(table).where(this), changed)
    return Lot(rows=len(rows), last=tuple(rows[-1][name] for name in names))
