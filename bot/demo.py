"""Invented dossiers, one in each state, so that a newcomer can look one up. Nobody real is in them.

They are made as national bodies and read as any delivery is. Their dates hang on the day on which they
are first seeded; seeding them again changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from bot.errors import ProductionDemoError
from bot.intake.national import read
from bot.intake.row import Delivery
from motcua.clock import in_vietnam
from storage import dossiers
from storage.deliveries import apply_all
from storage.keyed_hash import KeyedHash
from storage.reports import Status
from storage.session import Session

OFFICE: Final = "UBND phường Thử Nghiệm (không có thật)"

_WORDS: Final = {
    Status.REGISTERED: "Mới đăng ký",
    Status.ACCEPTED: "Được tiếp nhận",
    Status.REFUSED: "Không được tiếp nhận",
    Status.PROCESSING: "Đang xử lý",
    Status.NEEDS_PAPERS: "Yêu cầu bổ sung giấy tờ",
    Status.NEEDS_PAYMENT: "Yêu cầu nộp tiền",
    Status.WITHDRAWN: "Đã rút hồ sơ",
    Status.STOPPED: "Dừng xử lý",
    Status.READY: "Đã có kết quả",
    Status.RETURNED: "Đã trả kết quả",
}

_DATES: Final = {
    Status.REGISTERED: "NgayNopHoSo",
    Status.ACCEPTED: "NgayTiepNhan",
    Status.REFUSED: "NgayTuChoi",
    Status.WITHDRAWN: "NgayKetThucXuLy",
    Status.STOPPED: "NgayKetThucXuLy",
    Status.READY: "NgayKetThucXuLy",
    Status.RETURNED: "NgayTra",
}
"""Under which name a dossier says when it reached a state."""

_EXTRA: Final[dict[Status, dict[str, Any]]] = {
    Status.NEEDS_PAPERS: {
        "DanhSachHoSoBoSung": [
            {
                "NoiDungBoSung": "Bản vẽ thiết kế chưa có mặt cắt móng",
                "DanhSachGiayToBoSung": [{"TenGiayTo": "Bản vẽ mặt cắt móng"}],
            }
        ]
    },
    Status.NEEDS_PAYMENT: {
        "DanhSachLePhi": [
            {"TenPhiLePhi": "Lệ phí trước bạ nhà, đất", "Gia": "1250000", "HinhThucThu": "4"},
            {"TenPhiLePhi": "Lệ phí cấp giấy chứng nhận", "Gia": "100000", "HinhThucThu": "4"},
        ]
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One invented dossier: ``way`` is how many working days ago it reached which state, the last its own.

    ``due`` is in working days from the day of seeding; a negative one has passed.
    """

    applicant: str
    procedure: tuple[str, str]
    way: tuple[tuple[int, Status], ...]
    due: int

    @property
    def status(self) -> Status:
        """Where it stands; there is one sample a state, so this numbers it too."""
        return self.way[-1][1]

    @property
    def code(self) -> str:
        """A code of an agency that does not exist."""
        return f"000.00.01.H99-261101-{self.status:04}"

    @property
    def last4(self) -> str:
        """The digits that open it: the end of the applicant's phone number."""
        return f"01{self.status:02}"


_ONE, _TWO, _FOUR = Status.REGISTERED, Status.ACCEPTED, Status.PROCESSING
SAMPLES: Final = (
    Sample(
        applicant="Nguyễn Văn Thử",
        procedure=("1.001193", "Đăng ký khai sinh"),
        way=((0, _ONE),),
        due=1,
    ),
    Sample(
        applicant="Trần Thị Ví Dụ",
        procedure=("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân"),
        way=((1, _ONE), (0, _TWO)),
        due=3,
    ),
    Sample(
        applicant="Lê Văn Mẫu",
        procedure=("1.004222", "Đăng ký thường trú"),
        way=((2, _ONE), (1, Status.REFUSED)),
        due=5,
    ),
    Sample(
        applicant="Phạm Thị Thử",
        procedure=("1.001612", "Đăng ký thành lập hộ kinh doanh"),
        way=((2, _ONE), (2, _TWO), (1, _FOUR)),
        due=1,
    ),
    Sample(
        applicant="Hoàng Văn Ví Dụ",
        procedure=("1.013225", "Cấp giấy phép xây dựng nhà ở riêng lẻ"),
        way=((9, _ONE), (9, _TWO), (7, _FOUR), (1, Status.NEEDS_PAPERS)),
        due=6,
    ),
    Sample(
        applicant="Vũ Thị Mẫu",
        procedure=("1.013831", "Đăng ký biến động khi nhận tặng cho quyền sử dụng đất"),
        way=((8, _ONE), (8, _TWO), (6, _FOUR), (2, Status.NEEDS_PAYMENT)),
        due=2,
    ),
    Sample(
        applicant="Đặng Văn Thử",
        procedure=("1.000894", "Đăng ký kết hôn"),
        way=((4, _ONE), (4, _TWO), (3, Status.WITHDRAWN)),
        due=-3,
    ),
    Sample(
        applicant="Bùi Thị Ví Dụ",
        procedure=("1.001776", "Hưởng trợ cấp xã hội hằng tháng"),
        way=((12, _ONE), (12, _TWO), (10, _FOUR), (2, Status.STOPPED)),
        due=-1,
    ),
    Sample(
        applicant="Đỗ Văn Mẫu",
        procedure=("2.000635", "Cấp bản sao trích lục hộ tịch"),
        way=((3, _ONE), (3, _TWO), (2, _FOUR), (0, Status.READY)),
        due=1,
    ),
    Sample(
        applicant="Ngô Thị Thử",
        procedure=("1.000656", "Đăng ký khai tử"),
        way=((6, _ONE), (6, _TWO), (5, _FOUR), (5, Status.READY), (4, Status.RETURNED)),
        due=-4,
    ),
)


