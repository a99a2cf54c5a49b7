import pytest

from handlers.deep_links import LONGEST, payload, read, read_of_a_stranger, said, within
from handlers.press import Press
from handlers.presses import (
    Agree,
    Card,
    Erase,
    EraseNow,
    Follow,
    Lists,
    SharedCase,
    Start,
    Tick,
    Track,
    Unfollow,
    Walk,
)

START = Start().encode()


@pytest.mark.parametrize(
    "press",
    [
        Track(),
        Lists(),
        Walk(code="1.001193"),
        Card(code="1.001193", others=("2.000635",)),
        Tick(checklist=9, paper="a_b", have=1),
        SharedCase(code="1.001193", case="12_3fa9"),
    ],
    ids=lambda press: type(press).__name__,
)
def test_a_press_goes_through_a_link_unharmed(press: Press) -> None:
    packed = payload(press.encode())
    assert 0 < len(packed) <= LONGEST
    assert read(packed).press == press.encode()


def test_a_press_too_long_for_a_link_has_none() -> None:
    assert payload("x" * 60) == ""


@pytest.mark.parametrize(
    ("text", "press", "line"),
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
def test_a_payload_is_read_or_begins_the_conversation(text: str, press: str, line: str) -> None:
    opening = read(text)
    assert (opening.press, opening.text) == (press, line)


@pytest.mark.parametrize(("press", "opens"), [(EraseNow(), Erase()), (Agree(follow=3), Follow(follow=3))])
def test_a_link_erases_nothing_and_consents_to_nothing(press: Press, opens: Press) -> None:
    assert read(payload(press.encode())).press == opens.encode()


@pytest.mark.parametrize("press", [Unfollow(follow=3), Tick(checklist=9, paper="a", have=1), Lists()])
def test_a_strangers_link_touches_nothing_of_ones_own(press: Press) -> None:
    assert read_of_a_stranger(payload(press.encode())).press == START


@pytest.mark.parametrize("press", [Card(code="1.001193"), Track(), SharedCase(code="1.001193", case="1")])
def test_a_strangers_link_opens_what_anybody_may_see(press: Press) -> None:
    assert read_of_a_stranger(payload(press.encode())).press == press.encode()
    assert read_of_a_stranger("hs_G09-20-20260701-000123").text == "G09.20-20260701-000123"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://t.me/motcua_bot?start=tt_1-001193", "tt_1-001193"),
        ("Mở https://mot-cua.vn/?start=hs giúp em", "hs"),
        ("https://example.vn/?other=1 https://t.me/b?start=hs", "hs"),
        ("https://example.vn/", ""),
        ("http://[::1?start=hs", ""),
        ("start=hs", ""),
    ],
)
def test_a_link_is_found_in_what_was_read(text: str, found: str) -> None:
    assert within(text) == found


def test_a_one_time_code_on_a_receipt_is_said() -> None:
    secret = "hs_" + "a2" * 10
    assert read(secret).text == read_of_a_stranger(secret).text == secret


@pytest.mark.parametrize(
    ("line", "payload"),
    [("/start tt_1-001193", "tt_1-001193"), ("/start", ""), ("start tt_1-001193", ""), ("/start a b", "")],
)
def test_the_command_of_a_link_may_be_typed(line: str, payload: str) -> None:
    assert said(line) == payload
