from collections import Counter

import pytest
import yaml

from knowledge.matching.matcher import RankingMatcher
from knowledge.matching.sayings import SAID, sayings
from knowledge.text.data import strings, table

FILES = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(SAID.glob("*.yaml"))]
ROWS = {code: row for rows in FILES for code, row in rows.items()}


def test_a_term_brings_its_citizens_phrases() -> None:
    phrases = sayings()["1.012786"]
    assert "mất sổ đỏ" in phrases
    assert "cháy nhà mất sổ đỏ" in phrases


@pytest.mark.parametrize("code", sorted(ROWS))
def test_every_term_stands_in_the_lexicon(code: str) -> None:
    assert ROWS[code].keys() <= {"terms", "says"}
    assert set(strings(ROWS[code].get("terms"))) <= table("synonyms").keys()


def test_every_code_is_held(whole: RankingMatcher) -> None:
    assert sayings().keys() <= {entry.code for entry in whole.entries}


def test_a_procedure_stands_in_one_file_only() -> None:
    files = Counter(code for rows in FILES for code in rows)
    assert [code for code, times in files.items() if times > 1] == []


def test_nothing_is_said_for_two_procedures() -> None:
    said = Counter(say for rows in ROWS.values() for say in strings(rows.get("says")))
    assert [say for say, times in said.items() if times > 1] == []
