"""Codes on a picture, read here and nowhere else. A picture comes from outside and is not trusted."""

from collections.abc import Iterator
from io import BytesIO

import zxingcpp
from PIL import Image

HEAVIEST = 8 * 1024 * 1024
"""Bytes of a picture that is looked at: a phone's photograph takes 2 to 6 MB."""

MOST_PIXELS = 50_000_000
"""Pixels that are unpacked; a small file may claim far more, to fill the memory of whoever opens it."""

SIDE = 1800
"""Pixels of the longer side that is searched: a receipt's code is still read at a third of that."""

LONGEST = 300
"""Characters of all codes together; what is ours takes fewer."""

_FORMATS = ("JPEG", "PNG", "WEBP")


def read(content: bytes) -> str:
    """What the codes of a picture say, the codes one after the other; empty where it has none, or is none."""
    try:
        return " ".join(_texts(content))[:LONGEST]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return ""


def _texts(content: bytes) -> Iterator[str]:
    if len(content) > HEAVIEST:
        return
    with Image.open(BytesIO(content), formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            return
        image.draft("L", (SIDE, SIDE))
        grey = image.convert("L")
    grey.thumbnail((SIDE, SIDE))
    yield from dict.fromkeys(one.text for one in zxingcpp.read_barcodes(grey) if one.valid)
