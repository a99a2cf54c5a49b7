"""An officer answers a chat from Zalo's own page: the bot is quiet there until it is handed back.

Handing back: the person presses one of our buttons or calls for the assistant, the officer writes ``#bot``,
or no officer wrote for a while.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.channels.zalo.event import Event
from bot.channels.zalo.reading import NAME
from bot.speech import spoken
from handlers.language import Language
from handlers.message import Message
from handlers.presses import Home, Start
from handlers.reply import Paragraph, Reply
from handlers.screen import button
from handlers.words import calls_assistant
from motcua.clock import Clock, utc_now
from storage import outbox, presences
from storage.database import Database
from storage.presences import Presence

BACK = "#bot"
"""What an officer writes to let the bot answer again."""

_GREETING = Start().encode()
"""The press of whoever follows the account: nobody pressed a button of ours."""


class Takeover:
    """Keeps who answers which chat; ``told`` hears when something lies in the outbox."""

    def __init__(
        self,
        database: Database,
        *,
        lasts: timedelta,
        language: str,
        told: Callable[[], None],
        clock: Clock = utc_now,
    ) -> None:
        self._database = database
        self._lasts = lasts
        self._language = language
        self._told = told
        self._clock = clock

    def quiet(self, known: Presence | None) -> bool:
        """Whether an officer answers at this moment."""
        return known is not None and known.human_until is not None and known.human_until > self._clock()

    async def echoed(self, event: Event, chat: str) -> None:
        """The account spoke: our own words mean nothing, an officer's mean that we are to be quiet."""
        if not event.text("sender", "admin_id"):
            return
        if event.text("message", "text").strip().lower() == BACK:
            await self._hand_back(chat)
        else:
            await self._begin(chat)

    async def called_back(self, message: Message) -> Message | None:
        """What a quiet bot answers to: the message that hands it back; None for what is the officer's."""
        if calls_assistant(message.text):
            message = replace(message, text="", press=Home().encode())
        if message.press in ("", _GREETING):
            return None
        await self._hand_back(message.chat)
        return message

    async def _begin(self, chat: str) -> None:
        now = self._clock()
        async with self._database.writing() as session:
            say = await spoken(session, NAME, chat, self._language)
            known = await presences.get(session, NAME, chat)
            await presences.take_over(session, NAME, chat, at=now, until=now + self._lasts)
            if self.quiet(known):
                return
            body = _notice(say).model_dump_json()
            await outbox.add(session, channel=NAME, chat=chat, inbox_id=None, body=body, now=now)
        self._told()

    async def _hand_back(self, chat: str) -> None:
        async with self._database.writing() as session:
            await presences.hand_back(session, NAME, chat)


def _notice(say: Language) -> Reply:
    text = say("An officer answers you here now, so I keep quiet. To talk to me, write “bot” or press:")
    back = button(say("🤖 Back to the assistant"), Home())
    return Reply(blocks=(Paragraph(text=text),), buttons=((back,),))
