"""The buttons under a reply, within Telegram's limits: 8 a row, 100 in all, 64 bytes each."""

from collections.abc import Iterator, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.channels.telegram.links import link
from bot.channels.text import rows
from handlers.company import personal
from handlers.options import box
from handlers.reply import Button, Reply, Wish
from handlers.screen import clip

MOST, ACROSS = 100, 8

LABEL = 64
"""Signs of a label, of which a phone shows about forty."""

_TICKS = {box(True): "☑", box(False): "☐"}


class Keyboard:
    """Draws the keyboards of one chat. In company, presses that are one person's own lead to ``bot``."""

    def __init__(self, *, bot: str = "", public: bool = False) -> None:
        self._bot = bot
        self._public = public

    def under(self, reply: Reply) -> InlineKeyboardMarkup | None:
        """All choices of a reply; None where there are none. Of too many, the ways out stay."""
        drawn = [list(map(self._button, row)) for row in _narrow(rows(reply))]
        while sum(map(len, drawn)) > MOST:
            del drawn[-2]
        return InlineKeyboardMarkup(drawn) if drawn else None

    def _button(self, one: Button) -> InlineKeyboardButton:
        text = clip(_ticked(one.label), LABEL)
        url = link(self._bot, one.press) if self._public and personal(one.press) else ""
        return (
            InlineKeyboardButton(text, url=url)
            if url
            else InlineKeyboardButton(text, callback_data=one.press)
        )


def sharing(label: str, wish: Wish) -> ReplyKeyboardMarkup:
    """The button that shares one's number or place: Telegram has it only in place of the phone's keyboard."""
    phone, spot = wish is Wish.PHONE or None, wish is Wish.SPOT or None
    button = KeyboardButton(label, request_contact=phone, request_location=spot)
    return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)


def _narrow(wide: Sequence[Sequence[Button]]) -> Iterator[Sequence[Button]]:
    for row in wide:
        yield from (row[start : start + ACROSS] for start in range(0, len(row), ACROSS))


def _ticked(label: str) -> str:
    for drawn, tick in _TICKS.items():
        if label.startswith(f"{drawn} "):
            return tick + label.removeprefix(drawn)
    return label
