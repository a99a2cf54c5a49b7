import pytest

from bot.channels.text import plain
from handlers import smalltalk
from handlers.outcome import Outcome
from handlers.state import State
from tests.fakes.talk import START, Talk


@pytest.mark.parametrize(
    ("topic", "word"),
    [
        ("greeting", "trợ lý tự động"),
        ("who", "trợ lý tự động"),
        ("thanks", "Không có gì"),
        ("goodbye", "Tạm biệt"),
        ("sad", "115"),
        ("noise", "Mình chưa đọc được"),
        ("weather", "Mình chưa đọc được"),
    ],
)
def test_each_topic_has_its_word(talk: Talk, topic: str, word: str) -> None:
    answer = smalltalk.answer(talk.turn(State()), topic)

    assert word in plain(answer.replies[0])
    assert answer.outcome == Outcome.SMALLTALK


def test_only_an_introduction_introduces(talk: Talk) -> None:
    assert smalltalk.answer(talk.turn(State()), "greeting").state.met
    assert not smalltalk.answer(talk.turn(State()), "thanks").state.met


def test_who_has_met_is_greeted_in_short(talk: Talk) -> None:
    text = plain(smalltalk.answer(talk.turn(State(met=True)), "greeting").replies[0])

    assert text == "Chào bạn! Mình giúp gì được cho bạn?"


def test_small_talk_does_not_let_the_thread_go(talk: Talk) -> None:
    answer = smalltalk.answer(talk.turn(State(code="1.001193", since=START)), "thanks")

    assert answer.code == answer.state.code == "1.001193"
