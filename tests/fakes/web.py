"""A service for the web chat whose conversation is scripted; its memory is a real database."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.channels.base import Delivery
from bot.envelope import seal
from bot.settings import Settings
from bot.web.channel import WebChannel
from handlers.message import Message
from handlers.reply import (
    Bullets,
    Button,
    Checklist,
    Fact,
    File,
    Heading,
    Item,
    Paragraph,
    Reply,
    Source,
    Wish,
)
from knowledge.facts import Scope
from knowledge.matching.match import Entry
from storage import inbox, outbox
from storage.database import Database

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)

CARD = Reply(
    blocks=(
        Heading(text="Đăng ký khai sinh"),
        Paragraph(text="Làm giấy khai sinh cho trẻ tại xã, phường nơi cha hoặc mẹ cư trú."),
        Fact(label="Lệ phí", text="Miễn phí khi đăng ký đúng hạn (trong 60 ngày)."),
        Fact(label="Thời gian", text="Trong ngày. Nộp sau 15 giờ thì nhận vào ngày làm việc kế tiếp."),
        Fact(label="Nơi nộp", text="Trung tâm phục vụ hành chính công của xã, phường."),
        Bullets(title="Cần mang theo", items=("Giấy chứng sinh", "Căn cước của cha hoặc mẹ")),
        Source(text="Nguồn: thủ tục 1.001193, công bố 18/07/2026, kiểm tra 22/11/2026."),
    ),
    buttons=(
        (Button(label="Giấy tờ cần mang", press="papers"), Button(label="Lệ phí", press="fee")),
        (Button(label="🏠 Không phải việc này", press="others"),),
    ),
)

WHERE = Reply(blocks=(Paragraph(text="Bạn đang ở xã nào?"),), wish=Wish.SPOT)

PAPERS = (
    ("t:1", "Giấy chứng sinh", "Bản chính, do nơi bé sinh ra cấp."),
    ("t:2", "Tờ khai đăng ký khai sinh", "Có sẵn ở nơi nộp."),
    ("t:3", "Căn cước của cha hoặc mẹ", ""),
)


def checklist(ticked: Collection[str]) -> Reply:
    """The papers, as one thing that changes."""
    items = tuple(
        Item(label=label, detail=detail, ticked=press in ticked, press=press)
        for press, label, detail in PAPERS
    )
    return Reply(
        blocks=(
            Heading(text="Giấy tờ của bạn"),
            Checklist(title=f"Đăng ký khai sinh · {len(ticked)}/{len(PAPERS)}", items=items),
        ),
        buttons=((Button(label="Làm lại từ đầu", press="restart"),),),
        key="checklist:1",
    )


PICTURE = File.holding("danh-sach.png", "image/png", b"\x89PNG")
LIST = File.holding("danh-sach.pdf", "application/pdf", b"%PDF")

TAKEN_ALONG = Reply(blocks=(Paragraph(text="Danh sách của bạn."),), files=(PICTURE, LIST))


def echo(text: str) -> Reply:
    """A plain word back."""
    return Reply(blocks=(Paragraph(text=f"Bạn vừa nói: {text}"),))


@dataclass
class ScriptedLanes:
    """Answers at once: a card, a checklist with ticks, else an echo. Remembers every message it took.

    With a ``fault`` it takes nothing.
    """

    database: Database
    channel: WebChannel
    taken: list[Message] = field(default_factory=list)
    fault: Exception | None = None
    ticked: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    async def accept(self, message: Message) -> bool:
        """Claim and answer in one go."""
        if self.fault is not None:
            raise self.fault
        async with self.database.writing() as session:
            inbox_id = await inbox.claim(
                session,
                channel=message.channel,
                chat=message.chat,
                event_id=message.event_id,
                body=seal(message),
                at=message.at,
            )
            if inbox_id is None:
                return False
            self.taken.append(message)
            reply = self._reply(message)
            body = reply.model_dump_json()
            said = await outbox.add(
                session, channel="web", chat=message.chat, inbox_id=inbox_id, body=body, now=AT
            )
            await inbox.finish(session, inbox_id, outcome="answered")
        await self.channel.send(Delivery(id=said, chat=message.chat, reply=reply))
        return True

    def _reply(self, message: Message) -> Reply:
        ticked = self.ticked[message.chat]
        if message.press.startswith("t:"):
            ticked ^= {message.press}
        if message.press == "papers" or message.press.startswith("t:"):
            return checklist(ticked)
        if message.text == "mang theo":
            return TAKEN_ALONG
        if message.text == "gần tôi":
            return WHERE
        return CARD if "khai sinh" in message.text else echo(message.text or message.press)


@dataclass
class Shelf:
    """A library with as many entries as are told."""

    held: int = 1

    def entries(self) -> list[Entry]:
        """Entries of no further interest."""
        return [Entry(code=f"1.{n:06}", name="Thủ tục", scope=Scope.NATIONWIDE) for n in range(self.held)]


@dataclass
class ScriptedService:
    """What ``bot.web`` needs of a service."""

    settings: Settings
    database: Database
    lanes: ScriptedLanes
    library: Shelf = field(default_factory=Shelf)
