"""A reply as Zalo shows it: plain texts, at most five buttons, and numbers for whatever has no button."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.channels.splitting import pieces
from bot.channels.text import numbered, plain
from bot.channels.zalo.payload import Payloads
from handlers.language import Language
from handlers.options import options
from handlers.reply import Button, Reply
from handlers.screen import clip

LIMIT: Final = 2000
"""Of one composed text, counted in UTF-16 units: whatever Zalo means by a character, there are no more."""

MOST, TITLE = 5, 100
"""Buttons of a message, and characters of a title. A payload may have 1,000; a press has 64."""

_CALL = re.compile(r"(?:gọi|call)(?: ngay)? ([0-9]{3,4})(?![0-9])", re.IGNORECASE)
"""A number that the text says to call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message; ``instead`` is what to send where Zalo refuses its buttons."""

    text: str
    buttons: tuple[dict[str, Any], ...] = ()
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Draws for one chat in its language."""

    chat: str
    say: Language
    payloads: Payloads
    buttons: bool = True

    def parts(self, reply: Reply) -> list[Part]:
        """As few messages as it fits in, the buttons under the last one."""
        calls = _calls(plain(reply)) if self.buttons else ()
        chosen = tuple(enumerate(options(reply), 1))
        if not self.buttons or len(chosen) + len(calls) > MOST:
            return self._numbered(reply, chosen, calls)
        drawn = (*calls, *(self._button(one.label, one) for _, one in chosen))
        return _under(_cut(plain(reply)), drawn, instead=_listed(chosen))

    def _numbered(
        self, reply: Reply, chosen: Sequence[tuple[int, Button]], calls: Sequence[dict[str, Any]]
    ) -> list[Part]:
        """Every choice in the text, and the first ones that are no papers as buttons too."""
        hint = self.say("Type a number to choose.") if chosen else ""
        texts = _cut("\n\n".join(filter(None, (numbered(reply), hint))))
        if not self.buttons:
            return _under(texts, ())
        papers = len(chosen) - sum(map(len, reply.buttons))
        room = MOST - len(calls)
        drawn = (self._button(f"{number}. {one.label}", one) for number, one in chosen[papers:][:room])
        return _under(texts, (*calls, *drawn))

    def _button(self, label: str, one: Button) -> dict[str, Any]:
        """A choice that comes back unseen by the person."""
        payload = self.payloads.write(self.chat, one.press)
        return {"title": clip(label, TITLE), "type": "oa.query.hide", "payload": payload}


def _cut(text: str) -> list[str]:
    return pieces(unicodedata.normalize("NFC", text), LIMIT)


def _under(texts: list[str], drawn: Sequence[dict[str, Any]], instead: str = "") -> list[Part]:
    *before, last = texts
    spoken = tuple(_cut("\n\n".join(filter(None, (last, instead)))))
    return [*(Part(text=text) for text in before), Part(text=last, buttons=tuple(drawn), instead=spoken)]


def _listed(chosen: Sequence[tuple[int, Button]]) -> str:
    return "\n".join(f"{number}. {one.label}" for number, one in chosen)


def _calls(text: str) -> tuple[dict[str, Any], ...]:
    """A button for each number that is to be called, at most two."""
    numbers = list(dict.fromkeys(_CALL.findall(text)))[:2]
    return tuple(
        {"title": f"📞 {number}", "type": "oa.open.phone", "payload": {"phone_code": number}}
        for number in numbers
    )
