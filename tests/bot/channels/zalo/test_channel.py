import logging
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from bot.channels.base import Delivery
from bot.channels.zalo.api import Api
from bot.channels.zalo.channel import Looks, ZaloChannel
from bot.channels.zalo.codes import CODES, Remedy
from bot.channels.zalo.templates import UNASKED, Templates
from bot.errors import (
    AccountBarredError,
    ChannelAwayError,
    ChatGoneError,
    ReplyRefusedError,
    RetryLaterError,
)
from handlers.reply import Button, File, Paragraph, Reply, Wish
from storage import presences
from storage.database import Database
from tests.fakes.zalo.faults import Fault
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import PAYLOADS

CS = "/v3.0/oa/message/cs"
numbers = count(1)

PNG = "iVBORw0KGgoAAAANSUhEUg=="
PICTURE = File(name="the.png", media_type="image/png", content=PNG.encode())
PDF = File(name="giay-to.pdf", media_type="application/pdf", content=b"JVBERi0xLjc=")
DAYS = File(name="hen.ics", media_type="text/calendar", content=b"QkVHSU4=")


@pytest.fixture
def channel(api: Api, fake: FakeZalo, sqlite_database: Database) -> ZaloChannel:
    return made(api, fake, sqlite_database)


def made(api: Api, fake: FakeZalo, database: Database, **looks: Any) -> ZaloChannel:
    templates = Templates(api, database, {}, clock=lambda: fake.now)
    return ZaloChannel(
        api,
        database,
        templates,
        PAYLOADS,
        looks=Looks(language="vi", **looks),
        clock=lambda: fake.now,
    )


@pytest.fixture
def an(fake: FakeZalo) -> Person:
    """Somebody who has just written."""
    an = Person(fake)
    fake.citizen(an.id).spoke_at = fake.now
    return an


def said(
    an: Person, *texts: str, choices: int = 0, files: tuple[File, ...] = (), wish: Wish = Wish.NOTHING
) -> Delivery:
    buttons = tuple((Button(label=f"Chọn {n}", press="m"),) for n in range(choices))
    blocks = tuple(Paragraph(text=text) for text in texts)
    reply = Reply(blocks=blocks, buttons=buttons, files=files, wish=wish)
    return Delivery(id=next(numbers), chat=an.id, reply=reply)


async def test_a_reply_arrives_with_its_buttons(channel: ZaloChannel, an: Person) -> None:
    await channel.send(said(an, "Cha & mẹ <b>", choices=2))
    assert an.last.text == "Cha & mẹ <b>"
    assert [one["title"] for one in an.last.buttons] == ["Chọn 0", "Chọn 1"]


async def test_where_buttons_are_refused_numbers_take_their_place_for_a_while(
    channel: ZaloChannel, an: Person, fake: FakeZalo, caplog: pytest.LogCaptureFixture
) -> None:
    fake.takes_buttons = False
    for _ in range(2):
        await channel.send(said(an, "Chào", choices=1))
    first, second = an.screen
    assert first.text == "Chào\n\n1. Chọn 0"
    assert second.text.startswith(first.text)
    assert len(fake.called(CS)) == 3
    assert "refused buttons" in caplog.text


async def test_buttons_can_be_switched_off(
    api: Api, fake: FakeZalo, sqlite_database: Database, an: Person
) -> None:
    await made(api, fake, sqlite_database, buttons=False).send(said(an, "Chào", choices=1))
    assert an.last.buttons == []
    assert "1. Chọn 0" in an.last.text


async def test_of_a_long_reply_what_was_taken_is_not_sent_again(
    channel: ZaloChannel, an: Person, fake: FakeZalo
) -> None:
    long = said(an, "a" * 1900, "b" * 1900, "c" * 1900, files=(PICTURE,))
    fake.fail("/v2.0/oa/upload/image", Fault(code=-200))
    with pytest.raises(ChannelAwayError):
        await channel.send(long)
    await channel.send(long)
    assert [shown.text[:1] for shown in an.screen] == ["a", "b", "c", ""]


