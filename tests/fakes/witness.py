"""The dialogue of a talk that goes over a channel: it writes down what it answered for the talk to see."""

from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from storage.session import Session
from tests.fakes.talk import Talk


class Witness(Dialogue):
    """Its services are those of the talk at that moment."""

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk.services())
        self._talk = talk

    async def answer(self, session: Session, message: Message) -> Answer:
        self._services = self._talk.services()
        answer = await super().answer(session, message)
        self._talk.answers.append(answer)
        return answer
