"""The journeys once more, with the service ended and built anew at every step: nobody sees any difference."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import App
from bot.channels.base import Abilities, Delivery
from bot.channels.text import plain
from bot.desk import Desk
from bot.envelope import sealed
from bot.sender import Sender
from bot.settings import Settings
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from handlers.services import Services
from storage.database import Database
from tests.fakes.keys import CIPHER
from tests.fakes.talk import Talk
from tests.journeys.story import Journey
from tests.journeys.test_journeys import JOURNEYS, go

TOLD = [one for one in JOURNEYS if one.knowledge == "fake"]
SHIPPED = [one for one in JOURNEYS if one.knowledge == "shipped" and len(one.turns) > 4]
"""The longest: the whole application is opened three times for each of their messages."""


@dataclass
class Screen:
    """All that the citizen ever saw, in order: words, buttons, and the names of files."""

    name: str = "test"
    abilities: Abilities = field(default_factory=lambda: Abilities(buttons=True, edit=True))
    shown: list[tuple[object, ...]] = field(default_factory=list)

    async def send(self, delivery: Delivery) -> None:
        reply = delivery.reply
        files = [file.name for file in reply.files]
        self.shown.append((delivery.id, delivery.chat, plain(reply), reply.buttons, reply.key, files))


@dataclass(frozen=True)
class Service:
    """What one process is made of."""

    desk: Desk
    sender: Sender


Serving = AbstractAsyncContextManager[Service]


@dataclass
class ServedTalk(Talk):
    """Every step of a message (taken in, answered, sent) is done by whatever service ``serves`` then."""

    screen: Screen = field(default_factory=Screen)
    serves: Callable[[], Serving] = field(init=False)

    async def take(self, message: Message) -> Answer:
        async with self.serves() as service:
            await service.desk.receive(sealed(message))
        async with self.serves() as service:
            answers = [await service.desk.work(one) for one in await service.desk.waiting()]
        async with self.serves() as service:
            await service.sender.send_due()
        self.answers += [answer for answer in answers if isinstance(answer, Answer)]
        return self.last

    def service(self, database: Database, services: Services) -> Service:
        """A new one, at the time of the talk."""

        def now() -> datetime:
            return self.now

        dialogue = Dialogue(replace(services, clock=now))
        return Service(Desk(database, dialogue, now), Sender(database, [self.screen], now))


Opens = Callable[[ServedTalk], Serving]


@asynccontextmanager
async def fake_service(talk: ServedTalk, url: str) -> AsyncIterator[Service]:
    """A service over the hand-made library."""
    database = await Database.open(url, CIPHER)
    try:
        yield talk.service(database, talk.services())
    finally:
        await database.close()


@asynccontextmanager
async def shipped_service(talk: ServedTalk, folder: Path, url: str) -> AsyncIterator[Service]:
    """The application as an installation has it."""
    async with App.open(Settings(_env_file=None, data_dir=folder, database_url=url)) as app:
        yield talk.service(app.database, app.services)


async def seen(journey: Journey, url: str, opens: Opens, *, ends: bool) -> list[tuple[object, ...]]:
    """What a citizen sees of a journey over a service that lives on, or that ``ends`` after every step."""
    database = await Database.open(url, CIPHER)
    talk = ServedTalk(database)
    try:
        async with opens(talk) as service:
            talk.serves = (lambda: opens(talk)) if ends else (lambda: nullcontext(service))
            await go(talk, journey)
    finally:
        await database.close()
    return talk.screen.shown


def kept(folder: Path, name: str) -> str:
    return f"sqlite+aiosqlite:///{folder / name}.db"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the knowledge is read once."""
    return tmp_path_factory.mktemp("installed")


@pytest.mark.parametrize("journey", TOLD, ids=lambda journey: journey.name)
async def test_nobody_sees_that_the_service_ended_between_any_two_steps(
    journey: Journey, tmp_path: Path
) -> None:
    steady, ended = kept(tmp_path, "steady"), kept(tmp_path, "ended")

    undisturbed = await seen(journey, steady, lambda talk: fake_service(talk, steady), ends=False)

    assert undisturbed
    assert await seen(journey, ended, lambda talk: fake_service(talk, ended), ends=True) == undisturbed


@pytest.mark.parametrize("journey", SHIPPED, ids=lambda journey: journey.name)
async def test_nobody_sees_that_the_application_was_opened_anew(
    journey: Journey, tmp_path: Path, installed: Path
) -> None:
    steady, ended = kept(tmp_path, "steady"), kept(tmp_path, "ended")

    undisturbed = await seen(
        journey, steady, lambda talk: shipped_service(talk, installed, steady), ends=False
    )

    assert undisturbed
    assert (
        await seen(journey, ended, lambda talk: shipped_service(talk, installed, ended), ends=True)
        == undisturbed
    )
