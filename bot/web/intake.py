"""The way in: everything a page sends is checked here, then taken, or refused with kind words."""

from pydantic import ValidationError

from bot.web.limits import Limiter, Rate
from bot.web.service import Lanes
from bot.web.visit import Visitor
from bot.web.wire import BODY_LIMIT, Line, Refused, Taken
from handlers.language import Language, later
from handlers.message import Kind, Message
from motcua.clock import Clock, utc_now
from motcua.text import clean_line

TEXT_LIMIT = 2000
"""Characters of one line."""

CHAT_RATE = Rate(burst=20, per_second=1)
ADDRESS_RATE = Rate(burst=100, per_second=10)
"""Wide: an office, or thousands in a mobile network, may stand behind one address."""

_TOO_LONG = later("That is too long for me. Please shorten it to {limit} characters and send it again.")
_TOO_FAST = later("That was a little fast for me. Please wait a few seconds and send it again.")
_TOO_HEAVY = later("That picture is too large for me. Please take a smaller one.")
_EMPTY = later("I see no words in that. Please type your question again.")
_UNREADABLE = later("I could not read that. Please reload the page and send it again.")


class Intake:
    """Takes the lines of a page into the lanes of the service."""

    def __init__(
        self,
        lanes: Lanes,
        say: Language,
        *,
        clock: Clock = utc_now,
        chat_rate: Rate = CHAT_RATE,
        address_rate: Rate = ADDRESS_RATE,
    ) -> None:
        self._lanes = lanes
        self._say = say
        self._clock = clock
        self._chats = Limiter(chat_rate)
        self._addresses = Limiter(address_rate)

    async def take(self, visitor: Visitor, raw: bytes) -> Taken | Refused:
        """Check one line and queue it; a line that was taken before is taken again without an effect."""
        if len(raw) > BODY_LIMIT:
            return self.too_long()
        line = _read(raw)
        if line is None:
            return self._refused("", 400, _UNREADABLE)
        return self._objection(visitor, line) or await self._accepted(visitor, line)

    async def seen(self, visitor: Visitor, event: str, text: str) -> Taken | Refused:
        """Take in what was read on a picture; the picture itself goes no further."""
        if not self._allowed(visitor):
            return self._refused(event, 429, _TOO_FAST)
        message = Message(
            channel="web",
            chat=visitor.chat,
            event_id=event,
            at=self._clock(),
            text=clean_line(text),
            kind=Kind.PICTURE,
        )
        await self._lanes.accept(message)
        return Taken(event=event)

    def too_heavy(self, event: str) -> Refused:
        """The refusal of a picture that is larger than a page of ours sends."""
        return self._refused(event, 413, _TOO_HEAVY)

    def too_long(self, event: str = "") -> Refused:
        """The refusal of a line longer than anyone reads."""
        return self._refused(event, 413, _TOO_LONG)

    def _objection(self, visitor: Visitor, line: Line) -> Refused | None:
        if not self._allowed(visitor):
            return self._refused(line.event, 429, _TOO_FAST)
        if len(line.text) > TEXT_LIMIT:
            return self.too_long(line.event)
        if line.text and not clean_line(line.text):
            return self._refused(line.event, 400, _EMPTY)
        return None

    def _allowed(self, visitor: Visitor) -> bool:
        return self._chats.allow(visitor.chat) and self._addresses.allow(visitor.address)

    async def _accepted(self, visitor: Visitor, line: Line) -> Taken:
        message = Message(
            channel="web",
            chat=visitor.chat,
            event_id=line.event,
            at=self._clock(),
            text=clean_line(line.text),
            press=line.press,
            spot=line.spot,
            kind=Kind.WORDS if line.spot is None else Kind.LOCATION,
        )
        await self._lanes.accept(message)
        return Taken(event=line.event)

    def _refused(self, event: str, status: int, reason: str) -> Refused:
        return Refused(event=event, status=status, text=self._say(reason, limit=TEXT_LIMIT))


def _read(raw: bytes) -> Line | None:
    try:
        return Line.model_validate_json(raw)
    except ValidationError:
        return None
