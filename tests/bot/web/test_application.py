import re
from pathlib import Path

import pytest

from bot.web.channel import LISTENERS_PER_CHAT
from bot.web.history import SHOWN
from bot.web.intake import ADDRESS_RATE, CHAT_RATE, TEXT_LIMIT
from bot.web.wire import BODY_LIMIT
from tests.bot.web.conftest import Client

REFERENCE = (Path(__file__).parents[3] / "docs" / "reference" / "web-chat.md").read_text(encoding="utf-8")


def routes(client: Client) -> set[tuple[str, str]]:
    return {
        (route.method, route.resource.canonical)
        for route in client.app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }


async def test_every_part_stands_where_it_is_said(client: Client) -> None:
    assert {route for route in routes(client) if not route[1].startswith("/assets/")} == {
        ("GET", "/"),
        ("GET", "/chat/socket"),
        ("GET", "/chat/replies"),
        ("POST", "/chat/lines"),
        ("POST", "/chat/new"),
        ("GET", "/chat/files/{reply}/{index}"),
        ("POST", "/chat/pictures"),
        ("GET", "/manifest.webmanifest"),
        ("GET", "/offline"),
        ("GET", "/worker.js"),
        ("GET", "/healthz"),
        ("GET", "/readyz"),
    }


async def test_every_endpoint_is_in_the_reference(client: Client) -> None:
    for method, path in routes(client):
        assert f"`{method} {re.sub('[0-9a-f]{16}', '{digest}', path)}" in REFERENCE


@pytest.mark.parametrize(
    "limit", [TEXT_LIMIT, BODY_LIMIT, LISTENERS_PER_CHAT, SHOWN, CHAT_RATE.burst, ADDRESS_RATE.burst]
)
def test_every_limit_is_in_the_reference(limit: int) -> None:
    assert re.search(rf"\| ({limit}|{limit:,})\b", REFERENCE)


async def test_what_is_not_there_is_not_found(client: Client) -> None:
    assert (await client.get("/nowhere")).status == 404
    assert (await client.post("/", json={})).status == 405
