import pytest

from handlers import menu
from handlers.outcome import Outcome
from handlers.presses import Help, Home, Person, Speak, Start
from handlers.state import State
from tests.fakes.talk import START, Talk


async def test_the_first_words_make_the_introduction(talk: Talk) -> None:
    answer = await menu.start(talk.turn(State()), Start())

    assert answer.state.met
    assert answer.outcome == Outcome.SMALLTALK


async def test_the_menu_leads_back_to_the_procedure_at_hand_first(talk: Talk) -> None:
    spoken = State(code="1.001193", since=START, others=("1.004884",), here="b")

    answer = await menu.home(talk.turn(spoken), Home())

    first = answer.replies[0].buttons[0][0]
    assert (first.label, first.press) == ("↩ Đăng ký khai sinh", "c:1.001193:1.004884")
    assert answer.state.here == ""


async def test_a_procedure_that_is_gone_is_no_door(talk: Talk) -> None:
    answer = await menu.home(talk.turn(State(code="1.999999", since=START)), Home())

    assert "↩" not in answer.replies[0].buttons[0][0].label


async def test_help_and_a_person_leave_the_thread_as_it_was(talk: Talk) -> None:
    spoken = State(code="1.001193", since=START)

    helped = await menu.help_(talk.turn(spoken), Help())
    handed = await menu.person(talk.turn(spoken), Person())

    assert helped.state.code == handed.state.code == handed.code == "1.001193"
    assert handed.outcome == Outcome.HANDED_OFF


@pytest.mark.parametrize(("asked", "kept"), [("en", "en"), ("vi", "vi"), ("km", "vi")])
async def test_a_language_is_kept_if_there_is_one(talk: Talk, asked: str, kept: str) -> None:
    answer = await menu.speak(talk.turn(State()), Speak(language=asked))

    assert answer.state.language == kept
