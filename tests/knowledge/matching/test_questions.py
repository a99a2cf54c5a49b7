"""The sentences of questions.yaml: over the shipped procedures, and over the whole catalogue where it is."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.matching.match import Match, Place, Verdict
from knowledge.matching.matcher import RankingMatcher

_READ = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text("utf-8"))
CASES = [
    pytest.param(case, id=f"{register}-{case['text']}") for register, cases in _READ.items() for case in cases
]
TEXTS = [case["text"] for cases in _READ.values() for case in cases]
_NO_ERRAND = {Verdict.OUT_OF_SCOPE, Verdict.ABSENT, Verdict.SMALLTALK, Verdict.REFUSE}


@pytest.mark.parametrize("case", CASES)
def test_over_the_shipped_procedures(shipped: RankingMatcher, case: dict[str, Any]) -> None:
    held = {entry.code for entry in shipped.entries}
    if not held.issuperset(_codes(case)):
        pytest.skip("not shipped")
    _check(shipped.match(case["text"], Place()), case)


@pytest.mark.parametrize("case", CASES)
def test_over_the_whole_catalogue(whole: RankingMatcher, case: dict[str, Any]) -> None:
    _check(whole.match(case["text"], Place()), case)


def _check(match: Match, case: dict[str, Any]) -> None:
    if _codes(case):
        assert match.candidates[0].code in _codes(case)
        assert match.verdict not in _NO_ERRAND
    if "verdict" in case:
        assert match.verdict == case["verdict"]
    if "topic" in case:
        assert match.topic == case["topic"]
    if "aspects" in case:
        assert [aspect.value for aspect in match.aspects] == case["aspects"]


def _codes(case: dict[str, Any]) -> set[str]:
    codes = case.get("code", [])
    return {codes} if isinstance(codes, str) else set(codes)
