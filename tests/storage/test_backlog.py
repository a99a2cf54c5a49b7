from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from storage import inbox, outbox
from storage.backlog import Waiting, backlog, renewed
from storage.database import Database
from storage.tables import grants

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)
LATER = AT + timedelta(minutes=1)


async def test_what_is_open_waits_and_what_is_done_does_not(database: Database) -> None:
    async with database.writing() as session:
        for number, at in enumerate((AT, LATER, LATER)):
            await inbox.claim(session, channel="web", chat="a", event_id=str(number), body="{}", at=at)
        await inbox.finish(session, 1, outcome="answered")
        for at in (AT, LATER):
            first = await outbox.add(session, channel="telegram", chat="a", inbox_id=None, body="{}", now=at)
        await outbox.mark_sent(session, first, now=LATER)
    async with database.reading() as session:
        found = await backlog(session)
    assert found == {
        "inbox": {"web": Waiting(count=2, since=LATER)},
        "outbox": {"telegram": Waiting(count=1, since=AT)},
    }


async def test_a_token_is_as_old_as_its_last_renewal(database: Database) -> None:
    async with database.writing() as session:
        row = {"name": "zalo", "account": "1", "access": "a", "refresh": "b", "renewed_at": AT}
        await session.execute(insert(grants).values(row | {"access_until": LATER, "refresh_until": LATER}))
    async with database.reading() as session:
        assert await renewed(session) == {"zalo": AT}
