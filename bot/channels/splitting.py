"""Texts as long as a channel takes them, cut where a reader pauses."""

from collections.abc import Iterator

_PAUSES = ("\n\n", "\n", ". ", "; ", " ")
"""Where a text that is too long is cut, best first."""


def units(text: str) -> int:
    """How long a channel finds a text: in UTF-16 units, of which a rare sign takes two."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, limit: int) -> int:
    """Where to cut: after the last pause that leaves at least half, or between two letters."""
    end = len(text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore"))
    found = ((text.rfind(pause, end // 2, end), len(pause)) for pause in _PAUSES)
    return next((at + size for at, size in found if at >= 0), end)


def pieces(text: str, limit: int) -> list[str]:
    """A text in as few messages as it fits in; a text of nothing but spaces is none."""
    return [piece.strip() for piece in _cut_up(text, limit) if piece.strip()]


def _cut_up(text: str, limit: int) -> Iterator[str]:
    rest = text
    while units(rest) > limit:
        at = cut(rest, limit)
        yield rest[:at]
        rest = rest[at:]
    yield rest
