"""A citizen talking over a Zalo bot: the same talk as over no channel, but every line goes over the wire."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.base import Abilities
from bot.channels.pictures import Pictures
from bot.channels.post import Post
from bot.channels.typing import Typing
from bot.channels.zalo_bot.api import connected
from bot.channels.zalo_bot.channel import NAME, ZaloBotChannel
from bot.channels.zalo_bot.door import Door
from bot.channels.zalo_bot.line import HEADER
from bot.channels.zalo_bot.polling import Polling
from handlers.answer import Answer
from handlers.message import Message
from handlers.press import Press
from storage.database import Database
from tests.fakes.pictures import of_code
from tests.fakes.wired import PATIENCE, WiredTalk
from tests.fakes.zalo_bot.person import Person
from tests.fakes.zalo_bot.server import TOKEN, FakeZaloBot

Way = Literal["poll", "webhook"]

SECRET = "a-secret-of-ours-0001"
PATH = "/zalo-bot/motcua"

_CHOICE = re.compile(r"\d+\. (.*)")


class Unhurried(ZaloBotChannel):
    """The channel without its pace: a journey is told, not lived."""

    abilities = Abilities()


@dataclass
class ZaloBotTalk(WiredTalk):
    """What is said is typed into the fake Zalo, a choice as its number; what is read stands on its screen."""

    fake: FakeZaloBot = field(default_factory=FakeZaloBot)
    _seen: int = 0

    @property
    def text(self) -> str:
        return "\n".join(line.removeprefix(_number(line)) for line in self._said)

    @property
    def labels(self) -> list[str]:
        papers = [found[1] for line in self._said if (found := _CHOICE.fullmatch(line))]
        return papers + [line.removeprefix(_number(line)) for line in self._choices]

    async def say(self, text: str) -> Answer:
        return await self._act(self._person.say(text))

    async def tap(self, label: str) -> Answer:
        found = [number for number, one in enumerate(self.labels, 1) if label in one]
        assert found, f"no choice {label!r} among {self.labels}"
        return await self.say(str(found[0]))

    async def press(self, press: Press | str) -> Answer:
        """Type the number of a choice; a press that is not on the screen cannot come over this channel."""
        data = press if isinstance(press, str) else press.encode()
        shown = [one.press for one in self.buttons] if self.answers else []
        if data in shown and self._person.screen:
            return await self.say(str(shown.index(data) + 1))
        return await self._act(self._straight(data))

    async def _straight(self, data: str) -> None:
        event = self.fake.next_id()
        chat = self._person.chat
        message = Message(channel=NAME, chat=chat, event_id=event, at=self.now, press=data)
        assert await self.lanes.accept(message)

    async def show(self, code: str) -> Answer:
        picture = self.fake.lay_down_picture(of_code(code))
        return await self._act(self._person.send("message.image.received", photo_url=picture))

    async def _act(self, act: Awaitable[None]) -> Answer:
        self._seen = len(self._person.screen)
        return await self.done(act)

    @property
    def _person(self) -> Person:
        return Person(self.fake, chat=self.chat)

    @property
    def _lines(self) -> list[str]:
        shown = self._person.screen[self._seen :]
        return "\n\n".join(one.text for one in shown).replace("\u00a0", " ").split("\n")

    @property
    def _choices(self) -> list[str]:
        """The numbered lines at the end; a list of papers before them is no part of it."""
        return [line for line in self._lines[len(self._said) :] if line]

    @property
    def _said(self) -> list[str]:
        lines = self._lines
        while lines and (not lines[-1] or (_CHOICE.fullmatch(lines[-1]) and "] " not in lines[-1][:8])):
            lines.pop()
        return lines


def _number(line: str) -> str:
    found = _CHOICE.fullmatch(line)
    return line.removesuffix(found[1]) if found else ""


@asynccontextmanager
async def zalo_bot_talk(database: Database, way: Way) -> AsyncIterator[ZaloBotTalk]:
    """A citizen, a fake Zalo, and all of ours between them and the database. Every event comes twice."""
    async with AsyncExitStack() as stack:
        fake = await stack.enter_async_context(FakeZaloBot.open())
        fake.repeats = 2
        api = await stack.enter_async_context(connected(TOKEN, fake.url))
        talk = ZaloBotTalk(database, fake=fake)
        typing = Typing(api.typing, after=PATIENCE)
        talk.goes_over(Unhurried(api, typing))
        talk.sight.add(NAME, Pictures(api.http).fetch)
        door = Door(talk.lanes, typing, name=api.name, clock=talk.clock)
        talk.desk.reads(NAME, door.read)
        if way == "webhook":
            post = Post(door.take, url=PATH, header=HEADER, secret=SECRET, refused=lambda: None)
            application = web.Application()
            application.add_routes(post.routes())
            server = await stack.enter_async_context(TestServer(application))
            await api.set_webhook(str(server.make_url(PATH)), SECRET)
        else:
            polling = asyncio.create_task(Polling(api, door, again=0).run())
            stack.callback(polling.cancel)
        yield talk
        await talk.lanes.stop()
        typing.close()
        assert fake.wrong == []
