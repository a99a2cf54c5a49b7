from handlers import unheld
from handlers.outcome import Outcome
from handlers.reply import Fact, Heading, Paragraph
from handlers.state import State
from tests.fakes.talk import START, Talk


def test_an_absent_errand_lets_the_thread_go_and_names_the_door(talk: Talk) -> None:
    answer = unheld.absent(talk.turn(State(code="1.001193", since=START)), "ly_hon")

    assert answer is not None
    assert answer.replies[0].blocks == (
        Heading(text="Ly hôn"),
        Paragraph(text="Ly hôn do tòa án giải quyết."),
        Fact(label="Nơi giải quyết", text="Tòa án nhân dân nơi vợ hoặc chồng đang ở."),
    )
    assert (answer.outcome, answer.code, answer.state.code) == (Outcome.ABSENT, None, "")


def test_an_errand_without_a_door_has_none(talk: Talk) -> None:
    talk.absent = (talk.absent[0].model_copy(update={"where": ""}),)
    answer = unheld.absent(talk.turn(State()), "ly_hon")

    assert answer is not None
    assert not any(isinstance(block, Fact) for block in answer.replies[0].blocks)


def test_nobody_answers_for_what_is_not_described(talk: Talk) -> None:
    assert unheld.absent(talk.turn(State()), "unheard_of") is None


def test_out_of_scope_and_refused_keep_the_thread(talk: Talk) -> None:
    spoken = State(code="1.001193", since=START)

    out, no = unheld.out_of_scope(talk.turn(spoken)), unheld.refused(talk.turn(spoken))

    assert (out.outcome, no.outcome) == (Outcome.OUT_OF_SCOPE, Outcome.REFUSED)
    assert out.code == no.code == "1.001193"
