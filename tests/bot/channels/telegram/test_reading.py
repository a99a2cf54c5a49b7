import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram.reading import Reader
from bot.channels.telegram.wire import Update
from handlers.message import Kind, Message
from handlers.presses import Card, Home, Lists, Track
from storage.inbox import Received
from tests.fakes.telegram.chats import BOT, chat_of

AT = datetime(2026, 11, 22, tzinfo=UTC)
READER = Reader(bot=123456, name="motcua_bot")
AN = {"id": 7, "is_bot": False, "first_name": "An"}


def message(chat: int = 7, **content: Any) -> dict[str, Any]:
    return {"message_id": 5, "date": 1, "chat": chat_of(chat), "from": AN, **content}


def read(**event: Any) -> Message | None:
    update = Update.read({"update_id": 31, **event})
    assert update is not None
    return READER.message(update, AT)


def heard(chat: int = 7, **content: Any) -> tuple[str, str, Kind] | None:
    found = read(message=message(chat, **content))
    return (found.text, found.press, found.kind) if found else None


def test_a_line_is_known_by_its_chat_and_the_updates_number() -> None:
    found = read(message=message(text="  khai   sinh "))
    assert found == Message(channel="telegram", chat="7", event_id="31", at=AT, text="khai sinh")


def received(body: str) -> Received:
    return Received(id=1, channel="telegram", chat="7", event_id="31", body=body, at=AT, raw=True)


def test_what_was_claimed_as_it_came_reads_the_same() -> None:
    found = READER.read(received(json.dumps({"update_id": 31, "message": message(text="khai sinh")})))
    assert found == read(message=message(text="khai sinh"))


def test_one_that_cannot_be_read_is_told_of_by_its_number(caplog: pytest.LogCaptureFixture) -> None:
    assert READER.read(received('{"message": {"text": "Nguyễn Văn Kín"}}')) is None
    assert "update 31" in caplog.text
    assert "Kín" not in caplog.text


@pytest.mark.parametrize(
    ("text", "said", "press"),
    [
        ("/start", "", "s"),
        ("/start tt_1-001193", "", Card(code="1.001193").encode()),
        ("/start hs_000-00-04-H51-200221-0001", "000.00.04.H51-200221-0001", ""),
        ("/start nobody_wrote_this", "", "s"),
        ("/menu", "", Home().encode()),
        ("/Menu@motcua_bot", "", Home().encode()),
        ("/tracuu", "", Track().encode()),
        ("/tracuu 000.00.04.H51-200221-0001", "000.00.04.H51-200221-0001", ""),
        ("/danhsach", "", Lists().encode()),
        ("/khaisinh", "khaisinh", ""),
        ("tt/bca", "tt/bca", ""),
    ],
)
def test_commands_and_links(text: str, said: str, press: str) -> None:
    assert heard(text=text) == (said, press, Kind.WORDS)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"photo": []}, Kind.PICTURE),
        ({"voice": {}}, Kind.VOICE),
        ({"document": {}}, Kind.FILE),
        ({"sticker": {}}, Kind.STICKER),
        ({"location": {"latitude": 1, "longitude": 2}}, Kind.LOCATION),
        ({"contact": {"phone_number": "0912345678", "first_name": "Bà Tư", "user_id": 8}}, Kind.CONTACT),
        ({"contact": {"phone_number": "0912345678", "first_name": "An", "user_id": 7}}, Kind.CONTACT),
        ({"dice": {}}, Kind.OTHER),
    ],
    ids=str,
)
def test_what_is_no_text_is_known_by_its_kind_alone(content: dict[str, Any], kind: Kind) -> None:
    assert heard(**content) == ("", "", kind)


def test_words_under_a_picture_are_words() -> None:
    assert heard(photo=[], caption="đây là giấy gì") == ("đây là giấy gì", "", Kind.WORDS)


def test_what_telegram_says_about_the_chat_is_not_answered() -> None:
    assert heard(new_chat_title="Tổ 5") is None
    assert read(my_chat_member={"chat": chat_of(7), "new_chat_member": {"status": "kicked"}}) is None


def test_a_corrected_line_gets_a_word_in_private_only() -> None:
    found = read(edited_message=message(text="khai sinh"))
    assert found is not None
    assert (found.kind, found.text) == (Kind.EDIT, "")
    assert read(edited_message=message(location={})) is None
    assert read(edited_message=message(-5, text="@motcua_bot khai sinh")) is None


