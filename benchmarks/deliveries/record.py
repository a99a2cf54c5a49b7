"""Deliveries as agencies send them: whole ways of dossiers, shuffled, repeated, with broken rows among."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from benchmarks.dossiers.load import code
from motcua.clock import VIETNAM

NOW: Final = datetime(2026, 11, 27, 9, tzinfo=VIETNAM)
"""When all of it arrives: in office hours, after the last handling it tells of."""

SOURCES: Final = 8
"""Agencies that deliver side by side, each its own dossiers."""

_BEGUN: Final = NOW - timedelta(days=9)
_MOST: Final = 60
"""Rows of one body."""

_BROKEN: Final[tuple[dict[str, Any], ...]] = (
    {"MaHoSo": "", "TrangThaiHoSo": "2"},
    {"MaHoSo": code(0), "TrangThaiHoSo": "99"},
    {"MaHoSo": code(1), "ThoiDiemXuLy": "20261399999999", "TrangThai": "4"},
    {"MaHoSo": code(2), "ThoiDiemXuLy": "", "TrangThai": ""},
    {"KhongPhaiHoSo": True},
)

Row = dict[str, Any]
Body = list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is delivered.

    ``opening`` makes every dossier known, ``streams`` hold what each agency sends after it, body by body;
    ``rows`` and ``broken`` count what stands in the streams. ``tidy`` is the same told once each, by time.
    """

    dossiers: int
    opening: tuple[Body, ...]
    streams: tuple[tuple[Body, ...], ...]
    tidy: tuple[Body, ...]
    rows: int
    broken: int


def record(rows: int, seed: int) -> Record:
    """About so many rows; the same for the same seed."""
    random = Random(seed)
    dossiers = max(rows // 9, SOURCES)
    ways = [list(_way(number)) for number in range(dossiers)]
    streams = [_stream(ways[source::SOURCES], random) for source in range(SOURCES)]
    sent = [row for stream in streams for row in stream]
    return Record(
        dossiers=dossiers,
        opening=tuple(_cut([_whole(number, "2", 0) for number in range(dossiers)], Random(seed))),
        streams=tuple(tuple(_cut(stream, random)) for stream in streams),
        tidy=tuple(_cut([row for way in ways for row in way], Random(seed))),
        rows=len(sent),
        broken=sum(row in _BROKEN for row in sent),
    )


def _stream(ways: list[list[Row]], random: Random) -> list[Row]:
    """One in four rows comes again, one in fifty is broken, and nothing comes in order."""
    rows = [row for way in ways for row in way]
    rows += random.sample(rows, len(rows) // 4)
    rows += [random.choice(_BROKEN) for _ in range(len(rows) // 50 + 1)]
    random.shuffle(rows)
    return rows


def _way(number: int) -> Iterator[Row]:
    """What happens to one dossier, told in every one of the national bodies."""
    yield _step(number, "4", 1, "Đang thẩm định")
    yield _step(number, "5", 2, "Cần bổ sung giấy tờ")
    yield _step(number, "4", 3, "Đã nhận giấy tờ bổ sung")
    yield _whole(number, "4", 4, moved=True)
    yield _since_2026(number, 6, 5)
    yield _step(number, "9", 6, "Đã có kết quả")
    if number % 3 == 0:
        yield {"IdHoSo": str(number), "MaHoSo": code(number), "TrangThai": 10}


def _whole(number: int, status: str, day: int, *, moved: bool = False) -> Row:
    return {
        "MaHoSo": code(number),
        "MaTTHC": "1.001193",
        "TenTTHC": "Đăng ký khai sinh",
        "ChuHoSo": "Nguyễn Văn Thử",
        "LoaiDoiTuong": "1",
        "SoDienThoai": f"09{number:08}",
        "NgayNopHoSo": _moment(0),
        "NgayTiepNhan": _moment(day),
        "NgayHenTra": _moment(40 if moved else 30),
        "TrangThaiHoSo": status,
        "DonViXuLy": "UBND phường Thử Nghiệm",
    }


def _step(number: int, status: str, day: int, text: str) -> Row:
    return {
        "MaHoSo": code(number),
        "ThoiDiemXuLy": _moment(day),
        "PhongBanXuLy": "Bộ phận một cửa",
        "NoiDungXuLy": text,
        "TrangThai": status,
    }


def _since_2026(number: int, status: int, day: int) -> Row:
    return {
        "IDHoSo": str(number),
        "MaHoSo": code(number),
        "ThoiDiemXuLy": (_BEGUN + timedelta(days=day)).isoformat(timespec="milliseconds")[:-6],
        "PhongBanXuLy": "Phòng chuyên môn",
        "NoiDungXuLy": "Chờ nộp lệ phí",
        "TrangThai": status,
    }


def _moment(day: int) -> str:
    return f"{_BEGUN + timedelta(days=day):%Y%m%d%H%M%S}"


def _cut(rows: list[Row], random: Random) -> Iterator[Body]:
    """Bodies of one row to sixty."""
    start = 0
    while start < len(rows):
        size = random.randint(1, _MOST)
        yield rows[start : start + size]
        start += size
