"""All fakes at once, and a page with a phone for each: the whole bot over every channel, with no account."""

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Self

from aiohttp import ClientSession

from bot import keys
from bot.channels.zalo.account import Account
from bot.channels.zalo.oauth import OAuth, Pair
from bot.channels.zalo.tokens import Tokens
from bot.channels.zalo.webhook import PATH
from bot.cli.run import serve
from bot.engine import Role
from bot.settings import Settings
from bot.web.server import listening
from motcua.clock import utc_now
from storage.database import Database
from tests.fakes.dev.page import Page
from tests.fakes.dev.phones import Phone, TelegramPhone, ZaloBotPhone, ZaloPhone
from tests.fakes.telegram import server as telegram
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.zalo.granting import ACCESS_LIVES, APP_ID, APP_SECRET, OA_ID, OA_SECRET
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo_bot import server as zalo_bot
from tests.fakes.zalo_bot.server import FakeZaloBot


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """The fakes, and the page's address."""

    telegram: FakeTelegram
    zalo: FakeZalo
    zalo_bot: FakeZaloBot
    page: str

    @classmethod
    @asynccontextmanager
    async def open(cls, port: int) -> AsyncIterator[Self]:
        async with AsyncExitStack() as stack:
            one = await stack.enter_async_context(FakeTelegram.open())
            two = await stack.enter_async_context(FakeZalo.open())
            three = await stack.enter_async_context(FakeZaloBot.open())
            two.now = utc_now()
            phones: Mapping[str, Phone] = {
                "telegram": TelegramPhone(one),
                "zalo": ZaloPhone(two),
                "zalo_bot": ZaloBotPhone(three),
            }
            application = Page(phones).application()
            page = await stack.enter_async_context(listening(application, "127.0.0.1", port))
            yield cls(telegram=one, zalo=two, zalo_bot=three, page=page)

    @property
    def settings(self) -> Mapping[str, str]:
        """What a bot is to be set to that talks here, by the settings' own names."""
        return {
            "telegram_token": telegram.TOKEN,
            "telegram_api": self.telegram.url,
            "zalo_app_id": APP_ID,
            "zalo_app_secret": APP_SECRET,
            "zalo_oa_secret": OA_SECRET,
            "zalo_api": self.zalo.url,
            "zalo_business_api": self.zalo.url,
            "zalo_oauth": self.zalo.url,
            "zalo_bot_token": zalo_bot.TOKEN,
            "zalo_bot_api": self.zalo_bot.url,
        }

    async def log_in(self, settings: Settings) -> None:
        """Grant the bot what `motcua zalo login` would."""
        account = Account.of(settings)
        assert account is not None
        access, refresh = self.zalo.granting.first()
        database = await Database.open(settings.url, keys.cipher(settings))
        async with ClientSession() as http:
            tokens = Tokens(database, OAuth(account, http))
            await tokens.keep(Pair(access=access, refresh=refresh, lives=ACCESS_LIVES), OA_ID)
        await database.close()


async def run(settings: Settings, *, port: int, bot: bool) -> None:
    """Open the street until it is interrupted; with ``bot`` the assistant moves in."""
    async with Street.open(port) as street:
        street.zalo.pusher.webhook = f"http://127.0.0.1:{settings.port}{PATH}"
        for name, value in street.settings.items():
            _tell(f"MOTCUA_{name.upper()}={value}")
        _tell(f"\n{street.page}")
        if not bot:
            await asyncio.Event().wait()
        folder = settings.data_dir / "dev"
        known = settings.model_dump() | {"data_dir": folder, "database_url": "", "engine": "lanes"}
        chosen = Settings(_env_file=None, **(known | dict(street.settings)))
        await street.log_in(chosen)
        await serve(chosen, Role.ALL, demo=True)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
