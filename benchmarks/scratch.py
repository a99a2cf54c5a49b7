"""A database of a benchmark's own, gone at its end."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine


@asynccontextmanager
async def scratch(postgres: str = "") -> AsyncIterator[str]:
    """The address of an empty SQLite file, or of a new database beside the one that ``postgres`` names."""
    if not postgres:
        with TemporaryDirectory() as folder:
            yield f"sqlite+aiosqlite:///{Path(folder) / 'benchmark.db'}"
        return
    name = f"motcua_benchmark_{secrets.token_hex(4)}"
    await _run(postgres, f"create database {name}")
    try:
        yield make_url(postgres).set(database=name).render_as_string(hide_password=False)
    finally:
        await _run(postgres, f"drop database {name} with (force)")


async def _run(url: str, statement: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
