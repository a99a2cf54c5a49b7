from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge.absent import Absent, load

ONE = "- {key: ly_hon, name: Ly hôn, says: [ra tòa ly hôn], answer: Do tòa án., where: Tòa án}\n"


def test_the_shipped_ones_have_words_and_a_door() -> None:
    acts = load()
    assert len(acts) > 10
    assert all(act.says and act.answer and act.where for act in acts)
    assert len({act.key for act in acts}) == len(acts)


def test_a_file_is_read_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "absent.yaml"
    file.write_text(ONE, "utf-8")
    assert load(file) == (
        Absent(key="ly_hon", name="Ly hôn", says=("ra tòa ly hôn",), answer="Do tòa án.", where="Tòa án"),
    )


def test_no_file_holds_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "none.yaml") == ()


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "absent.yaml"
    file.write_text(ONE.replace("where", "door"), "utf-8")
    with pytest.raises(ValidationError):
        load(file)
