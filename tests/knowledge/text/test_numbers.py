import pytest

from knowledge.text.numbers import without_amounts
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
