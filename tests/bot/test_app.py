from pathlib import Path

import pytest

from bot.app import App
from bot.channels.memory import MemoryChannel
from bot.channels.text import plain
from bot.engine import Role
from bot.errors import LonelyRoleError
from bot.known import MATCHER, PACK
from bot.settings import Settings
from storage.inbox import Envelope
from tests.bot.engines import until
from tests.fakes.talk import START

LINE = "làm giấy khai sinh cho con cần gì"


def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, database_url="", engine="lanes")


async def test_a_line_goes_all_the_way_from_a_channel_and_back(tmp_path: Path) -> None:
    channel = MemoryChannel()
    async with App.open(settings(tmp_path), channel) as app, app.serving():
        app.desk.reads(channel.name, channel.read)
        assert await channel.hear(app.lanes, "an", "1", LINE)
        await until(lambda: bool(channel.said["an"]))
    (reply,) = channel.said["an"].values()
    assert "Giấy chứng sinh" in plain(reply)


async def test_what_an_earlier_run_took_in_is_answered_by_the_next(tmp_path: Path) -> None:
    channel = MemoryChannel()
    envelope = Envelope(channel=channel.name, chat="an", event_id="1", body=LINE, at=START, raw=True)
    async with App.open(settings(tmp_path)) as app:
        assert await app.desk.receive(envelope)
    async with App.open(settings(tmp_path), channel) as app:
        app.desk.reads(channel.name, channel.read)
        async with app.serving():
            await until(lambda: bool(channel.said["an"]))


async def test_what_was_worked_out_once_is_kept_for_the_next_start(tmp_path: Path) -> None:
    async with App.open(settings(tmp_path)) as app:
        held = len(app.library.entries())
    kept = {name: (tmp_path / name).stat().st_mtime_ns for name in (PACK, MATCHER)}
    async with App.open(settings(tmp_path)) as app:
        assert len(app.library.entries()) == held > 0
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in kept} == kept


@pytest.mark.parametrize("role", [Role.WEB, Role.WORKER])
async def test_alone_a_process_does_everything(tmp_path: Path, role: Role) -> None:
    async with App.open(settings(tmp_path)) as app:
        with pytest.raises(LonelyRoleError):
            async with app.serving(role):
                pass
