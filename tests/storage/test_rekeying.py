from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Text, cast, select

from storage import chats, dossiers, rekeying
from storage.cipher import Cipher
from storage.database import Database
from storage.deliveries import apply
from storage.errors import CipherKeyError
from storage.keyed_hash import KeyedHash
from storage.rekeying import ENCRYPTED, carry_over, encrypt_anew
from storage.tables import chats as states
from storage.tables import dossiers as table
from tests.storage.following import take
from tests.storage.moments import NOW
from tests.storage.samples import ACCEPTED, CODE, PROCESSING, READY

OLD, NEW = b"the key of last year, 32 bytes ..", b"the key of this year, 32 bytes .."


async def test_a_new_key_opens_what_the_old_one_made_before_and_after_it_is_carried_over(
    database: Database,
) -> None:
    old, both = KeyedHash(OLD), KeyedHash(NEW, [OLD])
    other = replace(ACCEPTED, code="000.00.01.H99-261101-0002")
    async with database.writing() as session:
        await apply(session, old, ACCEPTED)
        await apply(session, both, other)
    for carried in (1, 0):
        async with database.writing() as session:
            for code in (CODE, other.code):
                assert await dossiers.open_with_proof(session, both, code, "0123")
                assert not await dossiers.open_with_proof(session, both, code, "0124")
            assert len(await dossiers.of_phone(session, both, ACCEPTED.phone)) == 2
            assert (await carry_over(session, both)).rows == carried


async def test_carried_over_the_old_key_alone_opens_nothing(database: Database) -> None:
    old, both = KeyedHash(OLD), KeyedHash(NEW, [OLD])
    async with database.writing() as session:
        await apply(session, old, ACCEPTED)
        await carry_over(session, both)
        assert await dossiers.open_with_proof(session, KeyedHash(NEW), CODE, "0123") is None
        assert await dossiers.of_phone(session, old, ACCEPTED.phone) == []


async def test_every_encrypted_column_is_known() -> None:
    assert {f"{table.name}.{name}" for table, names in ENCRYPTED.items() for name in names} == {
        "chats.state",
        "inbox.body",
        "outbox.body",
        "dossiers.needs",
        "dossiers.applicant",
        "dossier_steps.text",
        "dossier_changes.personal",
        "presences.phone",
        "grants.access",
        "grants.refresh",
        "feedback.text",
    }


async def written(database: Database) -> list[Any]:
    """What stands in the database itself of everything that is encrypted."""
    async with database.reading() as session:
        return [
            value
            for one, names in ENCRYPTED.items()
            for row in await session.execute(select(*(cast(one.c[name], Text) for name in names)))
            for value in row
            if value and value not in ("[]", "null")
        ]


async def test_texts_are_encrypted_anew_a_lot_at_a_time_and_the_old_key_may_go(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekeying, "BATCH", 2)
    old = await Database.open(database_url, Cipher(OLD))
    await take(old, ACCEPTED, PROCESSING, READY)
    async with old.writing() as session:
        for chat in "abcde":
            await chats.save_state(session, "web", chat, "a state", NOW)
    await old.close()
    cipher = Cipher(NEW, [OLD])
    both = await Database.open(database_url, cipher)
    found = {one: await anew(both, cipher, one) for one in ENCRYPTED}
    assert (found[states], found[table]) == ([2, 2, 1, 0], [1, 0])
    assert all(cipher.mark in value for value in await written(both))
    assert {one: await anew(both, cipher, one) for one in ENCRYPTED} == {one: [0] for one in ENCRYPTED}
    await both.close()
    new = await Database.open(database_url, Cipher(NEW))
    async with new.reading() as session:
        assert await chats.load_state(session, "web", "e") == "a state"
        found_again = await dossiers.get(session, CODE)
    await new.close()
    assert found_again is not None
    assert found_again.applicant == "Ng*** Văn T***"
    assert found_again.steps[-2].text == PROCESSING.text


async def anew(database: Database, cipher: Cipher, of: Any) -> list[int]:
    """How many rows each lot encrypted."""
    lots, last = [1], ()
    while lots[-1]:
        async with database.writing() as session:
            lot = await encrypt_anew(session, cipher, of, last)
        lots, last = [*lots, lot.rows], lot.last
    return lots[1:]


async def test_a_start_with_a_wrong_key_ends_at_once(database_url: str) -> None:
    old = await Database.open(database_url, Cipher(OLD))
    async with old.writing() as session:
        await chats.save_state(session, "web", "a", "a state", NOW)
    await old.close()
    with pytest.raises(CipherKeyError):
        await Database.open(database_url, Cipher(NEW))