OURS = {"message_id": 1, "date": 1, "chat": chat_of(-5), "from": BOT}
THEIRS = OURS | {"from": AN}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"text": "khai sinh"}, None),
        ({"text": "@motcua_bot khai sinh"}, ("khai sinh", "", Kind.WORDS)),
        ({"text": "khai sinh @MotCua_Bot ơi"}, ("khai sinh ơi", "", Kind.WORDS)),
        ({"text": "@motcua_bot"}, ("", "m", Kind.WORDS)),
        ({"text": "@motcua_bot_khac khai sinh"}, None),
        ({"text": "/menu"}, None),
        ({"text": "/menu@motcua_bot"}, ("", "m", Kind.WORDS)),
        ({"text": "bao nhiêu tiền", "reply_to_message": OURS}, ("bao nhiêu tiền", "", Kind.WORDS)),
        ({"text": "bao nhiêu tiền", "reply_to_message": THEIRS}, None),
        ({"photo": []}, None),
    ],
    ids=str,
)
def test_in_a_group_it_answers_only_who_speaks_to_it(content: dict[str, Any], said: Any) -> None:
    assert heard(-5, **content) == said


def test_in_a_group_others_read_along_and_a_forum_has_topics() -> None:
    found = read(message=message(-5, text="@motcua_bot a", message_thread_id=12, is_topic_message=True))
    assert found is not None
    assert (found.public, found.chat) == (True, "-5/12")


def test_a_channel_and_other_bots_are_left_alone() -> None:
    channel = {"id": -9, "type": "channel", "title": "Tin"}
    assert read(message=message(text="@motcua_bot a") | {"chat": channel}) is None
    assert read(message=message(-5, text="@motcua_bot a") | {"from": BOT | {"id": 2}}) is None


def test_a_press_belongs_to_the_chat_it_was_made_in() -> None:
    query = {"id": "9", "from": AN, "data": "m", "message": message(-5)}
    found = read(callback_query=query)
    assert found is not None
    assert (found.chat, found.press, found.public) == ("-5", "m", True)
    assert read(callback_query={"id": "9", "from": AN, "game_short_name": "x"}) is None
    far = read(callback_query={"id": "9", "from": AN, "data": "m"})
    assert far is not None
    assert far.chat == "7"


@pytest.mark.parametrize(
    ("content", "kind", "picture"),
    [
        ({"photo": [{"file_id": "small"}, {"file_id": "large"}]}, Kind.PICTURE, "large"),
        ({"photo": [{"file_id": "large"}], "caption": "xem giúp"}, Kind.WORDS, "large"),
        ({"document": {"file_id": "scan", "mime_type": "image/png"}}, Kind.FILE, "scan"),
        ({"document": {"file_id": "form", "mime_type": "application/pdf"}}, Kind.FILE, ""),
        ({"text": "khai sinh"}, Kind.WORDS, ""),
    ],
    ids=str,
)
def test_a_picture_is_known_by_its_largest_size(content: dict[str, Any], kind: Kind, picture: str) -> None:
    found = read(message=message(**content))
    assert found is not None
    assert (found.kind, found.picture) == (kind, picture)


CARD = {"phone_number": "84912345678", "first_name": "An", "user_id": 7}


@pytest.mark.parametrize(
    ("sent", "phone"),
    [
        ({"contact": CARD}, "84912345678"),
        ({"contact": CARD | {"user_id": 8}}, ""),
        ({"contact": {"phone_number": "84912345678", "first_name": "An"}}, ""),
        ({"contact": CARD, "forward_origin": {"type": "user"}}, ""),
    ],
)
def test_a_number_is_one_s_own_where_telegram_says_so(sent: dict[str, Any], phone: str) -> None:
    found = read(message=message(**sent))
    assert found is not None
    assert (found.kind, found.phone) == (Kind.CONTACT, phone)


def test_in_a_group_no_number_is_taken() -> None:
    found = read(message=message(-100, contact=CARD, reply_to_message=message(-100) | {"from": BOT}))
    assert found is not None
    assert found.phone == ""


def test_a_shared_place_comes_along() -> None:
    found = read(message=message(location={"latitude": 21.03, "longitude": 105.85}))
    assert found is not None
    assert (found.kind, found.spot) == (Kind.LOCATION, (21.03, 105.85))
