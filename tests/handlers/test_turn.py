from datetime import timedelta

import pytest

from handlers.presses import Browse, Card, Home
from handlers.state import Awaits, State
from handlers.turn import THREAD, Turn
from tests.fakes.talk import START, Talk


@pytest.fixture
def turn(talk: Talk) -> Turn:
    return talk.turn(State(code="1.001193", since=START, others=("1.004884",), here="b::1"))


def test_a_procedure_is_at_hand_for_a_day(talk: Talk) -> None:
    spoken = State(code="1.001193", since=START)

    assert talk.turn(spoken, now=START + THREAD).at_hand == "1.001193"
    assert talk.turn(spoken, now=START + THREAD + timedelta(seconds=1)).at_hand == ""
    assert talk.turn(State()).at_hand == ""


def test_back_leads_to_the_card_at_hand_and_from_there_to_the_list(turn: Turn) -> None:
    assert turn.back == Card(code="1.001193", others=("1.004884",))
    assert turn.before_card == Browse(page=1)


@pytest.mark.parametrize("here", ["", "no press"])
def test_without_a_list_back_leads_to_the_menu(talk: Talk, here: str) -> None:
    turn = talk.turn(State(here=here))

    assert turn.back == turn.before_card == Home()


def test_a_calm_state_expects_nothing(talk: Talk) -> None:
    waiting = State(awaits=Awaits.PROOF, dossier="X", asked=("1.001193",), misses=2, here="b")

    assert talk.turn(waiting).calm() == State(here="b")


def test_others_belong_to_the_procedure_they_were_found_beside(turn: Turn) -> None:
    assert turn.others("1.001193") == ("1.004884",)
    assert turn.others("2.000635") == ()


def test_a_reply_about_a_procedure_takes_it_in_hand(talk: Talk) -> None:
    state = talk.turn(State()).about("2.000635", ("1.001193",))

    assert (state.code, state.since, state.others) == ("2.000635", START, ("1.001193",))
