"""A whole procedure as text for a terminal: every fact, the guide, and where they come from."""

from collections.abc import Iterable, Iterator

from knowledge.facts import Facts, Fee, Group, Level, Method, Paper, Scope, Unit, Way
from knowledge.guide import Guide, GuidePaper
from knowledge.procedure import Procedure

LEVELS = {
    Level.COMMUNE: "cấp xã",
    Level.PROVINCE: "cấp tỉnh",
    Level.MINISTRY: "trung ương",
    Level.VERTICAL: "ngành dọc",
    Level.OTHER: "cơ quan khác",
}
_SCOPES = {
    Scope.NATIONWIDE: "toàn quốc",
    Scope.PROVINCIAL: "riêng của tỉnh, thành phố",
    Scope.INTERNAL: "nội bộ giữa các cơ quan",
}
_WAYS = {Way.DIRECT: "Trực tiếp", Way.ONLINE: "Trực tuyến", Way.POSTAL: "Bưu chính"}
_UNITS = {
    Unit.HOUR: "giờ",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.DAY: "ngày",
    Unit.MONTH: "tháng",
    Unit.YEAR: "năm",
}


def text(procedure: Procedure) -> str:
    """The procedure in paragraphs: its source first, then the guide, then the facts."""
    parts = [_head(procedure), *_guide(procedure.guide), *_facts(procedure.facts)]
    return "\n\n".join(part for part in parts if part)


def _head(procedure: Procedure) -> str:
    source = procedure.source
    days = f"công bố {source.published:%d/%m/%Y}, kiểm tra {source.checked:%d/%m/%Y}"
    stale = ["Dữ liệu quốc gia đã thay đổi sau khi viết hướng dẫn này."] if procedure.stale else []
    return "\n".join([f"{procedure.code}  {procedure.name}", f"Nguồn: {source.name}, {days}", *stale])


def _guide(guide: Guide | None) -> Iterator[str]:
    if guide is None:
        return
    yield "== Hướng dẫn"
    yield guide.summary
    yield _list("Người dân nói", guide.says)
    for question in guide.ask:
        yield _list(f"Hỏi: {question.text}", (choice.label for choice in question.choices))
    yield _list("Giấy tờ", map(_guide_paper, guide.papers))
    yield _fields(
        {
            "Lệ phí": guide.fee,
            "Thời gian": guide.time,
            "Nơi nộp": guide.place,
            "Trực tuyến": guide.online,
            "Kết quả": guide.result,
            "Điều kiện": guide.conditions,
        }
    )
    yield _list("Các bước", guide.steps)
    yield _list("Lưu ý", guide.tips)
    yield _list("Dễ nhầm với", (f"{one.code}: {one.when}" for one in guide.siblings))
    yield _list("Tiếp theo", (f"{one.code}: {one.why}" for one in guide.next))


def _guide_paper(paper: GuidePaper) -> str:
    cases = "; ".join(f"{question}: {', '.join(choices)}" for question, choices in paper.when.items())
    told = [_copies(paper.originals, paper.copies), "chỉ xuất trình" if paper.show_only else "", cases]
    return _with(paper.name, told)


def _facts(facts: Facts) -> Iterator[str]:
    yield "== Dữ liệu danh mục quốc gia"
    yield _fields(
        {
            "Tên": facts.name,
            "Lĩnh vực": ", ".join(facts.fields),
            "Cấp": ", ".join(LEVELS[level] for level in facts.levels),
            "Phạm vi": _SCOPES[facts.scope],
            "Cơ quan công bố": facts.publisher,
            "Cơ quan thực hiện": "; ".join(facts.agencies),
            "Nơi tiếp nhận": facts.address,
            "Đối tượng": "; ".join(facts.subjects),
            "Toàn trình": "có" if facts.fully_online else "không",
            "Kết quả": "; ".join(facts.results),
            "Điều kiện": facts.conditions,
        }
    )
    for group in facts.groups:
        yield _group(group)
    yield _list("Cách thực hiện", map(_method, facts.methods))
    yield _list("Trình tự", (f"{step.name}\n{step.text}".strip() for step in facts.steps))
    yield _list("Căn cứ pháp lý", (f"{law.number}  {law.name}" for law in facts.laws))
    if facts.decision:
        day = f" ngày {facts.decision.decided:%d/%m/%Y}" if facts.decision.decided else ""
        yield f"Quyết định công bố: {facts.decision.number}{day}"


def _group(group: Group) -> str:
    papers = _list(f"Giấy tờ: {group.name}" if group.name else "Giấy tờ", map(_paper, group.papers))
    return "\n".join(filter(None, [papers, _list("Ghi chú", (note.text for note in group.notes))]))


def _paper(paper: Paper) -> str:
    told = [_copies(paper.originals, paper.copies), "chỉ xuất trình" if paper.show_only else "", paper.form]
    return "\n".join(filter(None, [_with(paper.name, [*told, paper.code]), paper.note]))


def _method(method: Method) -> str:
    time = f"{method.time.amount} {_UNITS[method.time.unit]}" if method.time else ""
    fees = [f"Phí, lệ phí: {_fee(fee)}" for fee in method.fees]
    way = f"{_WAYS[method.way]}: {time}".rstrip(": ")
    return "\n".join(filter(None, [way, method.text, method.how, *fees]))


def _fee(fee: Fee) -> str:
    amount = f"{fee.amount:,} đồng".replace(",", ".") if fee.amount is not None else ""
    return " ".join(filter(None, [amount, fee.text]))


def _copies(originals: int, copies: int) -> str:
    counted = [f"{originals} bản chính" if originals else "", f"{copies} bản sao" if copies else ""]
    return ", ".join(filter(None, counted))


def _with(name: str, told: Iterable[str]) -> str:
    aside = "; ".join(filter(None, told))
    return f"{name} ({aside})" if aside else name


def _fields(fields: dict[str, str]) -> str:
    return "\n".join(f"{name}: {_indented(value)}" for name, value in fields.items() if value)


def _list(title: str, items: Iterable[str]) -> str:
    lines = [f"  - {_indented(item)}" for item in items]
    return "\n".join([title if title.endswith("?") else f"{title}:", *lines]) if lines else ""


def _indented(value: str) -> str:
    return value.strip().replace("\n", "\n    ")
