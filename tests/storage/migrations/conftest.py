"""A migration written by the developer's command, in a copy of the package."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

TABLE = """
visits = Table(
    "visits",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("made_at", Moment, nullable=False),
    comment="A table of a version to come.",
)
"""


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The migration file that ``python -m storage.migrations`` writes after a table was added."""
    copy = tmp_path_factory.mktemp("copy")
    for package in ("motcua", "storage"):
        shutil.copytree(ROOT / package, copy / package)
    with (copy / "storage" / "tables" / "sources.py").open("a") as tables:
        tables.write(TABLE)
    command = [sys.executable, "-m", "storage.migrations", "Count", "visits"]
    subprocess.run(command, cwd=copy, check=True, timeout=60, capture_output=True)
    (found,) = (copy / "storage" / "migrations" / "versions").glob("*_count_visits.py")
    return found
