"""Every way in which a citizen can talk to the service. All journeys go over each of them, none left out."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from functools import cache

from storage.database import Database
from tests.conftest import SHARED
from tests.fakes.telegram.schema import Schema
from tests.fakes.telegram.talk import telegram_talk
from tests.fakes.web_talk import web_talk
from tests.fakes.wired import WiredTalk
from tests.fakes.zalo.talk import zalo_talk
from tests.fakes.zalo_bot.talk import zalo_bot_talk

Opens = Callable[[Database], AbstractAsyncContextManager[WiredTalk]]

schema = cache(lambda: Schema.beside(SHARED))

WAYS: Mapping[str, Opens] = {
    "telegram, polled": lambda database: telegram_talk(database, "poll", schema()),
    "telegram, by webhook": lambda database: telegram_talk(database, "webhook", schema()),
    "zalo, with buttons": lambda database: zalo_talk(database, buttons=True),
    "zalo, with numbers": lambda database: zalo_talk(database, buttons=False),
    "zalo_bot, polled": lambda database: zalo_bot_talk(database, "poll"),
    "zalo_bot, by webhook": lambda database: zalo_bot_talk(database, "webhook"),
    "web, by socket": lambda database: web_talk(database, "socket"),
    "web, by requests": lambda database: web_talk(database, "requests"),
}
"""Begins with the channel's name. A Zalo account refuses buttons in one of its ways; a Zalo bot brings every
event twice.
"""
