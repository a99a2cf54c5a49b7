"""One component of a document list: a paper, a heading or a note, and where its conditions begin.

The catalogue calls all of them components. What decides is how the sentence begins and whether it
carries a quantity; a paper's name is then cut from the conditions written into it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.capitals import calmed
from knowledge.facts import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One component as it is written, with its quantities: nothing judged yet."""

    name: str
    code: str = ""
    originals: int = 0
    copies: int = 0
    form: str = ""


class Kind(StrEnum):
    """What a component really is."""

    PAPER = "paper"
    HEADING = "heading"
    NOTE = "note"


def _words(*words: str) -> str:
    return "(?:" + "|".join(words) + r")\b"


_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ](?:\.?\d{1,2})*|[ivx]{1,4})"
_BULLET = re.compile(
    rf"^(?:[-+*•●–—·.,;:/\s]|\+\)|\(?{_NUMBER}[).](?!\d)|\d{{1,2}}(?:\.\d{{1,2}})+(?=\s)|[a-zđ] -(?=\s))+",
    re.IGNORECASE,
)
_QUANTITY = r"(?:\d+\s?(?:\([^)]*\)\s?)?)?(?:bộ |bản |tờ )?"
_NAMED = (
    _QUANTITY
    + r"(?:một trong (?:các |những )?|các |những )?(?:loại )?"
    + _words(
        *("ảnh", "bài", "bản", "bảng", "báo cáo", "bằng", "biên bản", "biên lai", "biểu", "bộ", "cam kết"),
        *("chứng", "công hàm", "công văn", "danh mục", "danh sách", "dự án", "dự thảo", "dự toán", "đề án"),
        *("đề cương", "đề nghị", "đề xuất", "điều lệ", "đơn", "giải trình", "giấy", "hình ảnh", "hóa đơn"),
        *("hoá đơn", "hồ sơ", "hộ chiếu", "hợp đồng", "kế hoạch", "kết luận", "lệnh", "lý lịch", "mảnh"),
        *("mẫu", "minh chứng", "nghị quyết", "phiếu", "phụ lục", "phương án", "quyết định", "quy chế"),
        *("quy trình", "sổ", "sơ đồ", "sơ họa", "sơ yếu", "tài liệu", "thẻ", "thị thực", "thông báo"),
        *(
            "thông tin",
            "thỏa thuận",
            "thuyết minh",
            "thư",
            "tờ",
            "tóm tắt",
            "trích",
            "vận đơn",
            "văn bản",
            "văn bằng",
        ),
        *("văn kiện", "xác nhận", "ý kiến"),
    )
)
_PAPER = re.compile(_NAMED, re.IGNORECASE)
_CONDITION = _words("trong trường hợp", "trường hợp", "đối với", "nếu", "khi")
_NOTE = re.compile(_words("lưu ý", "chú ý", "ghi chú", "ví dụ") + "|" + _CONDITION, re.IGNORECASE)
_COUNT = re.compile(r"(?:mục \w+\W+)?(?:số lượng|số bộ|\d+\s?(?:\([^)]*\)\s?)?bộ hồ sơ\W*$)", re.IGNORECASE)
_RULE = re.compile(
    _words(
        *("có trách nhiệm", "chịu trách nhiệm", "có quyền", "thì cơ quan", "thì người", "được thay thế bằng"),
        *("không phải nộp", "không phải xuất trình", "không yêu cầu", "không được", "miễn nộp"),
        *(
            "được sử dụng",
            "phải được",
            "phải bảo đảm",
            "phải đảm bảo",
            "phải có đầy đủ",
            "có thể nộp",
            "được nộp",
        ),
    ),
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?::|\bgồm|sau đây|như sau|(?:giấy tờ|tài liệu|hồ sơ) sau)\W*$", re.IGNORECASE)
_HANDING = _words("nộp", "có", "gửi", "kèm theo", "bổ sung", "xuất trình", "cung cấp", "kê khai")
_CONDITION_FIRST = re.compile(
    rf"(?P<note>{_CONDITION}.{{3,600}}?)"
    rf"(?::(?:\s*{_HANDING})?|(?:,? thì(?: phải| cần)?|(?<!không) (?:phải|cần)|,) {_HANDING})"
    rf"(?: thêm| lại| kèm theo| bổ sung)?:?[-+*\s]+(?P<name>(?={_NAMED}).+)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION_LAST = re.compile(
    r"[;.,]?\s+(?=(?:trừ |áp dụng |riêng |thuộc )?(?:cho )?(?:đối với |trong )?(?:các |những )?trường hợp\b)"
    r"|[;.,]\s+(?=(?:đối với|nếu|khi|lưu ý|trừ khi|riêng)\b)"
    r"|\s+(?=\((?:(?:trong )?trường hợp|nếu|đối với|áp dụng|khi|trừ)\b[^()]*\)\W*$)"
    r"|[.]\s+(?=[A-ZĐÂÊÔƠƯ(])",
)
_HAND_OVER = re.compile(
    r"(?:(?:người|chủ|công dân|cá nhân|tổ chức|doanh nghiệp)\b(?:(?!không|[.;:]).){0,60}? )?"
    r"(?:phải )?(?:xuất trình|nộp)(?: lại| thêm)?(?: các)?:?\s+",
    re.IGNORECASE,
)
_ALL_ASIDE = re.compile(r"\([^()]*\)")
_EDGE = " \n;:.,-"


