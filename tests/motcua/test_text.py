import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.text import clean, clean_line, unmarked


def test_decomposed_letters_are_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "Giấy khai sinh")) == "Giấy khai sinh"


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("khai\u00a0sinh", "khai sinh"),
        ("\u200ekhai  sinh ", "khai sinh"),
        ("dòng một\r\ndòng hai", "dòng một\ndòng hai"),
        ("một\n\n\n\nhai", "một\n\nhai"),
        ("a\x00b", "ab"),
    ],
)
def test_spaces_and_invisible_marks_are_mended(dirty: str, tidy: str) -> None:
    assert clean(dirty) == tidy


@pytest.mark.parametrize("mark", [*"\t\u00a0\u00ad\u2003\u200b\u200e\u202a\u202f\u2060\u3000\ufeff\x00\x7f"])
def test_no_mark_that_needs_mending_passes_for_tidy(mark: str) -> None:
    assert mark not in clean(f"khai{mark}sinh")
    assert mark not in clean_line(f"khai{mark}sinh")


def test_a_line_has_no_break() -> None:
    assert clean_line(" Đăng ký\n khai sinh ") == "Đăng ký khai sinh"


def test_marks_can_be_taken_off() -> None:
    assert unmarked("Đường về Huế, Ở ĐÂU") == "Duong ve Hue, O DAU"


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊỆỡữạ "))
def test_composed_or_not_the_bare_letters_are_the_same(text: str) -> None:
    assert unmarked(text) == unmarked(unicodedata.normalize("NFD", text))
    assert unmarked(text).isascii()


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
