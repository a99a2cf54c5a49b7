import pytest

from benchmarks.walk.manners import check
from handlers.answer import Answer
from handlers.language import Language, Languages
from handlers.outcome import Outcome
from handlers.presses import Home
from handlers.reply import Paragraph, Reply
from handlers.screen import screen
from handlers.state import State


def _answer(reply: Reply) -> Answer:
    return Answer(replies=(reply,), state=State(), outcome=Outcome.ANSWERED)


@pytest.mark.parametrize("text", [" ", "x" * 1500, "{name} mới", "Lệ phí: 0 đồng"])
def test_what_has_no_manners_is_found(text: str) -> None:
    say: Language = Languages.shipped().of("vi")
    check(_answer(screen(say, Paragraph(text="Chào bạn"), back=Home())))

    with pytest.raises(AssertionError):
        check(_answer(screen(say, Paragraph(text=text), back=Home())))


def test_a_dead_end_is_found() -> None:
    with pytest.raises(AssertionError):
        check(_answer(Reply(blocks=(Paragraph(text="Chào bạn"),))))
