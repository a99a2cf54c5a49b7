from knowledge.text.data import strings, table
from knowledge.text.lexicon import Content, content, lexicon_texts, official
from knowledge.text.words import words


def read(units: Content) -> str:
    return " ".join(" ".join(word.bare for word in unit.official) if unit else "_" for unit in units)


def test_citizens_words_become_official_ones_and_are_kept_beside_them() -> None:
    units = content(words("làm sổ đỏ"))
    assert read(units) == "_ giay chung nhan quyen su dung dat"
    term = units[1]
    assert term is not None
    assert term.is_term
    assert [word.bare for word in term.said] == ["so", "do"]


def test_a_long_term_weighs_less_a_word() -> None:
    short, long = content(words("báo tử"))[0], content(words("giải chấp"))[0]
    assert short is not None
    assert long is not None
    assert short.load == 1.0
    assert long.load < 0.6


def test_what_only_asks_is_dropped() -> None:
    assert read(content(words("khai sinh cần giấy tờ gì ở đâu"))).strip("_ ") == "khai sinh"


def test_official_names_are_official_already() -> None:
    assert read(official(words("đăng ký khai tử cho người"))) == "dang ky khai tu _ _"


def test_no_phrase_stands_for_two_terms() -> None:
    seen: dict[str, str] = {}
    for term, said in table("synonyms").items():
        for phrase in strings(said):
            assert seen.setdefault(phrase, term) == term, phrase


def test_the_vocabulary_gets_every_phrase() -> None:
    assert words("sổ đỏ") in lexicon_texts()
