"""What two texts are compared by: words and neighbouring pairs without marks, and words with their marks."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.text.lexicon import Content
from knowledge.text.words import Word

# What citizens said weighs this much where official words were put for it.
_SAID = 0.8
# A pair across filler ("giấy [cho] con") is weaker than one side by side.
_ACROSS = 0.6

Features = dict[str, float]


def features(parts: Sequence[Content], emphasis: Sequence[float] = ()) -> Features:
    """Weighted features of a text, under official words and as said; ``emphasis`` weighs its clauses."""
    found: Features = {}
    for part, weight in zip(parts, emphasis or (1.0,) * len(parts), strict=True):
        _add(found, _as_official(part), weight)
        if any(unit and unit.is_term for unit in part):
            _add(found, _as_said(part), weight * _SAID)
    return found


def _as_official(part: Content) -> Iterator[tuple[Word, float] | None]:
    for unit in part:
        yield from ((word, unit.load) for word in unit.official) if unit else (None,)


def _as_said(part: Content) -> Iterator[tuple[Word, float] | None]:
    for unit in part:
        yield from ((word, 1.0) for word in unit.said) if unit else (None,)


def _add(found: Features, stream: Iterable[tuple[Word, float] | None], weight: float) -> None:
    before = ""
    bond = 1.0
    for item in stream:
        if item is None:
            bond = _ACROSS
            continue
        word, load = item
        _raise(found, word.bare, weight * load)
        if word.marked:
            _raise(found, "=" + word.marked, weight * load)
        if before:
            _raise(found, f"{before} {word.bare}", weight * load * bond)
        before, bond = word.bare, 1.0


def _raise(found: Features, feature: str, weight: float) -> None:
    if weight > found.get(feature, 0.0):
        found[feature] = weight
