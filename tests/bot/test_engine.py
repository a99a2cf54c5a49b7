import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.channels.base import Delivery
from bot.channels.memory import MemoryChannel
from bot.engine import Role, linked, ways_out
from bot.jetstream.bell import Bell
from bot.settings import Settings
from bot.web.channel import WebChannel
from storage.database import Database
from storage.inbox import Envelope
from tests.bot.engines import PATIENCE, new_prefix, process, said, streams_removed, until, working
from tests.fakes.keys import CIPHER
from tests.fakes.talk import START
from tests.fakes.web import echo


@dataclass(frozen=True)
class Kind:
    """An engine, and where it is at home."""

    database: Database
    nats: str
    prefix: str


@pytest.fixture(params=["lanes sqlite", "lanes postgres", "nats postgres"])
def addresses(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Of the database and of NATS, which lanes do without."""
    engine, back_end = request.param.split()
    url: str = request.getfixturevalue(f"{back_end}_url")
    return url, request.getfixturevalue("nats_url") if engine == "nats" else ""


@pytest.fixture
async def kind(addresses: tuple[str, str]) -> AsyncIterator[Kind]:
    url, nats = addresses
    prefix = new_prefix()
    database = await Database.open(url, CIPHER)
    async with streams_removed(nats, prefix):
        yield Kind(database, nats, prefix)
    await database.close()


async def test_one_chat_is_answered_in_order_while_chats_run_side_by_side(kind: Kind) -> None:
    async with process(kind.database, kind.nats, kind.prefix) as one, working(one):
        for number in range(10):
            await asyncio.gather(*(one.hear(chat, f"{number}", f"line {number}") for chat in "abcde"))
        await until(lambda: all(len(one.channel.said[chat]) == 10 for chat in "abcde"))
    expected = [f"{number + 1}: line {number}" for number in range(10)]
    assert [said(one.channel, chat) for chat in "abcde"] == [expected] * 5


async def test_a_repeated_event_is_answered_once(kind: Kind) -> None:
    async with process(kind.database, kind.nats, kind.prefix) as one, working(one):
        taken = [await one.hear("a", event, event) for event in "1121223"]
        await until(lambda: len(one.channel.said["a"]) == 3)
        assert not await one.hear("a", "1", "1")
    assert taken == [True, False, True, False, False, False, True]
    assert said(one.channel, "a") == ["1: 1", "2: 2", "3: 3"]


def line(chat: str, number: int) -> Envelope:
    return Envelope(channel="memory", chat=chat, event_id=str(number), body=str(number), at=START, raw=True)


async def test_a_backlog_is_answered_in_order_once_somebody_works(kind: Kind) -> None:
    chats = [str(number) for number in range(10)]
    async with process(kind.database, kind.nats, kind.prefix) as one:
        take = one.engine.take if kind.nats else one.desk.receive
        for number in range(10):
            await asyncio.gather(*(take(line(chat, number)) for chat in chats))
        async with working(one):
            await until(lambda: all(len(one.channel.said[chat]) == 10 for chat in chats))
    expected = [f"{number + 1}: {number}" for number in range(10)]
    assert all(said(one.channel, chat) == expected for chat in chats)


async def test_what_another_engine_left_in_the_inbox_is_answered_once(kind: Kind) -> None:
    async with process(kind.database, kind.nats, kind.prefix) as one:
        await one.desk.receive(line("a", 1))
        async with working(one):
            await until(lambda: len(one.channel.said["a"]) == 1)
            await one.hear("a", "1", "1")
            await one.hear("a", "2", "2")
            await until(lambda: len(one.channel.said["a"]) == 2)
    assert said(one.channel, "a") == ["1: 1", "2: 2"]


async def test_silence_is_answered_by_nobody_and_holds_nobody_up(kind: Kind) -> None:
    async with process(kind.database, kind.nats, kind.prefix) as one, working(one):
        await one.hear("a", "1", " ")
        await one.hear("a", "2", "two")
        await until(lambda: len(one.channel.said["a"]) == 1)
    assert said(one.channel, "a") == ["1: two"]


async def test_two_processes_share_the_work_and_keep_each_chat_in_order(kind: Kind) -> None:
    if not kind.nats:
        pytest.skip("lanes live in one process")
    channel, chats = MemoryChannel(), [str(number) for number in range(30)]
    async with (
        process(kind.database, kind.nats, kind.prefix, channel) as one,
        process(kind.database, kind.nats, kind.prefix, channel) as other,
        working(one),
        working(other),
    ):
        for number in range(10):
            await asyncio.gather(*((one, other)[number % 2].hear(chat, str(number), "?") for chat in chats))
        await until(lambda: all(len(channel.said[chat]) == 10 for chat in chats))
    assert all(said(channel, chat) == [f"{number + 1}: ?" for number in range(10)] for chat in chats)
    assert one.answered
    assert other.answered


async def test_a_bell_is_heard_in_every_process(nats_url: str, tmp_path: Path) -> None:
    prefix = new_prefix()
    settings = Settings(
        _env_file=None,
        data_dir=tmp_path,
        database_url="postgresql://localhost/x",
        engine="nats",
        nats_url=nats_url,
        nats_prefix=prefix,
    )
    channels = [WebChannel(), WebChannel()]
    async with streams_removed(nats_url, prefix), linked(settings) as here, linked(settings) as there:
        (bell,), (other,) = ways_out(channels[:1], here), ways_out(channels[1:], there)
        assert isinstance(bell, Bell)
        assert isinstance(other, Bell)
        await bell.listen()
        await other.listen()
        with channels[0].listening("a") as first, channels[1].listening("a") as second:
            assert there is not None
            await there.client.flush()
            await bell.send(Delivery(id=1, chat="a", reply=echo("chào")))
            await asyncio.wait_for(asyncio.gather(first.wait(), second.wait()), PATIENCE)


async def test_alone_there_is_nobody_to_be_linked_with(tmp_path: Path) -> None:
    channel = WebChannel()
    async with linked(Settings(_env_file=None, data_dir=tmp_path)) as connection:
        assert connection is None
        assert list(ways_out([channel], connection)) == [channel]


def test_a_role_says_what_a_process_does() -> None:
    told = {role: (role.listens, role.works) for role in Role}
    assert told == {Role.ALL: (True, True), Role.WEB: (True, False), Role.WORKER: (False, True)}
