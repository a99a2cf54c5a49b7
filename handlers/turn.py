"""One turn of a conversation: what came in, what is remembered, and what may be used to answer it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.errors import UnknownPressError
from handlers.language import Language
from handlers.message import Message
from handlers.press import Press, decode
from handlers.presses import Card, Home
from handlers.services import Services
from handlers.state import Awaits, State
from knowledge.matching.match import Place
from storage.session import Session

THREAD = timedelta(days=1)
"""After this long the procedure at hand is let go: "how much is it" no longer means yesterday's question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a handler gets. ``say`` speaks the chat's language, ``now`` is the moment of this turn."""

    message: Message
    state: State
    services: Services
    session: Session
    say: Language
    now: datetime

    @property
    def text(self) -> str:
        """What was typed."""
        return self.message.text

    @property
    def at_hand(self) -> str:
        """The code of the procedure spoken of, unless that was too long ago."""
        since = self.state.since
        return self.state.code if since and self.now - since <= THREAD else ""

    @property
    def back(self) -> Press:
        """Where the person was: at the card of the procedure at hand, or where that was chosen."""
        code = self.at_hand
        return Card(code=code, others=self.others(code)) if code else self.before_card

    @property
    def before_card(self) -> Press:
        """The list that a procedure was chosen from, or the menu."""
        try:
            return decode(self.state.here)
        except UnknownPressError:
            return Home()

    @property
    def place(self) -> Place:
        """Where the person said to live, else where the deployment is at home."""
        told = Place(province=self.state.province, commune=self.state.commune)
        return told if told.province else self.services.home

    def others(self, code: str) -> tuple[str, ...]:
        """What else may have been meant when this procedure was answered."""
        return self.state.others if code == self.state.code else ()

    def calm(self, **changes: object) -> State:
        """The state after a reply that expects nothing in particular, with these changes."""
        calm = {"awaits": Awaits.ANYTHING, "dossier": "", "asked": (), "aspects": (), "misses": 0}
        return self.state.model_copy(update=calm | changes)

    def about(self, code: str, others: tuple[str, ...] = ()) -> State:
        """The state after a reply about one procedure; ``others`` may have been meant instead."""
        return self.calm(code=code, since=self.now, others=others)
