import pytest

from knowledge.capitals import calmed


@pytest.mark.parametrize(
    ("written", "calm"),
    [
        ("HƯỞNG TRỢ CẤP MAI TÁNG", "Hưởng trợ cấp mai táng"),
        ("THỦ TỤC THÀNH LẬP HỘI (CẤP TỈNH).", "Thủ tục thành lập hội (cấp tỉnh)."),
        ("THỦ TỤC QUỸ TỰ GIẢI THỂ (Cấp xã)", "Thủ tục quỹ tự giải thể (Cấp xã)"),
        ("CẤP THẺ BHYT CHO NGƯỜI CÓ CCCD", "Cấp thẻ BHYT cho người có CCCD"),
        ("CÔNG NHẬN CỦA UBND XÃ THEO MẪU II", "Công nhận của UBND xã theo mẫu II"),
        ("NGƯỜI NƯỚC NGOÀI TẠI VIỆT NAM", "Người nước ngoài tại Việt Nam"),
        ("LÀM VIỆC THUỘC KHU VỰC NHÀ NƯỚC", "Làm việc thuộc khu vực Nhà nước"),
        ("THẨM QUYỀN CỦA ỦY BAN NHÂN DÂN XÃ", "Thẩm quyền của Ủy ban nhân dân xã"),
        ("KHOẢN 2 ĐIỀU 34 CỦA LUẬT TÍN NGƯỠNG, TÔN GIÁO", "Khoản 2 Điều 34 của Luật Tín ngưỡng, tôn giáo"),
        ("MỞ RỘNG PHẠM VI HOẠT ĐỘNG", "Mở rộng phạm vi hoạt động"),
        ("Tên mẫu: ĐƠN ĐỀ NGHỊ CẤP PHÉP", "Tên mẫu: Đơn đề nghị cấp phép"),
        ("nộp ĐƠN ĐỀ NGHỊ CẤP PHÉP", "nộp đơn đề nghị cấp phép"),
    ],
)
def test_shouting_is_calmed(written: str, calm: str) -> None:
    assert calmed(written) == calm


@pytest.mark.parametrize(
    "text",
    [
        "Đăng ký khai sinh",
        "Điều chỉnh đóng BHXH, BHYT, BHTN, BHTNLĐ, BNN; cấp sổ BHXH",
        "Cấp lại thẻ ABTC",
        "Hiệp định EVFTA và UKVFTA",
        "UBND TP Huế",
        "",
    ],
)
def test_calm_text_stays_as_it_is(text: str) -> None:
    assert calmed(text) == text
