from bot.channels.text import plain
from handlers import miss
from handlers.outcome import Outcome
from handlers.presses import Neither
from handlers.state import State
from tests.fakes.talk import Talk


async def test_the_second_miss_in_a_row_is_told_otherwise(talk: Talk) -> None:
    first = miss.lost(talk.turn(State()))
    second = await miss.neither(talk.turn(first.state), Neither())

    assert (first.state.misses, second.state.misses) == (1, 2)
    assert "Mình chưa rõ bạn cần gì" in plain(first.replies[0])
    assert "mình vẫn chưa hiểu ý bạn" in plain(second.replies[0])


def test_a_calm_turn_forgets_the_misses(talk: Talk) -> None:
    assert miss.gone_procedure(talk.turn(State(misses=1))).state.misses == 0


def test_each_thing_that_is_gone_is_named(talk: Talk) -> None:
    turn = talk.turn(State())
    answers = (miss.old_press(turn), miss.gone_procedure(turn), miss.gone_checklist(turn))
    told = [plain(answer.replies[0]) for answer in answers]

    assert [text.split()[0] for text in told] == ["Nút", "Thủ", "Danh"]


def test_what_a_question_is_about_is_asked_once(talk: Talk) -> None:
    first = miss.no_subject(talk.turn(State()))
    second = miss.no_subject(talk.turn(first.state))

    assert (first.outcome, second.outcome) == (Outcome.CLARIFIED, Outcome.OFFERED)
    assert second.state.misses == 2


def test_whether_it_is_still_the_old_subject_is_asked_once(talk: Talk) -> None:
    first = miss.no_subject(talk.turn(State(code="1.001193")))
    second = miss.no_subject(talk.turn(first.state))

    assert first.state.asked == ("1.001193",)
    assert plain(first.replies[0]) != plain(second.replies[0])
