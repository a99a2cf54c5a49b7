import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.matching.data import shipped_entries
from knowledge.absent import load
from knowledge.matching import build
from knowledge.matching.match import Entry, Place
from knowledge.matching.matcher import RankingMatcher
from knowledge.matching.model import Model, digest, not_held
from tests.knowledge.matching.few import ABSENT, BIRTH, ENTRIES
from tests.knowledge.matching.test_questions import TEXTS

_WRITE = """
import sys
from pathlib import Path
from knowledge.matching.model import Model
from tests.knowledge.matching.few import ENTRIES
Model.load(ENTRIES, Path(sys.argv[1]))
"""


def test_a_loaded_matcher_judges_every_question_as_the_built_one(
    shipped: RankingMatcher, tmp_path: Path
) -> None:
    file = tmp_path / "matcher.pack"
    build(shipped_entries(), load(), file)
    loaded = build(shipped_entries(), load(), file)
    for text in TEXTS:
        assert loaded.match(text, Place()) == shipped.match(text, Place())


def test_the_same_procedures_make_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.pack" for seed in "12"]
    for seed, file in enumerate(files, start=1):
        command = [sys.executable, "-c", _WRITE, str(file)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": "."})
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    "other",
    [
        replace(BIRTH, name="Thủ tục khác"),
        replace(BIRTH, says=("nói khác",)),
        replace(BIRTH, province="Huế"),
        replace(BIRTH, siblings=()),
    ],
)
def test_another_procedure_is_another_digest(other: Entry) -> None:
    assert digest([other]) != digest([BIRTH])


def test_a_file_that_is_out_of_date_is_built_anew(tmp_path: Path) -> None:
    file = tmp_path / "matcher.pack"
    build(ENTRIES[:2], pack=file)
    before = file.read_bytes()
    found = build(ENTRIES, ABSENT, file).match("cấp lại thẻ căn cước", Place())
    assert found == build(ENTRIES, ABSENT).match("cấp lại thẻ căn cước", Place())
    assert file.read_bytes() != before


def test_a_damaged_file_is_built_anew(tmp_path: Path) -> None:
    file = tmp_path / "matcher.pack"
    build(ENTRIES, pack=file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])
    build(ENTRIES, pack=file)
    assert file.read_bytes() == whole


def test_acts_that_are_not_held_stand_under_codes_of_their_own() -> None:
    (entry,) = not_held(ABSENT)
    assert entry.code == "absent:ly_hon"
    assert Model.over([entry]).official.words == {"ly": 1, "hon": 1}
