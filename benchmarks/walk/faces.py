"""Every channel's way of drawing a reply, held to that channel's limits."""

import re
from html import unescape

from benchmarks.walk.manners import demand
from bot.channels.splitting import units
from bot.channels.telegram.keyboard import MOST as TELEGRAM_BUTTONS
from bot.channels.telegram.keyboard import Keyboard
from bot.channels.telegram.markup import LIMIT
from bot.channels.telegram.render import parts as telegram
from bot.channels.text import numbered, plain
from bot.channels.zalo import render as zalo
from bot.channels.zalo.payload import Payloads
from bot.channels.zalo_bot import render as zalo_bot
from handlers.language import Languages
from handlers.reply import Reply

_TAG = re.compile(r"</?[bi]>")
"""What Telegram does not count: everything else that looks like a tag is escaped text."""

_PAYLOADS = Payloads(b"a key for a walk")


def check(reply: Reply) -> None:
    """Fails where a channel could not take the reply."""
    demand(plain(reply).strip(), reply)
    demand(numbered(reply).strip(), reply)
    _telegram(reply)
    _zalo(reply)
    texts = zalo_bot.parts(reply)
    demand(texts, reply)
    demand(all(0 < units(text) <= zalo_bot.LIMIT for text in texts), reply)
    demand(Reply.model_validate_json(reply.model_dump_json()) == reply, reply)


def _telegram(reply: Reply) -> None:
    parts = telegram(reply, Keyboard())
    demand(all(0 < units(unescape(_TAG.sub("", part.html))) <= LIMIT for part in parts), reply)
    keyboard = parts[-1].keyboard
    drawn = keyboard.inline_keyboard if keyboard else ()
    demand(0 < sum(len(row) for row in drawn) <= TELEGRAM_BUTTONS, reply)


def _zalo(reply: Reply) -> None:
    say = Languages.shipped().of("vi")
    for buttons in (True, False):
        parts = zalo.Sheet(chat="a", say=say, payloads=_PAYLOADS, buttons=buttons).parts(reply)
        demand(parts, reply)
        demand(all(0 < units(part.text) <= zalo.LIMIT for part in parts), reply)
        demand(all(len(part.buttons) <= zalo.MOST for part in parts), reply)
