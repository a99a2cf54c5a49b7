import pytest

from knowledge import absent, life_events, plainness
from knowledge.plainness import LONGEST, faults, jargon, long_sentences
from knowledge.texts import texts


def test_a_sentence_is_one_breath_long() -> None:
    assert list(long_sentences("bạn " * LONGEST)) == []
    (fault,) = long_sentences("Mang căn cước. " + "bạn " * (LONGEST + 1))
    assert fault.text.endswith(f'…" has {LONGEST + 1} syllables')


@pytest.mark.parametrize("end", [". ", "! ", "? ", "… ", "\n"])
def test_sentences_end_where_a_reader_rests(end: str) -> None:
    assert list(long_sentences(end.join(["bạn " * LONGEST] * 3))) == []


@pytest.mark.parametrize("text", ["1.000.000", "29/11/2026", "{code}", "19/11", "8:30"])
def test_a_number_and_a_placeholder_are_one_syllable(text: str) -> None:
    assert list(long_sentences(" ".join([text] * LONGEST))) == []
    assert len(list(long_sentences(" ".join([text] * (LONGEST + 1))))) == 1


@pytest.mark.parametrize("word", plainness.words())
def test_a_word_of_laws_is_told_with_a_plain_one(word: str) -> None:
    (fault,) = faults(f"Bạn {word.capitalize()} nhé.")
    assert fault.mend == f"say: {plainness.words()[word]}"


def test_the_longest_word_is_told_once() -> None:
    assert [one.text for one in jargon("nơi có thẩm quyền")] == ['"có thẩm quyền" is officialese']


def test_a_word_within_another_is_none() -> None:
    assert list(jargon("Nêu trênh, đối vớia.")) == []


def test_what_to_say_instead_is_plain_itself() -> None:
    assert [fault for plain in plainness.words().values() for fault in faults(plain)] == []


def test_what_is_not_held_and_what_happens_in_a_life_is_told_plainly() -> None:
    told = [one.model_dump(exclude={"says"}) for one in (*absent.load(), *life_events.load())]
    assert [fault for one in told for _, text in texts("", one) for fault in faults(text)] == []
