from dataclasses import replace
from datetime import timedelta

from storage import questions
from storage.database import Database
from storage.questions import KEPT, LONGEST, Asked, Opinion
from tests.storage.moments import NOW

IN_VAIN = Asked(at=NOW, text="giấy gì đó", outcome="out_of_scope")
GOOD = Asked(at=NOW, text="khai sinh", outcome="answered", code="1.001193", opinion=Opinion.GOOD)
BAD = replace(GOOD, opinion=Opinion.BAD, reason="unclear")


async def test_the_newest_come_first_and_can_be_told_apart(database: Database) -> None:
    async with database.writing() as session:
        await questions.note(session, "web", "an", IN_VAIN)
        await questions.note(session, "web", "binh", GOOD)
        await questions.note(session, "web", "an", BAD)

        assert await questions.latest(session, 10) == [BAD, GOOD, IN_VAIN]
        assert await questions.latest(session, 1) == [BAD]
        assert await questions.latest(session, 10, opinion=Opinion.NONE) == [IN_VAIN]
        assert await questions.latest(session, 10, opinion=Opinion.BAD) == [BAD]


async def test_a_second_opinion_takes_the_place_of_the_first(database: Database) -> None:
    async with database.writing() as session:
        await questions.note(session, "web", "an", GOOD)
        await questions.note(session, "web", "an", BAD)

        assert await questions.latest(session, 10) == [BAD]


async def test_a_question_is_cut_and_goes_after_its_time(database: Database) -> None:
    async with database.writing() as session:
        await questions.note(session, "web", "an", replace(IN_VAIN, text="x" * 1000))
        await questions.purge(session, NOW + KEPT)
        (kept,) = await questions.latest(session, 10)
        assert len(kept.text) == LONGEST

        await questions.purge(session, NOW + KEPT + timedelta(seconds=1))
        assert await questions.latest(session, 10) == []
