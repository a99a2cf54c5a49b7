from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.web.application import create
from bot.web.channel import WebChannel
from storage.database import Database
from tests.bot.web.conftest import Client, settings
from tests.fakes.web import ScriptedLanes, ScriptedService

PORTALS = "https://xa.gov.vn https://dichvucong.tinh.gov.vn:8443"


@pytest.fixture
async def framed(tmp_path: Path, sqlite_database: Database) -> AsyncIterator[Client]:
    """A chat that two portals may show."""
    channel = WebChannel()
    lanes = ScriptedLanes(sqlite_database, channel)
    service = ScriptedService(settings(tmp_path, embed_origins=PORTALS), sqlite_database, lanes)
    async with TestClient(TestServer(create(service, channel))) as client:
        yield client


@pytest.mark.parametrize("path", ["/embed.js", "/embedded"])
async def test_where_no_portal_is_named_there_is_nothing(client: Client, path: str) -> None:
    assert (await client.get(path)).status == 404


async def test_only_the_named_portals_may_frame_it_and_only_this_page(framed: Client) -> None:
    inside = (await framed.get("/embedded")).headers
    assert f"frame-ancestors {PORTALS}; " in inside["Content-Security-Policy"]
    assert "X-Frame-Options" not in inside
    outside = (await framed.get("/")).headers
    assert "frame-ancestors 'none'" in outside["Content-Security-Policy"]
    assert outside["X-Frame-Options"] == "DENY"


async def test_any_page_may_load_the_script_and_nothing_else_of_ours(framed: Client) -> None:
    script = await framed.get("/embed.js")
    assert script.content_type == "text/javascript"
    assert script.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert (await framed.get("/embedded")).headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_the_frame_has_a_cookie_of_its_own_for_each_portal(framed: Client) -> None:
    response = await framed.get("/embedded")
    (cookie,) = response.headers.getall("Set-Cookie")
    assert cookie.startswith("motcua-framed=")
    for attribute in ("HttpOnly", "Secure", "SameSite=None", "Partitioned"):
        assert attribute in cookie


async def test_a_new_conversation_in_a_frame_stays_in_the_frame(framed: Client) -> None:
    origin = {"Origin": str(framed.make_url("/")).rstrip("/")}
    token = "A" * 43
    headers = origin | {"Cookie": f"motcua-framed={token}"}
    response = await framed.post("/chat/new", headers=headers, allow_redirects=False)
    (cookie,) = response.headers.getall("Set-Cookie")
    assert cookie.startswith("motcua-framed=")
    assert token not in cookie