async def test_files_follow_the_words(channel: ZaloChannel, an: Person) -> None:
    await channel.send(said(an, "Đây ạ", files=(PICTURE, PDF, DAYS)))
    words, picture, document = an.screen
    assert words.text == "Đây ạ"
    assert picture.attachment["payload"]["elements"][0]["media_type"] == "image"
    assert document.attachment["type"] == "file"


async def test_a_number_is_asked_for_with_zalos_own_form(
    api: Api, fake: FakeZalo, sqlite_database: Database, an: Person
) -> None:
    url = "https://motcua.example/so.png"
    await made(api, fake, sqlite_database, picture=url).send(said(an, "Cho mình số nhé", wish=Wish.PHONE))
    assert an.screen[0].text == "Cho mình số nhé"
    payload = an.last.attachment["payload"]
    assert payload["template_type"] == "request_user_info"
    assert payload["elements"][0] == {
        "title": "Chia sẻ số điện thoại",
        "subtitle": "Để mình tìm hồ sơ của bạn theo số này.",
        "image_url": url,
    }


async def test_a_place_cannot_be_asked_for(channel: ZaloChannel, an: Person) -> None:
    await channel.send(said(an, "Bạn ở đâu?", wish=Wish.SPOT))
    assert len(an.screen) == 1


async def test_somebody_without_an_account_gets_words_and_numbers(
    channel: ZaloChannel, fake: FakeZalo
) -> None:
    guest = fake.citizen("12/c7")
    await channel.send(said(Person(fake, "12/c7"), "Chào", choices=1, wish=Wish.PHONE))
    assert [shown.text.splitlines()[-3] for shown in guest.screen] == ["1. Chọn 0"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (-32, RetryLaterError),
        (-200, ChannelAwayError),
        (-213, ChatGoneError),
        (-224, AccountBarredError),
        (-248, ReplyRefusedError),
    ],
)
async def test_a_refusal_is_told_as_the_sender_understands_it(
    channel: ZaloChannel, an: Person, fake: FakeZalo, code: int, kind: type[Exception]
) -> None:
    fake.fail(CS, Fault(code=code))
    with pytest.raises(kind) as caught:
        await channel.send(said(an, "Chào"))
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("code", [code for code, one in CODES.items() if one.remedy is Remedy.CLOSED])
async def test_an_answer_to_a_closed_window_is_given_up_with_its_reason(
    channel: ZaloChannel, an: Person, fake: FakeZalo, code: int
) -> None:
    fake.fail(CS, Fault(code=code))
    with pytest.raises(ReplyRefusedError, match=UNASKED):
        await channel.send(said(an, "Chào"))


async def test_a_closed_window_is_known_before_anything_is_sent(
    channel: ZaloChannel, an: Person, fake: FakeZalo, sqlite_database: Database
) -> None:
    async with sqlite_database.writing() as session:
        await presences.spoke(session, "zalo", an.id, fake.now)
    fake.now += timedelta(days=7)
    await channel.send(said(an, "Chào"))
    fake.now += timedelta(seconds=1)
    with pytest.raises(ReplyRefusedError, match=UNASKED):
        await channel.send(said(an, "Chào"))
    assert len(fake.called(CS)) == 1


async def test_the_words_stand_where_zalo_refuses_the_form(
    channel: ZaloChannel, an: Person, fake: FakeZalo, caplog: pytest.LogCaptureFixture
) -> None:
    fake.refuses.add("request_user_info")
    await channel.send(said(an, "Cho mình số nhé", wish=Wish.PHONE))
    assert [shown.text for shown in an.screen] == ["Cho mình số nhé"]
    assert "MOTCUA_ZALO_FORM_PICTURE" in caplog.text


async def test_between_two_and_seven_days_the_accounts_quota_is_spent(
    channel: ZaloChannel, an: Person, fake: FakeZalo, caplog: pytest.LogCaptureFixture
) -> None:
    fake.now += timedelta(hours=49)
    fake.quota = 1
    await channel.send(said(an, "Chào"))
    with caplog.at_level(logging.ERROR), pytest.raises(AccountBarredError, match="quota"):
        await channel.send(said(an, "Chào"))
    assert "needs an operator" in caplog.text
