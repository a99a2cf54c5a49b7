"""The words that give a component away: what papers are called, and how conditions, notes and rules begin."""

import re


def _any(words: str) -> str:
    """A pattern for any of the words or phrases between the bars."""
    return "(?:" + "|".join(" ".join(word.split()) for word in words.split("|")) + r")\b"


_CAPITAL = r"(?-i:[A-ZĐÂÊÔƠƯÁÀẢẤẬÉÍÝÓỔÚỦ])"
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ](?:\.?\d{1,2})*|[ivx]{1,4})"
_PAPER_NOUN = _any(
    """biên bản | biên lai | biểu | bài | báo cáo | bản | bảng | bằng | bộ | cam kết | chương trình
    | chứng | công hàm | công văn | danh mục | danh sách | dự thảo | dự toán | dự án | giải trình
    | giấy | hiến chương | hoá đơn | hình ảnh | hóa đơn | hồ sơ | hộ chiếu | hợp đồng | kế hoạch
    | kết luận | kết quả | lý lịch | lệnh | minh chứng | mảnh | mẫu | nghị quyết | nhãn | phiếu
    | phương án | phụ lục | quy chế | quy trình | quyết định | sơ họa | sơ yếu | sơ đồ | sổ
    | thuyết minh | thông báo | thông tin | thư | thẻ | thị thực | thỏa thuận | trích | tài liệu
    | tóm tắt | tờ | văn bản | văn bằng | văn kiện | vận tải đơn | vận đơn | xác nhận | ý kiến
    | điều lệ | đơn | đề cương | kịch bản | thể lệ
    | tệp tin | ủy nhiệm | uỷ nhiệm | vb | đề nghị | đề xuất | đề án | ảnh"""
)
_A_PAPER = (
    r"(?:\d+\s?(?:\([^)]*\)\s?)?)?(?:bộ |bản |tờ )?(?:một trong (?:các |những )?|các |những )?(?:loại )?"
    + _PAPER_NOUN
)
_CONDITION = _any("trong trường hợp | trường hợp | đối với | nếu | khi | ngoài")
_HANDING = _any("nộp | có | gửi | kèm | bổ sung | thêm | xuất trình | trình | cung cấp | kê khai")
_GIVING = _any("nộp | gửi kèm | kèm theo | xuất trình | cung cấp | bổ sung")

BULLET = re.compile(
    rf"^(?:[-+*•●–—·.,;:/)!=\s]|\(\*+\)|\(?{_NUMBER}[).](?!\d)|thành phần hồ sơ \d+\s*[:.]"
    rf"|\d{{1,2}}(?:\.\d{{1,2}})+(?=\s+{_CAPITAL})|[a-zđ] -(?=\s))+",
    re.IGNORECASE,
)
"""Bullets and numbering before a sentence: ``- ``, ``a) ``, ``(2.1) ``; but not the 1.5 of 1.5 triệu."""

PAPER = re.compile(_A_PAPER, re.IGNORECASE)
"""A sentence that begins with the name of a paper, maybe after how many of it: ``02 ảnh 4x6``."""

REMARK = re.compile(_any("lưu ý | chú ý | ghi chú | ví dụ"), re.IGNORECASE)
"""A sentence that says that it is a note."""

CONDITION = re.compile(_CONDITION, re.IGNORECASE)
"""What makes a sentence hold for some only."""

SOMEBODY = re.compile(_any("người | cơ quan | khuyến khích | trong thời hạn | trước khi | có"), re.IGNORECASE)
"""A sentence that begins with who does something, or when: no name of a paper."""

CONTAINER = re.compile(r"(?:các |thành phần )*(?:hồ sơ|giấy tờ|tài liệu|chứng từ)\b", re.IGNORECASE)
"""What papers are called together: ``Hồ sơ đề nghị …``, ``Các tài liệu kèm theo``."""

CONTENTS = re.compile(
    r"\b(?:nội dung|nêu rõ|xác định rõ|ghi rõ|thể hiện|thông tin|trong đó|bao gồm)\b[^.;]{0,80}:\s*$"
    r"|\bcác nội dung sau\b[^.;]*$",
    re.IGNORECASE,
)
"""The end of a paper whose chapters follow: ``Báo cáo thuyết minh các nội dung sau:``."""

