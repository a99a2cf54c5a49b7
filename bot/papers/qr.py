"""A link as the squares of a QR code."""

import segno

QUIET = 2
"""Light squares around the code. The standard asks for four; the paper around it gives the rest."""

Squares = tuple[tuple[bool, ...], ...]
"""Rows of squares, true for dark ones."""


def squares(link: str) -> Squares:
    """The code, read even where a seventh of it is dirty (error correction M)."""
    code = segno.make(link, error="m", micro=False)
    return tuple(tuple(bool(one) for one in row) for row in code.matrix_iter(border=QUIET))
