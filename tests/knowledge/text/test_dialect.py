from knowledge.text.dialect import common_words, to_common
from knowledge.text.words import words


def test_dialect_needs_its_marks_where_other_words_look_alike() -> None:
    assert to_common(words("mần ở mô")) == words("làm ở đâu")
    assert to_common(words("mở cửa")) == words("mở cửa")


def test_a_phrase_is_read_as_what_people_type() -> None:
    assert common_words("lãnh tiền của bố") == words("lĩnh tiền của cha")
