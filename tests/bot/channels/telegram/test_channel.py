from datetime import UTC, datetime
from itertools import count

import pytest

from bot.channels.base import Delivery
from bot.channels.telegram.api import Api
from bot.channels.telegram.channel import TelegramChannel, chat_rate
from bot.channels.typing import Typing
from bot.errors import (
    ChannelAwayError,
    ChatGoneError,
    ChatMovedError,
    PictureTooLargeError,
    ReplyRefusedError,
    RetryLaterError,
    TokenRefusedError,
)
from bot.qr_reading import HEAVIEST
from handlers.presses import Card, Track
from handlers.reply import Button, Checklist, File, Item, Paragraph, Reply, Wish
from storage import drawn
from storage.database import Database
from tests.fakes.telegram import faults
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import FakeTelegram

AT = datetime(2026, 11, 22, tzinfo=UTC)
numbers = count(1)


@pytest.fixture
def channel(api: Api, sqlite_database: Database) -> TelegramChannel:
    return TelegramChannel(api, sqlite_database, Typing(api.typing), clock=lambda: AT)


def said(*texts: str, key: str = "", chat: str = "7", buttons: tuple[Button, ...] = ()) -> Delivery:
    reply = Reply(
        blocks=tuple(Paragraph(text=text) for text in texts), key=key, buttons=(buttons,) if buttons else ()
    )
    return Delivery(id=next(numbers), chat=chat, reply=reply)


def sheet(*ticked: bool) -> Reply:
    items = tuple(Item(label=f"Tờ {n}", ticked=have, press=f"t:1:a{n}:1") for n, have in enumerate(ticked))
    return Reply(blocks=(Checklist(title="Giấy tờ", items=items),), key="list:1")


async def test_a_reply_arrives_escaped_with_its_buttons(channel: TelegramChannel, an: Person) -> None:
    await channel.send(said("Cha & mẹ <b>", buttons=(Button(label="Lệ phí", press="m"),)))
    assert an.last.text == "Cha & mẹ <b>"
    assert an.last.buttons == [[{"text": "Lệ phí", "callback_data": "m"}]]


async def test_a_reply_that_changed_takes_its_own_place(channel: TelegramChannel, an: Person) -> None:
    for ticked in ((False, False), (True, False)):
        await channel.send(Delivery(id=next(numbers), chat="7", reply=sheet(*ticked)))
    assert len(an.screen) == 1
    assert "☑ Tờ 0" in an.last.text
    assert [row[0]["text"] for row in an.last.buttons] == ["☑ Tờ 0", "☐ Tờ 1"]


async def test_nothing_changed_is_no_failure(
    channel: TelegramChannel, an: Person, fake: FakeTelegram
) -> None:
    for _ in range(2):
        await channel.send(Delivery(id=next(numbers), chat="7", reply=sheet(True)))
    assert len(fake.called("editMessageText")) == 1
    assert len(an.screen) == 1


async def test_what_the_person_deleted_is_sent_anew(
    channel: TelegramChannel, an: Person, sqlite_database: Database
) -> None:
    await channel.send(said("một", key="k"))
    an.screen.clear()
    await channel.send(said("hai", key="k"))
    assert an.last.text == "hai"
    async with sqlite_database.reading() as session:
        assert await drawn.marks(session, "telegram", "7", "k") == (an.last.id,)


async def test_a_reply_that_shrank_leaves_nothing_behind(channel: TelegramChannel, an: Person) -> None:
    await channel.send(said("a" * 3000, "b" * 3000, key="k"))
    assert len(an.screen) == 2
    await channel.send(said("ngắn", key="k"))
    assert [shown.text for shown in an.screen] == ["ngắn"]
    await channel.send(said("c" * 3000, "d" * 3000, key="k"))
    assert [shown.text[0] for shown in an.screen] == ["c", "d"]


async def test_of_a_long_reply_what_was_taken_is_not_sent_again(
    channel: TelegramChannel, an: Person, fake: FakeTelegram
) -> None:
    long = said("a" * 4000, "b" * 4000, "c" * 4000)
    fake.fail_after("sendMessage", 1, faults.flood(3))
    with pytest.raises(RetryLaterError) as caught:
        await channel.send(long)
    assert caught.value.seconds == 3
    assert [shown.text[0] for shown in an.screen] == ["a"]
    await channel.send(long)
    assert [shown.text[0] for shown in an.screen] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (faults.flood(35), RetryLaterError),
        (faults.BLOCKED, ChatGoneError),
        (Fault(code=403, text="Forbidden: bot was kicked from the group chat"), ChatGoneError),
        (Fault(code=400, text="Bad Request: chat not found"), ChatGoneError),
        (Fault(code=400, text="Bad Request: can't parse entities: no"), ReplyRefusedError),
        (faults.moved(-1009), ChatMovedError),
        (faults.UNAUTHORIZED, TokenRefusedError),
        (Fault(), ChannelAwayError),
        (Fault(cut=True), ChannelAwayError),
    ],
    ids=str,
)
async def test_a_refusal_is_told_as_the_sender_understands_it(
    channel: TelegramChannel, fake: FakeTelegram, fault: Fault, kind: type[Exception]
) -> None:
    fake.fail("sendMessage", fault)
    with pytest.raises(kind) as caught:
        await channel.send(said("chào"))
    assert caught.value.__suppress_context__
    assert "123456:" not in str(caught.value)


