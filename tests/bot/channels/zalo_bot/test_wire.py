from typing import Any

import pytest

from bot.channels.zalo_bot.wire import Event

SAMPLE: dict[str, Any] = {
    "message": {
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Ted", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "text": "Xin chào",
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
    },
    "event_name": "message.text.received",
}


@pytest.mark.parametrize("raw", [SAMPLE, {"ok": True, "result": SAMPLE}], ids=["bare", "in its envelope"])
def test_an_event_is_read_in_both_forms(raw: dict[str, Any]) -> None:
    event = Event.read(raw)
    assert event is not None
    assert event.message is not None
    assert (event.message.text, event.message.chat.id) == ("Xin chào", "6ede9afa66b88fe6d6a9")


@pytest.mark.parametrize("raw", [{"message": {}}, {"result": []}, {"message": "Xin chào"}])
def test_what_cannot_be_read_is_none(raw: dict[str, Any]) -> None:
    assert Event.read(raw) is None


def test_numbers_are_taken_for_names() -> None:
    event = Event.read({"message": {"message_id": 1, "chat": {"id": 2}}})
    assert event is not None
    assert event.message is not None
    assert (event.message.message_id, event.message.chat.id) == ("1", "2")
