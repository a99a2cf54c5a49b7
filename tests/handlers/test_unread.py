import pytest

from handlers.message import Kind, Message
from handlers.outcome import Outcome
from storage.database import Database
from tests.fakes.talk import START, Talk


async def sent(database: Database, kind: Kind, text: str = "") -> str:
    talk = Talk(database)
    await talk.take(Message(channel="test", chat="an", event_id="e", at=START, kind=kind, text=text))
    assert talk.last.outcome is Outcome.REFUSED
    assert "Quay lại" in " ".join(talk.labels)
    return talk.text


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in (Kind.WORDS, Kind.PICTURE, Kind.CONTACT)]
)
async def test_what_cannot_be_read_gets_a_kind_word_and_a_way_on(
    kind: Kind, sqlite_database: Database
) -> None:
    assert "Bạn viết giúp mình một dòng" in await sent(sqlite_database, kind)


async def test_words_are_read(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database)
    await talk.say("khai sinh")
    assert talk.last.outcome is Outcome.ANSWERED
