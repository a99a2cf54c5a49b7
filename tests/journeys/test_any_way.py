"""Whatever is pressed and typed, in whatever state: an answer that fits every face, and a way out of it."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.walk import faces, manners
from benchmarks.walk.lines import ASKED_ON, PRESSES, SCRIPTS
from bot.channels.text import plain
from handlers.outcome import Outcome
from storage.database import Database
from tests.fakes.talk import Talk

_chats = count(1)

_ASKED = (
    "làm giấy khai sinh",
    "khai sinh gì đó",
    "giấy gì đó",
    "trích lục",
    "ly hôn ở đâu",
    "vợ em sắp sinh con",
)

_LINES = st.one_of(st.sampled_from((*_ASKED, *ASKED_ON, *SCRIPTS)), st.text(max_size=60))
_STEPS = st.one_of(st.integers(0, 40), _LINES, st.sampled_from(PRESSES).map(lambda press: (press,)))
"""Which of what is shown is pressed, what is typed, or a press out of the blue."""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_STEPS, min_size=1, max_size=12))
async def test_every_step_from_every_state_has_a_way_out(
    sqlite_database: Database, steps: list[int | str | tuple[str]]
) -> None:
    talk = Talk(sqlite_database, chat=f"any {next(_chats)}")
    await talk.say("menu")

    for step in steps:
        await _take(talk, step)
        assert talk.last.outcome is not Outcome.FAILED
        manners.check(talk.last)
        for reply in talk.last.replies:
            faces.check(reply)


async def _take(talk: Talk, step: int | str | tuple[str]) -> None:
    if isinstance(step, int):
        await talk.press(talk.buttons[step % len(talk.buttons)].press)
    elif isinstance(step, str):
        await talk.say(step)
    else:
        await talk.press(step[0])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(_LINES, min_size=2, max_size=8))
async def test_no_question_is_put_twice_in_a_row(sqlite_database: Database, lines: list[str]) -> None:
    talk = Talk(sqlite_database, chat=f"any {next(_chats)}")
    put = ""

    for line in lines:
        await talk.say(line)
        question = plain(talk.last.replies[-1]) if talk.last.outcome is Outcome.CLARIFIED else ""
        assert not question or question != put
        put = question