def refuse_in_production(production: bool) -> None:
    """Raises ProductionDemoError in production."""
    if production:
        raise ProductionDemoError


async def seed(session: Session, hasher: KeyedHash, now: datetime) -> None:
    """Take in the samples that are not there yet."""
    new = [sample for sample in SAMPLES if await dossiers.get(session, sample.code) is None]
    delivery = Delivery(at=now, source="demo")
    for body in _bodies(new, now):
        await apply_all(session, hasher, read(body, delivery).reports)


def demo_lines() -> list[str]:
    """How to try the samples: each with its code and the four digits that open it."""
    return [
        "Hồ sơ thử, không có thật. Gõ mã hồ sơ, rồi gõ bốn số cuối:",
        *(f"  {sample.code}  {sample.last4}  {_WORDS[sample.status]}" for sample in SAMPLES),
    ]


def _bodies(samples: list[Sample], now: datetime) -> Iterator[dict[str, Any]]:
    whole = [_dossier(sample, now) for sample in samples]
    steps = [step for sample in samples for step in _steps(sample, now)]
    yield {"service": "DongBoHoSoMC", "madonvi": "000.00.01.H99", "data": whole}
    yield {"service": "CapNhatTienDoHoSoMC", "madonvi": "000.00.01.H99", "data": steps}


def _dossier(sample: Sample, now: datetime) -> dict[str, Any]:
    reached = {_DATES[status]: at for at, status in _way(sample, now) if status in _DATES}
    return {
        "MaHoSo": sample.code,
        "MaTTHC": sample.procedure[0],
        "TenTTHC": sample.procedure[1],
        "ChuHoSo": sample.applicant,
        "LoaiDoiTuong": "1",
        "SoDienThoai": f"090000{sample.last4}",
        "SoGiayToChuHoSo": f"00109900{sample.status + 200:04}",
        "DonViXuLy": OFFICE,
        "TrangThaiHoSo": str(sample.status.value),
        "NgayHenTra": _written(_workday(now, sample.due, time(17))),
        **reached,
        **_EXTRA.get(sample.status, {}),
    }


def _steps(sample: Sample, now: datetime) -> Iterator[dict[str, str]]:
    for at, status in _way(sample, now):
        yield {
            "MaHoSo": sample.code,
            "ThoiDiemXuLy": at,
            "PhongBanXuLy": OFFICE,
            "NoiDungXuLy": _WORDS[status],
            "TrangThai": str(status.value),
        }


def _way(sample: Sample, now: datetime) -> Iterator[tuple[str, Status]]:
    """When each state was reached, an hour after the one before it, and none in the future."""
    for hour, (days_ago, status) in enumerate(sample.way, start=8):
        yield _written(min(_workday(now, -days_ago, time(hour, 15)), in_vietnam(now))), status


def _workday(now: datetime, days: int, at: time) -> datetime:
    """The working day so many working days away (0 on a weekend is the Friday before)."""
    day = in_vietnam(now)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    step = timedelta(days=1 if days > 0 else -1)
    for _ in range(abs(days)):
        day += step
        while day.weekday() > 4:
            day += step
    return datetime.combine(day.date(), at, day.tzinfo)


def _written(moment: datetime) -> str:
    return moment.strftime("%Y%m%d%H%M%S")