FORM_NUMBER = re.compile(r"mẫu (?:số|đơn số)\b", re.IGNORECASE)
"""Not a paper but the form it is written on: ``Mẫu số 15 Phụ lục III``."""

COUNT = re.compile(r"(?:mục \w+\W+)?(?:số lượng|số bộ|\d+\s?(?:\([^)]*\)\s?)?bộ hồ sơ\W*$)", re.IGNORECASE)
"""How many sets of papers: ``Số lượng hồ sơ: 01 bộ``."""

RULE = re.compile(
    _any(
        """có trách nhiệm | chịu trách nhiệm | có quyền | thì cơ quan | thì người | được thay thế bằng
        | không phải nộp | không phải xuất trình | không yêu cầu | không được | miễn nộp | được sử dụng
        | phải được | phải bảo đảm | phải đảm bảo | phải có đầy đủ | có thể nộp | được nộp"""
    ),
    re.IGNORECASE,
)
"""A sentence that says what one must or may do, and names no paper to bring."""

DEMAND = re.compile(
    _any("phải được | phải bảo đảm | phải đảm bảo | phải có đầy đủ | không phải nộp | có thể nộp"),
    re.IGNORECASE,
)
"""What is demanded of papers in general: ``Các tài liệu phải được thể hiện bằng tiếng Việt``."""

PERMISSION = re.compile(r"\b(?:có thể|được phép|không phải) (?:nộp|gửi|yêu cầu)\b", re.IGNORECASE)
"""A condition that goes on with what one may do, and asks for nothing."""

OPEN_END = re.compile(r"(?::|\bgồm|sau đây|như sau|(?:giấy tờ|tài liệu|hồ sơ) sau)\W*$", re.IGNORECASE)
"""A sentence that leaves the naming to those after it: a heading."""

HAND_OVER = re.compile(
    r"(?:(?:người|chủ|công dân|cá nhân|tổ chức|doanh nghiệp)\b(?:(?!không|có thể|[.;:]).){0,60}? )?"
    r"(?:phải )?(?:xuất trình|nộp|có(?=\s))(?: lại| thêm| kèm)?(?: các)?:?\s+",
    re.IGNORECASE,
)
"""Who hands in or shows it, before its name: ``Người yêu cầu xuất trình``."""

CONDITION_FIRST = re.compile(
    rf"(?P<note>{_CONDITION}.{{3,700}}?)"
    rf"(?::(?:\s*{_HANDING})?|(?:,? thì(?: phải| cần)?|(?<!không) (?:phải|cần)|,) {_HANDING}"
    rf"|(?:,| thì|:) (?:(?!không|có thể|được phép|cơ quan|yêu cầu|[,.;:]).){{3,80}}? {_GIVING}"
    rf"|(?:,| thì|:) (?:thành phần )?hồ sơ(?: (?!là)\w+){{0,3}} là"
    rf"| thì(?= {_A_PAPER}.{{1,250}} là (?:tài liệu|giấy tờ) phải có))"
    rf"(?: thêm| lại| theo| kèm theo| bổ sung)*(?: giấy tờ sau)?:?[-+*\s]+(?P<name>(?={_A_PAPER}).+)",
    re.IGNORECASE | re.DOTALL,
)
"""A condition, then the paper it brings: ``Trường hợp trẻ em bị bỏ rơi thì phải có biên bản …``."""

CONDITION_LAST = re.compile(
    r"[;.,]?\s+(?=(?:trừ |áp dụng |riêng |thuộc )?(?:cho )?(?:đối với |trong )?(?:các |những )?trường hợp\b)"
    r"|[;.,]\s+(?=(?:đối với|nếu|khi|lưu ý|trừ khi|riêng)\b)"
    r"|\s+(?=\((?:(?:trong )?trường hợp|nếu|đối với|áp dụng|khi|trừ)\b[^()]*\)\W*$)"
    rf"|[.]\s+(?={_CAPITAL}|\()|\s+là (?:tài liệu|giấy tờ) phải có trong hồ sơ[^().;]*"
    rf"|\s+(?=\(?ban hành kèm theo(?:(?!;| và {_A_PAPER}|,? kèm {_A_PAPER}).)*$)",
)
"""Where a paper's name ends and its conditions begin: ``Giấy chứng sinh; trường hợp không có …``."""
