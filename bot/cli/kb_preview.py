"""The command ``motcua kb preview``: a procedure on the screens that citizens see, before they do."""

import asyncio
import textwrap
from collections.abc import Iterator
from itertools import count

import click

from bot import known
from bot.channels.text import plain
from bot.library import Library
from bot.settings import Settings, load
from handlers import card, fact
from handlers.language import Languages
from handlers.message import Message
from handlers.reply import Reply
from handlers.services import Services
from handlers.state import State
from handlers.turn import Turn
from knowledge.errors import UnknownProcedureError
from knowledge.matching import build
from knowledge.matching.match import Aspect, Place
from knowledge.procedure import Procedure
from storage.database import Database
from storage.keyed_hash import KeyedHash
from storage.session import Session

_RULE = "─"


@click.command()
@click.argument("code")
@click.option("--width", type=click.IntRange(20), help="Break lines as a screen of so many letters does.")
def preview(code: str, width: int | None) -> None:
    """Show the card of CODE and every screen behind it, as a citizen sees them."""
    shown = asyncio.run(_preview(load(), code))
    rule = f"\n{_RULE * (width or 40)}\n"
    click.echo(rule.join(wrapped(drawn(reply), width) for reply in shown))


async def _preview(settings: Settings, code: str) -> list[Reply]:
    database = await Database.open(settings.url)
    try:
        library = await known.library(settings, database)
        procedure = await library.find(code)
        if procedure is None:
            raise UnknownProcedureError(code=code)
        async with database.reading() as session:
            return list(screens(newcomer(_services(settings, library), session), procedure))
    finally:
        await database.close()


def _services(settings: Settings, library: Library) -> Services:
    """Without anything to match: nobody asks a question here."""
    return Services(
        library=library,
        matcher=build((), ()),
        hasher=KeyedHash(settings.key()),
        home=Place(province=settings.home_province),
        language=settings.language,
    )


def newcomer(services: Services, session: Session) -> Turn:
    """The turn of somebody who has said nothing yet."""
    now = services.clock()
    message = Message(channel="preview", chat="preview", event_id="preview", at=now)
    say = Languages.shipped().of(services.language)
    return Turn(message=message, state=State(), services=services, session=session, say=say, now=now)


def screens(turn: Turn, procedure: Procedure) -> Iterator[Reply]:
    """The card, then every page of every aspect."""
    yield from card.answer(turn, procedure).replies
    for aspect in Aspect:
        yield from _pages(turn, procedure, aspect)


def _pages(turn: Turn, procedure: Procedure, aspect: Aspect) -> Iterator[Reply]:
    """Page after page, until the last comes again."""
    before: Reply | None = None
    for page in count():
        (reply,) = fact.answer(turn, procedure, aspect, page=page).replies
        if reply == before:
            return
        yield reply
        before = reply


def drawn(reply: Reply) -> str:
    """What is said, and under it the buttons, row by row."""
    buttons = "\n".join(" ".join(f"[{one.label}]" for one in row) for row in reply.buttons)
    return f"{plain(reply)}\n\n{buttons}"


def wrapped(text: str, width: int | None) -> str:
    """The text with its lines broken at ``width`` letters; as it is without one."""
    if width is None:
        return text
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))
