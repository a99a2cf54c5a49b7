"""A citizen to talk to the dialogue, and the two languages."""

import pytest

from handlers.language import Language, Languages
from storage.database import Database
from tests.fakes.talk import Talk


@pytest.fixture
def talk(sqlite_database: Database) -> Talk:
    return Talk(sqlite_database)


@pytest.fixture
def say() -> Language:
    return Languages.shipped().of("vi")


@pytest.fixture
def english() -> Language:
    return Languages.shipped().of("en")
