"""The journeys once more, each line worked out ahead by somebody who may only read."""

from dataclasses import dataclass, field

import pytest

from bot.clerks.clerk import drafted
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.draft import Draft
from handlers.message import Message
from handlers.outcome import Outcome
from storage.chats import load_state
from storage.database import Database
from tests.fakes.talk import Talk
from tests.journeys.story import Journey
from tests.journeys.test_journeys import JOURNEYS, go


@dataclass
class DraftedTalk(Talk):
    """Every message is drafted before it is answered, and both must say and leave behind the same."""

    drafts: list[Draft] = field(default_factory=list)

    async def take(self, message: Message) -> Answer:
        before = await self._state(message)
        draft = await drafted(self.database, Dialogue(self.services()), message)
        assert await self._state(message) == before
        answer = await super().take(message)
        if draft is not None:
            self.drafts.append(draft)
            assert draft.before == before
            assert draft.state == answer.state.dump()
            assert list(draft.replies) == [reply.model_dump_json() for reply in answer.replies]
            assert (draft.outcome, draft.redact, draft.kept) == (answer.outcome, answer.redact, answer.kept)
        return answer

    async def _state(self, message: Message) -> str | None:
        async with self.database.reading() as session:
            return await load_state(session, message.channel, message.chat)


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
async def test_a_draft_says_what_would_be_answered(journey: Journey, sqlite_database: Database) -> None:
    await go(DraftedTalk(sqlite_database), journey)


async def test_what_is_asked_is_drafted_and_what_proves_a_dossier_is_not(database: Database) -> None:
    talk = DraftedTalk(database)
    await talk.say("khai sinh cho con")
    await talk.say("000.00.01.H99-261101-0004")
    assert [one.outcome for one in talk.drafts] == [Outcome.ANSWERED, Outcome.NEEDS_PROOF]
    await talk.say("1234")
    assert len(talk.drafts) == 2
