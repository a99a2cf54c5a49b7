import pytest

from bot.jetstream.wire import packed, unpacked
from storage.inbox import Envelope, Received
from tests.fakes.talk import START

ENVELOPE = Envelope(channel="telegram", chat="7", event_id="31", body='{"từ": 1}', at=START, raw=True)


def test_an_envelope_comes_out_as_it_went_in() -> None:
    assert unpacked(packed(ENVELOPE)) == ENVELOPE


def test_what_lies_in_the_inbox_travels_without_its_number() -> None:
    received = Received(id=5, channel="web", chat="an", event_id="1", body="", at=START)
    assert type(unpacked(packed(received))) is Envelope


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"at": "2026-11-22"}', b"\xff"])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        unpacked(data)
