"""What conversations draw on, put together in the same way by every process that answers."""

from collections.abc import Callable

from bot import keys
from bot.library import Library
from bot.settings import Settings
from bot.timed import Timed
from handlers.services import Address, Printer, Services
from knowledge import absent, life_events, often
from knowledge.happenings import Happenings
from knowledge.matching import build
from knowledge.matching.match import Place
from knowledge.shelf import Shelf
from storage.database import Database

PACK = "knowledge.json"
"""The shipped knowledge as it was last read, kept in the data folder so that a restart is quick."""

MATCHER = "matcher.pack"
"""What the matcher worked out from the procedures, kept there for the same reason."""


async def library(settings: Settings, database: Database) -> Library:
    """All procedures."""
    return await Library.open(database, Shelf.load(pack=settings.data_dir / PACK))


def services(
    settings: Settings,
    procedures: Library,
    *,
    matched: Callable[[float], object],
    printer: Printer,
    address: Address,
) -> Services:
    """Everything that a handler may use; ``matched`` is told how many seconds each match took."""
    not_held = absent.load()
    return Services(
        library=procedures,
        matcher=Timed(build(procedures.entries(), not_held, settings.data_dir / MATCHER), matched),
        absent=not_held,
        often=often.load(),
        happenings=Happenings(life_events.load()),
        hasher=keys.hasher(settings),
        home=Place(province=settings.home_province),
        language=settings.language,
        printer=printer,
        address=address,
    )
