from dataclasses import FrozenInstanceError, replace

import pytest

from handlers.message import Message
from tests.fakes.talk import START

LINE = Message(channel="web", chat="an", event_id="1", at=START, text="xin chào")


def test_what_was_sent_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        LINE.__setattr__("text", "khác")


def test_a_line_presses_nothing_and_a_press_says_nothing() -> None:
    assert LINE.press == ""
    assert replace(LINE, text="", press="m").text == ""
