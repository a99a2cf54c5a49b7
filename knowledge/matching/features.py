"""What two texts are compared by: words and neighbouring pairs without marks, and words with their marks."""

from collections.abc import Iterable, Sequence

from knowledge.text.lexicon import Content
from knowledge.text.words import Word

# What citizens said weighs this much where official words were put for it.
_SAID = 0.5
# A pair across filler ("giấy [cho] con") is weaker than one side by side.
_ACROSS = 0.6

Features = dict[str, float]


def features(parts: Iterable[Content]) -> Features:
    """Weighted features of a text, official words first."""
    found: Features = {}
    for part in parts:
        _add(found, part.official, 1.0)
        if part.terms:
            _add(found, part.said, _SAID)
    return found


def _add(found: Features, stream: Sequence[Word | None], weight: float) -> None:
    before: Word | None = None
    bond = 1.0
    for word in stream:
        if word is None:
            bond = _ACROSS
            continue
        _raise(found, word.bare, weight)
        if word.marked:
            _raise(found, "=" + word.marked, weight)
        if before:
            _raise(found, f"{before.bare} {word.bare}", weight * bond)
        before, bond = word, 1.0


def _raise(found: Features, feature: str, weight: float) -> None:
    if weight > found.get(feature, 0.0):
        found[feature] = weight
