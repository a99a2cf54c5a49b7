from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channels.telegram.links import LONGEST, link, read
from handlers.press import Press
from handlers.presses import Card, Lists, Start, Tick, Track, Walk

START = Start().encode()


@pytest.mark.parametrize(
    "press",
    [
        Track(),
        Lists(),
        Walk(code="1.001193"),
        Card(code="1.001193", others=("2.000635",)),
        Tick(checklist=9, paper="a_b", have=1),
    ],
    ids=lambda press: type(press).__name__,
)
def test_a_press_goes_through_a_link_unharmed(press: Press) -> None:
    address = urlsplit(link("motcua_bot", press.encode()))
    (payload,) = parse_qs(address.query)["start"]
    assert address.path == "/motcua_bot"
    assert len(payload) <= LONGEST
    assert read(payload).press == press.encode()


def test_a_press_too_long_for_a_link_has_none() -> None:
    assert link("motcua_bot", "x" * 60) == ""


@pytest.mark.parametrize(
    ("payload", "press", "text"),
    [
        ("tt_1-001193", "c:1.001193", ""),
        ("tt_1.001193", "c:1.001193", ""),
        ("hs", "d", ""),
        ("hs_000-00-04-H51-200221-0001", "", "000.00.04.H51-200221-0001"),
        ("hs_000_00_04_H51-200221-0001", "", "000.00.04.H51-200221-0001"),
        ("hs_G09-20-20260701-000123", "", "G09.20-20260701-000123"),
        ("hs_what-is-this", "d", ""),
        ("tt_12", START, ""),
        ("p_!!", START, ""),
        ("p_bm9ib2R5", START, ""),
        ("p_a", START, ""),
        ("p_gICA", START, ""),
        ("to_roi", START, ""),
        ("", START, ""),
    ],
)
def test_a_payload_is_read_or_begins_the_conversation(payload: str, press: str, text: str) -> None:
    wish = read(payload)
    assert (wish.press, wish.text) == (press, text)
