import pytest

from knowledge.component_words import COUNT, OPEN_END, PAPER, RULE


@pytest.mark.parametrize(
    "text",
    ["Giấy chứng sinh", "02 ảnh 4x6", "02 (hai) bản sao", "Một trong các loại giấy tờ", "Các tài liệu"],
)
def test_a_paper_begins_with_its_name(text: str) -> None:
    assert PAPER.match(text)


@pytest.mark.parametrize("text", ["Người tiếp nhận", "Giấyy", "Trường hợp có giấy", "Đơnvị"])
def test_a_sentence_does_not(text: str) -> None:
    assert not PAPER.match(text)


@pytest.mark.parametrize("text", ["Hồ sơ gồm:", "bao gồm", "một trong các giấy tờ sau", "như sau: "])
def test_a_heading_ends_openly(text: str) -> None:
    assert OPEN_END.search(text)


def test_a_count_of_sets_is_seen() -> None:
    assert COUNT.match("Mục II. Số lượng hồ sơ: 01 bộ")
    assert not COUNT.match("01 bộ ảnh")


def test_a_rule_is_seen_inside() -> None:
    assert RULE.search("Cơ quan tiếp nhận có trách nhiệm kiểm tra")
    assert not RULE.search("Giấy chứng nhận đủ điều kiện")
