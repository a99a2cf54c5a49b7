"""A Zalo official account as a channel: consultation messages within the window, templates beyond it."""

import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.channels.base import Abilities, Delivery
from bot.channels.zalo.api import Api
from bot.channels.zalo.codes import Remedy, refusal
from bot.channels.zalo.payload import Payloads
from bot.channels.zalo.peer import Peer
from bot.channels.zalo.reading import NAME
from bot.channels.zalo.refusals import ours
from bot.channels.zalo.render import LIMIT, Part, Sheet
from bot.channels.zalo.templates import Templates
from bot.channels.zalo.window import Window, window
from bot.errors import CallRefusedError
from bot.pacing import Rate
from bot.speech import spoken
from handlers.language import Language
from handlers.reply import File, Reply, Wish
from motcua.clock import Clock, utc_now
from storage import presences
from storage.database import Database
from storage.presences import Presence

log = logging.getLogger(__name__)

ALL = Rate(per_second=60, burst=60)
"""Below the 4,000 calls a minute that Zalo lets an app make."""

DOUBT = 3600.0
"""Seconds in which buttons are left out after Zalo refused them."""

TAKEN = ("application/pdf", "image/png")
"""Files that Zalo takes; none of ours is over its 1 MB for pictures. Calendar entries it does not."""

Step = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How messages look: the language where none was chosen, and the ``picture`` on the form for a number."""

    language: str
    buttons: bool = True
    picture: str = ""


class ZaloChannel:
    """Sends for one official account.

    A message can come twice where the connection breaks after Zalo took it and before it said so: there is
    no way to ask. Of a reply in several messages those that were taken are not sent again.
    """

    name = NAME
    abilities = Abilities(buttons=True, pictures=True, contact=True, text_limit=LIMIT, rate=ALL)

    def __init__(
        self,
        api: Api,
        database: Database,
        templates: Templates,
        payloads: Payloads,
        *,
        looks: Looks,
        clock: Clock = utc_now,
    ) -> None:
        self._api = api
        self._database = database
        self._templates = templates
        self._payloads = payloads
        self._looks = looks
        self._clock = clock
        self._plain_until = 0.0
        self._begun: dict[int, int] = {}

    async def send(self, delivery: Delivery) -> None:
        """Bring a reply, then its files; where the window is closed, a notice goes as a template."""
        known, say = await self._known(delivery.chat)
        now = self._clock()
        try:
            await self._sent(delivery, known, say, now)
        except CallRefusedError as error:
            raise ours(error, now) from None

    async def _sent(self, delivery: Delivery, known: Presence | None, say: Language, now: datetime) -> None:
        peer = Peer.read(delivery.chat)
        phone = known.phone if known else ""
        if window(known, now) is Window.SHUT:
            return await self._templates.tell(delivery, peer.id, phone, say)
        try:
            await self._go(delivery.id, self._steps(delivery, peer, say))
        except CallRefusedError as error:
            if refusal(error.code).remedy is not Remedy.CLOSED:
                raise
            await self._templates.tell(delivery, peer.id, phone, say)
        return None

    async def _known(self, chat: str) -> tuple[Presence | None, Language]:
        async with self._database.reading() as session:
            known = await presences.get(session, NAME, chat)
            return known, await spoken(session, NAME, chat, self._looks.language)

    def _steps(self, delivery: Delivery, peer: Peer, say: Language) -> list[Step]:
        drawn = self._looks.buttons and not peer.conversation and time.monotonic() >= self._plain_until
        sheet = Sheet(chat=delivery.chat, say=say, payloads=self._payloads, buttons=drawn)
        reply = delivery.reply
        return [
            *(partial(self._put, peer, part) for part in sheet.parts(reply)),
            *(partial(self._hand_over, peer, file) for file in reply.files if file.media_type in TAKEN),
            *(partial(self._ask_phone, peer, say) for _ in _wanted(reply, peer)),
        ]

    async def _go(self, number: int, steps: Sequence[Step]) -> None:
        """Take every step that was not taken when this was last tried."""
        done = self._begun.pop(number, 0)
        try:
            for step in steps[done:]:
                await step()
                done += 1
        except Exception:
            if done:
                self._begun[number] = done
            raise

    async def _put(self, peer: Peer, part: Part) -> None:
        if not part.buttons:
            return await self._message(peer, text=part.text)
        try:
            under = {"type": "template", "payload": {"buttons": list(part.buttons)}}
            await self._message(peer, text=part.text, attachment=under)
        except CallRefusedError as error:
            if refusal(error.code).remedy is not Remedy.OURS:
                raise
            await self._without_buttons(peer, part, error.code)
        return None

    async def _without_buttons(self, peer: Peer, part: Part, code: int) -> None:
        """Numbers instead, for a while: buttons are nowhere promised for these messages."""
        for text in part.instead:
            await self._message(peer, text=text)
        self._plain_until = time.monotonic() + DOUBT
        log.warning("Zalo refused buttons with %d; choices are numbered for %s seconds", code, DOUBT)

    async def _hand_over(self, peer: Peer, file: File) -> None:
        """A picture is shown, a document lies there to be opened."""
        if file.media_type == "image/png":
            laid = await self._api.upload("image", file)
            shown = {"media_type": "image", "attachment_id": laid["attachment_id"]}
            payload = {"template_type": "media", "elements": [shown]}
            return await self._message(peer, attachment={"type": "template", "payload": payload})
        laid = await self._api.upload("file", file)
        return await self._message(peer, attachment={"type": "file", "payload": {"token": laid["token"]}})

    async def _ask_phone(self, peer: Peer, say: Language) -> None:
        """Zalo's own form for one's number; the words before it stand, also where Zalo refuses the form."""
        form = {
            "title": say("Share your phone number"),
            "subtitle": say("So that I find your dossiers by it."),
        }
        if self._looks.picture:
            form["image_url"] = self._looks.picture
        payload = {"template_type": "request_user_info", "elements": [form]}
        try:
            await self._message(peer, attachment={"type": "template", "payload": payload})
        except CallRefusedError as error:
            if refusal(error.code).remedy is not Remedy.OURS:
                raise
            log.exception("Zalo refused the form for a phone number: is MOTCUA_ZALO_FORM_PICTURE needed?")

    async def _message(self, peer: Peer, **message: Any) -> None:
        path = "/v2.0/oa/message" if peer.conversation else "/v3.0/oa/message/cs"
        await self._api.post(path, {"recipient": peer.recipient, "message": message})


def _wanted(reply: Reply, peer: Peer) -> tuple[Wish, ...]:
    return (reply.wish,) if reply.wish is Wish.PHONE and not peer.conversation else ()
