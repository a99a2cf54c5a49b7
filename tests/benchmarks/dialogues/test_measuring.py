from pathlib import Path

import pytest

from benchmarks.dialogues.measuring import Turn, load, measure
from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.state import State
from knowledge.matching.match import Aspect
from storage.database import Database
from tests.fakes.talk import Talk
from tests.journeys.shipped import learn

DIALOGUES = Path(__file__).parents[3] / "benchmarks" / "dialogues"


@pytest.mark.parametrize(
    ("turn", "right"),
    [
        (Turn(say="x"), True),
        (Turn(say="x", code="1.001193", aspect="fee"), True),
        (Turn(say="x", code=["1.000001", "1.001193"]), True),
        (Turn(say="x", code="1.000001"), False),
        (Turn(say="x", aspect="time"), False),
        (Turn(say="x", outcome="absent"), False),
        (Turn(say="x", outcome=["absent", "answered"]), True),
    ],
)
def test_a_turn_is_judged_by_what_it_names(turn: Turn, right: bool) -> None:
    answer = Answer(
        replies=(), state=State(), outcome=Outcome.ANSWERED, code="1.001193", aspects=(Aspect.FEE,)
    )
    assert turn.kept_by(answer) == right


@pytest.mark.parametrize("name", ["developed_1", "developed_2", "developed_3"])
async def test_the_right_procedure_and_aspect_are_kept_from_turn_to_turn(
    sqlite_database: Database, name: str
) -> None:
    """The dialogues that were developed against, over the knowledge that ships."""
    talk = Talk(sqlite_database)
    await learn(talk)

    async def say(chat: str, text: str) -> Answer:
        talk.chat = chat
        return await talk.say(text)

    figures = await measure(name, load(DIALOGUES / f"{name}.yaml"), say)

    assert figures.turns >= 100
    assert len(figures.missed) <= figures.turns * 0.15, figures.json()
