"""Somebody with Zalo in their hand: writes, taps, follows, and sees what stands in the chat."""

from typing import Any

from tests.fakes.zalo.granting import OA_ID
from tests.fakes.zalo.office import Shown
from tests.fakes.zalo.server import FakeZalo


class Person:
    """One person and the official account."""

    def __init__(self, fake: FakeZalo, user: str = "2512523625412515", phone: str = "") -> None:
        self._fake = fake
        self.id = user
        self._self = fake.citizen(user)
        self._self.phone = phone

    @property
    def screen(self) -> list[Shown]:
        """What the account has put into the chat."""
        return self._self.screen

    @property
    def last(self) -> Shown:
        return self.screen[-1]

    async def send(self, kind: str, **message: Any) -> int:
        """Any message: ``send("image", attachments=[…])``."""
        self._self.spoke_at = self._fake.now
        said = {"msg_id": self._fake.next_id(), **message}
        return await self._fake.happen(f"user_send_{kind}", **self._sides(), message=said)

    async def say(self, text: str) -> int:
        return await self.send("text", text=text)

    async def tap(self, label: str) -> int:
        """Tap the latest button that holds these words: its payload comes as a line nobody sees."""
        for shown in reversed(self.screen):
            for button in shown.buttons:
                if label in button["title"] and button["type"].startswith("oa.query"):
                    return await self.say(button["payload"])
        raise AssertionError(f"no button {label!r}")

    async def follow(self) -> int:
        self._self.follows, self._self.spoke_at = True, self._fake.now
        return await self._fake.happen("follow", oa_id=OA_ID, follower={"id": self.id}, source="oa_profile")

    async def unfollow(self) -> int:
        self._self.follows = False
        return await self._fake.happen("unfollow", oa_id=OA_ID, follower={"id": self.id}, source="oa_profile")

    async def open_chat(self) -> int:
        """Press the message button on the account's page for the first time."""
        self._self.spoke_at = self._fake.now
        return await self._fake.happen("user_click_chatnow", oa_id=OA_ID, user_id=self.id)

    async def submit(self, **info: Any) -> int:
        """Fill in the form that asks for one's number."""
        self._self.spoke_at = self._fake.now
        return await self._fake.happen("user_submit_info", **self._sides(), info=info)

    async def withdraw(self) -> int:
        return await self._fake.happen("user_withdraw", oa_id=OA_ID, user_id=self.id)

    async def hears_an_officer(self, text: str) -> int:
        """An officer writes to this person from the account's own page."""
        said = {"text": text, "msg_id": self._fake.next_id()}
        sender = {"id": OA_ID, "admin_id": "77"}
        return await self._fake.happen("oa_send_text", sender=sender, recipient={"id": self.id}, message=said)

    async def sees(self, text: str) -> Shown:
        """Wait until something on the screen holds these words."""
        await self._fake.until(lambda: any(text in shown.text for shown in self.screen))
        return next(shown for shown in reversed(self.screen) if text in shown.text)

    def _sides(self) -> dict[str, Any]:
        return {"sender": {"id": self.id}, "recipient": {"id": OA_ID}, "user_id_by_app": "5521"}
