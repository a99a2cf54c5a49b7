from knowledge.text.words import Word, clauses, word, words


def test_clauses_end_at_punctuation_and_letters_held_down_are_one() -> None:
    assert clauses("Chào bạn!!! Cho mìnhhhh hỏi, làm CCCD") == [
        ["chào", "bạn"],
        ["cho", "mình", "hỏi"],
        ["làm", "cccd"],
    ]


def test_a_decomposed_text_reads_like_a_composed_one() -> None:
    assert words("khai sinh đường") == words("khai sinh đường")


def test_numbers_stay_whole_and_hooked_letters_are_mended() -> None:
    assert clauses("1.000.000 đồng, đƣợc") == [["1.000.000", "đồng"], ["được"]]


def test_a_word_without_trust_has_no_marks() -> None:
    assert word("sinh") == Word("sinh", "sinh")
    assert word("sinh", trusted=False) == Word("sinh", "")


def test_two_right_spellings_are_one() -> None:
    assert word("kí") == word("ký")
    assert word("lí") == word("lý")
    assert word("qui") == word("quy")
    assert word("mai") == Word("mai", "mai")
