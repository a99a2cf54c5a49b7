from typing import Any

import pytest

from bot.channels.telegram.place import Place, spoken_in, tells_more


@pytest.mark.parametrize("place", [Place(7), Place(-100123), Place(-100123, 45)], ids=str)
def test_a_place_is_read_as_it_was_written(place: Place) -> None:
    assert Place.read(place.text) == place


def test_in_a_group_others_read_along() -> None:
    assert Place(-1).public
    assert not Place(1).public


SAID = {"message_id": 1, "chat": {"id": -5}, "message_thread_id": 3}


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ({"message": SAID}, Place(-5)),
        ({"message": {**SAID, "is_topic_message": True}}, Place(-5, 3)),
        ({"edited_message": SAID}, Place(-5)),
        ({"callback_query": {"from": {"id": 7}, "message": SAID}}, Place(-5)),
        ({"callback_query": {"from": {"id": 7}}}, Place(7)),
        ({"my_chat_member": {"chat": {"id": 7}}}, None),
        ({"message": {"text": "a chat is missing"}}, None),
        ({"message": "no message"}, None),
    ],
)
def test_where_it_was_spoken_is_seen_without_reading_it(raw: dict[str, Any], place: Place | None) -> None:
    assert spoken_in({"update_id": 1, **raw}) == place


def test_a_press_and_a_group_that_moved_tell_more() -> None:
    assert tells_more({"callback_query": {}})
    assert tells_more({"message": {"migrate_to_chat_id": -1005}})
    assert not tells_more({"message": {"text": "khai sinh"}})
