import pytest

from knowledge.text.phrases import Found, PhraseTable, disagreement
from knowledge.text.words import Word, words

TABLE = PhraseTable(
    [("sổ đỏ", "land"), ("sổ đỏ lần đầu", "first"), ("mô", "where"), ("sai", "wrong")], frozenset({"sai"})
)


def bare(text: str) -> tuple[Word, ...]:
    return tuple(Word(token, "") for token in text.split())


def values(text: tuple[Word, ...]) -> list[str]:
    return [found.value for found in TABLE.find(text)]


def test_the_longest_phrase_wins() -> None:
    assert values(words("làm sổ đỏ lần đầu")) == ["first"]
    assert values(words("mất sổ đỏ")) == ["land"]


def test_phrases_are_found_without_marks() -> None:
    assert values(bare("lam so do lan dau")) == ["first"]


def test_another_word_with_the_same_letters_is_not_taken() -> None:
    assert values(words("số đo")) == []


def test_one_wrong_mark_is_borne_in_a_long_phrase() -> None:
    assert values(words("sổ đõ lần đầu")) == ["first"]


def test_a_lone_word_needs_its_marks_unless_it_is_named() -> None:
    assert values(words("ở mô")) == ["where"]
    assert values(bare("o mo")) == []
    assert values(bare("ghi sai")) == ["wrong"]


def test_all_places_may_overlap() -> None:
    table = PhraseTable([("a b", 1), ("b c", 2)])
    assert [found.value for found in table.find_all(words("a b c"))] == [1, 2]
    assert [found.value for found in table.find(words("a b c"))] == [1]


@pytest.mark.parametrize(
    ("typed", "written", "cost"),
    [
        ("", "sôr", 0.0),
        ("so", "sôr", 0.0),
        ("sôr", "sôr", 0.0),
        ("sôx", "sôr", 0.25),
        ("sô", "sôr", 0.25),
        ("sôs", "sôr", 1.0),
    ],
)
def test_disagreement(typed: str, written: str, cost: float) -> None:
    assert disagreement(typed, written) == cost


def test_light_words_may_stand_inside() -> None:
    table = PhraseTable([("sửa nhà mới", 1)], light=frozenset({"cái"}))
    found = table.at(words("sửa cái nhà cái mới"), 0)
    assert found == Found(0, 5, 1)
    assert table.at(words("cái sửa nhà"), 0) is None


def test_a_strict_table_takes_a_word_without_marks_for_what_it_is() -> None:
    assert PhraseTable([("chó nhà", 1)]).at(words("cho nhà"), 0) is not None
    strict = PhraseTable([("chó nhà", 1)], strict=True)
    assert strict.at(words("cho nhà"), 0) is None
    assert strict.at((Word("cho"), Word("nha")), 0) == Found(0, 2, 1)
