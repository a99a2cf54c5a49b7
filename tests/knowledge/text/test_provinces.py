import pytest

from knowledge.text.provinces import named, named_anyhow, provinces, without
from knowledge.text.words import Word, words


def test_there_are_34() -> None:
    assert len(provinces()) == 34
    assert "Thành phố Hồ Chí Minh" in provinces()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ở Bắc Giang", ("Bắc Ninh",)),
        ("từ Huế vào Đồng Nai", ("Huế", "Đồng Nai")),
        ("lên Sài Gòn", ("Thành phố Hồ Chí Minh",)),
        ("gia hạn visa", ()),
    ],
)
def test_provinces_in_a_clause(text: str, found: tuple[str, ...]) -> None:
    assert named(words(text)) == found


def test_names_that_are_everyday_words_need_a_word_before_them() -> None:
    assert named((Word("hue"), Word("hong"))) == ()
    assert named((Word("o"), Word("hue"))) == ("Huế",)
    assert named_anyhow((Word("hue"), Word("hong"))) == ("Huế",)


def test_the_clause_without_its_places() -> None:
    assert without(words("chuyển hộ khẩu lên hà nội")) == words("chuyển hộ khẩu lên")
