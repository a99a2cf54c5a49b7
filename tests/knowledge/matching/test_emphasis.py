from knowledge.matching.emphasis import emphasis
from knowledge.text.words import words


def test_a_short_line_asks_as_a_whole() -> None:
    assert emphasis([words("mất ví"), words("làm lại căn cước")]) == (1.0, 1.0)


def test_in_a_story_the_clause_that_asks_weighs_more() -> None:
    telling = words("hai vợ chồng tui ở với ông bà nội mấy năm rồi")
    asking = words("giờ muốn tách hộ khẩu ra riêng")
    told, asked = emphasis([telling, asking])
    assert told < asked == 1.0
