import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.language import Language
from handlers.presses import Browse, Home, Track
from handlers.reply import Paragraph
from handlers.screen import button, clip, column, grid, leaves, pages, screen

_TEXTS = st.text(alphabet="ab cđễ.;\n", max_size=400)


def test_every_screen_has_a_way_back_and_the_menu(say: Language) -> None:
    reply = screen(say, Paragraph(text="Xin chào"), back=Browse())

    assert reply.buttons == ((button("⬅ Quay lại", Browse()), button("🏠 Menu", Home())),)


def test_buttons_stand_in_rows() -> None:
    buttons = [button(label, Track()) for label in "abc"]

    assert [len(row) for row in grid(buttons)] == [2, 1]
    assert [len(row) for row in column(buttons)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ngắn.", "Ngắn."),
        ("Hai câu\nrời nhau.", "Hai câu rời nhau."),
        ("Câu thứ nhất dài. Câu thứ hai dài hơn nhiều.", "Câu thứ nhất dài. …"),
        ("Một câu không có dấu chấm nào ở giữa cả", "Một câu không có dấu chấm…"),
        ("Ngắn. Rồi một câu rất dài không dừng", "Ngắn. Rồi một câu rất dài…"),
    ],
)
def test_a_text_is_cut_where_a_reader_may_pause(text: str, cut: str) -> None:
    assert clip(text, 28) == cut


@given(_TEXTS, st.integers(4, 60))
def test_a_cut_text_is_never_too_long(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit


@given(_TEXTS, st.integers(1, 60))
def test_leaves_fit_and_lose_nothing(text: str, limit: int) -> None:
    cut = leaves(text, limit)

    assert all(0 < len(leaf) <= limit for leaf in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


@given(st.lists(st.text(max_size=30)), st.integers(1, 60))
def test_pages_fit_and_keep_the_order(things: list[str], limit: int) -> None:
    shared = pages(things, len, limit)

    assert [thing for page in shared for thing in page] == things
    assert all(len(page) == 1 or sum(map(len, page)) <= limit for page in shared if page)
    assert len(shared) >= 1
