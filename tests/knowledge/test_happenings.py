"""Life events are found by how people tell them, and by nothing else."""

import pytest

from knowledge.happenings import Happenings
from knowledge.life_events import load

SHIPPED = Happenings(load())


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("nhà mới có người mất", "nha_co_tang"),
        ("nha em moi co em be", "sinh_con"),
        ("sắp sinh con", "sinh_con"),
        ("tôi sắp cưới vợ", "ket_hon"),
        ("mới mất việc", "mat_viec"),
        ("tui mới mua xe máy", "mua_xe"),
    ],
)
def test_a_line_that_tells_of_an_event_finds_it(line: str, event: str) -> None:
    told = SHIPPED.told(line)

    assert told is not None
    assert (told.event.id, told.score > 0.5) == (event, True)


@pytest.mark.parametrize("line", ["", "xin chào", "thời tiết hôm nay", "🙂"])
def test_a_line_that_tells_of_none_finds_none(line: str) -> None:
    assert SHIPPED.told(line) is None


def test_a_say_is_known_word_for_word_with_marks_or_without() -> None:
    whole = SHIPPED.told("Nha em  moi co em be")

    assert whole is not None
    assert (whole.score, whole.event) == (1.0, SHIPPED.said("nhà em mới có em bé"))
    assert SHIPPED.said("vợ mới đẻ") is None


def test_without_events_nothing_is_found() -> None:
    assert Happenings().told("sắp sinh con") is None
