import pytest

from knowledge.text.keystrokes import decode
from knowledge.text.syllable import key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddooir", "đổi"),
        ("heets", "hết"),
        ("dduwowngf", "đường"),
        ("giaays", "giấy"),
        ("tuw", "tư"),
        ("nuowcs", "nước"),
        ("lafm", "làm"),
        ("thuwowngf", "thường"),
        ("ddi", "đi"),
        ("d9o6i3", "đổi"),
        ("the3", "thẻ"),
        ("d9u7o7ng2", "đường"),
        ("ma61t", "mất"),
        ("d9a8ng", "đăng"),
    ],
)
def test_keystrokes_of_a_syllable(typed: str, meant: str) -> None:
    assert key(decode(typed)) == key(meant)


@pytest.mark.parametrize("token", ["sinh", "khai", "gplx", "a1", "b2", "kt3", "email", "bank", "9", "w", ""])
def test_what_is_no_keystrokes_is_left_alone(token: str) -> None:
    assert decode(token) == ""
