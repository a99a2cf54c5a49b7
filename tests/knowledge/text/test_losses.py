import pytest

from knowledge.text.losses import losses
from knowledge.text.words import Word, words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mất căn cước", {"lost"}),
        ("ông nội em vừa mất", {"dead"}),
        ("sổ đỏ của ba tôi bị mất", {"lost"}),
        ("mẹ tôi qua đời", {"dead"}),
        ("làm rơi bằng lái", {"lost"}),
        ("cháy nhà", {"lost"}),
        ("chạy xe", set()),
        ("cụ từ trần", {"dead"}),
        ("làm căn cước mất bao tiền", set()),
        ("làm thẻ mất 3 ngày", set()),
    ],
)
def test_death_and_loss(text: str, told: set[str]) -> None:
    assert set(losses(words(text))) == told


def test_without_marks_too() -> None:
    assert set(losses(tuple(Word(token) for token in ("ba", "toi", "moi", "mat")))) == {"dead"}
