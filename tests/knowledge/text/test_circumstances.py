from pathlib import Path

import pytest
import yaml

from knowledge.text.circumstances import ages, circumstances, without_countries
from knowledge.text.numbers import with_ages
from knowledge.text.words import Clause, clauses, word, words

CASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


def read(text: str) -> list[Clause]:
    trusted = not text.isascii()
    read = (tuple(word(token, trusted=trusted) for token in tokens) for tokens in clauses(text))
    return [with_ages(clause) for clause in read]


@pytest.mark.parametrize(("text", "holds", "not_"), CASES)
def test_told_in_passing(text: str, holds: list[str], not_: list[str]) -> None:
    told = circumstances(read(text))
    assert set(holds) <= told
    assert not set(not_) & told


def test_ages() -> None:
    assert ages(read("hai bé 6 tuổi và 9 tuổi, em út 3 tháng tuổi")) == (6, 9, 0)


def test_countries_are_set_aside() -> None:
    assert without_countries(words("lấy chồng hàn quốc")) == words("lấy chồng")
