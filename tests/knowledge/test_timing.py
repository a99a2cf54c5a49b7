import pytest

from knowledge.timing import parted


@pytest.mark.parametrize(
    ("description", "time", "how"),
    [
        ("", "", ""),
        ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "05 ngày làm việc kể từ ngày nhận đủ hồ sơ", ""),
        ("Nộp qua bưu chính", "", "Nộp qua bưu chính"),
        ("Nộp trực tiếp tại Trung tâm. 15 ngày.", "15 ngày.", "Nộp trực tiếp tại Trung tâm."),
        (
            "- 03 ngày làm việc;\n- Nộp trực tuyến tại Cổng",
            "03 ngày làm việc;",
            "Nộp trực tuyến tại Cổng",
        ),
        (
            "07 ngày. Trường hợp phải xác minh thì 15 ngày.",
            "07 ngày. Trường hợp phải xác minh thì 15 ngày.",
            "",
        ),
        ("Nộp hồ sơ trong thời hạn 30 ngày.", "Nộp hồ sơ trong thời hạn 30 ngày.", ""),
        (
            "Ngay trong ngày làm việc.\nXã xa được gia hạn.",
            "Ngay trong ngày làm việc.\nXã xa được gia hạn.",
            "",
        ),
        ("Lệ phí 20.000 đồng; 05 ngày làm việc", "05 ngày làm việc", "Lệ phí 20.000 đồng;"),
        ("* Nộp ở Sở\n+ Gửi qua bưu điện", "", "Nộp ở Sở\nGửi qua bưu điện"),
        ("Chưa có quy định", "Chưa có quy định", ""),
        ("Tầng 3, số 1196 đường 3 tháng 2", "", "Tầng 3, số 1196 đường 3 tháng 2"),
    ],
)
def test_time_and_way_are_parted(description: str, time: str, how: str) -> None:
    assert parted(description) == (time, how)
