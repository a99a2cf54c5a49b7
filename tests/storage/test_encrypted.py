import json
from typing import Any

import pytest
from sqlalchemy import Select, Text, cast, select
from sqlalchemy.exc import StatementError

from storage import chats, outbox
from storage.database import Database
from storage.tables import chats as states
from storage.tables import dossier_changes, dossier_steps, dossiers
from storage.tables import outbox as replies
from tests.fakes.keys import CIPHER
from tests.storage.following import take
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, PROCESSING, READY


async def raw(database: Database, query: Select[*tuple[Any, ...]]) -> list[str]:
    async with database.reading() as session:
        return [str(value) for row in await session.execute(query) for value in row]


async def test_names_and_officers_words_cannot_be_read_in_the_database(database: Database) -> None:
    await take(database, ACCEPTED, PROCESSING, READY)
    found = await raw(
        database, select(cast(dossiers.c.applicant, Text), cast(dossiers.c.needs, Text))
    ) + await raw(database, select(cast(dossier_steps.c.text, Text)))
    assert [one[:4] for one in found] == ["aes:", "[]", "aes:"]
    (name,) = await raw(database, select(dossiers.c.applicant))
    assert name == "Ng*** Văn T***"


async def test_what_was_asked_for_before_is_encrypted_apart(database: Database) -> None:
    await take(database, ACCEPTED, READY)
    query = select(cast(dossier_changes.c.before, Text), cast(dossier_changes.c.personal, Text))
    before, personal = await raw(database, query)
    assert set(json.loads(before)) == {"status", "status_at"}
    assert json.loads(personal).startswith(CIPHER.mark)
    async with database.reading() as session:
        opened = await session.scalar(select(dossier_changes.c.personal))
    assert opened == {"needs": [{"kind": "fee", "text": "Lệ phí", "amount": 8000}]}


async def test_what_people_and_we_say_cannot_be_read_in_the_database(database: Database) -> None:
    async with database.writing() as session:
        await chats.save_state(session, "web", "a", "where I live", NOW)
        await outbox.add(session, channel="web", chat="a", inbox_id=None, body="a reply", now=NOW)
    for column in (states.c.state, replies.c.body):
        (found,) = await raw(database, select(cast(column, Text)))
        assert found.startswith(CIPHER.mark)
    async with database.reading() as session:
        (said,) = await outbox.due(session, now=later(1))
        assert (await chats.load_state(session, "web", "a"), said.body) == ("where I live", "a reply")


async def test_without_a_key_nothing_personal_is_written(database_url: str) -> None:
    database = await Database.open(database_url)
    with pytest.raises(StatementError, match="without a key"):
        await _say(database)
    await database.close()


async def _say(database: Database) -> None:
    async with database.writing() as session:
        await outbox.add(session, channel="web", chat="a", inbox_id=None, body="a reply", now=NOW)
