"""A citizen talking over a Zalo official account: the same talk, but every line goes over the wire."""

import re
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.channels.pictures import Pictures
from bot.channels.zalo.account import Account
from bot.channels.zalo.api import Api
from bot.channels.zalo.channel import Looks, ZaloChannel
from bot.channels.zalo.door import Door
from bot.channels.zalo.oauth import OAuth, Pair
from bot.channels.zalo.payload import Payloads
from bot.channels.zalo.reading import NAME, Reader
from bot.channels.zalo.takeover import Takeover
from bot.channels.zalo.templates import Templates
from bot.channels.zalo.tokens import Tokens
from bot.channels.zalo.webhook import PATH, Webhook
from handlers.answer import Answer
from handlers.press import Press
from storage.database import Database
from tests.fakes.pictures import of_code
from tests.fakes.wired import WiredTalk
from tests.fakes.zalo.granting import ACCESS_LIVES, APP_ID, APP_SECRET, OA_ID, OA_SECRET
from tests.fakes.zalo.office import Shown
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.server import FakeZalo

PAYLOADS = Payloads(b"a key that signs buttons")

_CHOICE = re.compile(r"^([0-9]+)\. (.+)$", re.MULTILINE)


def account_of(fake: FakeZalo, *, proves: bool = False) -> Account:
    """Our side of the fake's one account."""
    return Account(
        app_id=APP_ID,
        secret=APP_SECRET,
        oa_secret=OA_SECRET,
        proves=proves,
        api=fake.url,
        business_api=fake.url,
        oauth=fake.url,
    )


async def logged_in(fake: FakeZalo, database: Database, http: ClientSession) -> Tokens:
    """Tokens as after a login."""
    tokens = Tokens(database, OAuth(account_of(fake), http), clock=lambda: fake.now, wait=0.01)
    access, refresh = fake.granting.first()
    await tokens.keep(Pair(access=access, refresh=refresh, lives=ACCESS_LIVES), OA_ID)
    return tokens


@dataclass
class ZaloTalk(WiredTalk):
    """What is said is typed into the fake Zalo, what is read stands on its screen."""

    fake: FakeZalo = field(default_factory=FakeZalo)
    _people: dict[str, Person] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n\n".join(_plain(shown.text) for shown in self.shown)

    @property
    def labels(self) -> list[str]:
        return self._titles + [label for _, label in _CHOICE.findall(self.text)]

    @property
    def shown(self) -> list[Shown]:
        """The messages that the last answer put onto the screen."""
        return self._person.screen

    async def say(self, text: str) -> Answer:
        return await self._act(self._person.say(text))

    async def press(self, press: Press | str) -> Answer:
        data = press if isinstance(press, str) else press.encode()
        return await self.say(PAYLOADS.write(self._person.id, data))

    async def tap(self, label: str) -> Answer:
        """Tap the button, or type the number where there is none."""
        if any(label in title for title in self._titles):
            return await self._act(self._person.tap(label))
        found = [number for number, said in _CHOICE.findall(self.text) if label in said]
        assert found, f"no choice {label!r} among {self.labels}"
        return await self.say(found[0])

    async def show(self, code: str) -> Answer:
        shown = {"type": "image", "payload": {"url": self.fake.lay_down_picture(of_code(code))}}
        return await self._act(self._person.send("image", attachments=[shown]))

    async def _act(self, act: Awaitable[int]) -> Answer:
        self.fake.now = self.now
        before = len(self._person.screen)
        await self.done(act)
        await self.fake.settled()
        del self._person.screen[:before]
        return self.last

    @property
    def _titles(self) -> list[str]:
        return [_plain(one["title"]) for shown in self.shown for one in shown.buttons]

    @property
    def _person(self) -> Person:
        if self.chat not in self._people:
            self._people[self.chat] = Person(self.fake, f"70{len(self._people):016}")
        return self._people[self.chat]


@asynccontextmanager
async def zalo_talk(database: Database, *, buttons: bool) -> AsyncIterator[ZaloTalk]:
    """A citizen, a fake Zalo, and all of ours between them and the database; it takes buttons or not."""
    async with AsyncExitStack() as stack:
        fake = await stack.enter_async_context(FakeZalo.open())
        fake.takes_buttons = buttons
        http = await stack.enter_async_context(ClientSession())
        talk = ZaloTalk(database, fake=fake)
        api = Api(account_of(fake), await logged_in(fake, database, http), http)
        talk.goes_over(_channel(api, talk))
        talk.sight.add(NAME, Pictures(http).fetch)
        application = web.Application()
        application.add_routes(Webhook(account_of(fake), _door(talk), 200, lambda: None).routes())
        server = await stack.enter_async_context(TestServer(application))
        fake.pusher.webhook = str(server.make_url(PATH))
        yield talk
        await talk.lanes.stop()
        await fake.settled()
        assert fake.wrong == []
        assert set(fake.pusher.answers) <= {200}


def _channel(api: Api, talk: ZaloTalk) -> ZaloChannel:
    templates = Templates(api, talk.database, {}, clock=talk.clock)
    looks = Looks(language="vi")
    return ZaloChannel(api, talk.database, templates, PAYLOADS, looks=looks, clock=talk.clock)


def _door(talk: ZaloTalk) -> Door:
    reader = Reader(PAYLOADS, OA_ID)
    talk.desk.reads(NAME, reader.read)
    takeover = Takeover(
        talk.database, lasts=timedelta(hours=1), language="vi", told=talk.sender.wake, clock=talk.clock
    )
    return Door(talk.lanes, talk.database, reader, takeover, gone=talk.sender.leave, clock=talk.clock)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")
