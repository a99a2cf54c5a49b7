"""One citizen talking to the dialogue over a real database, at a time that the test sets."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.ext.asyncio import create_async_engine

from bot.channels.text import plain
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.language import Languages
from handlers.message import Kind, Message
from handlers.options import options
from handlers.press import Press
from handlers.reply import Button
from handlers.services import Address, Library, Printer, Services
from handlers.state import State
from handlers.turn import Turn
from knowledge.absent import Absent
from knowledge.happenings import Happenings
from knowledge.life_events import LifeEvent, LifeStep
from knowledge.matching.match import Matcher, Place
from storage.database import Database
from storage.keyed_hash import KeyedHash
from storage.session import Session
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.printer import FakePrinter, address

START = datetime(2026, 11, 22, 3, tzinfo=UTC)
HASHER = KeyedHash(b"sixteen bytes at least")

DIVORCE = Absent(
    key="ly_hon",
    name="Ly hôn",
    says=("ly hôn",),
    answer="Ly hôn do tòa án giải quyết.",
    where="Tòa án nhân dân nơi vợ hoặc chồng đang ở.",
)

NEWBORN = LifeEvent(
    id="sinh_con",
    name="Sinh con",
    intro="Chúc mừng gia đình có em bé!",
    says=("mới có em bé", "vừa sinh xong", "sắp sinh con", "mới đẻ", "sanh em bé", "vợ em mới sinh"),
    steps=(
        LifeStep(code="1.001193", why="Khai sinh cho bé trước", together=("2.000635", "1.999999")),
        LifeStep(code="1.999999", why="Không ai còn giữ"),
        LifeStep(code="2.000635", why="Xin thêm bản sao"),
    ),
)
"""A life event over the hand-made library; nobody holds its second step."""

_events = count(1)


@dataclass
class Talk:
    """A conversation: what is said and pressed, and the last answer."""

    database: Database
    library: Library = field(default_factory=FakeLibrary)
    matcher: Matcher = field(default_factory=FakeMatcher)
    absent: tuple[Absent, ...] = (DIVORCE,)
    happenings: Happenings = field(default_factory=lambda: Happenings((NEWBORN,)))
    home: Place = field(default_factory=Place)
    often: tuple[str, ...] = ()
    printer: Printer | None = field(default_factory=FakePrinter)
    address: Address = address
    chat: str = "an"
    now: datetime = START
    answers: list[Answer] = field(default_factory=list)

    @property
    def last(self) -> Answer:
        return self.answers[-1]

    @property
    def text(self) -> str:
        """All that was said last, with plain spaces."""
        return "\n\n".join(map(plain, self.last.replies)).replace("\u00a0", " ")

    @property
    def buttons(self) -> tuple[Button, ...]:
        return options(self.last.replies[-1])

    @property
    def labels(self) -> list[str]:
        return [one.label for one in self.buttons]

    def offers(self, label: str) -> bool:
        """Whether some button's label holds these words."""
        return any(label in one for one in self.labels)

    def wait(self, **passed: Any) -> None:
        self.now += timedelta(**passed)

    async def say(self, text: str) -> Answer:
        return await self._take(text=text)

    async def press(self, press: Press | str) -> Answer:
        return await self._take(press=press if isinstance(press, str) else press.encode())

    async def tap(self, label: str) -> Answer:
        """Press the button whose label holds these words."""
        found = [one for one in self.buttons if label in one.label]
        assert found, f"no button {label!r} among {self.labels}"
        return await self.press(found[0].press)

    def turn(self, state: State, text: str = "", now: datetime | None = None) -> Turn:
        """A turn for handlers that need no memory; a session is made but never used."""
        return Turn(
            message=self._message(text=text),
            state=state,
            services=self.services(),
            session=Session(create_async_engine("postgresql+asyncpg://")),
            say=Languages.shipped().of("vi"),
            now=now or self.now,
        )

    async def show(self, code: str) -> Answer:
        """Send a picture whose code says this."""
        return await self.take(replace(self._message(text=code), kind=Kind.PICTURE))

    async def _take(self, text: str = "", press: str = "") -> Answer:
        return await self.take(self._message(text=text, press=press))

    async def take(self, message: Message) -> Answer:
        """Have any message answered."""
        dialogue = Dialogue(self.services())
        async with self.database.writing() as session:
            self.answers.append(await dialogue.answer(session, message))
        return self.last

    def _message(self, text: str = "", press: str = "") -> Message:
        event = str(next(_events))
        return Message(channel="test", chat=self.chat, event_id=event, at=self.now, text=text, press=press)

    def services(self) -> Services:
        return Services(
            library=self.library,
            matcher=self.matcher,
            hasher=HASHER,
            absent=self.absent,
            happenings=self.happenings,
            home=self.home,
            often=self.often,
            printer=self.printer,
            address=self.address,
            clock=lambda: self.now,
        )
