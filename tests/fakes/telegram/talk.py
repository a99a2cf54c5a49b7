"""A citizen talking over Telegram: the same talk as over no channel, but every line goes over the wire."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.base import Abilities
from bot.channels.telegram.api import Api, connected
from bot.channels.telegram.channel import NAME, TelegramChannel
from bot.channels.telegram.door import Door
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.webhook import webhook
from bot.channels.typing import Typing
from bot.watching import NOBODY, Watch
from handlers.answer import Answer
from handlers.press import Press
from storage.database import Database
from tests.fakes.pictures import of_code
from tests.fakes.telegram.chats import Shown
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.schema import Schema
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.fakes.wired import PATIENCE, WiredTalk

Way = Literal["poll", "webhook"]

SECRET = "a-secret-of-ours-0001"
PATH = "/telegram/motcua"
_BOXES = {"☑": "[x]", "☐": "[ ]", "\u00a0": " "}


class Unhurried(TelegramChannel):
    """The channel without its pace: a journey is told, not lived."""

    abilities = Abilities(buttons=True, edit=True)


@dataclass
class TelegramTalk(WiredTalk):
    """What is said is typed into the fake Telegram, what is read stands on its screen."""

    fake: FakeTelegram = field(default_factory=FakeTelegram)
    _people: dict[str, Person] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n\n".join(_plain(shown.text) for shown in self.shown)

    @property
    def labels(self) -> list[str]:
        return [_plain(button["text"]) for row in self._keyboard for button in row]

    @property
    def _keyboard(self) -> list[list[dict[str, Any]]]:
        """The buttons of the last message that has any: files come after it without."""
        return next((shown.buttons for shown in reversed(self.shown) if shown.buttons), [])

    @property
    def shown(self) -> list[Shown]:
        """The messages that the last answer put onto the screen, or changed there."""
        return list({shown.id: shown for shown in self.fake.touched}.values())

    async def say(self, text: str) -> Answer:
        return await self._act(self._person.say(text))

    async def press(self, press: Press | str) -> Answer:
        data = press if isinstance(press, str) else press.encode()
        return await self._act(self._person.press(data))

    async def show(self, code: str) -> Answer:
        name = f"picture-{len(self.fake.pictures)}"
        self.fake.pictures[name] = of_code(code)
        sizes = [{"file_id": name, "file_unique_id": name, "width": 1, "height": 1}]
        return await self._act(self._person.send(photo=sizes))

    async def tap(self, label: str) -> Answer:
        found = [
            button["callback_data"]
            for row in self._keyboard
            for button in row
            if label in _plain(button["text"])
        ]
        assert found, f"no button {label!r} among {self.labels}"
        return await self.press(found[0])

    async def _act(self, act: Awaitable[int]) -> Answer:
        self.fake.touched.clear()
        return await self.done(act)

    @property
    def _person(self) -> Person:
        if self.chat not in self._people:
            number = 7 + len(self._people)
            self._people[self.chat] = Person(self.fake, chat=number, number=number)
        return self._people[self.chat]


@asynccontextmanager
async def telegram_talk(
    database: Database, way: Way, schema: Schema | None, watch: Watch = NOBODY
) -> AsyncIterator[TelegramTalk]:
    """A citizen, a fake Telegram, and all of ours between them and the database."""
    async with AsyncExitStack() as stack:
        fake = await stack.enter_async_context(FakeTelegram.open(schema))
        api = await stack.enter_async_context(connected(TOKEN, fake.url))
        talk = TelegramTalk(database, fake=fake, watch=watch)
        door = _door(talk, api)
        if way == "webhook":
            application = web.Application()
            application.add_routes(webhook(door, PATH, SECRET, lambda: None).routes())
            server = await stack.enter_async_context(TestServer(application))
            await api.set_webhook(str(server.make_url(PATH)), secret_token=SECRET)
        else:
            polling = asyncio.create_task(Polling(api, door).run())
            stack.callback(polling.cancel)
        yield talk
        await talk.lanes.stop()
        await door.close()
        assert fake.wrong == []


def _door(talk: TelegramTalk, api: Api) -> Door:
    typing = Typing(api.typing, after=PATIENCE)
    channel = Unhurried(api, talk.database, typing)
    talk.goes_over(channel)
    talk.sight.add(NAME, channel.picture)
    door = Door(api, talk.lanes, talk.database, typing, clock=talk.clock)
    talk.desk.reads(NAME, door.read)
    return door


def _plain(text: str) -> str:
    for drawn, said in _BOXES.items():
        text = text.replace(drawn, said)
    return text
