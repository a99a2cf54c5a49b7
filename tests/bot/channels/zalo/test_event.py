import json
from typing import Any

import pytest

from bot.channels.zalo.event import Event
from bot.channels.zalo.peer import Peer

TEXT = {
    "app_id": "360846524940903967",
    "user_id_by_app": "552177279717587730",
    "event_name": "user_send_text",
    "sender": {"id": "246845883529197922"},
    "recipient": {"id": "388613280878808645"},
    "message": {"text": "message", "msg_id": "96d3cdf3af150460909"},
    "timestamp": "154390853474",
}
FOLLOW = {
    "oa_id": "388613280879808645",
    "follower": {"id": "24684588352919792"},
    "user_id_by_app": "552172779717587730",
    "event_name": "follow",
    "source": "oa_profile",
    "app_id": "36084652489903967",
    "timestamp": "154397978274",
}
"""Zalo's own two examples."""


def read(**content: Any) -> Event:
    event = Event.read(json.dumps(content).encode())
    assert event is not None
    return event


def test_zalos_own_examples() -> None:
    said, follow = read(**TEXT), read(**FOLLOW)
    assert (said.name, said.id, said.account) == (
        "user_send_text",
        "96d3cdf3af150460909",
        "388613280878808645",
    )
    assert said.peer == Peer("246845883529197922")
    assert (follow.account, follow.peer) == ("388613280879808645", Peer("24684588352919792"))
    assert len(follow.id) == 40


def test_what_has_no_id_is_known_by_its_body() -> None:
    assert read(**FOLLOW).id == read(**FOLLOW).id
    assert read(**FOLLOW).id != read(**(FOLLOW | {"timestamp": "154397978275"})).id


@pytest.mark.parametrize("name", ["oa_send_text", "user_seen_message", "user_received_message"])
def test_of_what_the_account_does_the_recipient_is_the_person(name: str) -> None:
    event = read(event_name=name, sender={"id": "1"}, recipient={"id": "2"})
    assert (event.account, event.peer) == ("1", Peer("2"))


def test_somebody_without_an_account_is_known_with_the_conversation() -> None:
    message = {"conversation_id": "c7", "text": "a", "msg_id": "m"}
    event = read(event_name="anonymous_send_text", sender={"id": "12"}, message=message)
    assert event.peer == Peer("12", "c7")


def test_numbers_are_ids_too() -> None:
    assert read(event_name="user_withdraw", oa_id=3, user_id=7).peer == Peer("7")


@pytest.mark.parametrize(
    "content",
    [
        {"event_name": "create_group", "oa_id": "1", "group_id": "g", "users": [{"id": "7"}]},
        {"event_name": "add_user_to_tag", "oa_id": "1", "tag": {"user_ids": ["7"], "name": "a"}},
        {"event_name": "extension_purchased"},
    ],
)
def test_what_is_about_no_single_person(content: dict[str, Any]) -> None:
    assert read(**content).peer is None


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"no json", b"\xff", b'"text"', b'{"event_name":""}'])
def test_what_is_no_event(body: bytes) -> None:
    assert Event.read(body) is None


@pytest.mark.parametrize(
    "message",
    [
        None,
        "text",
        [],
        {"attachments": None},
        {"attachments": []},
        {"attachments": ["a"]},
        {"attachments": [{}]},
    ],
)
def test_pieces_of_another_shape_are_not_there(message: object) -> None:
    event = read(event_name="user_send_image", sender={"id": "7"}, message=message)
    assert event.attachment == {}
    assert event.text("message", "text") == ""
    assert event.at("message", "text", "deeper") is None
