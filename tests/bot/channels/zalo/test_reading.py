from typing import Any

import pytest

from bot.channels.zalo.payload import Payloads
from bot.channels.zalo.reading import Reader
from handlers.message import Kind, Message
from tests.bot.channels.zalo.test_event import FOLLOW, TEXT, read
from tests.fakes.talk import START

PAYLOADS = Payloads(b"a key that signs buttons")
USER = "246845883529197922"


def message(event_name: str, account: str = "", **content: Any) -> Message | None:
    event = read(event_name=event_name, sender={"id": USER}, recipient={"id": "1"}, **content)
    reader = Reader(PAYLOADS, account)
    assert event.peer is not None
    return reader.message(event, event.peer, START)


def media(kind: str, **payload: Any) -> dict[str, Any]:
    return {"message": {"msg_id": "m1", "attachments": [{"type": kind, "payload": payload}]}}


def test_a_line() -> None:
    assert message("user_send_text", message={"text": "khai sinh", "msg_id": "m1"}) == Message(
        channel="zalo", chat=USER, event_id="m1", at=START, text="khai sinh"
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("image", media("image", url="https://i", thumbnail="https://t"), Kind.PICTURE),
        ("gif", media("gif", url="https://i"), Kind.PICTURE),
        ("link", media("link", url="https://l", description="d"), Kind.OTHER),
        ("audio", media("audio", url="https://a.amr"), Kind.VOICE),
        ("video", media("video", url="https://v"), Kind.FILE),
        ("sticker", media("sticker", url="https://s", id="1"), Kind.STICKER),
        ("location", media("location", coordinates={"latitude": "1", "longitude": "2"}), Kind.LOCATION),
        ("file", media("file", size="3", name="a.pdf", url="https://f"), Kind.FILE),
        ("business_card", media("link", description='{"phone":"84900000000"}'), Kind.CONTACT),
        ("hologram", media("hologram"), Kind.OTHER),
    ],
)
def test_every_kind_of_message(name: str, content: dict[str, Any], kind: Kind) -> None:
    found = message(f"user_send_{name}", **content)
    assert found is not None
    assert (found.kind, found.text, found.phone) == (kind, "", "")


def test_a_picture_can_be_fetched_and_words_under_it_are_read() -> None:
    content = media("image", url="https://i")
    found = message("user_send_image", **content)
    assert found is not None
    assert found.picture == "https://i"
    content["message"]["text"] = "cái này là gì"
    worded = message("user_send_image", **content)
    assert worded is not None
    assert (worded.kind, worded.text, worded.picture) == (Kind.WORDS, "cái này là gì", "https://i")


@pytest.mark.parametrize(
    ("told", "spot"),
    [
        ({"latitude": "10.76", "longitude": "106.66"}, (10.76, 106.66)),
        ({"latitude": 10.76, "longitude": 106.66}, (10.76, 106.66)),
        ({"latitude": "91", "longitude": "0"}, None),
        ({"latitude": "nan", "longitude": "0"}, None),
        ({"latitude": "", "longitude": "0"}, None),
        ({"latitude": "1"}, None),
        ("10,106", None),
    ],
)
def test_a_place_is_a_place_on_earth(told: object, spot: tuple[float, float] | None) -> None:
    found = message("user_send_location", **media("location", coordinates=told))
    assert found is not None
    assert (found.kind, found.spot) == (Kind.LOCATION, spot)


def test_who_follows_or_opens_the_chat_is_greeted() -> None:
    for event in (read(**FOLLOW), read(event_name="user_click_chatnow", oa_id="1", user_id="7")):
        assert event.peer is not None
        found = Reader(PAYLOADS).message(event, event.peer, START)
        assert found is not None
        assert found.press == "s"


@pytest.mark.parametrize(
    "info",
    [
        {"name": "An", "phone": "84912345678", "user_dob": "1/1/1990", "full_address": {"user_city": "Huế"}},
        {
            "name": "An",
            "phone": "0912345678",
            "address": "1 Lê Lợi",
            "city": "Huế",
            "district": "",
            "ward": "",
        },
        {"phone": 84912345678},
        {"phone": "+84 912 345 678"},
    ],
)
def test_a_number_that_was_shared_is_vouched_for(info: dict[str, Any]) -> None:
    found = message("user_submit_info", info=info)
    assert found is not None
    assert (found.kind, found.phone) == (Kind.CONTACT, "0912345678")
    assert found.text == ""


def test_a_form_without_a_number() -> None:
    found = message("user_submit_info", info=None)
    assert found is not None
    assert (found.kind, found.phone) == (Kind.CONTACT, "")


def test_our_button_is_a_press_and_a_forged_one_is_old() -> None:
    for written, press in ((PAYLOADS.write(USER, "m"), "m"), ("#m:aaaaaaaaaa:m", "?")):
        found = message("user_send_text", message={"text": written, "msg_id": "1"})
        assert found is not None
        assert (found.press, found.text) == (press, "")


def test_somebody_without_an_account_is_heard() -> None:
    said = {"text": "chào", "msg_id": "1", "conversation_id": "c7"}
    found = message("anonymous_send_text", message=said)
    assert found is not None
    assert (found.chat, found.text) == (f"{USER}/c7", "chào")


@pytest.mark.parametrize(
    "name",
    [
        "user_seen_message",
        "user_received_message",
        "user_reacted_message",
        "oa_reacted_message",
        "oa_send_text",
        "user_send_group_text",
        "user_call_oa",
        "user_reply_consent",
        "update_user_info",
        "widget_interaction_accepted",
    ],
)
def test_nobody_waits_for_an_answer_to(name: str) -> None:
    assert message(name, message={"text": "a", "msg_id": "1", "react_icon": "/-heart"}) is None


def test_events_of_the_apps_other_accounts_are_not_ours() -> None:
    said = read(**TEXT)
    assert Reader(PAYLOADS).concerns(said)
    assert Reader(PAYLOADS, "388613280878808645").concerns(said)
    assert not Reader(PAYLOADS, "1").concerns(said)
    assert Reader(PAYLOADS, "1").concerns(read(event_name="extension_purchased"))
