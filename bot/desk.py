"""The way of one message: claimed once, answered in one transaction, never left without a reply."""

import logging
from collections.abc import Callable
from dataclasses import asdict, replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.envelope import open_envelope, seal, sealed
from bot.errors import AnsweredElsewhereError
from bot.sight import Sight
from bot.watching import NOBODY, Turned, Watch
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from motcua.clock import Clock, utc_now
from storage import inbox, outbox
from storage.database import Database
from storage.inbox import Envelope, Received

log = logging.getLogger(__name__)

Read = Callable[[Received], Message | None]
"""Turns what a channel sent into a message; None for what nobody here has to answer."""


class Desk:
    """Takes messages in and answers them; the conversation itself lives in the dialogue."""

    def __init__(
        self,
        database: Database,
        dialogue: Dialogue,
        clock: Clock = utc_now,
        watch: Watch = NOBODY,
        sight: Sight | None = None,
    ) -> None:
        self._database = database
        self._dialogue = dialogue
        self._clock = clock
        self._watch = watch
        self._sight = sight or Sight()
        self._reads: dict[str, Read] = {}

    def reads(self, channel: str, read: Read) -> None:
        """From now on what comes in raw over this channel is read like that."""
        self._reads[channel] = read

    async def receive(self, envelope: Envelope) -> Received | None:
        """Claim it in the inbox; None where this event was claimed before: nothing is to be done."""
        async with self._database.writing() as session:
            inbox_id = await inbox.claim(session, **asdict(envelope))
        if inbox_id is None:
            return None
        self._watch.came(envelope.channel)
        return Received(id=inbox_id, **asdict(envelope))

    async def waiting(self) -> list[Received]:
        """What was claimed but not answered when the service last stopped, oldest first."""
        async with self._database.reading() as session:
            return await inbox.pending(session)

    async def work(self, received: Received) -> Answer | None:
        """Answer what was claimed: state, replies and the inbox mark are committed together.

        None where there is nothing to answer, or where another process has answered it. A fault of ours rolls
        all of it back and commits an apology instead, so the chat goes on.
        """
        if received.raw and received.channel not in self._reads:
            log.error("message %d waits: channel %s is not set up here", received.id, received.channel)
            return None
        message = self._read(received)
        if message is None:
            await self._forget(received.id)
            return None
        message = await self._sight(message)  # now, while nobody waits for the database
        try:
            return await self._watched(received, message)
        except AnsweredElsewhereError:
            log.warning("message %d was answered by another process", received.id)
            return None

    async def converse(self, message: Message) -> Answer | None:
        """Take one message and answer it on the spot, for channels that print what they are given."""
        received = await self.receive(sealed(message))
        if received is None:
            return None
        answer = await self.work(received)
        await self._hand_over(message)
        return answer

    def _read(self, received: Received) -> Message | None:
        if not received.raw:
            return open_envelope(received)
        try:
            return self._reads[received.channel](received)
        except Exception:
            log.exception("message %d of channel %s could not be read", received.id, received.channel)
            return None

    async def _watched(self, received: Received, message: Message) -> Answer:
        begun = self._clock()
        answer = await self._answer(received, message)
        turned = Turned(
            channel=message.channel,
            chat=message.chat,
            outcome=answer.outcome,
            came=received.at,
            begun=begun,
            done=self._clock(),
        )
        self._watch.turned(turned)
        return answer

    async def _answer(self, received: Received, message: Message) -> Answer:
        try:
            async with self._database.writing() as session:
                answer = await self._dialogue.answer(session, message)
                await self._keep(session, received, message, answer)
        except AnsweredElsewhereError:
            raise
        except Exception:
            log.exception("message %d of channel %s could not be answered", received.id, message.channel)
            async with self._database.writing() as session:
                answer = await self._dialogue.apologise(session, message)
                await self._keep(session, received, message, answer)
        return answer

    async def _keep(
        self, session: AsyncSession, received: Received, message: Message, answer: Answer
    ) -> None:
        for reply in answer.replies:
            await outbox.add(
                session,
                channel=message.channel,
                chat=message.chat,
                inbox_id=received.id,
                body=reply.model_dump_json(),
                now=self._clock(),
            )
        kept = "••••" if answer.redact else answer.kept
        bare = message.bare if kept is None else replace(message.bare, text=kept, press="")
        body = None if bare == message and not received.raw else seal(bare)
        if not await inbox.finish(session, received.id, outcome=answer.outcome, body=body):
            raise AnsweredElsewhereError

    async def _forget(self, inbox_id: int) -> None:
        async with self._database.writing() as session:
            await inbox.forget(session, inbox_id)

    async def _hand_over(self, message: Message) -> None:
        async with self._database.writing() as session:
            for row in await outbox.due(session, channel=message.channel, now=self._clock()):
                if row.chat == message.chat:
                    await outbox.mark_sent(session, row.id, now=self._clock())