async def test_in_a_group_personal_buttons_lead_to_a_chat_of_two(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    buttons = (
        Button(label="Tra hồ sơ", press=Track().encode()),
        Button(label="Khai sinh", press=Card(code="1.001193").encode()),
    )
    await channel.send(said("chọn", chat="-5/12", buttons=buttons))
    (shown,) = fake.chats[-5]
    ((track, card),) = shown.buttons
    assert track["url"].startswith("https://t.me/motcua_bot?start=p_")
    assert card["callback_data"] == "c:1.001193"
    assert shown.thread == 12


def test_groups_are_written_to_more_slowly() -> None:
    private, group = chat_rate("7"), chat_rate("-7")
    assert private is not None
    assert group is not None
    assert group.per_second < private.per_second == 1


PICTURE = File.holding("danh-sach.png", "image/png", b"\x89PNG and more")
LIST = File.holding("danh-sach.pdf", "application/pdf", b"%PDF and more")


def carried(*files: File, key: str = "") -> Delivery:
    reply = Reply(blocks=(Paragraph(text="Danh sách của bạn"),), files=files, key=key)
    return Delivery(id=next(numbers), chat="7", reply=reply)


async def test_files_come_after_the_words_whole_and_under_their_names(
    channel: TelegramChannel, an: Person, fake: FakeTelegram
) -> None:
    await channel.send(carried(PICTURE, LIST))
    assert [(one.file.name, one.file.content) for one in an.screen[1:] if one.file] == [
        (PICTURE.name, PICTURE.content),
        (LIST.name, LIST.content),
    ]
    assert [name for name, _ in fake.calls if name.startswith("send")] == [
        "sendMessage",
        "sendPhoto",
        "sendDocument",
    ]


async def test_what_was_taken_of_a_reply_with_files_is_not_sent_again(
    channel: TelegramChannel, an: Person, fake: FakeTelegram
) -> None:
    fake.fail("sendDocument", faults.flood(1))
    delivery = carried(PICTURE, LIST)
    with pytest.raises(RetryLaterError):
        await channel.send(delivery)
    await channel.send(delivery)
    assert [bool(one.file) for one in an.screen] == [False, True, True]
    assert len(fake.called("sendPhoto")) == 1


async def test_a_file_is_no_part_of_what_can_be_changed_in_place(
    channel: TelegramChannel, an: Person, sqlite_database: Database
) -> None:
    await channel.send(carried(PICTURE, key="k"))
    async with sqlite_database.reading() as session:
        assert await drawn.marks(session, "telegram", "7", "k") == (an.screen[0].id,)


async def test_a_picture_is_fetched_by_its_name(channel: TelegramChannel, fake: FakeTelegram) -> None:
    fake.pictures["AgAC"] = b"a picture"
    assert await channel.picture("AgAC") == b"a picture"


async def test_a_picture_that_is_gone_or_too_heavy_is_not_fetched(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    fake.pictures[f"heavy-{HEAVIEST + 1}"] = b""
    with pytest.raises(PictureTooLargeError):
        await channel.picture(f"heavy-{HEAVIEST + 1}")
    with pytest.raises(ReplyRefusedError):
        await channel.picture("gone")


def wishing(chat: str = "7", wish: Wish = Wish.PHONE) -> Delivery:
    reply = Reply(
        blocks=(Paragraph(text="Mã hồ sơ?"),),
        buttons=((Button(label="Về", press="m"),),),
        wish=wish,
    )
    return Delivery(id=next(numbers), chat=chat, reply=reply)


async def test_a_number_is_asked_for_by_telegram_s_own_button_and_the_button_goes_again(
    channel: TelegramChannel, an: Person, fake: FakeTelegram
) -> None:
    await channel.send(wishing())
    await channel.send(said("Cảm ơn bạn."))
    asked, question, thanks = (call["reply_markup"] for call in fake.called("sendMessage"))
    assert asked["keyboard"] == [[{"text": "📱 Chia sẻ số điện thoại của mình", "request_contact": True}]]
    assert asked["one_time_keyboard"]
    assert question == {"inline_keyboard": [[{"text": "Về", "callback_data": "m"}]]}
    assert thanks == {"remove_keyboard": True}
    assert "không lưu lại" in an.screen[0].text


async def test_a_place_is_asked_for_by_telegram_s_own_button_too(
    channel: TelegramChannel, an: Person, fake: FakeTelegram
) -> None:
    await channel.send(wishing(wish=Wish.SPOT))
    asked = fake.called("sendMessage")[0]["reply_markup"]
    assert asked["keyboard"] == [[{"text": "📍 Gửi vị trí của mình", "request_location": True}]]
    assert "không giữ lại vị trí" in an.screen[0].text


async def test_in_a_group_nobody_is_asked_for_a_number(channel: TelegramChannel, fake: FakeTelegram) -> None:
    await channel.send(wishing(chat="-100"))
    assert len(fake.called("sendMessage")) == 1