def bare(text: str) -> str:
    """The text without bullets and numbering before it, and calm."""
    return calmed(_BULLET.sub("", text)).rstrip(_EDGE)


def kind(one: Component) -> Kind:
    """What it really is."""
    text = bare(one.name)
    _, name, _ = _parts(text)
    counted = bool(one.originals or one.copies)
    if not text or _COUNT.match(text) or (one.name.startswith("+") and not counted):
        return Kind.NOTE
    if counted and _PAPER.match(name):
        return Kind.PAPER
    if _OPEN_END.search(one.name):
        return Kind.HEADING
    if _NOTE.match(name if counted else text) or _RULE.search(name):
        return Kind.NOTE
    return Kind.PAPER if counted or _PAPER.match(name) else Kind.NOTE


def paper(one: Component, *, shown: bool = False) -> Paper:
    """The paper of a component: its name, and apart from it the conditions that were written into it.

    ``shown`` says that it stood under a heading for what is only shown; its own words go before.
    """
    verb, name, note = _parts(bare(one.name))
    return Paper(
        name=name,
        note=note,
        code=one.code,
        originals=one.originals,
        copies=one.copies,
        form=one.form,
        show_only=shows(verb) if verb else shown,
    )


def shows(text: str) -> bool:
    """Whether the words ask to show something and not to hand it in."""
    return "xuất trình" in text.lower() and "nộp" not in text.lower()


def _parts(text: str) -> tuple[str, str, str]:
    """What to do with it ("Xuất trình"), if that is said, the name and the note."""
    verb = _HAND_OVER.match(text)
    if verb and _PAPER.match(text, verb.end()):
        return (verb[0], *_split(text[verb.end() :]))
    return ("", *_split(text))


def _split(text: str) -> tuple[str, str]:
    """The name and the note inside one text; the note is empty where there is no condition."""
    first = _CONDITION_FIRST.fullmatch(text)
    if first and _PAPER.match(bare(first["name"])):
        name, note = _split(bare(first["name"]))
        return name, "\n".join(filter(None, [_sentence(first["note"]), note]))
    last = _CONDITION_LAST.search(text, 10)
    if last and _PAPER.match(text):
        return _sentence(text[: last.start()]), _sentence(text[last.end() :])
    return _sentence(text), ""


def _sentence(text: str) -> str:
    """Trimmed, begun with a capital, and with the bracket mended that a cut went through."""
    trimmed = text.strip(_EDGE)
    if _ALL_ASIDE.fullmatch(trimmed):
        trimmed = trimmed[1:-1]
    opened, closed = trimmed.count("("), trimmed.count(")")
    if closed > opened:
        trimmed = trimmed.removesuffix(")")
    if opened > closed:
        trimmed = trimmed[1:] if trimmed.startswith("(") else f"{trimmed})"
    return trimmed[:1].upper() + trimmed[1:]
