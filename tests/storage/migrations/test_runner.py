from pathlib import Path

from sqlalchemy import create_engine, inspect

from storage.migrations import runner
from storage.tables import metadata


def test_every_migration_file_is_known() -> None:
    files = (Path(runner.__file__).parent / "versions").glob("0*.py")
    assert sorted(runner.known()) == sorted(file.name[:4] for file in files)


def test_an_upgrade_makes_every_table() -> None:
    with create_engine("sqlite://").begin() as connection:
        runner.upgrade(connection)
        runner.upgrade(connection)  # a second one finds nothing to do
        found = set(inspect(connection).get_table_names())
    assert found == {*metadata.tables, "alembic_version"}
