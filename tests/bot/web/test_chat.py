import asyncio
from typing import Any

import pytest
from aiohttp import ClientWebSocketResponse, WSCloseCode, WSMsgType, WSServerHandshakeError
from sqlalchemy import text

from bot.channels.base import Delivery
from bot.web.channel import LISTENERS_PER_CHAT, WebChannel
from bot.web.visit import chat_of
from bot.web.wire import BODY_LIMIT
from tests.bot.web.conftest import Client, Say, heard
from tests.fakes.web import CARD, ScriptedService

PATIENCE = 10.0


async def opened(client: Client, origin: dict[str, str], after: int = 0) -> ClientWebSocketResponse:
    return await client.ws_connect(f"/chat/socket?after={after}", headers=origin)


async def next_word(socket: ClientWebSocketResponse) -> dict[str, Any]:
    word: dict[str, Any] = await socket.receive_json(timeout=PATIENCE)
    return word


async def two_words(socket: ClientWebSocketResponse) -> list[dict[str, Any]]:
    """The confirmation of a line and its reply: they travel on their own."""
    words = [await next_word(socket) for _ in range(2)]
    return sorted(words, key=lambda word: str(word["kind"]), reverse=True)


async def test_a_line_over_http_is_taken_and_answered(client: Client, say: Say) -> None:
    response = await say(text="khai sinh")
    assert response.status == 202
    assert await response.json() == {"kind": "taken", "event": "event-0001"}
    (event,) = await heard(client)
    assert event["reply"]["blocks"][0]["text"] == CARD.blocks[0].model_dump()["text"]


async def test_a_page_that_has_seen_all_hears_nothing(client: Client, say: Say) -> None:
    await say(text="chào")
    (event,) = await heard(client)
    assert await heard(client, after=event["id"]) == []


