from dataclasses import replace

import pytest

from handlers.kin import clear, is_kin, joined, related, rivals, sibling_meant, siblings
from handlers.state import State
from knowledge.matching.match import Candidate, Match, Verdict
from knowledge.procedure import Procedure
from tests.fakes.matcher import Says
from tests.fakes.talk import START, Talk

BIRTH = State(code="1.001193", since=START)


NOTHING = Match(verdict=Verdict.OFFER)


def _match(*scored: tuple[str, float], verdict: Verdict = Verdict.ANSWER) -> Match:
    candidates = tuple(Candidate(code=code, score=score) for code, score in scored)
    return Match(verdict=verdict, candidates=candidates)


async def _held(talk: Talk, code: str) -> Procedure:
    found = await talk.library.find(code)
    assert found is not None
    return found


def test_rivals_are_hardly_less_likely_than_the_best() -> None:
    match = _match(("a", 0.9), ("b", 0.7), ("c", 0.5))

    assert [one.code for one in rivals(match.candidates)] == ["a", "b"]
    assert rivals(()) == ()


@pytest.mark.parametrize(
    ("match", "is_clear"),
    [
        (_match(("a", 0.9), ("b", 0.5)), True),
        (_match(("a", 0.9), ("b", 0.8)), False),
        (_match(("a", 0.9), verdict=Verdict.OFFER), False),
    ],
)
def test_an_answer_without_rivals_is_clear(match: Match, is_clear: bool) -> None:
    assert clear(match) is is_clear


async def test_siblings_and_what_shares_a_field_are_kin(talk: Talk) -> None:
    birth, again, rare = [await _held(talk, code) for code in ("1.001193", "1.004884", "1.000001")]

    assert is_kin(birth, birth)
    assert is_kin(birth, again)
    assert not is_kin(birth, rare)
    assert "1.004884" in siblings(birth)
    assert siblings(rare) == frozenset()


async def test_a_match_is_kept_as_far_as_it_stays_with_kin(talk: Talk) -> None:
    birth, turn = await _held(talk, "1.001193"), talk.turn(BIRTH, "")
    kin, other = _match(("2.000635", 0.9)), _match(("1.000001", 0.9))

    assert await related(turn, birth, kin) is kin
    assert await related(turn, birth, other) is None
    assert await related(turn, birth, replace(kin, verdict=Verdict.OFFER)) is None
    assert await related(turn, birth, _match()) is None


async def test_a_line_is_read_with_the_name_of_what_is_at_hand(talk: Talk) -> None:
    birth = await _held(talk, "1.001193")

    assert joined(talk.turn(BIRTH, "đơn thân"), birth).normal == "don than dang ky khai sinh"


@pytest.mark.parametrize(
    ("line", "match", "code"),
    [
        ("mất sổ gốc thì sao", NOTHING, "1.004884"),
        ("em mất sổ gốc rồi", NOTHING, ""),
        ("đã khai sinh nhưng mất sổ gốc", NOTHING, "1.004884"),
        ("mất sổ gốc hả", NOTHING, ""),
        ("giấy bị mất", _match(("1.000001", 0.9), ("1.004884", 0.7)), "1.004884"),
        ("giấy bị mất", _match(("1.000001", 0.9), ("1.004884", 0.5)), ""),
        ("giấy bị mất", _match(("2.000635", 0.9), ("1.004884", 0.8)), ""),
    ],
)
async def test_one_sibling_is_meant_by_its_words_or_where_the_best_is_no_kin(
    talk: Talk, line: str, match: Match, code: str
) -> None:
    alone = replace(match, subject=("so", "goc") if "sổ gốc" in line else ("giay",))

    assert await sibling_meant(talk.turn(BIRTH, line), alone, await _held(talk, "1.001193")) == code


async def test_a_sibling_may_be_meant_by_the_line_together_with_what_is_at_hand(talk: Talk) -> None:
    birth = await _held(talk, "1.001193")
    unclear = _match(("1.000001", 0.9), ("1.000002", 0.8))
    turn = talk.turn(BIRTH, "làm lại")

    talk.matcher = Says(Verdict.ANSWER, ("1.004884", 0.9))
    assert await sibling_meant(talk.turn(BIRTH, "làm lại"), unclear, birth) == "1.004884"
    assert await sibling_meant(turn, unclear, birth) == ""
