from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot import keys
from bot.doctor import zalo
from bot.doctor.finding import Finding, Grade
from bot.settings import Settings
from handlers.language import Language
from storage import checkup
from storage.database import Database
from tests.bot.doctor.conftest import settings
from tests.fakes.zalo.faults import bad
from tests.fakes.zalo.granting import ACCESS_LIVES, APP_ID, APP_SECRET, OA_SECRET
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import logged_in

KEY = "a-key-of-thirty-two-characters-or-more"


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    async with FakeZalo.open() as fake:
        yield fake
    assert fake.wrong == []


def chosen(tmp_path: Path, fake: FakeZalo, **given: Any) -> Settings:
    own = {"zalo_app_id": APP_ID, "zalo_app_secret": APP_SECRET, "zalo_api": fake.url, "secret_key": KEY}
    return settings(tmp_path, **(own | given))


async def look(chosen: Settings, fake: FakeZalo, say: Language) -> list[Finding]:
    standing = await checkup.look(chosen.url)
    return [one async for one in zalo.look(chosen, standing, say, fake.now)]


async def log_in(chosen: Settings, fake: FakeZalo) -> None:
    database = await Database.open(chosen.url, keys.cipher(chosen))
    async with ClientSession() as http:
        await logged_in(fake, database, http)
    await database.close()


async def test_an_account_that_answers(tmp_path: Path, fake: FakeZalo, say: Language) -> None:
    ours = chosen(tmp_path, fake, zalo_oa_secret=OA_SECRET, origin="https://motcua.example")
    await log_in(ours, fake)
    found = await look(ours, fake, say)
    assert [one.told for one in found] == [
        "Một Cửa answers",
        "events are known by the key of the webhook page",
        "its webhook page has to name https://motcua.example/zalo/webhook",
    ]
    assert {one.grade for one in found} == {Grade.GOOD}
    assert fake.called("/v4/oa/access_token") == []


async def test_one_that_nobody_granted(tmp_path: Path, fake: FakeZalo, say: Language) -> None:
    ours = chosen(tmp_path, fake)
    await (await Database.open(ours.url, keys.cipher(ours))).close()
    granted, signed, _ = await look(ours, fake, say)
    assert (granted.grade, granted.mend) == (Grade.BROKEN, "Let the account's owner agree: motcua zalo login")
    assert signed.grade is Grade.WORTH_A_LOOK
    assert "MOTCUA_ZALO_OA_SECRET" in signed.mend


async def test_a_token_that_nobody_renewed_is_left_to_the_service(
    tmp_path: Path, fake: FakeZalo, say: Language
) -> None:
    ours = chosen(tmp_path, fake)
    await log_in(ours, fake)
    fake.now += ACCESS_LIVES
    found, *_ = await look(ours, fake, say)
    assert found.grade is Grade.WORTH_A_LOOK
    assert "nobody renewed it" in found.told
    assert fake.calls == []


@pytest.mark.parametrize("code", [-216, -224])
async def test_what_zalo_refuses_is_told_without_the_token(
    tmp_path: Path, fake: FakeZalo, say: Language, code: int
) -> None:
    ours = chosen(tmp_path, fake)
    await log_in(ours, fake)
    fake.fail("/v2.0/oa/getoa", bad(code).fault)
    found, *_ = await look(ours, fake, say)
    assert found.grade is Grade.BROKEN
    assert "motcua zalo status" in found.mend
    assert fake.granting.access not in found.told + found.mend
    assert fake.called("/v4/oa/access_token") == []


async def test_another_key_is_told_as_what_it_is(tmp_path: Path, fake: FakeZalo, say: Language) -> None:
    await log_in(chosen(tmp_path, fake), fake)
    found, *_ = await look(chosen(tmp_path, fake, secret_key=KEY[::-1]), fake, say)
    assert found.grade is Grade.BROKEN


async def test_without_an_app_no_word(tmp_path: Path, fake: FakeZalo, say: Language) -> None:
    assert [one async for one in zalo.look(settings(tmp_path), None, say, fake.now)] == []
