import asyncio
import os
import re
import sys
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner

from bot.cli import dev
from bot.errors import NoCheckoutError

START = "from bot.cli.main import main; main()"
PATIENCE = 60


async def free_port() -> int:
    async with TestServer(web.Application()) as placeholder:
        assert placeholder.port
        return placeholder.port


async def says(session: ClientSession, page: str, name: str, text: str) -> dict[str, Any]:
    """Type a line into a phone, and give the answer that comes to it."""
    address = f"{page}phones/{name}"
    async with session.post(address, json={"say": text}) as answer:
        assert answer.status == 200
    while True:
        async with session.get(address) as answer:
            theirs: list[dict[str, Any]] = [one for one in await answer.json() if not one["mine"]]
        if any("Giấy chứng sinh" in one["text"] for one in theirs):
            return theirs[-1]
        await asyncio.sleep(0.05)


async def test_the_whole_bot_talks_over_every_channel_with_no_account(tmp_path: Path) -> None:
    given = {"MOTCUA_DATA_DIR": str(tmp_path), "MOTCUA_PORT": str(await free_port())}
    command = [sys.executable, "-c", START, "dev", "fakes", "--bot", "--port", "0"]
    process = await asyncio.create_subprocess_exec(*command, env={**os.environ, **given}, stdout=PIPE)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            told = ""
            async for line in process.stdout:
                told += line.decode()
                if "Một Cửa:" in told:
                    break
            (page,) = re.findall(r"^(http://\S+)$", told, re.MULTILINE)
            async with ClientSession() as session:
                for name in ("telegram", "zalo", "zalo_bot"):
                    answer = await says(session, page, name, "làm giấy khai sinh cho con cần gì")
                    assert answer["text"]
                async with session.get(f"{page}phones/pigeon") as missing:
                    assert missing.status == 404
                async with session.get(page) as html:
                    assert "Zalo OA" in await html.text()
            process.terminate()
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert "MOTCUA_TELEGRAM_TOKEN=" in told


def test_what_is_installed_has_no_fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "STREET", "tests.fakes.nowhere")
    done = CliRunner().invoke(dev.dev, ["fakes"])
    assert isinstance(done.exception, NoCheckoutError)
