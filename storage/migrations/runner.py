"""Runs Alembic from inside the program: no ini file and no command line is needed to migrate."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def known() -> tuple[str, ...]:
    """Every version this program can stand at, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def upgrade(connection: Connection) -> None:
    """Bring the database to the newest version inside the transaction that is open on the connection."""
    command.upgrade(_config(connection), "head")


def write(connection: Connection, change: str) -> None:
    """Write the next migration: what ``storage/tables`` has and the database on the connection lacks."""
    number = f"{max(map(int, known())) + 1:04}"
    command.revision(_config(connection), change, autogenerate=True, rev_id=number)


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
