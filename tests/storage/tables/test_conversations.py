import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.tables import inbox, outbox
from tests.storage.tables.rows import CHAT, NOW, fill, put

LINE = {**CHAT, "event_id": "1", "body": "{}", "at": NOW}


async def test_an_event_lies_in_the_inbox_once(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await fill(database, (inbox, LINE), (inbox, LINE))


async def test_a_reply_outlives_the_line_it_answers(database: Database) -> None:
    async with database.writing() as session:
        await put(session, inbox, id=7, **LINE)
        await put(session, outbox, **CHAT, inbox_id=7, body="{}", created_at=NOW, tries=0)
        await session.execute(delete(inbox))
        assert (await session.execute(select(outbox.c.inbox_id))).all() == [(None,)]
