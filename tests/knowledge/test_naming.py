import pytest

from knowledge.errors import UnreadableRecordError
from knowledge.naming import code, name, short


@pytest.mark.parametrize("written", ["1.001193", "2.009182739", "1.0133611"])
def test_a_code_is_a_code(written: str) -> None:
    assert code(written) == written


@pytest.mark.parametrize("written", ["", "1.01495", "0.001193", "1.001193x", "khai sinh", "1.001193-XOA"])
def test_anything_else_is_none(written: str) -> None:
    with pytest.raises(UnreadableRecordError):
        code(written)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("cấp giấy phép", "Cấp giấy phép"),
        (". Đăng ký thuế", "Đăng ký thuế"),
        ("1.2. Cấp thẻ;", "Cấp thẻ"),
        ("Hòa giải tranh chấp (1) Trình tự thực hiện:", "Hòa giải tranh chấp"),
        ("1 cửa", "1 cửa"),
    ],
)
def test_a_name_is_mended(written: str, mended: str) -> None:
    assert name(written) == mended


def test_a_name_of_nothing_but_marks_is_none() -> None:
    with pytest.raises(UnreadableRecordError):
        name(" .- ")


@pytest.mark.parametrize(
    ("official", "label"),
    [
        ("Đăng ký thường trú", "Đăng ký thường trú"),
        ("Thủ tục đăng ký khai tử", "Đăng ký khai tử"),
        ("Cấp thẻ căn cước (thực hiện tại cấp tỉnh)", "Cấp thẻ căn cước"),
        ("Cấp chứng chỉ (đối với người (an toàn) không đóng", "Cấp chứng chỉ"),
        (
            "Cấp Giấy phép cho phương tiện vận tải vào đường cấm; dừng, đỗ xe tại khu vực cấm",
            "Cấp Giấy phép cho phương tiện vận tải vào đường cấm",
        ),
        (
            "Đăng ký, cấp Giấy chứng nhận đối với thửa đất có diện tích tăng thêm do thay đổi ranh giới",
            "Đăng ký, cấp Giấy chứng nhận đối với thửa đất có diện tích…",
        ),
        (
            "Cấp Giấy phép biên tập kênh chương trình nước ngoài trên dịch vụ truyền hình",
            "Cấp Giấy phép biên tập kênh chương trình nước ngoài trên…",
        ),
    ],
)
def test_a_label_fits_a_button(official: str, label: str) -> None:
    assert short(official) == label
    assert len(label) <= 60
