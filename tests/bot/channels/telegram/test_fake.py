"""The fake is held to a client that we did not write (aiogram), and to Telegram's own description."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from tests.fakes.telegram import faults
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.schema import Schema
from tests.fakes.telegram.server import TOKEN, FakeTelegram


def client(fake: FakeTelegram, token: str = TOKEN) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(fake.url)))


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    async with client(fake) as bot:
        yield bot


def keyboard(data: str | None) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Bấm", callback_data=data)]])


async def test_it_introduces_itself(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.username, me.is_bot) == ("motcua_bot", True)


async def test_a_conversation_with_a_button_and_an_edit(bot: Bot, an: Person) -> None:
    await an.say("/start tt_12")
    (first,) = await bot.get_updates()
    assert first.message is not None
    assert first.message.text == "/start tt_12"
    sent = await bot.send_message(7, "<b>Chào</b> &amp;", parse_mode="HTML", reply_markup=keyboard("m"))
    assert an.last.text == "Chào &"
    await an.tap("Bấm")
    (second,) = await bot.get_updates(offset=first.update_id + 1)
    assert second.callback_query is not None
    assert second.callback_query.data == "m"
    assert await second.callback_query.answer()
    await bot.edit_message_text("xong", chat_id=7, message_id=sent.message_id)
    assert [shown.text for shown in an.screen] == ["xong"]
    assert await bot.delete_message(7, sent.message_id)
    assert an.screen == []


async def test_a_question_is_held_until_something_happens(bot: Bot, an: Person) -> None:
    asking = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    await an.say("xin chào")
    assert len(await asking) == 1


async def test_menus_and_descriptions(bot: Bot, fake: FakeTelegram) -> None:
    assert await bot.set_my_commands([BotCommand(command="menu", description="Tất cả")], language_code="vi")
    assert await bot.set_my_description("Trợ lý")
    assert fake.settings["setMyCommands:vi"]["commands"] == [{"command": "menu", "description": "Tất cả"}]


@pytest.mark.parametrize(
    ("text", "markup", "refusal"),
    [
        ("a" * 4097, None, "message is too long"),
        ("👶" * 2049, None, "message is too long"),
        ("<b>a", None, "can't parse entities"),
        ("a<br>", None, "can't parse entities"),
        ("a</i>", None, "can't parse entities"),
        ("<b> </b>", None, "message text is empty"),
        ("a", keyboard("ạ" * 22), "BUTTON_DATA_INVALID"),
        ("a", keyboard(None), "Text buttons are unallowed"),
        (
            "a",
            InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="x", url="a.b")] * 9]),
            "too long",
        ),
    ],
    ids=lambda one: str(one)[:20],
)
async def test_it_refuses_what_telegram_refuses(
    bot: Bot, text: str, markup: InlineKeyboardMarkup | None, refusal: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=refusal):
        await bot.send_message(7, text, parse_mode="HTML", reply_markup=markup)


async def test_the_limit_counts_what_is_read(bot: Bot) -> None:
    await bot.send_message(7, f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML")


async def test_nothing_changed_and_nothing_there(bot: Bot) -> None:
    sent = await bot.send_message(7, "một")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text("một", chat_id=7, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("một", chat_id=7, message_id=1)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (faults.flood(7), TelegramRetryAfter),
        (faults.BLOCKED, TelegramForbiddenError),
        (faults.OTHER_POLLER, TelegramConflictError),
        (Fault(code=502, text="Bad Gateway"), TelegramServerError),
    ],
    ids=lambda one: str(one)[:20],
)
async def test_a_scripted_fault_is_understood(
    bot: Bot, fake: FakeTelegram, fault: Fault, kind: type[Exception]
) -> None:
    fake.fail("sendMessage", fault)
    with pytest.raises(kind):
        await bot.send_message(7, "một")
    assert (await bot.send_message(7, "một")).text == "một"


async def test_a_foreign_token_is_unauthorized(fake: FakeTelegram) -> None:
    async with client(fake, "999999:somebody-else") as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_polling_and_a_webhook_exclude_each_other(bot: Bot) -> None:
    await bot.set_webhook("https://motcua.example/telegram/a")
    with pytest.raises(TelegramConflictError, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_a_second_poller_ends_the_first(bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.get_updates(timeout=1))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
        await first
    assert await second == []


@pytest.mark.parametrize(
    ("method", "params", "fault"),
    [
        ("sendMessage", {"chat_id": 7, "text": "a"}, None),
        ("sendMessage", {"chat_id": 7}, "text is missing"),
        ("sendMessage", {"chat_id": 7, "text": "a", "colour": "red"}, "colour is unknown"),
        ("sendMessage", {"chat_id": True, "text": "a"}, "chat_id"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "a", "reply_markup": {"inline_keyboard": [[{"txt": "a"}]]}},
            "txt",
        ),
        ("sendPigeon", {}, "is no method"),
    ],
    ids=lambda one: str(one)[:30],
)
def test_a_call_is_held_to_telegrams_description(
    schema: Schema | None, method: str, params: dict[str, Any], fault: str | None
) -> None:
    if schema is None:
        pytest.skip("Telegram's description is not here")
    found = "; ".join(schema.faults(method, params))
    assert fault in found if fault else not found
