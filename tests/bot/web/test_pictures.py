from io import BytesIO

import pytest

from bot.web.intake import CHAT_RATE
from bot.web.pictures import LIMIT
from handlers.message import Kind
from tests.bot.web.conftest import Client
from tests.fakes.pictures import of_code, of_nothing
from tests.fakes.web import ScriptedService

CODE = "000.00.04.H51-200221-0001"
JPEG = {"Content-Type": "image/jpeg"}


@pytest.fixture
async def visited(client: Client, origin: dict[str, str]) -> dict[str, str]:
    """The headers of a page that was loaded."""
    await client.get("/")
    return origin | JPEG


async def test_its_code_is_taken_as_said_and_the_picture_goes(
    client: Client, visited: dict[str, str], service: ScriptedService
) -> None:
    response = await client.post("/chat/pictures?event=event-0001", data=of_code(CODE), headers=visited)
    assert (response.status, await response.json()) == (202, {"kind": "taken", "event": "event-0001"})
    (taken,) = service.lanes.taken
    assert (taken.kind, taken.text, taken.picture) == (Kind.PICTURE, CODE, "")


async def test_the_same_picture_again_is_one_message(
    client: Client, visited: dict[str, str], service: ScriptedService
) -> None:
    for _ in range(2):
        await client.post("/chat/pictures?event=event-0001", data=of_code(CODE), headers=visited)
    assert len(service.lanes.taken) == 1


async def test_a_picture_without_a_code_is_answered_too(
    client: Client, visited: dict[str, str], service: ScriptedService
) -> None:
    await client.post("/chat/pictures?event=event-0001", data=of_nothing(), headers=visited)
    assert [(one.kind, one.text) for one in service.lanes.taken] == [(Kind.PICTURE, "")]


@pytest.mark.parametrize(
    ("query", "more", "status"),
    [
        ("event=event-0001", {"Origin": "http://evil.example"}, 403),
        ("event=event-0001", {"Content-Type": "text/html"}, 415),
        ("event=event-0001", {"Content-Type": "image/svg+xml"}, 415),
        ("event=<", {}, 400),
        ("", {}, 400),
    ],
)
async def test_what_is_no_picture_of_our_page_is_refused(
    client: Client,
    visited: dict[str, str],
    service: ScriptedService,
    query: str,
    more: dict[str, str],
    status: int,
) -> None:
    response = await client.post(f"/chat/pictures?{query}", data=of_nothing(), headers=visited | more)
    assert response.status == status
    assert service.lanes.taken == []


async def test_without_a_chat_nothing_is_taken(client: Client, origin: dict[str, str]) -> None:
    response = await client.post("/chat/pictures?event=event-0001", data=of_nothing(), headers=origin | JPEG)
    assert response.status == 403


async def test_one_too_heavy_is_refused_kindly(
    client: Client, visited: dict[str, str], service: ScriptedService
) -> None:
    response = await client.post(
        "/chat/pictures?event=event-0001", data=BytesIO(bytes(LIMIT + 1)), headers=visited
    )
    assert response.status == 413
    assert "lớn" in (await response.json())["text"]
    assert service.lanes.taken == []


async def test_too_many_at_once_are_refused_kindly(client: Client, visited: dict[str, str]) -> None:
    answers = [
        (await client.post(f"/chat/pictures?event=event-{n:04}", data=b"x", headers=visited)).status
        for n in range(CHAT_RATE.burst + 1)
    ]
    assert answers[-1] == 429
