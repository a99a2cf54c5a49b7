from datetime import datetime

from storage import inbox, outbox, transcript
from storage.database import Database
from storage.session import Session
from storage.transcript import Side
from tests.storage.moments import NOW, later


async def hear(session: Session, body: str, at: datetime, chat: str = "a") -> int:
    claimed = await inbox.claim(session, channel="web", chat=chat, event_id=body, body=body, at=at)
    assert claimed is not None
    return claimed


async def say(session: Session, body: str, at: datetime, answers: int | None) -> None:
    await outbox.add(session, channel="web", chat="a", inbox_id=answers, body=body, now=at)


async def read(database: Database, limit: int = 20) -> list[str]:
    async with database.reading() as session:
        spoken = await transcript.history(session, "web", "a", limit)
    return [f"{line.side}: {line.body}" for line in spoken]


async def test_a_new_chat_has_said_nothing(database: Database) -> None:
    assert await read(database) == []


async def test_replies_stand_under_the_line_they_answer(database: Database) -> None:
    async with database.writing() as session:
        first = await hear(session, "1", later(0))
        second = await hear(session, "2", later(1))  # typed on before the first answer came
        await say(session, "to 1", later(2), first)
        await say(session, "also to 1", later(2), first)
        await say(session, "to 2", later(3), second)
    assert await read(database) == ["person: 1", "bot: to 1", "bot: also to 1", "person: 2", "bot: to 2"]


async def test_a_notice_stands_where_it_was_made(database: Database) -> None:
    async with database.writing() as session:
        first = await hear(session, "1", later(0))
        await say(session, "to 1", later(1), first)
        await say(session, "a notice", later(2), None)
        await hear(session, "2", later(3))
    assert await read(database) == ["person: 1", "bot: to 1", "bot: a notice", "person: 2"]


async def test_only_the_last_is_told(database: Database) -> None:
    async with database.writing() as session:
        for number in range(6):
            line = await hear(session, str(number), later(number))
            await say(session, f"to {number}", later(number), line)
    assert await read(database, limit=3) == ["bot: to 4", "person: 5", "bot: to 5"]


async def test_lines_of_one_moment_stay_in_the_order_they_came_in(database: Database) -> None:
    async with database.writing() as session:
        first = await hear(session, "1", NOW)
        second = await hear(session, "2", NOW)
        await say(session, "to 1", later(1), first)
        await say(session, "to 2", later(1), second)
    assert await read(database) == ["person: 1", "bot: to 1", "person: 2", "bot: to 2"]


async def test_nobody_reads_another_chat(database: Database) -> None:
    async with database.writing() as session:
        await hear(session, "private", NOW, chat="b")
    assert await read(database) == []


async def test_a_line_says_when_and_which(database: Database) -> None:
    async with database.writing() as session:
        line = await hear(session, "1", NOW)
        await say(session, "to 1", later(1), line)
    async with database.reading() as session:
        heard, said = await transcript.history(session, "web", "a", 2)
    assert (heard.id, heard.side, heard.at) == (line, Side.PERSON, NOW)
    assert (said.side, said.at) == (Side.BOT, later(1))
