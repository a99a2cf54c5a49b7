"""The Zalo Bot Platform as a channel: plain texts, no buttons, no way to change what was sent."""

from bot.channels.base import Abilities, Delivery
from bot.channels.typing import Typing
from bot.channels.zalo_bot.api import Api
from bot.channels.zalo_bot.place import Place
from bot.channels.zalo_bot.render import LIMIT, parts
from bot.pacing import Rate

NAME = "zalo_bot"

GENTLE = Rate(per_second=1, burst=3)
"""No limit is published; this is how fast a person reads."""


def chat_rate(_: str) -> Rate:
    """How fast one chat may be written to."""
    return GENTLE


class ZaloBotChannel:
    """Sends through one bot. Pictures go out by public address only, so files are left to other channels.

    A message can come twice where the connection breaks after Zalo took it and before it said so.
    """

    name = NAME
    abilities = Abilities(typing=True, text_limit=LIMIT, chat_rate=chat_rate)

    def __init__(self, api: Api, typing: Typing) -> None:
        self._api = api
        self._typing = typing
        self._begun: dict[int, int] = {}

    async def send(self, delivery: Delivery) -> None:
        """Say a reply. Of one in several messages those that were taken are not sent again."""
        self._typing.end(delivery.chat)
        place = Place.read(delivery.chat)
        texts = parts(delivery.reply, apart=self._api.name if place.public else "")
        for number, text in enumerate(texts):
            if number >= self._begun.get(delivery.id, 0):
                await self._api.send(place.id, text)
                self._begun[delivery.id] = number + 1
        self._begun.pop(delivery.id, None)
