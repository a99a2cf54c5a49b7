from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port

from bot.doctor import jetstream
from bot.doctor.finding import Finding, Grade
from bot.jetstream import connection
from bot.jetstream.connection import connected
from bot.jetstream.names import Names
from handlers.language import Language
from tests.bot.doctor.conftest import settings
from tests.bot.engines import new_prefix, streams_removed


async def look(tmp_path: Path, say: Language, url: str, prefix: str = "motcua") -> list[Finding]:
    many = {"database_url": "postgresql+asyncpg://a@b/c", "engine": "nats"}
    ours = settings(tmp_path, **many, nats_url=url, nats_prefix=prefix)
    return [one async for one in jetstream.look(ours, say)]


async def test_one_process_needs_none(tmp_path: Path, say: Language) -> None:
    assert [one async for one in jetstream.look(settings(tmp_path), say)] == []


async def test_what_waits_is_counted_and_much_of_it_told(
    tmp_path: Path, say: Language, nats_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jetstream, "MANY", 1)
    prefix = new_prefix()
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as ours:
        found = []
        for _ in range(2):
            await ours.stream.publish(Names(prefix).subject(0), b"a line")
            found += await look(tmp_path, say, nats_url, prefix)
    assert [one.grade for one in found] == [Grade.GOOD, Grade.WORTH_A_LOOK]
    assert found[1].told == "it answers, and 2 messages wait in our stream"
    assert "motcua run --role worker" in found[1].mend


async def test_looking_makes_no_stream(tmp_path: Path, say: Language, nats_url: str) -> None:
    prefix = new_prefix()
    for _ in range(2):
        (found,) = await look(tmp_path, say, nats_url, prefix)
        assert found.told == "it answers; the first start makes our stream"


async def test_a_server_that_is_not_there(
    tmp_path: Path, say: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.5)
    (found,) = await look(tmp_path, say, f"nats://me:s3cret@127.0.0.1:{unused_port()}")
    assert found.grade is Grade.BROKEN
    assert "MOTCUA_NATS_URL" in found.mend
    assert "s3cret" not in found.told + found.mend
