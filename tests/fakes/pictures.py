"""Pictures as people take them: of a code, turned and blurred, or of nothing in particular."""

from io import BytesIO

import segno
from PIL import Image, ImageFilter


def of_code(
    text: str, *, kind: str = "JPEG", turned: float = 0, blurred: float = 0, quality: int = 75
) -> bytes:
    """A picture with one code on it."""
    drawn = BytesIO()
    segno.make(text, error="m").save(drawn, kind="png", scale=8, border=6)
    image = Image.open(drawn).convert("L").rotate(turned, expand=True, fillcolor=255)
    return encoded(image.filter(ImageFilter.GaussianBlur(blurred)), kind=kind, quality=quality)


def of_nothing(side: int = 300) -> bytes:
    """A grey picture."""
    return encoded(Image.new("L", (side, side), 128))


def encoded(image: Image.Image, *, kind: str = "JPEG", quality: int = 75) -> bytes:
    written = BytesIO()
    image.save(written, kind, quality=quality)
    return written.getvalue()
