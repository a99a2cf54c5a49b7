"""The knowledge that ships, for a talk: the real guides, library and matcher, no import."""

from functools import cache

from bot.library import Library
from knowledge import life_events
from knowledge.absent import Absent, load
from knowledge.happenings import Happenings
from knowledge.matching import build
from knowledge.matching.match import Matcher
from knowledge.shelf import Shelf
from tests.fakes.talk import Talk


async def learn(talk: Talk) -> None:
    """Set the talk before a fresh installation."""
    library = await Library.open(talk.database, _shelf())
    talk.library, talk.happenings = library, _HAPPENINGS
    talk.matcher, talk.absent = _matcher(library)


@cache
def _shelf() -> Shelf:
    return Shelf.load()


_HAPPENINGS = Happenings(life_events.load())

_built: list[tuple[Matcher, tuple[Absent, ...]]] = []


def _matcher(library: Library) -> tuple[Matcher, tuple[Absent, ...]]:
    """Built once: nothing was imported, so every library holds the same."""
    if not _built:
        absent = load()
        _built.append((build(library.entries(), absent), absent))
    return _built[0]
