from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app import App
from bot.cli.common import with_app, with_database
from storage.database import Database


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("MOTCUA_DATABASE_URL", raising=False)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[Database]:
    """The databases that were closed."""
    found: list[Database] = []
    close = Database.close

    async def noted(database: Database) -> None:
        found.append(database)
        await close(database)

    monkeypatch.setattr(Database, "close", noted)
    return found


def test_work_is_done_in_the_open_application_and_it_is_closed_again(closed: list[Database]) -> None:
    async def held(app: App) -> tuple[Database, int]:
        return app.database, len(app.library.entries())

    database, count = with_app(held)
    assert count > 0
    assert closed == [database]


def test_the_database_alone_knows_its_key_and_is_closed_whatever_happens(closed: list[Database]) -> None:
    async def asked(database: Database) -> None:
        async with database.reading() as session:
            assert await session.scalar(text("select count(*) from chats")) == 0
        raise LookupError

    with pytest.raises(LookupError):
        with_database(asked)
    assert len(closed) == 1
