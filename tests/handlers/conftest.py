"""A citizen to talk to the dialogue, the two languages, and the procedures that ship."""

import pytest

from handlers.language import Language, Languages
from knowledge.procedure import Procedure
from knowledge.shelf import Shelf
from storage.database import Database
from tests.fakes.talk import Talk


@pytest.fixture
def talk(sqlite_database: Database) -> Talk:
    return Talk(sqlite_database)


@pytest.fixture(scope="session")
def shipped() -> tuple[Procedure, ...]:
    return tuple(Shelf.load().procedures.values())


@pytest.fixture
def say() -> Language:
    return Languages.shipped().of("vi")


@pytest.fixture
def english() -> Language:
    return Languages.shipped().of("en")
