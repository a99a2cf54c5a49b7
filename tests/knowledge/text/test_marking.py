import pytest

from knowledge.text.marking import Marks
from knowledge.text.words import Clause, Word, word, words

SAID = [
    words(text) for text in ("mất thẻ căn cước", "cần đổi thẻ", "mất sổ đỏ", "số nhà", "con chó", "cho con")
]


@pytest.fixture(scope="module")
def marks() -> Marks:
    return Marks().add(SAID, times=2)


def bare(text: str) -> Clause:
    return tuple(word(token, trusted=False) for token in text.split())


@pytest.mark.parametrize("text", ["mất thẻ căn cước", "cần đổi thẻ", "sổ đỏ", "số nhà", "con chó", "cho con"])
def test_the_neighbours_choose_among_what_looks_alike(marks: Marks, text: str) -> None:
    typed = tuple(Word(one.bare) for one in words(text))
    assert marks.restored(typed) == words(text)


def test_a_word_in_doubt_stays_without_marks(marks: Marks) -> None:
    assert marks.restored(bare("so")) == (Word("so"),)


def test_a_word_that_is_not_known_stays_without_marks(marks: Marks) -> None:
    assert marks.restored(bare("xyz the can")) == (Word("xyz"), *words("thẻ căn"))


def test_marks_that_were_typed_stay_and_tell_the_next_word(marks: Marks) -> None:
    assert marks.restored((*words("sổ"), *bare("do"))) == words("sổ đỏ")
    assert marks.restored(words("sọ đo")) == words("sọ đo")


def test_a_foreign_word_ends_in_no_tone() -> None:
    assert Marks().add([words("gói plus")]).restored(bare("goi plus")) == words("gói plus")


def test_what_was_packed_is_the_same(marks: Marks) -> None:
    packed = Marks.of(marks.parts())
    assert (packed.words, packed.pairs) == (marks.words, marks.pairs)
