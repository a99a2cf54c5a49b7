import asyncio
import os
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.deliveries import apply, apply_all
from storage.dossiers import Dossier, lookup_key
from storage.proofs import Refusal, prove
from storage.tables import wrong_tries
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, CODE, HASHER

UNKNOWN = "000.00.01.H99-261101-9999"


@pytest.fixture(autouse=True)
async def _a_dossier(database: Database) -> None:
    async with database.writing() as session:
        await apply(session, HASHER, ACCEPTED)


async def try_out(
    database: Database, last4: str = "9999", *, chat: str = "a", code: str = CODE, now: datetime = NOW
) -> Dossier | Refusal:
    async with database.writing() as session:
        return await prove(session, HASHER, channel="web", chat=chat, code=code, last4=last4, now=now)


async def until(database: Database, tries: int, now: datetime) -> float:
    """Minutes of pause after so many wrong tries."""
    for _ in range(tries):
        answer = await try_out(database, now=now)
    assert isinstance(answer, Refusal)
    assert answer.paused_until is not None
    return (answer.paused_until - now).total_seconds() / 60


async def test_a_right_proof_opens_at_once(database: Database) -> None:
    opened = await try_out(database, "0123")
    assert isinstance(opened, Dossier)
    assert opened.code == CODE


@pytest.mark.parametrize("code", [CODE, UNKNOWN])
async def test_tries_run_out_for_known_and_unknown_codes_alike(database: Database, code: str) -> None:
    assert [await try_out(database, code=code) for _ in range(7)] == [
        Refusal(remaining=4),
        Refusal(remaining=3),
        Refusal(remaining=2),
        Refusal(remaining=1),
        *[Refusal(remaining=0, paused_until=later(15))] * 3,
    ]


async def test_in_a_pause_not_even_the_right_digits_open_it(database: Database) -> None:
    await until(database, 5, NOW)
    assert await try_out(database, "0123", now=later(14)) == Refusal(remaining=0, paused_until=later(15))
    assert isinstance(await try_out(database, "0123", now=later(15)), Dossier)


async def test_pauses_grow(database: Database) -> None:
    now, pauses = NOW, []
    for _ in range(5):
        minutes = await until(database, 5, now)
        pauses.append(minutes)
        now = later(sum(pauses))
    assert pauses == [15, 60, 6 * 60, 24 * 60, 24 * 60]


async def test_a_paused_chat_cannot_try_another_code(database: Database) -> None:
    await until(database, 5, NOW)
    answer = await try_out(database, code=UNKNOWN, now=later(1))
    assert answer == Refusal(remaining=0, paused_until=later(15))


async def test_a_paused_code_cannot_be_tried_from_another_chat(database: Database) -> None:
    for number in range(5):
        await try_out(database, chat=f"chat {number}")
    answer = await try_out(database, "0123", chat="the applicant's own")
    assert answer == Refusal(remaining=0, paused_until=later(15))


async def test_a_code_is_paused_however_it_is_spelled(database: Database) -> None:
    for number in range(5):
        await try_out(database, chat=f"chat {number}", code=CODE.lower().replace("-", " "))
    assert await try_out(database, chat="b") == Refusal(remaining=0, paused_until=later(15))


async def test_other_chats_and_other_codes_go_on(database: Database) -> None:
    await until(database, 5, NOW)
    assert await try_out(database, chat="b", code=UNKNOWN) == Refusal(remaining=4)


async def test_a_right_proof_clears_the_slips_on_its_own_code_but_not_the_code(database: Database) -> None:
    for _ in range(3):
        await try_out(database)
    assert isinstance(await try_out(database, "0123"), Dossier)
    assert await try_out(database, code=UNKNOWN) == Refusal(remaining=4)
    assert await try_out(database) == Refusal(remaining=1)


async def test_a_dossier_of_one_s_own_does_not_buy_tries_on_others(database: Database) -> None:
    for number in range(4):
        await try_out(database, code=f"000.00.01.H99-261101-8{number:03}")
        assert isinstance(await try_out(database, "0123"), Dossier)
    assert await try_out(database, code=UNKNOWN) == Refusal(remaining=0, paused_until=later(15))


async def test_walking_through_codes_discloses_nothing(database: Database) -> None:
    """MOTCUA_ENUMERATE=100000 walks the whole way; a chat is paused after five, so each has its own."""
    walked = int(os.environ.get("MOTCUA_ENUMERATE", "200"))
    known = {number: f"000.00.01.H99-261101-{number:06}" for number in range(0, walked, 50)}
    async with database.writing() as session:
        await apply_all(session, HASHER, [replace(ACCEPTED, code=code) for code in known.values()])
    answers: set[Refusal] = set()
    for start in range(0, walked, 500):
        async with database.writing() as session:
            for number in range(start, min(walked, start + 500)):
                answer = await prove(
                    session,
                    HASHER,
                    channel="web",
                    chat=f"walker {number // 4}",
                    code=f"000.00.01.H99-261101-{number:06}",
                    last4=f"{number % 10000:04}",
                    now=NOW,
                )
                own = isinstance(answer, Dossier) and number % 10000 in (123, 456)
                if not own:
                    assert isinstance(answer, Refusal)
                    answers.add(answer)
    assert answers == {Refusal(remaining=left) for left in (4, 3, 2, 1)}


async def test_after_a_quiet_day_counting_begins_anew(database: Database) -> None:
    for _ in range(4):
        await try_out(database)
    assert await try_out(database, now=later(24 * 60 + 1)) == Refusal(remaining=4)


async def test_a_pause_is_not_a_quiet_time(database: Database) -> None:
    await until(database, 5, NOW)
    day_after = later(24 * 60 + 1)  # a day after the tries, but not after the pause they led to
    assert await until(database, 5, day_after) == 60


async def test_tries_made_at_once_are_all_counted(database: Database) -> None:
    answers = await asyncio.gather(*(try_out(database, chat=f"chat {number}") for number in range(5)))
    assert sorted(answer.remaining for answer in answers if isinstance(answer, Refusal)) == [0, 1, 2, 3, 4]


async def test_neither_digits_nor_codes_are_kept(database: Database) -> None:
    await try_out(database, "4321", code=UNKNOWN)
    async with database.reading() as session:
        rows = str((await session.execute(select(wrong_tries))).all())
    assert "4321" not in rows
    assert UNKNOWN not in rows
    assert lookup_key(UNKNOWN) not in rows
