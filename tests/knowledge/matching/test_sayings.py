from pathlib import Path

import pytest
import yaml

import knowledge.matching
from knowledge.matching.matcher import RankingMatcher
from knowledge.matching.sayings import sayings
from knowledge.text.data import strings, table

FOLDER = Path(knowledge.matching.__file__).parent
ROWS = yaml.safe_load((FOLDER / "sayings.yaml").read_text("utf-8"))


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
