import pytest

from bot.channels.zalo.payload import FORGED, Payloads
from handlers.errors import UnknownPressError
from handlers.press import LIMIT, decode

KEY, FORMER = b"a key that signs buttons", b"a key that did so before"


def test_a_button_comes_back() -> None:
    written = Payloads(KEY).write("7", "c:1.001193")
    assert written.startswith("#m:")
    assert Payloads(KEY).read("7", written) == "c:1.001193"


def test_the_longest_press_fits() -> None:
    assert len(Payloads(KEY).write("7" * 20, "x" * LIMIT)) < 1000


def test_a_button_of_last_month_works_after_the_key_was_changed() -> None:
    assert Payloads(KEY, [FORMER]).read("7", Payloads(FORMER).write("7", "m")) == "m"


@pytest.mark.parametrize("text", ["", "m", "#tracuu", "khai sinh", "#m", "# m:"])
def test_what_is_typed_is_no_button(text: str) -> None:
    assert Payloads(KEY).read("7", text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "#m:",
        "#m::m",
        "#m:aaaaaaaaaa:m",
        "#m:ạ:m",
        Payloads(KEY).write("8", "m"),
        Payloads(FORMER).write("7", "m"),
        Payloads(KEY).write("7", "m") + "m",
    ],
)
def test_what_only_looks_like_one_is_told_apart(text: str) -> None:
    assert Payloads(KEY).read("7", text) == FORGED


def test_a_forged_button_presses_nothing() -> None:
    with pytest.raises(UnknownPressError):
        decode(FORGED)
