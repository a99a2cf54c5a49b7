"""Which life event a person tells of: "nhà mới có người mất" is no procedure's name, and yet clear."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from knowledge.life_events import LifeEvent
from knowledge.matching import build
from knowledge.matching.match import Entry, Matcher, Place, Verdict
from motcua.text import unmarked

_TELLERS = frozenset(["em", "toi", "minh", "tui", "da", "a", "roi"])

# A line is asked about more than once in a turn: the answers to so many are kept.
_TURNS = 8

_READ = (Verdict.ANSWER, Verdict.CLARIFY, Verdict.OFFER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event that a line may tell of. ``score`` runs from 0 to 1."""

    event: LifeEvent
    score: float


class Happenings:
    """Finds life events by how people tell them; the finding is made ready at the first question."""

    def __init__(self, events: Iterable[LifeEvent] = ()) -> None:
        self.events = {one.id: one for one in events}
        self._likeliest = lru_cache(maxsize=_TURNS)(self._found)

    def told(self, line: str) -> Told | None:
        """The event that a line is likeliest to tell of; None where it sounds like none."""
        if not self.events:
            return None
        said = self.said(line)
        if said is not None:
            return Told(event=said, score=1.0)
        return self._likeliest(line)

    def _found(self, line: str) -> Told | None:
        match = self._matcher.match(line, Place())
        if match.verdict not in _READ or not match.candidates:
            return None
        first = match.candidates[0]
        return Told(event=self.events[first.code], score=first.score)

    def said(self, line: str) -> LifeEvent | None:
        """The event of which people say just this, word for word; marks and who tells it aside."""
        return self._says.get(_spelt(line))

    @cached_property
    def _says(self) -> dict[str, LifeEvent]:
        return {_spelt(say): one for one in self.events.values() for say in one.says}

    @cached_property
    def _matcher(self) -> Matcher:
        return build(
            Entry(code=one.id, name=one.name, short_name=one.name, says=one.says)
            for one in self.events.values()
        )


def _spelt(line: str) -> str:
    """A line without marks and without who tells it."""
    return " ".join(word for word in unmarked(line).lower().split() if word not in _TELLERS)
