"""Reads the older integration service ``LayThuTuc``, as a province's LGSP adapter passes it on, into facts.

Its keys are in capitals, its numbers often strings, and its units Vietnamese words.
"""

from knowledge import amounts, naming
from knowledge.component import Component
from knowledge.errors import UnreadableRecordError
from knowledge.facts import Facts, Fee, FeeKind, Group, Law, Level, Method, Step, Way
from knowledge.raw import Record, count, line, lines, number, prose, rows
from knowledge.sorting import sort
from knowledge.timing import parted

IN_FORCE = "1"
"""The only ``TRANGTHAI`` that citizens may rely on."""

_WAYS = {"1": Way.DIRECT, "2": Way.ONLINE, "3": Way.POSTAL}
_LEVELS = {
    "cấp xã": Level.COMMUNE,
    "cấp tỉnh": Level.PROVINCE,
    "cấp bộ": Level.MINISTRY,
    "cấp trung ương": Level.MINISTRY,
    "ngành dọc": Level.VERTICAL,
    "cơ quan khác": Level.OTHER,
}
"""Levels by their words; "Cấp huyện" ended on 1 July 2025 and has no level any more."""


def recognises(record: Record) -> bool:
    """Whether this JSON object is a record of the older service."""
    return "MATTHC" in record


def read(record: Record) -> Facts:
    """The facts in one record. Raises UnreadableRecordError that says why there are none."""
    status = line(record, "TRANGTHAI")
    if status != IN_FORCE:
        raise UnreadableRecordError(reason=f"it is not in force (TRANGTHAI is {status or 'missing'})")
    return Facts(
        code=naming.code(line(record, "MATTHC")),
        name=naming.name(line(record, "TENTTHC")),
        fields=lines(record, "LINHVUCTHUCHIEN", "TENLINHVUC"),
        levels=_levels(record),
        agencies=lines(record, "COQUANTHUCHIEN", "TENDONVI"),
        address=prose(record, "DIACHITIEPNHAN"),
        subjects=tuple(filter(None, [line(record, "MOTADOITUONGTHUCHIEN")])),
        groups=_groups(record),
        methods=_methods(record),
        steps=_steps(record),
        conditions=prose(record, "YEUCAU"),
        laws=tuple(_law(row) for row in rows(record, "CANCUPHAPLY") if line(row, "SOVANBAN")),
        results=lines(record, "KETQUATHUCHIEN", "TENKETQUA"),
    )


def _levels(record: Record) -> tuple[Level, ...]:
    named = (name.lower() for name in lines(record, "CAPTHUCHIEN", "CAPTHUCHIEN"))
    return tuple(_LEVELS[name] for name in named if name in _LEVELS)


def _groups(record: Record) -> tuple[Group, ...]:
    return sort(
        [
            (line(case, "TRUONGHOP"), [_component(row) for row in rows(case, "GIAYTO")])
            for case in rows(record, "THANHPHANHOSO")
        ]
    )


def _component(row: Record) -> Component:
    return Component(
        name=prose(row, "TENGIAYTO"),
        code=line(row, "MAGIAYTO"),
        originals=count(row, "SOBANCHINH"),
        copies=count(row, "SOBANSAO"),
        form=line(row, "TENMAUDON"),
    )


def _methods(record: Record) -> tuple[Method, ...]:
    return tuple(
        _method(_WAYS.get(line(channel, "KENH"), Way.DIRECT), time)
        for channel in rows(record, "CACHTHUCTHUCHIEN")
        for time in rows(channel, "THOIGIAN") or [{}]
    )


def _method(way: Way, row: Record) -> Method:
    amount, counted_in = number(row, "THOIGIANGIAIQUYET"), amounts.unit_told(line(row, "DONVITINH"))
    words = amounts.duration_words(prose(row, "THOIGIANGIAIQUYET"), amount, counted_in)
    told, how = parted(prose(row, "MOTA"))
    text = "\n".join(dict.fromkeys(filter(None, [words, told])))
    return Method(
        way=way,
        time=amounts.duration_told(text) or amounts.duration(amount, counted_in),
        text=text,
        how=how,
        fees=tuple(filter(None, map(_fee, rows(row, "PHILEPHI")))),
    )


def _fee(row: Record) -> Fee | None:
    words, money = prose(row, "MOTA"), line(row, "DONVI").upper()
    kind = FeeKind.FEE if "lệ phí" in words.lower() else FeeKind.CHARGE
    return amounts.fee(kind, number(row, "SOTIEN"), words, money)


def _steps(record: Record) -> tuple[Step, ...]:
    return tuple(
        Step(name=line(case, "TRUONGHOP"), text=prose(row, "TENTRINHTU"))
        for case in rows(record, "TRINHTUTHUCHIEN")
        for row in rows(case, "TRINHTU")
        if prose(row, "TENTRINHTU")
    )


def _law(row: Record) -> Law:
    return Law(number=line(row, "SOVANBAN"), name=line(row, "TENVANBAN"))
