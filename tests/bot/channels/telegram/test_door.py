import json
import logging
from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.api import Api
from bot.channels.telegram.door import Door
from bot.channels.typing import Typing
from storage.chats import load_state, save_state
from storage.database import Database
from storage.inbox import Envelope
from tests.fakes.talk import START
from tests.fakes.telegram.chats import chat_of
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import FakeTelegram


class Lanes:
    """Keeps what it is given; a repeated event is not taken again."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []

    async def take(self, envelope: Envelope) -> bool:
        if any(one.event_id == envelope.event_id for one in self.taken):
            return False
        self.taken.append(envelope)
        return True

    @property
    def texts(self) -> list[str]:
        return [json.loads(one.body)["message"]["text"] for one in self.taken]


@pytest.fixture
def lanes() -> Lanes:
    return Lanes()


@pytest.fixture
async def door(api: Api, lanes: Lanes, sqlite_database: Database) -> AsyncIterator[Door]:
    door = Door(api, lanes, sqlite_database, Typing(api.typing), clock=lambda: START)
    yield door
    await door.close()


def line(number: int, text: str = "khai sinh") -> dict[str, object]:
    person = {"id": 7, "is_bot": False, "first_name": "An"}
    message = {"message_id": 1, "date": 1, "chat": chat_of(7), "from": person, "text": text}
    return {"update_id": number, "message": message}


async def test_an_update_is_taken_once(door: Door, lanes: Lanes) -> None:
    for number in (31, 31, 32):
        await door.take(line(number))
    assert [one.event_id for one in lanes.taken] == ["31", "32"]
    assert lanes.taken[0].at == START


async def test_one_that_cannot_be_read_is_left_and_told_without_its_words(
    door: Door, lanes: Lanes, caplog: pytest.LogCaptureFixture
) -> None:
    await door.take({"update_id": 31, "message": {"text": "Nguyễn Văn Kín"}})
    assert lanes.taken == []
    assert "update 31" in caplog.text
    assert "Kín" not in caplog.text


async def press(number: int = 31) -> dict[str, object]:
    query = {"id": "99", "from": {"id": 7, "is_bot": False, "first_name": "An"}, "chat_instance": "1"}
    return {"update_id": number, "callback_query": {**query, "data": "m"}}


async def test_a_button_stops_spinning_even_when_pressed_again(door: Door, fake: FakeTelegram) -> None:
    for _ in range(2):
        await door.take(await press())
    await fake.until(lambda: len(fake.called("answerCallbackQuery")) == 2)


async def test_a_press_that_is_too_old_harms_nobody(
    door: Door, lanes: Lanes, fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    text = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    fake.fail("answerCallbackQuery", Fault(code=400, text=text))
    with caplog.at_level(logging.WARNING):
        await door.take(await press())
        await door.close()
    assert len(lanes.taken) == 1
    assert caplog.records == []


async def test_a_group_that_grew_keeps_its_conversation(door: Door, sqlite_database: Database) -> None:
    async with sqlite_database.writing() as session:
        await save_state(session, "telegram", "-5", "{}", START)
    moved = {"message_id": 1, "date": 1, "chat": chat_of(-5), "migrate_to_chat_id": -1005}
    await door.take({"update_id": 1, "message": moved})
    async with sqlite_database.reading() as session:
        assert await load_state(session, "telegram", "-1005") == "{}"


async def test_whoever_blocks_us_is_told_of(api: Api, lanes: Lanes, sqlite_database: Database) -> None:
    left: list[tuple[str, str]] = []

    async def gone(channel: str, chat: str) -> None:
        left.append((channel, chat))

    door = Door(api, lanes, sqlite_database, Typing(api.typing), gone=gone)
    for status in ("member", "kicked"):
        standing = {"chat": chat_of(7), "new_chat_member": {"status": status}}
        await door.take({"update_id": 1, "my_chat_member": standing})
    assert left == [("telegram", "7")]
    assert lanes.taken == []


async def test_what_could_not_be_kept_must_come_again(
    api: Api, sqlite_database: Database, an: Person
) -> None:
    class Away(Lanes):
        async def take(self, envelope: Envelope) -> bool:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await Door(api, Away(), sqlite_database, Typing(api.typing)).take(line(31))
