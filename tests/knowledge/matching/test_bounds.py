"""The lines of bounds.yaml over the whole catalogue: asked back, answered, sent away, or told where to go."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.matching.match import Match, Place, Verdict
from knowledge.matching.matcher import RankingMatcher

_FILE = Path(__file__).with_name("bounds.yaml")
_READ = yaml.safe_load(_FILE.read_text("utf-8"))
HALVES = [(kind, half) for kind, halves in _READ.items() for half in halves]
# So many of a hundred lines go wrong at most: a little more than do, for learning anew shifts some.
_WRONG = {"ambiguous": 50, "clear": 14, "not_ours": 26, "not_held": 20}
_ASKED = (Verdict.CLARIFY, Verdict.OFFER)
_CHOICES = 3


@pytest.mark.parametrize(("kind", "half"), HALVES)
def test_bounds(whole: RankingMatcher, kind: str, half: str) -> None:
    lines = _READ[kind][half]
    wrong = [one["text"] for one in lines if not right(whole.match(one["text"], Place()), kind, one)]
    assert 100 * len(wrong) <= _WRONG[kind] * len(lines), wrong


def test_no_line_stands_twice() -> None:
    texts = [one["text"] for kind, half in HALVES for one in _READ[kind][half]]
    assert len(texts) == len(set(texts))


def right(match: Match, kind: str, line: dict[str, Any]) -> bool:
    """Whether a line of one kind is judged as it should be."""
    codes = [one.code for one in match.candidates]
    if kind == "ambiguous":
        return match.verdict in _ASKED and bool({*codes[:_CHOICES]} & {*line["code"]})
    if kind == "clear":
        return match.verdict is Verdict.ANSWER and codes[0] in line["code"]
    if kind == "not_held":
        return match.verdict is Verdict.ABSENT and match.topic == line["topic"]
    return match.verdict in (Verdict.OUT_OF_SCOPE, Verdict.REFUSE)
