from datetime import date
from pathlib import Path

import pytest
import yaml

from knowledge import procedure_file
from knowledge.errors import BrokenProcedureFileError
from knowledge.facts import Duration, Facts, Fee, FeeKind, Level, Method, Scope, Step, Unit, Way
from knowledge.procedure import Procedure, Source

SOURCE = Source(published=date(2026, 7, 18), checked=date(2026, 11, 22))
FACTS = Facts(
    code="1.000001",
    name="Thủ tục thử: có dấu hai chấm",
    levels=(Level.COMMUNE,),
    scope=Scope.PROVINCIAL,
    methods=(
        Method(
            way=Way.ONLINE,
            time=Duration(amount=2, unit=Unit.WORKING_DAY),
            fees=(Fee(kind=FeeKind.FEE, amount=5000),),
        ),
    ),
    steps=(Step(text="- Nộp hồ sơ.\n\n- Nhận giấy hẹn."),),
)
GUIDE = """\
# viết bởi người dân
guide:
  name:   'Giữ nguyên từng chữ'   # cả lời ghi chú
  summary: >-
    kể cả
    dòng gấp
"""


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "1.000001.yaml"
    text = procedure_file.text(FACTS, SOURCE, written="")
    path.write_text(text)
    assert procedure_file.read(path) == Procedure(facts=FACTS, source=SOURCE)


def test_facts_are_dumped_for_people_to_read() -> None:
    text = procedure_file.text(FACTS, SOURCE, written="")
    assert text == (
        "source:\n"
        "  published: 2026-07-18\n"
        "  checked: 2026-11-22\n"
        "facts:  # written by `motcua kb new`, never by hand\n"
        "  code: '1.000001'\n"
        "  name: 'Thủ tục thử: có dấu hai chấm'\n"
        "  levels:\n"
        "    - commune\n"
        "  scope: provincial\n"
        "  methods:\n"
        "    - way: online\n"
        "      time:\n"
        "        amount: 2\n"
        "        unit: working_day\n"
        "      fees:\n"
        "        - kind: fee\n"
        "          amount: 5000\n"
        "  steps:\n"
        "    - text: |-\n"
        "        - Nộp hồ sơ.\n"
        "\n"
        "        - Nhận giấy hẹn.\n"
    )


def test_a_new_file_begins_with_a_guide_to_fill_in() -> None:
    text = procedure_file.text(FACTS, SOURCE)
    assert text.startswith(procedure_file.SKELETON)
    assert list(yaml.safe_load(text)) == ["guide", "source", "facts"]


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "\n",
        "source: {published: 2020-01-01, checked: 2020-01-01}\nfacts: {}\n",
        "source:\n  published: 2020-01-01\n\n  checked: 2020-01-01\nfacts:\n  code: '9.000009'\n\n  name: x",
    ],
)
def test_a_guide_is_kept_byte_for_byte(rest: str) -> None:
    text = procedure_file.text(FACTS, SOURCE, GUIDE + rest)
    assert text == GUIDE + procedure_file.text(FACTS, SOURCE, written="")


def test_writing_twice_changes_nothing() -> None:
    once = procedure_file.text(FACTS, SOURCE, GUIDE)
    assert procedure_file.text(FACTS, SOURCE, once) == once


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("guide: [", "expected"),
        ("source: {}", "facts: Field required"),
        ("- a list", "dictionary"),
        ("", "dictionary"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(content)
    with pytest.raises(BrokenProcedureFileError, match=r"broken\.yaml") as error:
        procedure_file.read(path)
    assert reason in str(error.value)
