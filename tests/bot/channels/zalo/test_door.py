import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.zalo.door import Door
from bot.channels.zalo.payload import Payloads
from bot.channels.zalo.reading import NAME, Reader
from bot.channels.zalo.takeover import Takeover
from handlers.message import Message
from storage import outbox, presences
from storage.chats import load_state, save_state
from storage.database import Database
from storage.inbox import Envelope, Received
from storage.presences import Presence
from storage.tables import erasures
from tests.fakes.talk import START
from tests.fakes.zalo.granting import OA_ID

USER = "246845883529197922"
HOUR = timedelta(hours=1)


class Lanes:
    """Keeps what it is given as it is read later, unless it is away; a repeated event is not taken again."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.taken: list[Message] = []
        self.away = False

    async def take(self, envelope: Envelope) -> bool:
        message = self._reader.read(Received(id=1, **asdict(envelope)))
        assert message is not None
        assert envelope.raw
        return await self.accept(message)

    async def accept(self, message: Message) -> bool:
        if self.away:
            raise ConnectionError
        if any(one.event_id == message.event_id for one in self.taken):
            return False
        self.taken.append(message)
        return True


class House:
    """A door with all behind it, at a time that the test sets."""

    def __init__(self, database: Database, *, keeps_phones: bool = False) -> None:
        self.database = database
        self.now = START
        reader = Reader(Payloads(b"a key that signs buttons"), OA_ID)
        self.lanes = Lanes(reader)
        self.left: list[tuple[str, str]] = []
        self.told = 0
        takeover = Takeover(database, lasts=HOUR, language="vi", told=self._hear, clock=lambda: self.now)
        self.door = Door(
            self.lanes,
            database,
            reader,
            takeover,
            gone=self._gone,
            keeps_phones=keeps_phones,
            clock=lambda: self.now,
        )

    @property
    def texts(self) -> list[str]:
        return [one.text or one.press for one in self.lanes.taken]

    async def take(self, event_name: str, **content: Any) -> None:
        content.setdefault("sender", {"id": USER})
        content.setdefault("recipient", {"id": OA_ID})
        content.setdefault("timestamp", str(int(self.now.timestamp() * 1000)))
        await self.door.take(json.dumps({"event_name": event_name, **content}).encode())

    async def say(self, text: str, number: str = "m1", **more: Any) -> None:
        await self.take("user_send_text", message={"text": text, "msg_id": number}, **more)

    async def known(self) -> Presence | None:
        async with self.database.reading() as session:
            return await presences.get(session, NAME, USER)

    async def _gone(self, channel: str, chat: str) -> None:
        self.left.append((channel, chat))

    def _hear(self) -> None:
        self.told += 1


@pytest.fixture
def house(sqlite_database: Database) -> House:
    return House(sqlite_database)


async def test_an_event_is_taken_once_however_often_it_comes(house: House) -> None:
    for number in ("m1", "m1", "m2"):
        await house.say("khai sinh", number)
    for _ in range(2):
        await house.take("follow", oa_id=OA_ID, follower={"id": USER})
    assert house.texts == ["khai sinh", "khai sinh", "s"]
    assert house.lanes.taken[0].at == START


@pytest.mark.parametrize(
    ("minutes_ago", "noted"), [(0, START), (90, START - 1.5 * HOUR), (300, START), (-5, START)]
)
async def test_when_somebody_spoke_is_noted(house: House, minutes_ago: int, noted: datetime) -> None:
    """By Zalo's clock where that can be: an event comes late by an hour at most, and never early."""
    at = START - timedelta(minutes=minutes_ago)
    await house.say("a", timestamp=str(int(at.timestamp() * 1000)))
    known = await house.known()
    assert known is not None
    assert known.spoke_at == noted


async def test_a_word_soon_after_is_not_worth_a_write(house: House) -> None:
    await house.say("a", timestamp="no number")
    for minutes, noted in ((9, 0), (11, 11)):
        house.now = START + timedelta(minutes=minutes)
        await house.say("a", f"m{minutes}")
        known = await house.known()
        assert known is not None
        assert known.spoke_at == START + timedelta(minutes=noted)


