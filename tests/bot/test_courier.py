import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot import courier as courier_module
from bot.channels.base import Abilities, Delivery
from bot.courier import LONGEST_WAIT, MOST_TRIES, Courier
from bot.errors import ChatGoneError, ChatMovedError, ReplyRefusedError, RetryLaterError
from bot.pacing import Pace, Rate
from handlers.reply import File, Paragraph, Reply
from storage import follows, outbox
from storage.chats import load_state, save_state
from storage.database import Database
from storage.outbox import Outgoing
from storage.session import Session
from tests.fakes.keys import CIPHER
from tests.storage.following import take, tie
from tests.storage.samples import ACCEPTED

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)


class Post:
    """A channel that answers each delivery as its script says; None takes it."""

    name = "post"
    abilities = Abilities(rate=Rate(per_second=30), chat_rate=lambda chat: Rate(per_second=1))

    def __init__(self, *script: Exception | None) -> None:
        self.sent: list[tuple[str, int]] = []
        self._script = list(script)

    async def send(self, delivery: Delivery) -> None:
        error = self._script.pop(0) if self._script else None
        if error:
            raise error
        self.sent.append((delivery.chat, delivery.id))


class Stopwatch(Pace):
    """Writes down how long one would wait, and does not."""

    def __init__(self) -> None:
        super().__init__(clock=lambda: 0.0)
        self.waits: list[tuple[str, float]] = []

    def wait(self, key: str, rate: Rate | None) -> float:
        self.waits.append((key, round(super().wait(key, rate), 2)))
        return 0.0


async def said(database: Database, *bodies: str, chat: str = "a") -> list[int]:
    async with database.writing() as session:
        return [
            await outbox.add(session, channel="post", chat=chat, inbox_id=None, body=body, now=AT)
            for body in bodies or [Reply(blocks=(Paragraph(text="Xong."),)).model_dump_json()] * 2
        ]


async def due(database: Database, after: timedelta = timedelta()) -> Sequence[Outgoing]:
    async with database.reading() as session:
        return await outbox.due(session, channel="post", now=AT + after)


async def carry(database: Database, post: Post, pace: Pace | None = None) -> None:
    courier = Courier(database, post, lambda: AT, pace or Stopwatch())
    await courier.carry(await due(database))


async def test_what_was_taken_is_not_due_again(database: Database) -> None:
    ids = await said(database)
    post = Post()
    await carry(database, post)
    assert post.sent == [("a", one) for one in ids]
    assert await due(database, timedelta(days=9)) == []


@pytest.mark.parametrize(("reread", "kept"), [(False, b""), (True, b"%PDF")])
async def test_the_files_of_what_was_taken_are_kept_only_where_people_read_again(
    database: Database, reread: bool, kept: bytes
) -> None:
    pdf = File.holding("a.pdf", "application/pdf", b"%PDF")
    reply = Reply(blocks=(Paragraph(text="Xong."),), files=(pdf,))
    (number,) = await said(database, reply.model_dump_json())
    post = Post()
    post.abilities = Abilities(reread=reread)
    await carry(database, post)
    async with database.reading() as session:
        row = await outbox.get(session, "post", "a", number)
    assert row is not None
    left = Reply.model_validate_json(row.body)
    assert [(one.name, one.content) for one in left.files] == [("a.pdf", kept)]
    assert left.blocks == reply.blocks


async def test_the_channels_patience_is_kept_to_the_second(database: Database) -> None:
    await said(database)
    await carry(database, Post(RetryLaterError(seconds=35)))
    assert await due(database, timedelta(seconds=34)) == []
    assert len(await due(database, timedelta(seconds=35))) == 2


async def test_any_other_failure_waits_longer_each_time(database: Database) -> None:
    await said(database)
    for wait in (2, 4, 8):
        await carry(database, Post(ConnectionError()))
        assert await due(database, timedelta(seconds=wait - 1)) == []
        async with database.writing() as session:
            (first, _) = await outbox.due(session, now=AT + LONGEST_WAIT)
            tries = first.tries
            await outbox.mark_failed(session, first.id, now=AT, retry_at=AT)
        assert tries > 0


async def test_a_refused_reply_is_given_up_loudly_and_the_next_one_goes(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = await said(database)
    post = Post(ReplyRefusedError(reason="can't parse entities"))
    with caplog.at_level(logging.ERROR):
        await carry(database, post)
    assert post.sent == [("a", second)]
    assert f"delivery {first} to channel post is given up" in caplog.text
    async with database.reading() as session:
        assert [row.id for row in await outbox.after(session, "post", "a", 0)] == [first, second]


async def test_a_reply_nobody_can_read_any_more_is_given_up(database: Database) -> None:
    _, second = await said(
        database, '{"shape": "old"}', Reply(blocks=(Paragraph(text="A"),)).model_dump_json()
    )
    post = Post()
    await carry(database, post)
    assert post.sent == [("a", second)]


async def test_after_many_tries_it_is_given_up_loudly(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    (only,) = await said(database, Reply(blocks=(Paragraph(text="A"),)).model_dump_json())
    async with database.writing() as session:
        for _ in range(MOST_TRIES - 1):
            await outbox.mark_failed(session, only, now=AT, retry_at=AT)
    await carry(database, Post(ConnectionError()))
    assert await due(database, timedelta(days=9)) == []
    assert f"{MOST_TRIES} tries" in caplog.text


async def test_a_chat_that_is_gone_is_left_and_follows_nothing(database: Database) -> None:
    await take(database, ACCEPTED)
    tie_of_a = await tie(database, "a")
    async with database.writing() as session:
        await follows.opened(session, "post", "a", tie_of_a.code, role=tie_of_a.role, now=AT)
        (ours,) = await follows.of_chat(session, "post", "a")
        await follows.follow(session, ours.id, AT)
    await said(database)
    await carry(database, Post(ChatGoneError(reason="blocked")))
    assert await due(database, timedelta(days=9)) == []
    async with database.reading() as session:
        assert [one.followed_at for one in await follows.of_chat(session, "post", "a")] == [None]


async def test_a_chat_that_moved_is_followed(database: Database) -> None:
    ids = await said(database)
    async with database.writing() as session:
        await save_state(session, "post", "a", "{}", AT)
    await carry(database, Post(ChatMovedError(chat="b")))
    post = Post()
    await carry(database, post)
    assert post.sent == [("b", one) for one in ids]
    async with database.reading() as session:
        assert await load_state(session, "post", "b") == "{}"
        assert await load_state(session, "post", "a") is None


async def test_every_reply_asks_for_its_chats_turn_and_for_everybodys(database: Database) -> None:
    await said(database)
    pace = Stopwatch()
    await carry(database, Post(), pace=pace)
    assert pace.waits == [("a", 0), ("", 0), ("a", 1.0), ("", 0.03)]


class Flaky(Database):
    """A memory that cannot be written to for some tries."""

    faults = 0

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Session]:
        if self.faults:
            self.faults -= 1
            raise ConnectionError
        async with super().writing() as session:
            yield session


async def test_what_was_taken_is_written_down_even_if_the_memory_is_away(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(courier_module, "WAITS", (0.0,))
    database = await Flaky.open(sqlite_url, CIPHER)
    await said(database)
    database.faults = 2
    post = Post()
    await carry(database, post)
    assert len(post.sent) == 2
    assert await due(database, timedelta(days=9)) == []
    assert "written down in 0.0 seconds" in caplog.text
    await database.close()
