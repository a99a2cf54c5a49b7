"""Notices to people whose window is closed: approved templates, by the person's id and else by phone."""

import logging
from collections.abc import AsyncIterator, Mapping
from datetime import datetime

from bot.channels.base import Delivery
from bot.channels.zalo.api import Api
from bot.channels.zalo.codes import Remedy, refusal
from bot.channels.zalo.fields import Filled, filled
from bot.channels.zalo.settings import Template
from bot.errors import CallRefusedError, ReplyRefusedError, RetryLaterError
from handlers.language import Language
from motcua.clock import Clock, utc_now
from storage import dossiers, notices
from storage.database import Database
from storage.quiet_hours import waking
from storage.session import Session

log = logging.getLogger(__name__)

UNASKED = "the person did not write for 7 days, and this is no notice of a dossier"
UNSET = "the person did not write for 7 days, and MOTCUA_ZALO_TEMPLATES has nothing for this news"
UNREACHED = "the template cannot be sent by the person's id, and no phone number is kept"

_BY_PHONE = (Remedy.OTHER_WAY, Remedy.CLOSED, Remedy.GONE)
"""What may still go well by phone when it was refused by the person's id."""


class Templates:
    """Sends what a notice tells, one template a dossier. Those that were taken are not sent again."""

    def __init__(
        self, api: Api, database: Database, templates: Mapping[str, Template], clock: Clock = utc_now
    ) -> None:
        self._api = api
        self._database = database
        self._templates = templates
        self._clock = clock
        self._sent: dict[int, int] = {}

    async def tell(self, delivery: Delivery, person: str, phone: str, say: Language) -> None:
        """Tell it in templates.

        Raises ReplyRefusedError with the reason where none fits, RetryLaterError by night, and
        CallRefusedError.
        """
        async with self._database.reading() as session:
            found = [one async for one in self._filled(session, delivery.id, say)]
        if not found:
            raise _given_up(UNASKED)
        told = [one for one in found if one is not None]
        if not told:
            raise _given_up(UNSET)
        self._wake_nobody()
        done = self._sent.pop(delivery.id, 0)
        try:
            for one in told[done:]:
                await self._send(one, person, phone, f"{delivery.id}-{done}")
                done += 1
        except Exception:
            self._sent[delivery.id] = done
            raise

    async def _filled(self, session: Session, outbox_id: int, say: Language) -> AsyncIterator[Filled | None]:
        """Each dossier of the notice once, with the first of its news."""
        news = {one.code: one.kind for one in reversed(await notices.told_in(session, outbox_id))}
        for code, kind in reversed(news.items()):
            dossier = await dossiers.get(session, code)
            if dossier is not None:
                yield filled(self._templates, say, dossier, kind)

    def _wake_nobody(self) -> None:
        """Zalo shows templates between 6:00 and 22:00 only."""
        now: datetime = self._clock()
        if (wait := (waking(now) - now).total_seconds()) > 0:
            raise RetryLaterError(seconds=wait)

    async def _send(self, one: Filled, person: str, phone: str, tracking: str) -> None:
        body = {"template_id": one.id, "template_data": dict(one.data)}
        try:
            await self._api.post("/v3.0/oa/message/template", {"user_id": person, **body})
        except CallRefusedError as error:
            remedy = refusal(error.code).remedy
            if remedy not in _BY_PHONE or not (phone or remedy is Remedy.OTHER_WAY):
                raise
            if not phone:
                raise _given_up(UNREACHED) from None
        else:
            return
        await self._api.send_by_phone({"phone": _abroad(phone), "tracking_id": tracking, **body})


def _given_up(reason: str) -> ReplyRefusedError:
    log.error("a reply over Zalo is given up: %s", reason)
    return ReplyRefusedError(reason=reason)


def _abroad(phone: str) -> str:
    """The number as Zalo wants it: never with a leading 0."""
    return "84" + phone.removeprefix("0") if phone.startswith("0") else phone
