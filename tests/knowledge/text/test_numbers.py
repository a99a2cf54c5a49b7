import pytest

from knowledge.text.numbers import with_ages, without_amounts
from knowledge.text.words import words


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("cắt 100 mét đất", "cắt đất"),
        ("lên thổ cư 200m2", "lên thổ cư"),
        ("phí 5 triệu đồng một năm", "phí một năm"),
        ("hợp 3 trong 1", "hợp 3 trong 1"),
        ("con 14 tuổi", "con 14 tuổi"),
        ("sao y", "sao y"),
    ],
)
def test_amounts_are_set_aside(text: str, rest: str) -> None:
    assert without_amounts(words(text)) == words(rest)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("con sáu tuổi", "con 6 tuổi"),
        ("bà bảy mươi sáu tuổi", "bà 76 tuổi"),
        ("ông tám lăm tuổi", "ông 85 tuổi"),
        ("em mười bảy tuổi", "em 17 tuổi"),
        ("mười tuổi", "10 tuổi"),
        ("hai mươi tuổi", "20 tuổi"),
        ("hai mươi mốt tuổi", "21 tuổi"),
        ("bé 5t với bé 14t", "bé 5 tuổi với bé 14 tuổi"),
        ("người cao tuổi", "người cao tuổi"),
        ("tuổi", "tuổi"),
        ("ba mẹ", "ba mẹ"),
    ],
)
def test_ages_are_written_in_figures(text: str, figures: str) -> None:
    assert [word.bare for word in with_ages(words(text))] == [word.bare for word in words(figures)]
