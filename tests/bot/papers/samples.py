"""A checklist to draw."""

from handlers.handout import Handout, Listed

LINK = "https://mot-cua.example.vn/?start=p_a2M6MS4wMDExOTM6MTJhM2Yx"

FEW = Handout(
    title="Đăng ký khai sinh",
    case_title="Trường hợp của bạn:",
    case=("Bé có Giấy chứng sinh không? Có",),
    papers_title="Giấy tờ cần mang · 1/2",
    papers=(
        Listed(name="Giấy chứng sinh", quantity="1 bản chính", details=("Bệnh viện",), ticked=True),
        Listed(name="Căn cước của người đi nộp → xuất trình ☐"),
    ),
    more="Danh sách còn nữa.",
    facts=(("Lệ phí", "Miễn lệ phí."), ("Nơi nộp", "Bộ phận một cửa của xã, phường.")),
    notes=("Nguồn: Cổng Dịch vụ công quốc gia", "Lập ngày 22/11/2026."),
    link=LINK,
    link_note="Quét để mở danh sách này",
)
MANY = Handout(
    title="Cấp phép " + "xây dựng " * 12,
    papers_title="Giấy tờ",
    papers=tuple(
        Listed(name=f"Bản vẽ số {n} " + "chi tiết " * 18, details=("Lưu ý: " + "rõ ràng " * 25,))
        for n in range(60)
    ),
    more="Danh sách còn nữa.",
)
"""More than a picture holds, and no link."""
