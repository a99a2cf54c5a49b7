"""What people type, a file a field beside this one; none of it was written with the guides' `says` in sight.

A line names its procedure (`code`; a list where any of some is right), or the entry it is after among what
is not held (`absent`), and, where it asks for one thing, the `aspect`. It is served where the procedure comes
first, or is among the three offered. What is known to go wrong is marked `weak: code` or `weak: aspect` and
must stay so: who mends the matcher takes the mark away.
"""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.utterances.utterance import CODE, UTTERANCES, hear, load
from knowledge import absent
from knowledge.matching.matcher import RankingMatcher
from knowledge.shelf import Shelf
from motcua.text import clean_line, unmarked

FILES = [pytest.param(path, id=path.stem) for path in sorted(UTTERANCES.glob("*.yaml"))]
EVERY = [one for path in sorted(UTTERANCES.glob("*.yaml")) for one in load(path)]
# So many of a hundred may be marked as not finding their procedure.
WEAK = 9


@pytest.mark.parametrize("path", FILES)
def test_over_the_shipped_procedures(shipped: RankingMatcher, path: Path) -> None:
    wrong = {one.text: sorted(hear(shipped, one).wrong - one.weak) for one in load(path)}
    assert {text: parts for text, parts in wrong.items() if parts} == {}


@pytest.mark.parametrize("path", FILES)
def test_over_the_whole_catalogue(whole: RankingMatcher, path: Path) -> None:
    wrong = {one.text: sorted(hear(whole, one).wrong - one.weak) for one in load(path)}
    assert {text: parts for text, parts in wrong.items() if parts} == {}


@pytest.mark.parametrize("path", FILES)
def test_a_weak_one_is_weak(shipped: RankingMatcher, whole: RankingMatcher, path: Path) -> None:
    """Where this fails, the matcher has got better: take the mark away from the lines that are listed."""
    wrong = {one.text: hear(shipped, one).wrong | hear(whole, one).wrong for one in load(path) if one.weak}
    mended = {one.text: sorted(one.weak - wrong[one.text]) for one in load(path) if one.weak}
    assert {text: parts for text, parts in mended.items() if parts} == {}


def test_few_are_weak() -> None:
    assert 100 * sum(CODE in one.weak for one in EVERY) <= WEAK * len(EVERY)


def test_every_guided_procedure_has_three() -> None:
    told = Counter(code for one in EVERY for code in one.codes)
    assert {
        code: told[code] for code, one in Shelf.load().procedures.items() if one.guide and told[code] < 3
    } == {}


def test_every_entry_that_is_not_held_has_two() -> None:
    told = Counter(one.absent for one in EVERY)
    assert {one.key: told[one.key] for one in absent.load() if told[one.key] < 2} == {}


def test_none_is_a_saying_and_none_stands_twice() -> None:
    guides = (one.guide for one in Shelf.load().procedures.values())
    says = {_plain(say) for guide in guides if guide for say in guide.says}
    says |= {_plain(say) for one in absent.load() for say in one.says}
    told = Counter(_plain(one.text) for one in EVERY)
    assert [text for text, times in told.items() if times > 1 or text in says] == []


def _plain(text: str) -> str:
    return unmarked(clean_line(text)).lower().strip(" ?!.")
