"""National bodies with invented people that the intake tests share."""

from datetime import datetime
from typing import Any

from bot.intake.row import Delivery
from motcua.clock import VIETNAM

CODE = "000.00.01.H99-261101-0001"
NEW_CODE = "G09.20-20260609-0092637"
DELIVERY = Delivery(at=datetime(2026, 11, 22, 9, 0, tzinfo=VIETNAM), source="test")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026, by the clock of Vietnam."""
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def dossier(**fields: Any) -> dict[str, Any]:
    """A whole dossier as a provincial system writes it."""
    return {
        "MaHoSo": CODE,
        "MaTTHC": "1.001193",
        "TenTTHC": "Đăng ký khai sinh",
        "KenhThucHien": "2",
        "ChuHoSo": "Nguyễn Văn Thử",
        "LoaiDoiTuong": "1",
        "SoGiayToChuHoSo": "001099000456",
        "Email": "thu@example.vn",
        "SoDienThoai": "0900000123",
        "NgayNopHoSo": "20261101083000",
        "NgayTiepNhan": "20261101090000",
        "NgayHenTra": "20261104170000",
        "TrangThaiHoSo": "2",
        "HinhThuc": "0",
        "NgayTra": "",
        "NgayKetThucXuLy": "",
        "DonViXuLy": "UBND phường Thử Nghiệm",
        "TaiLieuNop": [],
        "DanhSachLePhi": "",
        "DanhSachHoSoBoSung": None,
        **fields,
    }


def step(**fields: Any) -> dict[str, Any]:
    """One row of history as a provincial system writes it."""
    return {
        "MaHoSo": CODE,
        "NguoiXuLy": "Trần Thị Cán Bộ",
        "ChucDanh": "Công chức",
        "ThoiDiemXuLy": "20261102140000",
        "PhongBanXuLy": "Bộ phận một cửa",
        "NoiDungXuLy": "Đang thẩm định",
        "TrangThai": "4",
        "NgayBatDau": "",
        "NgayKetThucTheoQuyDinh": "",
        **fields,
    }


def created(**fields: Any) -> dict[str, Any]:
    """A new dossier as a ministry's system writes it since 2026."""
    return {
        "MaHoSo": NEW_CODE,
        "MaTTHC": "1.001456",
        "MaDichVuCong": "DVC1",
        "ChuHoSo": "Lê Thị Mẫu",
        "LoaiDoiTuong": 0,
        "MaDonViTiepNhan": "G09.20",
        "NgayNop": "2026-06-09 08:00:00",
        "NgayTiepNhan": "2026-06-09 09:30:00",
        "ThanhPhanHoSo": [
            {"MaThanhPhanHoSo": "1", "TenThanhPhanHoSo": "Tờ khai", "SoLuong": 1, "LoaiBan": 0}
        ],
        "ThongTinNguoiNop": {
            "ThongTinChiTiet": {
                "TenNguoiNop": "Lê Thị Mẫu",
                "SoDinhDanh": "001099000789",
                "SoDienThoai": "0900000321",
                "Email": "",
            }
        },
        **fields,
    }


def envelope(service: str, *rows: object) -> dict[str, Any]:
    """Rows in the envelope of a service."""
    return {"session": "s", "madonvi": "000.00.00.H99", "service": service, "data": list(rows)}
