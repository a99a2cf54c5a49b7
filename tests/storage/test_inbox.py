import pytest

from storage import inbox, transcript
from storage.database import Database
from storage.inbox import Received
from tests.storage.moments import NOW


async def claim(database: Database, event_id: str, chat: str = "a", body: str = "xin chào") -> int | None:
    async with database.writing() as session:
        return await inbox.claim(session, channel="web", chat=chat, event_id=event_id, body=body, at=NOW)


async def pending(database: Database) -> list[Received]:
    async with database.reading() as session:
        return await inbox.pending(session)


async def test_an_event_is_claimed_once(database: Database) -> None:
    assert await claim(database, "1") is not None
    assert await claim(database, "1", body="again") is None
    assert [received.body for received in await pending(database)] == ["xin chào"]


async def test_an_event_id_belongs_to_its_chat(database: Database) -> None:
    assert await claim(database, "1", chat="a") is not None
    assert await claim(database, "1", chat="b") is not None


async def test_what_is_claimed_and_not_finished_is_pending_in_order(database: Database) -> None:
    first, second, third = [await claim(database, event_id) for event_id in "213"]
    assert first is not None
    assert second is not None
    async with database.writing() as session:
        await inbox.finish(session, second, outcome="answered")
    assert [received.id for received in await pending(database)] == [first, third]


async def test_a_pending_message_is_whole(database: Database) -> None:
    received_id = await claim(database, "1")
    assert received_id is not None
    assert await pending(database) == [
        Received(id=received_id, channel="web", chat="a", event_id="1", body="xin chào", at=NOW)
    ]


async def test_a_finished_message_can_be_redacted(database: Database) -> None:
    received_id = await claim(database, "1", body="4321")
    assert received_id is not None
    async with database.writing() as session:
        await inbox.finish(session, received_id, outcome="needs_proof", body="••••")
    async with database.reading() as session:
        said = await transcript.history(session, "web", "a", limit=1)
    assert [line.body for line in said] == ["••••"]


async def test_what_is_finished_is_finished_once(database: Database) -> None:
    received_id = await claim(database, "1")
    assert received_id is not None
    async with database.writing() as session:
        assert await inbox.finish(session, received_id, outcome="answered")
        assert not await inbox.finish(session, received_id, outcome="failed")


async def test_what_came_in_raw_stays_so_until_it_is_finished(database: Database) -> None:
    async with database.writing() as session:
        received_id = await inbox.claim(
            session, channel="web", chat="a", event_id="1", body="{…}", at=NOW, raw=True
        )
    assert received_id is not None
    assert [one.raw for one in await pending(database)] == [True]


async def test_what_was_meant_for_nobody_is_forgotten_and_what_was_answered_is_not(
    database: Database,
) -> None:
    first, second = [await claim(database, event_id) for event_id in "12"]
    assert first is not None
    assert second is not None
    async with database.writing() as session:
        await inbox.finish(session, first, outcome="answered")
        for one in (first, second):
            await inbox.forget(session, one)
    assert await pending(database) == []
    async with database.reading() as session:
        assert len(await transcript.history(session, "web", "a", limit=9)) == 1


async def claim_and_crash(database: Database, event_id: str) -> None:
    async with database.writing() as session:
        await inbox.claim(session, channel="web", chat="a", event_id=event_id, body="", at=NOW)
        raise InterruptedError


async def test_a_claim_that_is_rolled_back_can_be_made_again(database: Database) -> None:
    with pytest.raises(InterruptedError):
        await claim_and_crash(database, "1")
    assert await claim(database, "1") is not None
