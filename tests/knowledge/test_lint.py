"""Lint finds what was broken on purpose, on its line; add a case to the YAML to add a test."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.lint import check, check_all

DATA = Path(__file__).parent / "data"
GOOD = (DATA / "1.000001.yaml").read_text()
CASES: list[dict[str, Any]] = yaml.safe_load((DATA / "lint.yaml").read_text())


def put(folder: Path, text: str, code: str = "1.000001") -> Path:
    path = folder / f"{code}.yaml"
    path.write_text(text)
    return path


def test_a_good_file_has_nothing_to_mend(tmp_path: Path) -> None:
    assert check(put(tmp_path, GOOD)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["change"]))
def test_it_finds_what_was_broken(tmp_path: Path, case: dict[str, Any]) -> None:
    assert case["replace"] in GOOD
    path = put(tmp_path, GOOD.replace(case["replace"], case["with"], 1))
    found = [str(finding) for finding in check(path)]
    expected = [
        text for text in found if text.startswith(f"{path}:{case['line']}: ") and case["finds"] in text
    ]
    assert expected, found


def test_a_finding_names_file_line_problem_and_mend(tmp_path: Path) -> None:
    path = put(tmp_path, GOOD.replace("    - làm thẻ thư viện\n    - muốn mượn sách ở xã\n", ""))
    assert [str(one) for one in check(path)] == [
        f'{path}:4: only 6 ways of saying it; add at least 2 more under "says"'
    ]


def test_the_guide_is_looked_over_although_the_facts_are_broken(tmp_path: Path) -> None:
    broken = GOOD.replace("code: '1.000001'", "code: x").replace("Hai ngày làm việc", "Lên huyện hỏi")
    assert [one.line for one in check(put(tmp_path, broken))] == [29, 42]


def test_the_words_of_citizens_may_name_a_district(tmp_path: Path) -> None:
    assert check(put(tmp_path, GOOD.replace("làm thẻ thư viện", "làm thẻ đọc sách trên huyện"))) == []


def other(text: str) -> str:
    """The same file for another procedure, with other ways of saying it but one."""
    changed = text.replace("'1.000001'", "'1.000002'").replace('"1.000002"', '"1.000001"')
    for number, say in enumerate(yaml.safe_load(text)["guide"]["says"][1:]):
        changed = changed.replace(say, f"cách nói thứ {number}")
    return changed


def test_no_two_procedures_share_a_way_of_saying_it(tmp_path: Path) -> None:
    first = put(tmp_path, GOOD)
    second = put(tmp_path, other(GOOD).replace("làm thẻ thư viện", "Lam the  thu vien"), "1.000002")
    (finding,) = check_all([first, second])
    assert (finding.path, finding.line) == (second, 5)
    assert '"lam the thu vien" is also said in 1.000001.yaml' in finding.problem


def test_files_beside_are_compared_but_not_looked_over(tmp_path: Path) -> None:
    beside = put(tmp_path, GOOD.replace("source:", "nguon:"))
    second = put(tmp_path, other(GOOD), "1.000002")
    assert [one.path for one in check_all([second], [beside, second])] == [second]


def test_what_has_ended_is_told_from_the_day_after(tmp_path: Path) -> None:
    dated = '  until:\n    - {aspect: fee, day: 2026-12-31, then: "8.000 đồng một thẻ."}\n'
    path = put(tmp_path, GOOD.replace("  siblings:", f"{dated}  siblings:", 1))
    assert check(path) == check(path, date(2026, 12, 31)) == []
    (finding,) = check(path, date(2027, 1, 1))
    assert (finding.line, finding.problem) == (33, "what is told of fee ended on 31/12/2026")


@pytest.mark.parametrize("text", ["", "[]", "một câu", "1"])
def test_what_is_no_procedure_at_all(tmp_path: Path, text: str) -> None:
    (finding,) = check(put(tmp_path, text))
    assert finding.problem == "no procedure"


def test_facts_alone_are_not_enough(tmp_path: Path) -> None:
    (finding,) = check(put(tmp_path, GOOD[GOOD.index("source:") :]))
    assert (finding.line, finding.problem) == (1, '"guide" is missing')
