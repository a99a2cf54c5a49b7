import pytest

from knowledge.headings import case, is_conditional, is_plain, is_remark, is_rule, mark


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("- Trường hợp ủy quyền, hồ sơ gồm:", "Trường hợp ủy quyền"),
        ("3.4. Chính sách hỗ trợ đầu tư. - Thành phần hồ sơ:", "Chính sách hỗ trợ đầu tư"),
        ("Hồ sơ đề nghị giải thể", "Hồ sơ đề nghị giải thể"),
        ("Đối với người chưa có thẻ, hồ sơ đăng ký dự thi gồm:", "Đối với người chưa có thẻ"),
        ("Giấy tờ chứng minh là trẻ em:", "Giấy tờ chứng minh là trẻ em"),
        ("Trường hợp mất hồ sơ", "Trường hợp mất hồ sơ"),
        ("Hồ sơ chất lượng", ""),
        ("Lưu ý:", ""),
        ("Tờ khai theo mẫu", ""),
        ("Trường hợp mất thì nộp lại", ""),
    ],
)
def test_the_case_of_a_title(title: str, named: str) -> None:
    assert case(title) == named


def test_what_a_title_is() -> None:
    assert is_plain("* Giấy tờ phải nộp:")
    assert not is_plain("Trường hợp mất:")
    assert is_remark("- Ghi chú")
    assert is_rule("Trường hợp mất thì nộp lại")
    assert not is_rule("Trường hợp ủy quyền thì hồ sơ phải kèm những giấy tờ sau:")
    assert is_conditional("Hồ sơ đối với cá nhân")
    assert not is_conditional("Hồ sơ pháp lý")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("- Đơn", "-"), ("+ Đơn", "+"), ("2.1. Đơn", "1"), ("(3) Đơn", "1"), ("đ) Đơn", "a"), ("Đơn", "")],
)
def test_marks_of_a_kind(text: str, expected: str) -> None:
    assert mark(text) == expected
