"""The way of one message: claimed once, answered in one transaction, never left without a reply."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

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
from storage.session import Session

log = logging.getLogger(__name__)

Read = Callable[[Envelope], Message | None]
"""Turns what a channel sent into a message; None for what nobody here has to answer."""

Claim = Callable[[Session], Awaitable[int | None]]
"""The number in the inbox of what is to be answered; None where somebody else has answered it."""

Say = Callable[[Session, Message], Awaitable[Answer]]

Ahead = Callable[[Message], Awaitable[None]]


class Desk:
    """Takes messages in and answers them; the conversation itself lives in the dialogue."""

    def __init__(
        self,
        database: Database,
        dialogue: Dialogue,
        clock: Clock = utc_now,
        watch: Watch = NOBODY,
        sight: Sight | None = None,
        ahead: Ahead | None = None,
    ) -> None:
        """``ahead`` is done with each message before it is answered, while nobody waits for the database."""
        self._database = database
        self._dialogue = dialogue
        self._clock = clock
        self._watch = watch
        self._sight = sight or Sight()
        self._ahead = ahead
        self._reads: dict[str, Read] = {}

    def reads(self, channel: str, read: Read) -> None:
        """From now on what comes in raw over this channel is read like that."""
        self._reads[channel] = read

    async def receive(self, envelope: Envelope) -> Received | None:
        """Claim it in the inbox; None where this event was claimed before: nothing is to be done.

        It goes before all answers: a channel waits to hear that its event is kept.
        """
        claimed = envelope.row()
        inbox_id = await self._database.together(lambda session: inbox.claim(session, **claimed), first=True)
        if inbox_id is None:
            return None
        self._watch.came(envelope.channel)
        return Received(id=inbox_id, **claimed)

    async def waiting(self) -> list[Received]:
        """What was claimed but not answered when the service last stopped, oldest first."""
        async with self._database.reading() as session:
            return await inbox.pending(session)

    async def work(self, received: Received) -> Answer | None:
        """Answer what was claimed: state, replies and the inbox mark are committed together.

        None where there is nothing to answer, or where another process has answered it. A fault of ours rolls
        all of it back and commits an apology instead, so the chat goes on.
        """
        if self._foreign(received):
            log.error("message %d waits: channel %s is not set up here", received.id, received.channel)
            return None
        message = self._read(received)
        if message is None:
            await self._database.together(lambda session: inbox.forget(session, received.id))
            return None
        return await self._answer(received, message, lambda _: _known(received.id))

    async def receive_and_work(self, envelope: Envelope) -> Answer | None:
        """Claim and answer in one transaction, for engines that keep what came in until it is answered.

        What nobody here can read is claimed and waits in the inbox.
        """
        if self._foreign(envelope):
            log.error("a message waits: channel %s is not set up here", envelope.channel)
            await self.receive(envelope)
            return None
        message = self._read(envelope)
        if message is None:
            return None
        answer = await self._answer(envelope, message, lambda s: inbox.claim_unanswered(s, envelope))
        if answer is not None:
            self._watch.came(envelope.channel)
        return answer

    async def converse(self, message: Message) -> Answer | None:
        """Take one message and answer it on the spot, for channels that print what they are given."""
        received = await self.receive(sealed(message))
        if received is None:
            return None
        answer = await self.work(received)
        await self._hand_over(message)
        return answer

    def _foreign(self, envelope: Envelope) -> bool:
        return envelope.raw and envelope.channel not in self._reads

    def _read(self, envelope: Envelope) -> Message | None:
        if not envelope.raw:
            return open_envelope(envelope)
        try:
            return self._reads[envelope.channel](envelope)
        except Exception:
            log.exception("event %s of channel %s could not be read", envelope.event_id, envelope.channel)
            return None

    async def _answer(self, envelope: Envelope, message: Message, claim: Claim) -> Answer | None:
        message = await self._sight(message)  # now, while nobody waits for the database
        if self._ahead is not None:
            await self._ahead(message)
        begun = self._clock()
        try:
            answer = await self._tried(envelope, message, claim)
        except AnsweredElsewhereError:
            log.info("event %s of channel %s was answered before", envelope.event_id, envelope.channel)
            return None
        turned = Turned(
            channel=message.channel,
            chat=message.chat,
            outcome=answer.outcome,
            came=envelope.at,
            begun=begun,
            done=self._clock(),
        )
        self._watch.turned(turned)
        return answer

    async def _tried(self, envelope: Envelope, message: Message, claim: Claim) -> Answer:
        async def turn(session: Session, say: Say) -> Answer:
            inbox_id = await claim(session)
            if inbox_id is None:
                raise AnsweredElsewhereError
            answer = await say(session, message)
            await self._keep(session, inbox_id, message, answer, raw=envelope.raw)
            return answer

        try:
            return await self._database.together(lambda session: turn(session, self._dialogue.answer))
        except AnsweredElsewhereError:
            raise
        except Exception:
            log.exception("event %s of channel %s could not be answered", envelope.event_id, message.channel)
            return await self._database.together(lambda session: turn(session, self._dialogue.apologise))

    async def _keep(
        self, session: Session, inbox_id: int, message: Message, answer: Answer, *, raw: bool
    ) -> None:
        for reply in answer.replies:
            await outbox.add(
                session,
                channel=message.channel,
                chat=message.chat,
                inbox_id=inbox_id,
                body=reply.model_dump_json(),
                now=self._clock(),
            )
        kept = "••••" if answer.redact else answer.kept
        bare = message.bare if kept is None else replace(message.bare, text=kept, press="")
        body = None if bare == message and not raw else seal(bare)
        if not await inbox.finish(session, inbox_id, outcome=answer.outcome, body=body):
            raise AnsweredElsewhereError

    async def _hand_over(self, message: Message) -> None:
        async with self._database.writing() as session:
            for row in await outbox.due(session, channel=message.channel, now=self._clock()):
                if row.chat == message.chat:
                    await outbox.mark_sent(session, row.id, now=self._clock())


async def _known(inbox_id: int) -> int:
    return inbox_id
