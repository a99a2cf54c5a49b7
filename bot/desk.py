"""The way of one message: claimed once, answered in one transaction, never left without a reply."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from bot.envelope import open_envelope, seal, sealed
from bot.errors import AnsweredElsewhereError
from bot.sight import Sight
from bot.watching import NOBODY, Turned, Watch
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.draft import Draft
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

Ended = Answer | Draft
"""How a message was answered: here, or by keeping what somebody else had worked out."""

Say = Callable[[Session, Message], Awaitable[Ended]]

Ahead = Callable[[Message], Awaitable[None]]

Drafts = Callable[[Message], Awaitable[Draft | None]]
"""Works an answer out ahead; None for what has to be answered here."""


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
        drafts: Drafts | None = None,
    ) -> None:
        """``ahead`` is done with each message before it is answered, while nobody waits for the database.

        Then, while others are being answered, ``drafts`` may work the answer out, which is kept where the
        chat has not moved on meanwhile.
        """
        self._database = database
        self._dialogue = dialogue
        self._clock = clock
        self._watch = watch
        self._sight = sight or Sight()
        self._ahead = ahead
        self._drafts = drafts
        self._at_work = 0
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

    async def work(self, received: Received) -> Ended | None:
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

    async def receive_and_work(self, envelope: Envelope) -> Ended | None:
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
        """Take one message and answer it on the spot, for channels that print what they are given.

        What was worked out elsewhere is in no shape to be printed: such a desk has no ``drafts``.
        """
        received = await self.receive(sealed(message))
        if received is None:
            return None
        answer = await self.work(received)
        await self._hand_over(message)
        return answer if isinstance(answer, Answer) else None

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

    async def _answer(self, envelope: Envelope, message: Message, claim: Claim) -> Ended | None:
        message = await self._sight(message)  # now, while nobody waits for the database
        if self._ahead is not None:
            await self._ahead(message)
        begun = self._clock()
        self._at_work += 1
        try:
            answer = await self._tried(envelope, message, claim, await self._draft(message))
        except AnsweredElsewhereError:
            log.info("event %s of channel %s was answered before", envelope.event_id, envelope.channel)
            return None
        finally:
            self._at_work -= 1
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

    async def _draft(self, message: Message) -> Draft | None:
        """What somebody else makes of it. A desk with nothing else to do answers sooner by itself."""
        return await self._drafts(message) if self._drafts and self._at_work > 1 else None

    async def _tried(self, envelope: Envelope, message: Message, claim: Claim, draft: Draft | None) -> Ended:
        async def turn(session: Session, say: Say) -> Ended:
            inbox_id = await claim(session)
            if inbox_id is None:
                raise AnsweredElsewhereError
            ended = await say(session, message)
            await self._keep(session, inbox_id, message, ended, raw=envelope.raw)
            return ended

        async def say(session: Session, message: Message) -> Ended:
            if draft is not None and await self._dialogue.keep(session, message, draft):
                return draft
            return await self._dialogue.answer(session, message)

        try:
            return await self._database.together(lambda session: turn(session, say))
        except AnsweredElsewhereError:
            raise
        except Exception:
            log.exception("event %s of channel %s could not be answered", envelope.event_id, message.channel)
            return await self._database.together(lambda session: turn(session, self._dialogue.apologise))

    async def _keep(
        self, session: Session, inbox_id: int, message: Message, ended: Ended, *, raw: bool
    ) -> None:
        for body in _bodies(ended):
            await outbox.add(
                session,
                channel=message.channel,
                chat=message.chat,
                inbox_id=inbox_id,
                body=body,
                now=self._clock(),
            )
        kept: str | None = "••••" if ended.redact else ended.kept
        bare = message.bare if kept is None else replace(message.bare, text=kept, press="")
        sealed_anew = None if bare == message and not raw else seal(bare)
        if not await inbox.finish(session, inbox_id, outcome=ended.outcome, body=sealed_anew):
            raise AnsweredElsewhereError

    async def _hand_over(self, message: Message) -> None:
        async with self._database.writing() as session:
            for row in await outbox.due(session, channel=message.channel, now=self._clock()):
                if row.chat == message.chat:
                    await outbox.mark_sent(session, row.id, now=self._clock())


async def _known(inbox_id: int) -> int:
    return inbox_id


def _bodies(ended: Ended) -> Iterable[str]:
    """The replies as they lie in the outbox."""
    if isinstance(ended, Draft):
        return ended.replies
    return (reply.model_dump_json() for reply in ended.replies)
