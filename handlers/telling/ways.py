"""The ways of handing in, and what is told of each: once where all tell the same."""

from collections.abc import Callable, Iterable, Sequence

from handlers.language import Language, later
from knowledge.facts import Method, Way

NAMES = {Way.DIRECT: later("At the desk"), Way.ONLINE: later("Online"), Way.POSTAL: later("By post")}


def by_way(
    say: Language, methods: Sequence[Method], told: Callable[[Method], Iterable[str]]
) -> tuple[str, ...]:
    """Every line told of a method, named by its ways unless it holds for all of them."""
    ways_of: dict[str, dict[Way, None]] = {}
    for method in methods:
        for line in told(method):
            ways_of.setdefault(line, {})[method.way] = None
    everywhere = {method.way for method in methods}
    return tuple(
        line if set(ways) == everywhere else say("{ways}: {told}", ways=names(say, ways), told=line)
        for line, ways in ways_of.items()
    )


def names(say: Language, ways: Iterable[Way]) -> str:
    """Ways in words, one after the other."""
    return ", ".join(say(NAMES[way]) for way in ways)
