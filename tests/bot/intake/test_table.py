from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.errors import ColumnMapError, UnreadableTableError
from bot.intake.national import read
from bot.intake.table import column_map, rows
from storage.reports import DossierReport, Status
from tests.bot.intake.bodies import DELIVERY, at

HEADING = ["Mã hồ sơ", "Chủ hồ sơ", "Số điện thoại", "Ngày tiếp nhận", "Hẹn trả", "Trạng thái"]
CELLS = [
    "000.00.01.H99-261101-0001",
    "Nguyễn Văn Thử",
    "0900000123",
    "01/11/2026",
    "04/11/2026",
    "Đang xử lý",
]


def written(path: Path, *lines: list[str], mark: str = ",") -> Path:
    path.write_text("\n".join(mark.join(line) for line in lines), "utf-8-sig")
    return path


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_with_common_headings_is_read(tmp_path: Path, mark: str) -> None:
    ((line, row),) = rows(written(tmp_path / "a.csv", HEADING, CELLS, mark=mark), {})
    (report,) = read(row, DELIVERY).reports
    assert line == 2
    assert isinstance(report, DossierReport)
    assert (report.status, report.phone) == (Status.PROCESSING, "0900000123")


def test_an_xlsx_with_real_dates_is_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADING)
    sheet.append([*CELLS[:3], at(1, 9).replace(tzinfo=None), at(4, 17).replace(tzinfo=None), 9])
    sheet.append([None] * 6)
    book.save(tmp_path / "a.xlsx")
    ((_, row),) = rows(tmp_path / "a.xlsx", {})
    (report,) = read(row, DELIVERY).reports
    assert report.status is Status.READY


def test_a_column_map_goes_before_the_common_headings(tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text('{"Số biên nhận": "MaHoSo"}')
    columns = column_map(tmp_path / "map.json")
    ((_, row),) = rows(written(tmp_path / "a.csv", ["SỐ BIÊN NHẬN", "x"], ["A-1", "y"]), columns)
    assert row == {"MaHoSo": "A-1", "x": "y"}


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', "{"])
def test_a_map_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "map.json").write_text(text)
    with pytest.raises(ColumnMapError):
        column_map(tmp_path / "map.json")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xff\xfe\x00not a table\xff")
    with pytest.raises(UnreadableTableError):
        list(rows(tmp_path / name, {}))


def test_an_empty_table_holds_nothing(tmp_path: Path) -> None:
    assert list(rows(written(tmp_path / "a.csv"), {})) == []
