"""Real clerks over a real data folder: what they are asked, and what becomes of it when they go."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from benchmarks.messages.processes import children
from bot.app import App
from bot.channels.memory import MemoryChannel
from bot.channels.text import plain
from bot.clerks import office
from bot.clerks.office import Office
from bot.settings import Settings
from handlers.message import Kind, Message
from tests.bot.engines import until
from tests.fakes.talk import START

LINES = ("làm giấy khai sinh cho con cần gì", "mất bao lâu", "000.00.01.H99-261101-0004", "xin chào")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the knowledge is read once."""
    return tmp_path_factory.mktemp("clerks")


@asynccontextmanager
async def serving(folder: Path, clerks: int) -> AsyncIterator[tuple[App, MemoryChannel]]:
    channel = MemoryChannel()
    settings = Settings(_env_file=None, data_dir=folder, database_url="", engine="lanes", clerks=clerks)
    async with App.open(settings, channel) as app:
        app.desk.reads(channel.name, channel.read)
        async with app.serving():
            yield app, channel


def line(text: str = LINES[0], **given: object) -> Message:
    return Message(channel="test", chat="an", event_id="1", at=START, text=text, **given)  # type: ignore[arg-type]


async def ready(app: App) -> None:
    """A clerk that is not ready is asked nothing."""
    async with asyncio.timeout(60):
        while await app.office.draft(line()) is None:  # noqa: ASYNC110 - another process gets ready
            await asyncio.sleep(0.05)


async def say(app: App, channel: MemoryChannel, chat: str, text: str) -> str:
    said = channel.said[chat]
    before = len(said)
    assert await channel.hear(app.lanes, chat, f"{before}", text)
    await until(lambda: len(said) > before)
    return plain(list(said.values())[-1])


async def told(folder: Path, clerks: int) -> list[list[str]]:
    """What three people were told who asked the same at the same time."""
    async with serving(folder, clerks) as (app, channel):
        if clerks:
            await ready(app)

        async def asks(chat: str) -> list[str]:
            return [await say(app, channel, chat, text) for text in LINES]

        return await asyncio.gather(*(asks(f"{chat} of {clerks}") for chat in ("an", "bình", "cúc")))


async def test_with_clerks_everything_is_said_as_without(folder: Path) -> None:
    assert await told(folder, 1) == await told(folder, 0)


async def test_a_killed_clerk_is_missed_by_nobody_and_started_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "AGAIN", 0.1)
    async with serving(folder, 1) as (app, channel):
        await ready(app)
        (clerk,) = children(os.getpid())
        os.kill(clerk, signal.SIGSTOP)
        asked = [asyncio.create_task(say(app, channel, f"chat {number}", LINES[0])) for number in range(5)]
        await asyncio.sleep(0.5)
        assert not all(one.done() for one in asked)
        os.kill(clerk, signal.SIGKILL)
        assert len(set(await asyncio.wait_for(asyncio.gather(*asked), 60))) == 1
        await ready(app)
        assert children(os.getpid()) != [clerk]
    assert children(os.getpid()) == []


async def test_a_clerk_that_takes_too_long_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(folder, 1) as (app, _):
        await ready(app)
        (clerk,) = children(os.getpid())
        os.kill(clerk, signal.SIGSTOP)
        monkeypatch.setattr(office, "PATIENCE", 0.05)
        assert await app.office.draft(line()) is None
        await until(lambda: clerk not in children(os.getpid()))


async def test_what_clerks_need_not_do_they_are_not_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(folder, 1) as (app, _):
        await ready(app)
        assert await app.office.draft(line(press="home")) is None
        assert await app.office.draft(line(kind=Kind.PICTURE)) is None
        monkeypatch.setattr(office, "MOST", 0)
        assert await app.office.draft(line()) is None


async def test_without_clerks_there_are_no_drafts() -> None:
    none = Office(Settings(_env_file=None, clerks=0), matched=print)
    await none.start()
    assert await none.draft(line()) is None
    await none.stop()
