from dataclasses import replace

import pytest

from handlers.ask import ask
from handlers.outcome import Outcome
from handlers.state import State
from knowledge.matching.match import Aspect, Match, Place, Verdict
from tests.fakes.matcher import Says
from tests.fakes.talk import START, Talk


async def test_several_aspects_asked_on_are_answered_together(talk: Talk) -> None:
    talk.matcher = Says(Verdict.OUT_OF_SCOPE, aspects=(Aspect.FEE, Aspect.TIME))
    spoken = State(code="1.001193", since=START)

    answer = await ask(talk.turn(spoken, "thế mất bao lâu, bao nhiêu tiền"))

    assert (answer.code, answer.aspects) == ("1.001193", (Aspect.FEE, Aspect.TIME))


async def test_asking_on_about_what_is_gone_says_so(talk: Talk) -> None:
    talk.matcher = Says(Verdict.OUT_OF_SCOPE, aspects=(Aspect.FEE,))

    answer = await ask(talk.turn(State(code="1.999999", since=START), "bao nhiêu tiền"))

    assert answer.outcome == Outcome.OFFERED


@pytest.mark.parametrize(("score", "outcome"), [(0.5, Outcome.CLARIFIED), (0.8, Outcome.ANSWERED)])
async def test_an_aspect_of_nothing_is_asked_back_unless_the_matcher_is_sure(
    talk: Talk, score: float, outcome: Outcome
) -> None:
    talk.matcher = Says(Verdict.ANSWER, ("1.001193", score), aspects=(Aspect.TIME,))

    assert (await ask(talk.turn(State(), "mất bao lâu"))).outcome == outcome


class Knows(Says):
    """Is unsure of everything that does not name the procedure at hand."""

    def match(self, text: str, place: Place) -> Match:
        told = super().match(text, place)
        return (
            told
            if "Đăng ký khai sinh" in text
            else replace(told, verdict=Verdict.OUT_OF_SCOPE, candidates=())
        )


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("vậy cho con 5 tuổi thì sao", Outcome.ANSWERED),
        ("mẹ đơn thân thì sao", Outcome.ANSWERED),
        ("thời tiết hôm nay", Outcome.OUT_OF_SCOPE),
    ],
)
async def test_a_line_that_goes_on_is_read_with_the_procedure_at_hand(
    talk: Talk, line: str, outcome: Outcome
) -> None:
    talk.matcher = Knows(Verdict.ANSWER, ("1.001193", 0.9))

    assert (await ask(talk.turn(State(code="1.001193", since=START), line))).outcome == outcome
    assert (await ask(talk.turn(State(), line))).outcome == Outcome.OUT_OF_SCOPE


async def test_a_line_of_no_letters_answers_no_question_asked_back(talk: Talk) -> None:
    talk.matcher = Says(Verdict.OUT_OF_SCOPE)
    asked = State(asked=("1.001193", "1.004884"))

    assert (await ask(talk.turn(asked, "𝓀𝒽𝒶𝒾"))).outcome == Outcome.OUT_OF_SCOPE


async def test_an_answer_in_own_words_picks_one_of_those_offered(talk: Talk) -> None:
    talk.matcher = Says(Verdict.OFFER, ("1.004884", 0.4), ("1.000001", 0.3))
    asked = State(asked=("1.001193", "1.004884"), question="khai sinh gì đó")

    assert (await ask(talk.turn(asked, "sổ gốc cháy"))).code == "1.004884"
    talk.matcher = Says(Verdict.OFFER, ("1.000001", 0.4), ("1.004884", 0.3))
    assert (await ask(talk.turn(asked, "sổ gốc cháy"))).outcome == Outcome.OFFERED


async def test_what_is_lacking_stays_with_what_is_at_hand(talk: Talk) -> None:
    talk.matcher = Says(Verdict.ABSENT, ("1.000001", 0.3), topic="ly_hon")
    spoken = State(code="1.001193", since=START)

    assert (await ask(talk.turn(spoken, "không có sim chính chủ thì sao"))).code == "1.001193"
    assert (await ask(talk.turn(spoken, "ly hôn thì ra đâu"))).outcome == Outcome.ABSENT
