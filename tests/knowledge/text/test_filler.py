from knowledge.text.filler import filler_phrases, filler_words, is_filler
from knowledge.text.words import Word, words


def test_particles_and_pronouns_say_nothing() -> None:
    clause = words("em ơi giấy khai sinh ạ")
    assert [is_filler(clause, at) for at in range(len(clause))] == [True, True, False, False, False, True]


def test_marks_tell_filler_from_its_lookalikes() -> None:
    assert is_filler(words("cần"), 0)
    assert not is_filler(words("căn"), 0)
    assert is_filler(words("thế"), 0)
    assert not is_filler(words("thẻ"), 0)


def test_without_marks_the_neighbours_decide() -> None:
    def ties(first: str, second: str) -> float:
        return 1.0 if (first, second) == ("can", "cuoc") else 0.0

    card, need = (Word("can"), Word("cuoc")), (Word("can"), Word("giay"))
    assert not is_filler(card, 0, ties)
    assert is_filler(need, 0, ties)
    assert not is_filler(need, 0)


def test_the_lists_are_not_empty() -> None:
    assert "em" in filler_words()
    assert "cho em hỏi" in filler_phrases()


def test_what_is_hardly_ever_apart_stays_though_its_marks_look_like_filler() -> None:
    def ties(first: str, second: str) -> float:
        return {("bao", "hiem"): 0.9, ("bao", "toi"): 0.1}.get((first, second), 0.0)

    assert not is_filler(words("bảo hiểm"), 0, ties)
    assert is_filler(words("bảo tôi"), 0, ties)