async def test_who_leaves_is_told_of(house: House) -> None:
    await house.take("unfollow", oa_id=OA_ID, follower={"id": USER})
    assert house.left == [("zalo", USER)]
    assert house.texts == []


async def test_an_event_of_another_account_is_left_alone(house: House) -> None:
    await house.say("khai sinh", recipient={"id": "1"})
    await house.take("unfollow", oa_id="1", follower={"id": USER})
    assert (house.texts, house.left) == ([], [])


@pytest.mark.parametrize("body", [b"{}", b"no json", b'{"event_name":"create_group","group_id":"g"}'])
async def test_what_is_for_nobody_here_is_left_alone(house: House, body: bytes) -> None:
    await house.door.take(body)
    assert house.texts == []


async def test_our_own_echo_means_nothing(house: House) -> None:
    await house.take("oa_send_text", sender={"id": OA_ID}, recipient={"id": USER}, message={"text": "a"})
    assert await house.known() is None


async def officer(house: House, text: str = "Chào anh") -> None:
    sides = {"sender": {"id": OA_ID, "admin_id": "77"}, "recipient": {"id": USER}}
    await house.take("oa_send_text", **sides, message={"text": text, "msg_id": "o"})


async def test_while_an_officer_answers_the_bot_is_quiet(house: House) -> None:
    await officer(house)
    await house.say("em cảm ơn")
    await house.take("user_send_image", message={"msg_id": "m2"})
    await house.take("follow", oa_id=OA_ID, follower={"id": USER})
    assert house.texts == []
    house.now += HOUR
    await house.say("khai sinh", "m3")
    assert house.texts == ["khai sinh"]


async def test_that_is_said_once_and_lasts_from_the_officers_last_word(house: House) -> None:
    for _ in range(2):
        await officer(house)
        house.now += HOUR / 2
    async with house.database.reading() as session:
        (said,) = await outbox.due(session, now=house.now)
    assert "Cán bộ" in said.body
    assert house.told == 1
    await house.say("a")
    assert house.texts == []


@pytest.mark.parametrize("words", ["bot", "Gặp trợ lý", "TRO LY"])
async def test_whoever_calls_for_the_assistant_gets_it(house: House, words: str) -> None:
    await officer(house)
    await house.say(words)
    await house.say("khai sinh", "m2")
    assert house.texts == ["m", "khai sinh"]


async def test_a_button_of_ours_hands_back(house: House) -> None:
    await officer(house)
    await house.say(Payloads(b"a key that signs buttons").write(USER, "d"))
    await house.say("khai sinh", "m2")
    assert house.texts == ["d", "khai sinh"]


async def test_the_officer_hands_back(house: House) -> None:
    await officer(house)
    await officer(house, " #BOT ")
    await house.say("khai sinh")
    assert house.texts == ["khai sinh"]


async def test_who_withdraws_is_forgotten_with_a_receipt(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    await house.say("khai sinh")
    async with house.database.writing() as session:
        await save_state(session, NAME, USER, "{}", START)
        await save_state(session, NAME, "somebody else", "{}", START)
    for _ in range(2):
        await house.take("user_withdraw", oa_id=OA_ID, user_id=USER)
    async with house.database.reading() as session:
        assert await load_state(session, NAME, USER) is None
        assert await load_state(session, NAME, "somebody else") == "{}"
        (receipt,) = (await session.execute(select(erasures))).all()
    assert await house.known() is None
    assert receipt.receipt in caplog.text
    assert USER not in caplog.text


@pytest.mark.parametrize("keeps", [True, False])
async def test_a_shared_number_is_kept_only_where_that_is_set(sqlite_database: Database, keeps: bool) -> None:
    house = House(sqlite_database, keeps_phones=keeps)
    await house.say("a")
    await house.take("user_submit_info", info={"phone": "84912345678"})
    known = await house.known()
    assert known is not None
    assert known.phone == ("0912345678" if keeps else "")
    assert [one.phone for one in house.lanes.taken] == ["", "0912345678"]


async def test_what_could_not_be_kept_must_come_again(house: House) -> None:
    house.lanes.away = True
    with pytest.raises(ConnectionError):
        await house.say("a")
