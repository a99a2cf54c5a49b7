"""Tables of dossiers: CSV and XLSX with a heading line, their columns mapped to the national names."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final
from zipfile import BadZipFile

from openpyxl import load_workbook

from bot.errors import ColumnMapError, UnreadableTableError
from motcua.text import clean_line, unmarked

SUFFIXES: Final = (".csv", ".xlsx")

HEADINGS: Final[Mapping[str, str]] = {
    "ma ho so": "MaHoSo",
    "so ho so": "MaHoSo",
    "ma thu tuc": "MaTTHC",
    "ten thu tuc": "TenTTHC",
    "thu tuc": "TenTTHC",
    "chu ho so": "ChuHoSo",
    "nguoi nop": "ChuHoSo",
    "ho va ten": "ChuHoSo",
    "so dien thoai": "SoDienThoai",
    "dien thoai": "SoDienThoai",
    "so cccd": "SoGiayToChuHoSo",
    "so can cuoc": "SoGiayToChuHoSo",
    "so giay to": "SoGiayToChuHoSo",
    "ngay nop": "NgayNopHoSo",
    "ngay tiep nhan": "NgayTiepNhan",
    "ngay hen tra": "NgayHenTra",
    "hen tra": "NgayHenTra",
    "ngay ket thuc": "NgayKetThucXuLy",
    "ngay tra": "NgayTra",
    "trang thai": "TrangThaiHoSo",
    "don vi xu ly": "DonViXuLy",
    "co quan xu ly": "DonViXuLy",
}
"""Headings that tables commonly bear, without marks, and the national names they mean."""

STATES: Final[Mapping[str, str]] = {
    "moi dang ky": "1",
    "duoc tiep nhan": "2",
    "da tiep nhan": "2",
    "khong duoc tiep nhan": "3",
    "dang xu ly": "4",
    "yeu cau bo sung giay to": "5",
    "cho bo sung": "5",
    "yeu cau thuc hien nghia vu tai chinh": "6",
    "cong dan yeu cau rut ho so": "7",
    "rut ho so": "7",
    "dung xu ly": "8",
    "da xu ly xong": "9",
    "da tra ket qua": "10",
}
"""States written out, as a person would in a table."""


def column_map(path: Path | None) -> dict[str, str]:
    """A JSON object from headings to national names; raises ColumnMapError."""
    if path is None:
        return {}
    try:
        given = json.loads(path.read_text("utf-8-sig"))
    except (ValueError, OSError) as error:
        raise ColumnMapError(path=path, problem=error) from None
    if not isinstance(given, dict) or not all(isinstance(name, str) for name in given.values()):
        raise ColumnMapError(path=path, problem="it is no object of texts")
    return {_plain(heading): name for heading, name in given.items()}


def rows(path: Path, columns: Mapping[str, str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every row under its national names, with its line; raises UnreadableTableError."""
    try:
        lines = _xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path)
        names = {**HEADINGS, **columns}
        heading = [names.get(_plain(cell), str(cell)) for cell in next(lines, [])]
        for number, line in enumerate(lines, start=2):
            if any(cell not in (None, "") for cell in line):
                yield number, _row(heading, line)
    except (csv.Error, UnicodeDecodeError, BadZipFile, KeyError, OSError, ValueError) as error:
        raise UnreadableTableError(path=path, problem=type(error).__name__) from None


def _row(heading: list[str], line: list[Any]) -> dict[str, Any]:
    row = {name: _cell(cell) for name, cell in zip(heading, line, strict=False)}
    state = row.get("TrangThaiHoSo")
    return {**row, "TrangThaiHoSo": STATES.get(_plain(state), state)} if state else row


def _cell(cell: object) -> object:
    return cell.strftime("%Y%m%d%H%M%S") if isinstance(cell, datetime) else cell


def _plain(heading: object) -> str:
    return unmarked(clean_line(str(heading or ""))).lower()


def _csv(path: Path) -> Iterator[list[Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file, delimiter=_delimiter(file))


def _delimiter(file: IO[str]) -> str:
    """Whatever stands most in the heading; Vietnamese Excel writes semicolons."""
    heading = file.readline()
    file.seek(0)
    return max(",;\t", key=heading.count)


def _xlsx(path: Path) -> Iterator[list[Any]]:
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        for line in book.worksheets[0].iter_rows(values_only=True):
            yield list(line)
    finally:
        book.close()
