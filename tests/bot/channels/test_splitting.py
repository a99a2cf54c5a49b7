import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.splitting import pieces, units


def test_length_is_counted_in_utf_16() -> None:
    assert units("ẩ") == 1
    assert units("👶") == 2


def test_a_short_text_stays_whole_and_nothing_is_nothing() -> None:
    assert pieces("một\n\nhai", 2000) == ["một\n\nhai"]
    assert pieces(" \n", 2000) == []


def test_a_text_is_cut_between_paragraphs_before_lines_before_sentences() -> None:
    assert pieces("Một. Hai\nBa\n\nBốn. Năm\nSáu", 16) == ["Một. Hai\nBa", "Bốn. Năm\nSáu"]
    assert pieces("Một. Hai\nBa. Bốn", 12) == ["Một. Hai", "Ba. Bốn"]
    assert pieces("Một hai. Ba bốn", 12) == ["Một hai.", "Ba bốn"]


@given(st.text(st.sampled_from("a ấ👶\n."), max_size=300), st.integers(min_value=2, max_value=50))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, limit: int) -> None:
    found = pieces(text, limit)
    assert all(0 < units(one) <= limit for one in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_even_the_smallest_limit_ends(limit: int) -> None:
    assert "".join(pieces("abcdef", limit)) == "abcdef"
