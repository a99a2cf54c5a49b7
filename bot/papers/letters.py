"""The letters of Be Vietnam Pro, and texts of no others: what the font lacks would be drawn as a box."""

from functools import cache
from pathlib import Path

import fontpkg_be_vietnam_pro as package
from fontTools.ttLib import TTFont

from motcua.text import clean

_FOLDER: Path = package.ROOT / "files"

REGULAR, BOLD = _FOLDER / "BeVietnamPro-Regular.ttf", _FOLDER / "BeVietnamPro-SemiBold.ttf"

_INSTEAD = str.maketrans({"→": "›", "⇒": "›", "№": "Số ", "☐": "", "☑": "", "✓": "", "✔": "", "−": "–"})


def fit(text: str) -> str:
    """A text in composed letters, all of which the font has."""
    return "".join(
        one for one in clean(text).translate(_INSTEAD) if one == "\n" or ord(one) in _held()
    ).strip()


@cache
def _held() -> frozenset[int]:
    with TTFont(REGULAR, lazy=True) as font:
        return frozenset(font.getBestCmap())
