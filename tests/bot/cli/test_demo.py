"""The whole way over the real application: a citizen follows, the agency moves, the notice arrives live."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from click.testing import CliRunner

from bot.app import App
from bot.cli.demo import demo
from bot.demo import SAMPLES, seed
from bot.errors import ProductionDemoError
from bot.settings import load
from bot.web.application import create
from bot.web.channel import WebChannel
from motcua.clock import utc_now

SAMPLE = SAMPLES[3]


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


class Page:
    """The web chat as a browser has it open."""

    def __init__(self, client: TestClient[Any, Any]) -> None:
        self._client = client
        self._seen = 0
        self._events = 0

    async def open(self) -> None:
        await self._client.get("/")

    async def send(self, **line: str) -> dict[str, Any]:
        self._events += 1
        origin = str(self._client.make_url("/")).rstrip("/")
        body = {"event": f"event-{self._events:04}"} | line
        await self._client.post("/chat/lines", json=body, headers={"Origin": origin})
        return await self.hear()

    async def hear(self) -> dict[str, Any]:
        """The next reply, as soon as it comes."""
        async with asyncio.timeout(30):
            while True:
                answer = await self._client.get(f"/chat/replies?after={self._seen}&held=5")
                replies = (await answer.json())["events"]
                if replies:
                    break
        self._seen = replies[-1]["id"]
        reply: dict[str, Any] = replies[-1]["reply"]
        return reply

    async def tap(self, reply: dict[str, Any], prefix: str) -> dict[str, Any]:
        presses = [one["press"] for row in reply["buttons"] for one in row]
        return await self.send(press=next(press for press in presses if press.startswith(prefix)))


async def test_a_notice_arrives_live_when_the_demo_dossier_moves() -> None:
    channel = WebChannel()
    async with App.open(load(), channel) as app:
        async with app.database.writing() as session:
            await seed(session, app.hasher, utc_now())
        async with app.serving(), TestClient(TestServer(create(app, channel))) as client:
            page = Page(client)
            await page.open()
            await page.send(text=SAMPLE.code)
            shown = await page.send(text=SAMPLE.last4)
            asked = await page.tap(shown, "df:")
            await page.tap(asked, "da:")
            moved = await asyncio.to_thread(CliRunner().invoke, demo, ["advance", SAMPLE.code])
            assert moved.stdout == f"{SAMPLE.code}: 9 ready\n"
            notice = json.dumps(await page.hear(), ensure_ascii=False)
    assert "🔔 Tin mới về hồ sơ" in notice
    assert "kết quả" in notice.lower()


def test_production_refuses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_PRODUCTION", "true")
    monkeypatch.setenv("MOTCUA_SECRET_KEY", "x" * 40)
    assert isinstance(CliRunner().invoke(demo, ["advance", SAMPLE.code]).exception, ProductionDemoError)
