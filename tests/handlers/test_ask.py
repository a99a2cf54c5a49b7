import pytest

from handlers.ask import ask
from handlers.outcome import Outcome
from handlers.state import State
from knowledge.matching.match import Place, Verdict
from tests.fakes.matcher import Says
from tests.fakes.talk import Talk


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (Verdict.ANSWER, Outcome.ANSWERED),
        (Verdict.CLARIFY, Outcome.CLARIFIED),
        (Verdict.OFFER, Outcome.OFFERED),
        (Verdict.ABSENT, Outcome.ABSENT),
        (Verdict.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE),
        (Verdict.SMALLTALK, Outcome.SMALLTALK),
        (Verdict.REFUSE, Outcome.REFUSED),
    ],
)
async def test_every_verdict_has_its_outcome_and_hands_its_candidates_on(
    talk: Talk, verdict: Verdict, outcome: Outcome
) -> None:
    matcher = Says(verdict, ("1.001193", 0.9), ("1.004884", 0.8), topic="ly_hon")
    talk.matcher = matcher

    answer = await ask(talk.turn(State(), "câu hỏi"))

    assert answer.outcome == outcome
    assert answer.codes == matcher.told.candidates


async def test_the_question_is_asked_from_where_the_deployment_is_at_home(talk: Talk) -> None:
    talk.matcher = matcher = Says(Verdict.OUT_OF_SCOPE)
    talk.home = Place(province="Lào Cai")

    await ask(talk.turn(State(), "câu hỏi"))

    assert matcher.places == [Place(province="Lào Cai")]


async def test_the_next_three_candidates_go_with_the_answer(talk: Talk) -> None:
    codes = ("1.001193", "1.999999", "1.004884", "2.000635", "1.000001", "1.000002")
    talk.matcher = Says(Verdict.ANSWER, *((code, 0.5) for code in codes))

    answer = await ask(talk.turn(State(), "câu hỏi"))

    assert answer.state.others == ("1.004884", "2.000635", "1.000001")


async def test_asking_back_leaves_the_unlikely_out_and_never_lets_choose_from_more_than_four(
    talk: Talk,
) -> None:
    talk.matcher = Says(Verdict.CLARIFY, ("1.001193", 0.8), ("1.004884", 0.5), ("2.000635", 0.3))
    few = await ask(talk.turn(State(), "câu hỏi"))
    talk.matcher = Says(
        Verdict.CLARIFY,
        *((code, 0.8) for code in ("1.001193", "1.004884", "2.000635", "1.000001", "1.000002")),
    )
    many = await ask(talk.turn(State(), "câu hỏi"))

    assert few.state.asked == ("1.001193", "1.004884")
    assert len(many.state.asked) == 4


@pytest.mark.parametrize("verdict", [Verdict.ANSWER, Verdict.CLARIFY, Verdict.OFFER])
async def test_candidates_that_the_library_does_not_hold_are_a_miss(talk: Talk, verdict: Verdict) -> None:
    talk.matcher = Says(verdict, ("1.999999", 0.9))

    answer = await ask(talk.turn(State(), "câu hỏi"))

    assert answer.outcome == Outcome.OFFERED
    assert answer.state.misses == 1


async def test_an_absent_errand_that_nobody_described_is_out_of_scope(talk: Talk) -> None:
    talk.matcher = Says(Verdict.ABSENT, topic="unheard_of")

    assert (await ask(talk.turn(State(), "câu hỏi"))).outcome == Outcome.OUT_OF_SCOPE
