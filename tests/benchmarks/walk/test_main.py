import pytest
from click.testing import CliRunner

from benchmarks.walk import __main__ as walk
from benchmarks.walk.walker import Report


@pytest.mark.parametrize(("faults", "status"), [([], 0), ([{"fault": "ValueError"}], 1)])
def test_a_fault_ends_with_a_status(
    faults: list[dict[str, str]], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def walked(steps: int, seed: int) -> Report:
        return Report(steps=steps, faults=faults)

    monkeypatch.setattr(walk, "_walk", walked)
    run = CliRunner().invoke(walk.main, ["--steps", "5"])

    assert run.exit_code == status
    assert run.output == f"5 steps, {len(faults)} faults\n"
