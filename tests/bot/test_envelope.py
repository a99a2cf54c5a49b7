from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from bot.envelope import open_envelope, seal, sealed
from handlers.message import Kind, Message
from storage.inbox import Received

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(("text", "press"), [("làm giấy khai sinh", ""), ("", "c~1.001193")])
def test_a_message_comes_out_of_the_inbox_as_it_went_in(text: str, press: str) -> None:
    message = Message(channel="web", chat="an", event_id="e1", at=AT, text=text, press=press)
    received = Received(id=7, channel="web", chat="an", event_id="e1", at=AT, body=seal(message))
    assert open_envelope(received) == message


def test_a_sealed_message_is_in_our_words() -> None:
    message = Message(channel="web", chat="an", event_id="e1", at=AT, text="xin chào")
    envelope = sealed(message)
    assert not envelope.raw
    assert open_envelope(Received(id=7, **asdict(envelope))) == message


def test_what_was_sent_and_who_reads_along_is_kept() -> None:
    message = Message(
        channel="telegram", chat="-1", event_id="e1", at=AT, text="ảnh", kind=Kind.PICTURE, public=True
    )
    received = Received(id=7, channel="telegram", chat="-1", event_id="e1", at=AT, body=seal(message))
    assert open_envelope(received) == message


def test_what_was_shared_by_a_button_is_kept_until_it_is_answered() -> None:
    message = Message(
        channel="telegram",
        chat="1",
        event_id="e1",
        at=AT,
        kind=Kind.CONTACT,
        phone="0912",
        spot=(16.05, 108.2),
        picture="AgAC",
    )
    received = Received(id=7, channel="telegram", chat="1", event_id="e1", at=AT, body=seal(message))
    assert open_envelope(received) == message
    assert (message.bare.phone, message.bare.spot, message.bare.picture) == ("", None, "")


def test_what_older_versions_sealed_still_opens() -> None:
    received = Received(
        id=7, channel="web", chat="an", event_id="e1", at=AT, body='{"text": "xin chào", "press": ""}'
    )
    assert open_envelope(received).kind is Kind.WORDS
