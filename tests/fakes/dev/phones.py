"""Phones in a newcomer's hand: one a channel, each with a screen to read and a thumb to tap."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from motcua.clock import utc_now
from tests.fakes.telegram import person as telegram
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.zalo import person as zalo
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo_bot import person as zalo_bot
from tests.fakes.zalo_bot.server import FakeZaloBot


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """One message on the screen; ``mine`` is what the person wrote."""

    text: str
    buttons: tuple[str, ...] = ()
    mine: bool = False


class Phone(Protocol):
    """A chat with the assistant over one channel."""

    def screen(self) -> Sequence[Bubble]:
        """What stands on it."""
        ...

    async def say(self, text: str) -> None:
        """Type a line."""
        ...

    async def tap(self, label: str) -> None:
        """Tap the latest button with this label."""
        ...


class _Screen:
    """Keeps what the person wrote between the answers."""

    def __init__(self) -> None:
        self._mine: list[tuple[int, str]] = []

    def wrote(self, text: str, after: int) -> None:
        self._mine.append((after, text))

    def drawn(self, theirs: Sequence[Bubble]) -> list[Bubble]:
        bubbles: list[Bubble] = []
        for index in range(len(theirs) + 1):
            bubbles += [Bubble(text=text, mine=True) for after, text in self._mine if after == index]
            bubbles += theirs[index : index + 1]
        return bubbles


class TelegramPhone:
    """Buttons under messages, which change in place."""

    def __init__(self, fake: FakeTelegram) -> None:
        self._person = telegram.Person(fake)
        self._screen = _Screen()

    def screen(self) -> Sequence[Bubble]:
        shown = self._person.screen
        return self._screen.drawn([Bubble(text=one.text, buttons=_labels(one.buttons)) for one in shown])

    async def say(self, text: str) -> None:
        self._screen.wrote(text, len(self._person.screen))
        await self._person.say(text)

    async def tap(self, label: str) -> None:
        await self._person.tap(label)


class ZaloBotPhone:
    """No buttons: choices are typed."""

    def __init__(self, fake: FakeZaloBot) -> None:
        self._person = zalo_bot.Person(fake)
        self._screen = _Screen()

    def screen(self) -> Sequence[Bubble]:
        return self._screen.drawn([Bubble(text=one.text) for one in self._person.screen])

    async def say(self, text: str) -> None:
        self._screen.wrote(text, len(self._person.screen))
        await self._person.say(text)

    async def tap(self, label: str) -> None:
        await self.say(label)


class ZaloPhone:
    """A few buttons under a message, the rest as numbers."""

    def __init__(self, fake: FakeZalo) -> None:
        self._fake = fake
        self._person = zalo.Person(fake)
        self._screen = _Screen()

    def screen(self) -> Sequence[Bubble]:
        shown = self._person.screen
        return self._screen.drawn(
            [Bubble(text=one.text, buttons=tuple(button["title"] for button in one.buttons)) for one in shown]
        )

    async def say(self, text: str) -> None:
        self._fake.now = utc_now()
        self._screen.wrote(text, len(self._person.screen))
        await self._person.say(text)

    async def tap(self, label: str) -> None:
        self._fake.now = utc_now()
        await self._person.tap(label)


def _labels(rows: Sequence[Sequence[dict[str, Any]]]) -> tuple[str, ...]:
    return tuple(button["text"] for row in rows for button in row if "callback_data" in button)
