from datetime import timedelta

import pytest

from bot.intake import credentials
from bot.intake.credentials import LIFETIME, basic, bearer, issue, signature, signing_key
from storage import sources
from storage.database import Database
from storage.keyed_hash import KeyedHash
from storage.sources import Source
from tests.storage.moments import NOW
from tests.storage.samples import HASHER


@pytest.fixture
async def source(sqlite_database: Database) -> Source:
    async with sqlite_database.writing() as session:
        given = await sources.add(session, "H99", signed=True, now=NOW)
        found = await sources.find(session, given.client_id)
    assert found is not None
    return found


async def test_a_token_is_good_until_its_end(sqlite_database: Database, source: Source) -> None:
    token = issue(HASHER, source, NOW)
    async with sqlite_database.reading() as session:
        assert await bearer(session, HASHER, token, NOW) == source
        assert await bearer(session, HASHER, token, NOW + LIFETIME + timedelta(seconds=1)) is None


async def test_a_token_with_another_end_or_key_is_false(sqlite_database: Database, source: Source) -> None:
    name, end, seal = issue(HASHER, source, NOW).split(".")
    other = issue(KeyedHash(b"another key, also 32 bytes long."), source, NOW)
    async with sqlite_database.reading() as session:
        assert await bearer(session, HASHER, f"{name}.{int(end) + 1}.{seal}", NOW) is None
        assert await bearer(session, HASHER, other, NOW) is None


@pytest.mark.parametrize("value", ["", "???", "YQ==", "/w==", "é"])
def test_what_is_no_basic_authorisation_names_nobody(value: str) -> None:
    assert basic(value)[1] == ""


def test_name_and_secret_are_read() -> None:
    assert basic("YTpiOmM=") == ("a", "b:c")


def test_a_signature_covers_every_byte(source: Source) -> None:
    key = signing_key(HASHER, source)
    assert signature(key, b"a") != signature(key, b"b")
    assert credentials.signature(key, b"a") == signature(key, b"a")
