import json

from click.testing import CliRunner

from benchmarks.deliveries.__main__ import main


def test_it_tells_what_is_wrong_afterwards() -> None:
    result = CliRunner().invoke(main, ["--rows", "90", "--kills", "0", "--json"], catch_exceptions=False)
    found = json.loads(result.stdout)
    assert found["rows"] >= 60
    assert found["dossiers_differing"] == found["notices_missing"] == found["notices_doubled"] == 0


def test_it_prints_a_line_for_each_count() -> None:
    result = CliRunner().invoke(main, ["--rows", "90", "--kills", "0"], catch_exceptions=False)
    assert "notices_doubled  0" in result.stdout
