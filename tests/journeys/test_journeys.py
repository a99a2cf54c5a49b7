"""Whole conversations, one generic runner: whoever writes YAML adds a test."""

from pathlib import Path

import pytest

from benchmarks.walk.manners import check
from storage.database import Database
from storage.deliveries import apply
from storage.reports import DossierReport
from tests.fakes.talk import HASHER, START, Talk
from tests.journeys import story
from tests.journeys.shipped import learn
from tests.journeys.story import Filed, Journey, Turn

JOURNEYS = story.load(Path(__file__).parent)


def test_there_are_journeys_enough_and_each_has_a_name_of_its_own() -> None:
    assert len(JOURNEYS) >= 25
    assert len({one.name for one in JOURNEYS}) == len(JOURNEYS)


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
async def test_a_journey_ends_where_it_should(journey: Journey, sqlite_database: Database) -> None:
    await go(Talk(sqlite_database), journey)


async def test_the_whole_way_is_the_same_on_both_databases(database: Database) -> None:
    """The one journey with questions, ticks and a dossier in it, on SQLite and on PostgreSQL."""
    (whole,) = [one for one in JOURNEYS if one.name.startswith("the whole way")]

    await go(Talk(database), whole)


async def go(talk: Talk, journey: Journey) -> None:
    """Live a journey through, and compare every turn of it."""
    if journey.knowledge == "shipped":
        await learn(talk)
    for filed in journey.filed:
        await _file(talk.database, filed)
    for number, turn in enumerate(journey.turns, 1):
        await _take(talk, turn)
        _compare(talk, turn, f"turn {number}")
        check(talk.last)


async def _file(database: Database, filed: Filed) -> None:
    report = DossierReport(
        at=START - story.days(3),
        received_at=START - story.days(3),
        due_at=None if filed.due_in is None else START + story.days(filed.due_in),
        **filed.model_dump(exclude={"due_in"}),
    )
    async with database.writing() as session:
        await apply(session, HASHER, report)


async def _take(talk: Talk, turn: Turn) -> None:
    talk.chat = turn.chat or talk.chat
    talk.wait(days=turn.wait)
    if turn.say is not None:
        await talk.say(turn.say)
    elif turn.tap is not None:
        await talk.tap(turn.tap)
    elif turn.shows is not None:
        await talk.show(turn.shows)
    else:
        await talk.press(turn.press or "")


def _compare(talk: Talk, turn: Turn, where: str) -> None:
    said = f"{where}:\n{talk.text}\n{talk.labels}"
    assert talk.last.outcome == turn.outcome, said
    assert talk.last.redact == turn.redacted, said
    assert talk.text.startswith(turn.opens), said
    if "code" in turn.model_fields_set:
        assert talk.last.code == turn.code, said
    if turn.aspects is not None:
        assert set(talk.last.aspects) == set(turn.aspects), said
    assert tuple(file.name for reply in talk.last.replies for file in reply.files) == turn.files, said
    for piece in turn.holds:
        assert piece in talk.text, f"{piece!r} is missing in {said}"
    for piece in turn.lacks:
        assert piece not in talk.text, f"{piece!r} stands in {said}"
    for label in turn.offers:
        assert talk.offers(label), f"no button {label!r} in {said}"
