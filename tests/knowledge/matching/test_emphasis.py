from knowledge.matching.emphasis import emphasis, segments
from knowledge.text.lexicon import content
from knowledge.text.words import Clause, words


def weights(*told: str) -> tuple[float, ...]:
    clauses = [words(text) for text in told]
    return emphasis(clauses, [content(clause) for clause in clauses])


def test_a_short_line_asks_as_a_whole() -> None:
    assert weights("mất ví", "làm lại căn cước") == (1.0, 1.0)


def test_in_a_story_the_clause_that_asks_weighs_more() -> None:
    told, asked = weights("hai vợ chồng tui ở với ông bà nội mấy năm rồi", "giờ muốn tách hộ khẩu ra riêng")
    assert told < asked == 1.0


def test_what_happened_before_the_turn_weighs_less() -> None:
    told, asked = weights("đổi căn cước", "giờ sửa sổ đỏ")
    assert told < asked == 1.0


def test_a_turn_to_nothing_new_is_none() -> None:
    assert weights("mất sổ đỏ", "giờ làm sao") == (1.0, 1.0)


def test_a_clause_is_parted_where_it_turns() -> None:
    parts: list[Clause] = [words("đổi căn cước"), words("rồi giờ sửa sổ đỏ")]
    assert segments(words("đổi căn cước rồi giờ sửa sổ đỏ")) == parts
    assert segments(words("giờ sửa sổ đỏ")) == [words("giờ sửa sổ đỏ")]
