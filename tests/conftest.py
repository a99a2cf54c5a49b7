"""What every test may use: the two databases, and the shared data where it is there."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import URL, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database
from tests.fakes import nats
from tests.fakes.keys import CIPHER

POSTGRES = os.environ.get("MOTCUA_TEST_POSTGRES", "postgresql+asyncpg://postgres@127.0.0.1:5432/test")
NATS = os.environ.get("MOTCUA_TEST_NATS", "nats://127.0.0.1:4222")
SHARED = Path(os.environ.get("MOTCUA_SHARED", Path(__file__).parents[2] / "shared"))

settings.register_profile("shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machine")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the repository; skips where it is missing."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the shared data is not here")
    return SHARED / "data"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """A PostgreSQL database of this run's own, dropped at its end; skips where no server answers."""
    name = f"motcua_test_{secrets.token_hex(6)}"
    try:
        asyncio.run(_administer(f"create database {name}"))
    except (OSError, SQLAlchemyError):
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("no PostgreSQL answers at MOTCUA_TEST_POSTGRES")
    yield make_url(POSTGRES).set(database=name)
    asyncio.run(_administer(f"drop database {name} with (force)"))


@pytest.fixture
def postgres_url(postgres_server: URL) -> str:
    """The address of an empty PostgreSQL database: no table, no version."""
    url = postgres_server.render_as_string(hide_password=False)
    asyncio.run(_run(url, "drop schema public cascade", "create schema public"))
    return url


@pytest.fixture(scope="session")
def nats_url() -> Iterator[str]:
    """A NATS server with JetStream: the one at MOTCUA_TEST_NATS, else one of this run's own."""
    if nats.answers(NATS):
        yield NATS
        return
    if not nats.PROGRAM.exists() and os.environ.get("CI") != "true":
        pytest.skip("no NATS answers at MOTCUA_TEST_NATS, and there is no nats-server here")
    with nats.serving() as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite+aiosqlite:///{tmp_path / 'motcua.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, on SQLite and then on PostgreSQL: every contract holds on both."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open, empty, migrated database on either back end."""
    opened = await Database.open(database_url, CIPHER)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_database(sqlite_url: str) -> AsyncIterator[Database]:
    """An open, empty, migrated SQLite file, for tests that only need a memory."""
    opened = await Database.open(sqlite_url, CIPHER)
    yield opened
    await opened.close()


async def _administer(statement: str) -> None:
    await _run(POSTGRES, statement)


async def _run(url: str, *statements: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()
