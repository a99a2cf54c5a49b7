"""Somebody with Telegram in their hand: writes, taps, and sees what stands in the chat."""

from typing import Any

from tests.fakes.telegram.chats import BOT, NOW, Shown, chat_of
from tests.fakes.telegram.server import FakeTelegram


class Person:
    """One person in one chat: with the bot alone, or in a group where the number is negative."""

    def __init__(self, fake: FakeTelegram, chat: int = 7, number: int = 7) -> None:
        self._fake = fake
        self.chat = chat
        self._self = {"id": number, "is_bot": False, "first_name": "An"}

    @property
    def screen(self) -> list[Shown]:
        """What the bot has put into the chat."""
        return self._fake.chats[self.chat]

    @property
    def last(self) -> Shown:
        return self.screen[-1]

    async def send(self, **content: Any) -> int:
        """Any message: ``text=…``, ``photo=…``, ``contact=…``."""
        return await self._fake.happen(message=self.message(**content))

    async def say(self, text: str, **more: Any) -> int:
        return await self.send(text=text, **more)

    async def ask(self, query: str) -> int:
        """Type after the bot's name, in whatever chat."""
        return await self._fake.happen(
            inline_query={"id": "5", "from": self._self, "query": query, "offset": ""}
        )

    async def edit(self, text: str) -> int:
        return await self._fake.happen(edited_message=self.message(text=text, edit_date=NOW))

    async def tap(self, label: str) -> int:
        """Tap the latest button that holds these words."""
        for shown in reversed(self.screen):
            for button in (button for row in shown.buttons for button in row):
                if label in button["text"] and "callback_data" in button:
                    return await self.press(button["callback_data"], shown)
        raise AssertionError(f"no button {label!r}")

    async def press(self, data: str, shown: Shown | None = None) -> int:
        """Press a button, of a message that stands there or of one long gone."""
        message = {
            "message_id": shown.id if shown else 1,
            "date": NOW,
            "chat": chat_of(self.chat),
            "from": BOT,
        }
        query = {"id": "99", "from": self._self, "chat_instance": "1", "data": data, "message": message}
        return await self._fake.happen(callback_query=query)

    async def sees(self, text: str) -> Shown:
        """Wait until something on the screen holds these words."""
        await self._fake.until(lambda: any(text in shown.text for shown in self.screen))
        return next(shown for shown in reversed(self.screen) if text in shown.text)

    def message(self, **content: Any) -> dict[str, Any]:
        head = {
            "message_id": self._fake.next_id(),
            "date": NOW,
            "chat": chat_of(self.chat),
            "from": self._self,
        }
        return head | content
