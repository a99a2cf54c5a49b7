from random import Random

from benchmarks.walk.lines import ASKED_ON, SCRIPTS, a_line


def test_all_kinds_of_lines_come() -> None:
    random = Random(1)
    lines = [a_line(random, ["khai sinh"]) for _ in range(500)]

    assert "khai sinh" in lines
    assert set(lines) & set(ASKED_ON)
    assert set(lines) & set(SCRIPTS)
