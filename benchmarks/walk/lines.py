"""Lines that people type, and lines that nobody should have to think of."""

from collections.abc import Sequence
from random import Random

ASKED_ON = (
    "thế mất bao lâu",
    "còn lệ phí",
    "nộp online được không",
    "vậy cho con 5 tuổi thì sao",
    "không phải, ý mình là cấp lại",
    "giấy tờ gì",
    "ở đâu",
    "quay lại",
    "menu",
    "hủy",
    "không rõ",
    "cái đầu tiên",
    "cái cuối",
    "mất chứ không phải hết hạn",
    "mẹ là người nước ngoài",
    "quên mã rồi",
    "1",
    "2",
    "99",
    "danh sách",
    "english",
    "tiếng việt",
    "/quyenriengtu",
    "/ngonngu",
    "/tracuu",
    "cảm ơn",
    "ngu quá",
    "em muốn chết",
    "nhà đang cháy",
    "nhà em ở huyện Núi Thành",
    "số em 0912345678",
    "000.00.04.H51-261119-0001",
    "1234",
    "nộp hôm nay thì hôm nào có",
)
"""What goes on, leads away, or is a word that always means something."""

SCRIPTS = (
    "👨‍👩‍👧‍👦🇻🇳🧾" * 20,
    "مرحبا كيف أسجل الولادة",
    "\u202eabc\u202c \u200b\u200d\ufeff",
    "\x00\x07\x1b[31mđỏ\x1b[0m",
    "សូមជួយខ្ញុំចុះបញ្ជីកំណើត",
    "a" * 5000,
    "khai sinh " * 500,
    "ế" * 3000,
    "\u0301\u0323" * 300,
    "<b>&amp;</b> {name} %s `rm -rf` ' OR 1=1 --",
    "\n\n\n",
    " ",
    "ｆｕｌｌ　ｗｉｄｔｈ",
    "𝓀𝒽𝒶𝒾 𝓈𝒾𝓃𝒽",
    "{{}} {0} {code!r}",
    "\ud7ff\ue000\uffff",
)
"""Any script, and none."""

PRESSES = (
    "zz:nonsense",
    "c:1.999999",
    "k:4711",
    "t:1:to_khai:1",
    "a:1.001193:giay:cu_roi",
    "f:1.001193:fee:999",
    "",
)
"""Presses of last month, of somebody else, and of nobody."""


def a_line(random: Random, asked: Sequence[str]) -> str:
    """One line: mostly a question, often one that goes on, now and then nonsense."""
    kind = random.random()
    if kind < 0.45:
        return random.choice(asked)
    if kind < 0.85:
        return random.choice(ASKED_ON)
    return random.choice(SCRIPTS)
