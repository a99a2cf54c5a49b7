"""Somebody with Zalo in their hand: writes, and sees what stands in the chat."""

from typing import Any

from tests.fakes.zalo_bot.server import NOW, FakeZaloBot, Shown


class Person:
    """One person in one chat: with the bot alone, or in a group."""

    def __init__(self, fake: FakeZaloBot, chat: str = "6ede9afa66b88fe6d6a9", kind: str = "PRIVATE") -> None:
        self._fake = fake
        self.chat = chat
        self._kind = kind

    @property
    def screen(self) -> list[Shown]:
        """What the bot has put into the chat."""
        return self._fake.chats[self.chat]

    @property
    def last(self) -> Shown:
        return self.screen[-1]

    async def say(self, text: str) -> None:
        await self.send("message.text.received", text=text)

    async def send(self, event: str, **content: Any) -> None:
        """Any event: a picture, a sticker, a voice."""
        message = {
            "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "An", "is_bot": False},
            "chat": {"id": self.chat, "chat_type": self._kind},
            "message_id": self._fake.next_id(),
            "date": NOW,
            **content,
        }
        await self._fake.happen(event, message)

    async def sees(self, text: str) -> Shown:
        """Wait until something on the screen holds these words."""
        await self._fake.until(lambda: any(text in shown.text for shown in self.screen))
        return next(shown for shown in reversed(self.screen) if text in shown.text)
