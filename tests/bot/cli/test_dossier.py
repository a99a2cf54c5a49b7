import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.dossier import dossier
from bot.errors import UnknownDossierError, UnreadableDeliveryError
from storage.links import code_in
from tests.bot.intake import bodies
from tests.bot.intake.bodies import CODE

SAMPLES = Path(__file__).parents[3] / "docs" / "samples"


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(dossier, [str(argument) for argument in arguments])


def lines(folder: Path, *values: object) -> Path:
    file = folder / "lines.jsonl"
    file.write_text("\n".join(json.dumps(value) for value in values), "utf-8")
    return file


def test_files_are_taken_in_and_the_second_time_changes_nothing() -> None:
    files = (SAMPLES / "dossiers.json", SAMPLES / "progress.json")
    first, second = run("import", *files), run("import", *files)
    assert first.exit_code == second.exit_code == 0
    assert "dossiers.json: 1 new, 0 changed, 0 unchanged, 0 refused" in first.stdout
    assert "progress.json: 0 new, 1 changed, 0 unchanged, 0 refused" in first.stdout
    assert second.stdout.count("0 new, 0 changed, 1 unchanged, 0 refused") == 2


def test_refused_rows_are_listed_with_line_row_code_and_reason(tmp_path: Path) -> None:
    good, bad = bodies.dossier(), bodies.dossier(MaHoSo="000.00.01.H99-261101-0002", TrangThaiHoSo="77")
    shown = run("import", lines(tmp_path, [good], [good, bad], [{}])).stdout
    assert "1 new, 0 changed, 1 unchanged, 2 refused" in shown
    assert "line 2, row 2, 000.00.01.H99-261101-0002: TrangThaiHoSo is not one of the ten states" in shown
    assert "line 3, row 1, no code: It is none of the bodies that are taken here." in shown


def test_a_long_list_of_refused_rows_is_cut(tmp_path: Path) -> None:
    shown = run("import", lines(tmp_path, [{}] * 60)).stdout
    assert shown.count("row ") == 50
    assert "… and 10 more" in shown


def test_more_rows_than_one_transaction_takes(tmp_path: Path) -> None:
    rows = [bodies.dossier(MaHoSo=f"000.00.01.H99-261101-{number:04}") for number in range(1100)]
    assert "1100 new" in run("import", lines(tmp_path, *rows)).stdout


def test_states_of_one_file_follow_each_other(tmp_path: Path) -> None:
    states = [{"MaHoSo": CODE, "TrangThai": status} for status in (5, 4)]
    run("import", lines(tmp_path, bodies.dossier(), *states))
    assert "4 processing" in run("show", CODE).stdout.splitlines()[1]


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "delivery.json"
    file.write_text("not json")
    assert isinstance(run("import", file).exception, UnreadableDeliveryError)


def test_show_tells_where_it_stands_and_nothing_personal(tmp_path: Path) -> None:
    step = bodies.step(NoiDungXuLy="Đã gọi cho anh Thử")
    run("import", lines(tmp_path, bodies.dossier(), step))
    assert run("show", CODE.lower()).stdout.splitlines() == [
        f"{CODE}  1.001193 Đăng ký khai sinh",
        "4 processing since 2026-11-02 14:00",
        "received: 2026-11-01 09:00",
        "due: 2026-11-04 17:00",
        "  2026-11-01 08:30  1 registered",
        "  2026-11-01 09:00  2 accepted",
        "  2026-11-02 14:00  4 processing",
    ]


def test_an_unknown_code_is_an_error_of_ours() -> None:
    assert isinstance(run("show", CODE).exception, UnknownDossierError)


def test_the_sender_can_be_named(tmp_path: Path) -> None:
    assert run("import", "--source", "H99", lines(tmp_path, bodies.dossier())).exit_code == 0


def test_a_dry_run_tells_everything_and_keeps_nothing(tmp_path: Path) -> None:
    file = lines(tmp_path, bodies.dossier(), {})
    assert "1 new, 0 changed, 0 unchanged, 1 refused" in run("import", "--dry-run", file).stdout
    assert isinstance(run("show", CODE).exception, UnknownDossierError)


def test_a_table_is_taken_in_with_its_columns_mapped(tmp_path: Path) -> None:
    table, columns = tmp_path / "a.csv", tmp_path / "map.json"
    table.write_text(f"Số biên nhận;Ngày tiếp nhận;Trạng thái\n{CODE};01/11/2026;Đang xử lý\n", "utf-8-sig")
    columns.write_text('{"Số biên nhận": "MaHoSo"}')
    assert "1 new" in run("import", "--columns", columns, table).stdout
    assert "4 processing" in run("show", CODE).stdout


@pytest.mark.parametrize("origin", ["", "https://mot-cua.example"])
def test_a_link_is_printed_with_its_address_and_a_picture(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, origin: str
) -> None:
    monkeypatch.setenv("MOTCUA_ORIGIN", origin)
    run("import", lines(tmp_path, bodies.dossier()))
    secret, *others = run("link", CODE).stdout.splitlines()
    assert code_in(secret) == secret
    assert (f"{origin}/?start={secret}" in others) is bool(origin)
    assert any("█" in line or "▄" in line for line in others)
