from knowledge.matching.features import features
from knowledge.text.lexicon import content
from knowledge.text.words import Word, words


def test_words_marks_and_pairs() -> None:
    found = features([content(words("đường thủy"))])
    assert set(found) == {"duong", "=đươngf", "thuy", "=thuyr", "duong thuy"}


def test_a_word_without_marks_has_no_mark_feature() -> None:
    assert set(features([content((Word("duong"),))])) == {"duong"}


def test_pairs_across_filler_are_weaker() -> None:
    beside, across = features([content(words("thẻ căn"))]), features([content(words("thẻ của căn"))])
    assert beside["the can"] > across["the can"] > 0


def test_official_words_and_said_ones_are_both_there() -> None:
    found = features([content(words("giải chấp"))])
    assert found["bao dam"] > 0
    assert found["giai chap"] > 0


def test_emphasis_weighs_clauses() -> None:
    parts = [content(words("khai")), content(words("sinh"))]
    found = features(parts, (0.5, 1.0))
    assert found["khai"] == 0.5
    assert found["sinh"] == 1.0
