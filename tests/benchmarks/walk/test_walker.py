from random import Random

from benchmarks.walk.walker import Walker
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.language import Languages
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.presses import Home
from handlers.reply import Paragraph
from handlers.screen import screen
from handlers.state import State
from storage.database import Database
from storage.session import Session
from tests.fakes.talk import START, Talk

ASKED = (
    "khai sinh",
    "trích lục bao nhiêu tiền",
    "khai sinh gì đó",
    "xin giấy gì đó",
    "nhà máy",
    "việc hiếm gặp",
)


def _walker(talk: Talk, seed: int) -> Walker:
    return Walker(talk.database, Dialogue(talk.services()), ASKED, Random(seed), START)


async def test_a_walk_finds_no_dead_end_no_fault_and_no_lost_state(sqlite_database: Database) -> None:
    """The small brother of ``python -m benchmarks.walk``, over the hand-made library."""
    report = await _walker(Talk(sqlite_database), seed=7).walk(600)

    assert report.faults == []
    assert report.steps == 600
    assert len(report.outcomes) >= 6


class Broken(Dialogue):
    """Fails at every message."""

    async def answer(self, session: Session, message: Message) -> Answer:
        raise ValueError(message.chat)


async def test_a_fault_is_found_and_told(sqlite_database: Database) -> None:
    walker = _walker(Talk(sqlite_database), seed=7)
    walker.dialogue = Broken(Talk(sqlite_database).services())

    report = await walker.walk(3)

    assert [one["fault"][:10] for one in report.faults] == ["ValueError"] * 3
    assert '"faults": 3' in report.json()


class Stubborn(Dialogue):
    """Answers every message with the same question."""

    async def answer(self, session: Session, message: Message) -> Answer:
        say = Languages.shipped().of("vi")
        reply = screen(say, Paragraph(text="Bạn cần thủ tục nào?"), back=Home())
        return Answer(replies=(reply,), state=State(), outcome=Outcome.CLARIFIED)


async def test_a_question_put_twice_in_a_row_is_found(sqlite_database: Database) -> None:
    walker = _walker(Talk(sqlite_database), seed=7)
    walker.dialogue = Stubborn(Talk(sqlite_database).services())

    report = await walker.walk(60)

    assert any(one["fault"].startswith("AssertionError: asked twice") for one in report.faults)
