from pathlib import Path

import pytest

from benchmarks.utterances.utterance import Heard, Utterance, hear, load
from knowledge.matching.match import Aspect, Candidate, Match, Place, Verdict

SAID = Utterance(text="a", codes=("1.000001", "1.000002"), aspect=Aspect.FEE, weak=frozenset())


class Told:
    """A matcher that always makes the same of a line."""

    def __init__(self, match: Match) -> None:
        self._match = match

    def match(self, text: str, place: Place) -> Match:
        return self._match


class Fixed(Told):
    """The same, from the parts that count here."""

    def __init__(self, verdict: Verdict, *codes: str, aspects: tuple[Aspect, ...] = ()) -> None:
        candidates = tuple(Candidate(code=code, score=1) for code in codes)
        super().__init__(Match(verdict=verdict, candidates=candidates, aspects=aspects))


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "field.yaml"
    one = '{text: "a", code: ["1.000001", "1.000002"], aspect: fee}'
    path.write_text(f'- {one}\n- {{text: b, code: "1.000003", weak: code}}')
    assert load(path) == [
        SAID,
        Utterance(text="b", codes=("1.000003",), aspect=None, weak=frozenset({"code"})),
    ]


@pytest.mark.parametrize(
    ("matcher", "wrong"),
    [
        (Fixed(Verdict.ANSWER, "1.000002", aspects=(Aspect.FEE, Aspect.TIME)), set()),
        (Fixed(Verdict.ANSWER, "1.000003", "1.000001"), {"code", "aspect"}),
        (Fixed(Verdict.OFFER, "1.000003", "1.000004", "1.000001", aspects=(Aspect.FEE,)), set()),
        (Fixed(Verdict.CLARIFY, "1.000003", "1.000004", "1.000005", "1.000001"), {"code", "aspect"}),
        (Fixed(Verdict.ABSENT, "1.000001", aspects=(Aspect.FEE,)), {"code"}),
    ],
)
def test_what_is_served(matcher: Fixed, wrong: set[str]) -> None:
    assert hear(matcher, SAID).wrong == wrong


def test_what_is_not_held_is_served_by_its_entry() -> None:
    said = Utterance(text="a", absent="ly_hon")
    told = Match(verdict=Verdict.ABSENT, topic="ly_hon", candidates=(Candidate(code="1.000001", score=1),))
    assert hear(Told(told), said) == Heard(
        first=True, first_three=True, answered_wrong=False, wrong=frozenset()
    )
    assert hear(Fixed(Verdict.ABSENT, "1.000001"), said).wrong == {"code"}


def test_where_a_right_code_comes() -> None:
    heard = hear(Fixed(Verdict.ANSWER, "1.000003", "1.000001", aspects=(Aspect.FEE,)), SAID)
    assert heard == Heard(first=False, first_three=True, answered_wrong=True, wrong=frozenset({"code"}))
