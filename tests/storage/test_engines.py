from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engines import Engines, build
from storage.errors import DatabaseAddressError


async def scalar(engines: Engines, statement: str) -> object:
    async with engines.writer.connect() as connection:
        found: object = await connection.scalar(text(statement))
    await engines.dispose()
    return found


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 0)],
)
async def test_sqlite_is_set_up_to_lose_nothing(sqlite_url: str, pragma: str, value: object) -> None:
    assert await scalar(build(sqlite_url), f"pragma {pragma}") == value


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("sqlite:///{}/motcua.db", "sqlite+inline"),
        ("sqlite+aiosqlite:///{}/motcua.db", "sqlite+inline"),
        ("postgres://name@host/base", "postgresql+asyncpg"),
        ("postgresql://name@host/base", "postgresql+asyncpg"),
        ("postgresql+asyncpg://name@host/base", "postgresql+asyncpg"),
    ],
)
async def test_a_plain_address_means_our_driver(tmp_path: Path, address: str, driver: str) -> None:
    engines = build(address.format(tmp_path))
    assert engines.writer.url.drivername == driver
    await engines.dispose()


async def test_the_folder_of_a_file_is_made(tmp_path: Path) -> None:
    engines = build(f"sqlite:///{tmp_path / 'a' / 'b' / 'motcua.db'}")
    assert await scalar(engines, "select 1") == 1
    assert (tmp_path / "a" / "b" / "motcua.db").is_file()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "motcua.db",
        "sqlite://",
        "sqlite+aiosqlite:///:memory:",
        "oracle9://host/base",
        "mysql+nothing://x/y",
    ],
)
def test_an_address_of_no_use_says_how_one_reads(address: str) -> None:
    with pytest.raises(DatabaseAddressError, match=r"sqlite:///var/motcua\.db"):
        build(address)


@pytest.mark.parametrize(
    "address", ["postgresql://name:s3cret@host:port/base", "name:s3cret@host", "x9://n:s3cret@h/b"]
)
def test_a_password_is_never_repeated(address: str) -> None:
    with pytest.raises(DatabaseAddressError) as caught:
        build(address)
    assert "s3cret" not in str(caught.value)


def test_a_folder_that_cannot_be_made_is_named() -> None:
    with pytest.raises(DatabaseAddressError, match="/proc/nowhere"):
        build("sqlite:////proc/nowhere/motcua.db")


async def test_the_address_is_shown_without_its_password() -> None:
    engines = build("postgresql://name:s3cret@host/base")
    assert engines.url == "postgresql+asyncpg://name:***@host/base"
    await engines.dispose()
