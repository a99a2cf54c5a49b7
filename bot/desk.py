"""The way of one message: claimed once, answered in one transaction, never left without a reply."""

import logging
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.envelope import open_envelope, seal
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from motcua.clock import Clock, utc_now
from storage import inbox, outbox
from storage.database import Database

log = logging.getLogger(__name__)


class Desk:
    """Takes messages in and answers them; the conversation itself lives in the dialogue."""

    def __init__(self, database: Database, dialogue: Dialogue, clock: Clock = utc_now) -> None:
        self._database = database
        self._dialogue = dialogue
        self._clock = clock

    async def receive(self, message: Message) -> int | None:
        """Claim a message in the inbox; None where this event was claimed before: nothing is to be done."""
        async with self._database.writing() as session:
            return await inbox.claim(
                session,
                channel=message.channel,
                chat=message.chat,
                event_id=message.event_id,
                body=seal(message),
                at=message.at,
            )

    async def waiting(self) -> list[tuple[int, Message]]:
        """The messages claimed but not answered when the service last stopped, oldest first."""
        async with self._database.reading() as session:
            return [(received.id, open_envelope(received)) for received in await inbox.pending(session)]

    async def work(self, inbox_id: int, message: Message) -> Answer:
        """Answer a claimed message: state, replies and the inbox mark are committed together.

        A fault of ours rolls all of it back and commits an apology instead, so the chat goes on.
        """
        try:
            async with self._database.writing() as session:
                answer = await self._dialogue.answer(session, message)
                await self._keep(session, inbox_id, message, answer)
        except Exception:
            log.exception("message %d of channel %s could not be answered", inbox_id, message.channel)
            async with self._database.writing() as session:
                answer = await self._dialogue.apologise(session, message)
                await self._keep(session, inbox_id, message, answer)
        return answer

    async def converse(self, message: Message) -> Answer | None:
        """Take one message and answer it on the spot, for channels that print what they are given."""
        inbox_id = await self.receive(message)
        if inbox_id is None:
            return None
        answer = await self.work(inbox_id, message)
        await self._hand_over(message)
        return answer

    async def _keep(self, session: AsyncSession, inbox_id: int, message: Message, answer: Answer) -> None:
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
        body = None if bare == message else seal(bare)
        await inbox.finish(session, inbox_id, outcome=answer.outcome, body=body)

    async def _hand_over(self, message: Message) -> None:
        async with self._database.writing() as session:
            for row in await outbox.due(session, channel=message.channel, now=self._clock()):
                if row.chat == message.chat:
                    await outbox.mark_sent(session, row.id, now=self._clock())
