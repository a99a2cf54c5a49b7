import json

from click.testing import CliRunner
from sqlalchemy import URL

from benchmarks.dossiers.__main__ import main


def run(*arguments: str) -> dict[str, float]:
    result = CliRunner().invoke(main, ["--json", "--steps", "1", *arguments], catch_exceptions=False)
    found: dict[str, float] = json.loads(result.stdout)
    return found


def check(found: dict[str, float]) -> None:
    assert found["rows"] == 400
    assert found["changes_per_s"] > 0
    assert 0 < found["lookup_p50_ms"] <= found["lookup_p99_ms"]
    assert found["notices"] > 100
    assert (found["notices_missing"], found["notices_doubled"]) == (0, 0)


def test_it_measures_on_sqlite() -> None:
    check(run("--rows", "400"))


def test_it_measures_on_postgresql(postgres_server: URL) -> None:
    check(run("--rows", "400", "--postgres", postgres_server.render_as_string(hide_password=False)))


def test_it_prints_a_curve() -> None:
    shown = CliRunner().invoke(main, ["--rows", "400", "--steps", "0"], catch_exceptions=False).stdout
    assert [line.split()[0] for line in shown.splitlines()] == ["rows", "4", "40", "400"]
