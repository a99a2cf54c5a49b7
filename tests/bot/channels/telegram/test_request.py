import asyncio

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import NetworkError, TimedOut

from bot.channels.telegram.api import Api
from bot.channels.telegram.request import AiohttpRequest
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.server import TOKEN, FakeTelegram


async def test_what_is_sent_arrives_as_it_was_meant(api: Api, fake: FakeTelegram) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Lệ phí", callback_data="f")]])
    sent = await api.send_message(7, "Xin chào & tạm biệt", reply_markup=keyboard)
    shown = fake.chats[7][0]
    assert (sent.message_id, shown.text) == (shown.id, "Xin chào & tạm biệt")
    assert shown.buttons == [[{"text": "Lệ phí", "callback_data": "f"}]]


async def test_a_broken_connection_is_told_without_the_token(api: Api, fake: FakeTelegram) -> None:
    fake.fail("sendMessage", Fault(cut=True))
    with pytest.raises(NetworkError) as caught:
        await api.send_message(7, "Xin chào")
    assert TOKEN not in repr(caught.value)


async def test_silence_ends() -> None:
    ends = asyncio.Event()

    async def say_nothing(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await ends.wait()
        writer.close()

    request = AiohttpRequest(1)
    await request.initialize()
    async with await asyncio.start_server(say_nothing, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(TimedOut):
            await request.do_request(f"http://127.0.0.1:{port}/", "POST", read_timeout=0.1)
        ends.set()
    await request.shutdown()


async def test_a_pool_must_be_open() -> None:
    request = AiohttpRequest(1)
    with pytest.raises(RuntimeError, match="not open"):
        await request.do_request("http://127.0.0.1/", "POST")
    await request.shutdown()
