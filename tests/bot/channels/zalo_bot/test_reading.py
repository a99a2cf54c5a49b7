from datetime import UTC, datetime

import pytest

from bot.channels.zalo_bot.reading import Reader
from bot.channels.zalo_bot.wire import Event
from handlers.message import Kind, Message

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)
READER = Reader(name="Bot Một Cửa")


def read(name: str = "message.text.received", kind: str = "PRIVATE", **said: object) -> Message | None:
    message = {"message_id": "a1", "chat": {"id": "7", "chat_type": kind}, **said}
    event = Event.read({"event_name": name, "message": message})
    assert event is not None
    return READER.message(event, AT)


def test_a_line_is_claimed_by_its_own_number() -> None:
    assert read(text="  khai   sinh ") == Message(
        channel="zalo_bot", chat="7", event_id="a1", at=AT, text="khai sinh"
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("message.image.received", Kind.PICTURE),
        ("message.sticker.received", Kind.STICKER),
        ("message.voice.received", Kind.VOICE),
        ("message.unsupported.received", Kind.OTHER),
    ],
)
def test_what_is_no_line_is_told_by_its_kind(name: str, kind: Kind) -> None:
    message = read(name, photo_url="https://a.example/a.jpg")
    assert message is not None
    assert (message.kind, message.text) == (kind, "")


@pytest.mark.parametrize("name", ["photo", "photo_url"])
def test_a_picture_is_told_by_its_address_under_either_name(name: str) -> None:
    message = read("message.image.received", **{name: "https://a.example/a.jpg"})
    assert message is not None
    assert message.picture == "https://a.example/a.jpg"


def test_a_picture_of_another_shape_is_none_that_can_be_fetched() -> None:
    message = read("message.image.received", photo=[{"url": "https://a.example/a.jpg"}])
    assert message is not None
    assert (message.kind, message.picture) == (Kind.PICTURE, "")


def test_words_under_a_picture_are_read() -> None:
    message = read("message.image.received", photo="https://a.example/a.jpg", caption="giấy này là gì")
    assert message is not None
    assert (message.kind, message.text) == (Kind.WORDS, "giấy này là gì")


def test_bots_and_events_without_a_message_are_left() -> None:
    bot = {"message_id": "a1", "chat": {"id": "7"}, "from": {"is_bot": True}, "text": "a"}
    assert READER.message(Event.model_validate({"message": bot}), AT) is None
    assert READER.message(Event(event_name="bot.added"), AT) is None


@pytest.mark.parametrize(
    ("text", "said", "press"),
    [
        ("@Bot Một Cửa làm khai sinh", "làm khai sinh", ""),
        ("làm khai sinh bot một cửa ơi", "làm khai sinh ơi", ""),
        ("@Bot Một Cửa", "", "m"),
    ],
)
def test_a_group_speaks_to_us_by_our_name(text: str, said: str, press: str) -> None:
    message = read(kind="GROUP", text=text)
    assert message is not None
    assert (message.text, message.press, message.public) == (said, press, True)
    assert message.chat == "group/7"


@pytest.mark.parametrize("text", ["làm khai sinh", "Bot Một Cửađây", ""])
def test_what_a_group_says_otherwise_is_none_of_ours(text: str) -> None:
    assert read(kind="GROUP", text=text) is None
