from storage import outbox
from storage.database import Database
from tests.storage.moments import NOW, later


async def add(database: Database, chat: str, body: str, channel: str = "web") -> int:
    async with database.writing() as session:
        return await outbox.add(session, channel=channel, chat=chat, inbox_id=None, body=body, now=NOW)


async def due(
    database: Database, minutes: float = 0, channel: str | None = None, limit: int = 9
) -> list[str]:
    async with database.reading() as session:
        rows = await outbox.due(session, now=later(minutes), channel=channel, limit=limit)
    return [row.body for row in rows]


async def fail(database: Database, row: int, retry_in: float | None) -> None:
    retry_at = None if retry_in is None else later(retry_in)
    async with database.writing() as session:
        await outbox.mark_failed(session, row, NOW, retry_at)


async def test_replies_are_due_oldest_first(database: Database) -> None:
    for body in "one", "two", "three":
        await add(database, "a", body)
    assert await due(database) == ["one", "two", "three"]
    assert await due(database, limit=2) == ["one", "two"]


async def test_a_channel_is_asked_for_its_own(database: Database) -> None:
    await add(database, "a", "web's")
    await add(database, "a", "zalo's", channel="zalo")
    assert await due(database, channel="zalo") == ["zalo's"]
    assert await due(database) == ["web's", "zalo's"]


async def test_what_was_sent_is_not_due_again(database: Database) -> None:
    row = await add(database, "a", "one")
    async with database.writing() as session:
        await outbox.mark_sent(session, row, NOW)
    assert await due(database, minutes=600) == []


async def test_a_failed_reply_comes_back_when_its_time_has_come(database: Database) -> None:
    await fail(database, await add(database, "a", "one"), retry_in=5)
    assert await due(database, minutes=4) == []
    assert await due(database, minutes=5) == ["one"]


async def test_behind_a_waiting_reply_its_chat_waits_and_no_other(database: Database) -> None:
    waiting = await add(database, "a", "a1")
    await add(database, "a", "a2")
    await add(database, "b", "b1")
    await add(database, "a", "other channel", channel="zalo")
    await fail(database, waiting, retry_in=5)
    assert await due(database) == ["b1", "other channel"]
    assert await due(database, minutes=6) == ["a1", "a2", "b1", "other channel"]


async def test_a_reply_that_was_given_up_holds_nothing_up(database: Database) -> None:
    await fail(database, await add(database, "a", "a1"), retry_in=None)
    await add(database, "a", "a2")
    assert await due(database, minutes=600) == ["a2"]


async def test_tries_are_counted(database: Database) -> None:
    row = await add(database, "a", "one")
    await fail(database, row, retry_in=1)
    await fail(database, row, retry_in=2)
    async with database.reading() as session:
        (found,) = await outbox.due(session, now=later(2))
    assert (found.id, found.tries, found.created_at, found.inbox_id) == (row, 2, NOW, None)


async def test_a_reply_that_arrived_after_all_is_not_put_off(database: Database) -> None:
    row = await add(database, "a", "one")
    async with database.writing() as session:
        await outbox.mark_sent(session, row, NOW)
        await outbox.mark_failed(session, row, NOW, later(1))
    assert await due(database, minutes=2) == []


async def test_a_chat_catches_up_after_what_it_has_seen(database: Database) -> None:
    seen = await add(database, "a", "one")
    sent = await add(database, "a", "two")
    await add(database, "b", "somebody else's")
    await add(database, "a", "three")
    async with database.writing() as session:
        await outbox.mark_sent(session, sent, NOW)
    async with database.reading() as session:
        rows = await outbox.after(session, "web", "a", seen)
        first = await outbox.after(session, "web", "a", 0, limit=1)
    assert [row.body for row in rows] == ["two", "three"]
    assert [row.id for row in first] == [seen]


async def test_chats_can_be_left_out(database: Database) -> None:
    await add(database, "a", "a1")
    await add(database, "b", "b1")
    async with database.reading() as session:
        rows = await outbox.due(session, now=NOW, but=["a"])
    assert [row.body for row in rows] == ["b1"]


async def test_a_chat_can_be_given_up(database: Database) -> None:
    for chat in "a", "a", "b":
        await add(database, chat, chat)
    async with database.writing() as session:
        assert await outbox.abandon(session, channel="web", chat="a") == 2
        assert await outbox.abandon(session, channel="web", chat="a") == 0
    assert await due(database) == ["b"]


async def test_a_chat_that_moved_is_said_the_rest_where_it_is_now(database: Database) -> None:
    sent = await add(database, "a", "sent")
    await add(database, "a", "waiting")
    async with database.writing() as session:
        await outbox.mark_sent(session, sent, NOW)
        await outbox.readdress(session, channel="web", chat="a", to="b")
    async with database.reading() as session:
        assert [row.body for row in await outbox.after(session, "web", "b", 0)] == ["waiting"]
        assert [row.body for row in await outbox.after(session, "web", "a", 0)] == ["sent"]


async def test_one_reply_is_found_by_its_own_chat_alone(database: Database) -> None:
    row = await add(database, "a", "one")
    async with database.reading() as session:
        found = await outbox.get(session, "web", "a", row)
        others = [
            await outbox.get(session, "web", "b", row),
            await outbox.get(session, "zalo", "a", row),
            await outbox.get(session, "web", "a", row + 1),
        ]
    assert found is not None
    assert found.body == "one"
    assert others == [None, None, None]


async def test_something_lighter_takes_the_place_of_what_was_said(database: Database) -> None:
    heavy, other = await add(database, "a", "heavy"), await add(database, "a", "other")
    async with database.writing() as session:
        await outbox.replace(session, heavy, "light")
    async with database.reading() as session:
        rows = [await outbox.get(session, "web", "a", one) for one in (heavy, other)]
    assert [row and row.body for row in rows] == ["light", "other"]