async def test_a_line_over_the_socket_is_taken_and_answered(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    socket = await opened(client, origin)
    await socket.send_json({"event": "event-0001", "text": "chào"})
    taken, reply = await two_words(socket)
    assert taken == {"kind": "taken", "event": "event-0001"}
    assert reply["reply"]["blocks"][0]["text"] == "Bạn vừa nói: chào"
    await socket.close()


async def test_a_refusal_over_the_socket_leaves_it_open(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    socket = await opened(client, origin)
    await socket.send_str("{")
    assert (await next_word(socket))["kind"] == "refused"
    await socket.send_json({"event": "event-0001", "text": "chào"})
    assert [word["kind"] for word in await two_words(socket)] == ["taken", "reply"]
    await socket.close()


async def test_a_page_that_comes_back_catches_up(client: Client, origin: dict[str, str], say: Say) -> None:
    for number in range(3):
        await say(event=f"event-000{number}", text=f"câu {number}")
    first, *_ = await heard(client)
    socket = await opened(client, origin, after=first["id"])
    texts = [(await next_word(socket))["reply"]["blocks"][0]["text"] for _ in range(2)]
    assert texts == ["Bạn vừa nói: câu 1", "Bạn vừa nói: câu 2"]
    await socket.close()


async def test_two_tabs_hear_the_same_reply(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    one, other = await opened(client, origin), await opened(client, origin)
    await one.send_json({"event": "event-0001", "text": "chào"})
    assert (await next_word(other))["kind"] == "reply"
    await one.close()
    await other.close()


async def test_what_is_no_text_ends_the_socket(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    socket = await opened(client, origin)
    await socket.send_bytes(b"\x00")
    closed = await socket.receive(timeout=PATIENCE)
    assert (closed.type, closed.data) == (WSMsgType.CLOSE, 1003)
    await socket.close()


async def test_a_frame_beyond_all_measure_ends_the_socket(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    socket = await opened(client, origin)
    await socket.send_str("x" * (BODY_LIMIT + 1))
    closed = await socket.receive(timeout=PATIENCE)
    assert (closed.type, closed.data) == (WSMsgType.CLOSE, 1009)
    await socket.close()


async def test_a_body_beyond_all_measure_is_refused_kindly(say: Say) -> None:
    response = await say(text="x" * BODY_LIMIT)
    assert response.status == 413
    assert "2000" in (await response.json())["text"]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
async def test_another_site_gets_nowhere(
    client: Client, service: ScriptedService, origin: str | None
) -> None:
    await client.get("/")
    headers = {"Origin": origin} if origin else {}
    posted = await client.post("/chat/lines", json={"event": "event-0001", "text": "chào"}, headers=headers)
    anew = await client.post("/chat/new", headers=headers)
    with pytest.raises(WSServerHandshakeError) as refused:
        await client.ws_connect("/chat/socket", headers=headers)
    assert [posted.status, anew.status, refused.value.status] == [403] * 3
    assert service.lanes.taken == []


async def test_a_proxy_that_was_not_told_of_finds_the_mend_in_the_log(
    client: Client, origin: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    await client.get("/")
    await client.post("/chat/new", headers={"Origin": "https://hoi.xa.gov.vn"})
    assert "https://hoi.xa.gov.vn" in caplog.text
    assert origin["Origin"] in caplog.text
    assert "MOTCUA_ORIGIN" in caplog.text


async def test_nobody_speaks_without_a_chat(client: Client, origin: dict[str, str]) -> None:
    line = {"event": "event-0001", "text": "chào"}
    assert (await client.post("/chat/lines", json=line, headers=origin)).status == 403
    assert (await client.get("/chat/replies")).status == 403
    with pytest.raises(WSServerHandshakeError):
        await opened(client, origin)


async def test_a_form_cannot_speak(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    response = await client.post("/chat/lines", data={"event": "event-0001", "text": "chào"}, headers=origin)
    assert response.status == 415


@pytest.mark.parametrize("query", ["after=-1", "after=x", "chat=another", "held=1000"])
async def test_a_question_out_of_bounds_is_refused(client: Client, query: str) -> None:
    await client.get("/")
    assert (await client.get(f"/chat/replies?{query}")).status == 400


async def test_a_crowded_chat_takes_no_further_socket(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    sockets = [await opened(client, origin) for _ in range(LISTENERS_PER_CHAT)]
    with pytest.raises(WSServerHandshakeError) as refused:
        await opened(client, origin)
    assert refused.value.status == 429
    for socket in sockets:
        await socket.close()


async def test_a_new_chat_is_empty_and_the_old_one_out_of_reach(
    client: Client, origin: dict[str, str], say: Say
) -> None:
    await say(text="chuyện riêng")
    response = await client.post("/chat/new", headers=origin, allow_redirects=False)
    assert (response.status, response.headers["Location"]) == (303, "/")
    assert await heard(client) == []
    assert "chuyện riêng" not in await (await client.get("/")).text()


async def test_a_fault_of_ours_ends_the_socket_and_the_line_is_sent_again(
    client: Client, origin: dict[str, str], service: ScriptedService
) -> None:
    await client.get("/")
    socket = await opened(client, origin)
    service.lanes.fault = OSError("the disk is full")
    await socket.send_json({"event": "event-0001", "text": "chào"})
    assert (await socket.receive(timeout=PATIENCE)).data == WSCloseCode.INTERNAL_ERROR
    await socket.close()
    posted = await client.post("/chat/lines", json={"event": "event-0001", "text": "chào"}, headers=origin)
    assert posted.status == 500
    service.lanes.fault = None
    socket = await opened(client, origin)
    await socket.send_json({"event": "event-0001", "text": "chào"})
    assert [word["kind"] for word in await two_words(socket)] == ["taken", "reply"]
    await socket.close()


async def test_a_memory_that_is_away_sends_the_page_away(
    client: Client, origin: dict[str, str], channel: WebChannel, service: ScriptedService
) -> None:
    response = await client.get("/")
    socket = await opened(client, origin)
    async with service.database.writing() as session:
        await session.execute(text("drop table outbox"))
    chat = chat_of(response.cookies["motcua"].value)
    await channel.send(Delivery(id=1, chat=chat, reply=CARD))
    assert (await socket.receive(timeout=PATIENCE)).data == WSCloseCode.GOING_AWAY
    await socket.close()


async def test_the_service_leaves_without_waiting_for_pages(
    client: Client, origin: dict[str, str], channel: WebChannel
) -> None:
    await client.get("/")
    socket = await opened(client, origin)
    asking = asyncio.create_task(client.get("/chat/replies?held=20"))
    await asyncio.sleep(0.05)
    channel.close()
    closed = await socket.receive(timeout=PATIENCE)
    assert (closed.type, closed.data) == (WSMsgType.CLOSE, 1001)
    await socket.close()
    response = await asyncio.wait_for(asking, PATIENCE)
    assert await response.json() == {"events": []}
