"""A checklist as a picture for a chat: a PNG with letters large enough to read on a phone."""

from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.papers.letters import BOLD, REGULAR, fit
from bot.papers.qr import squares
from handlers.handout import Handout, Listed

WIDTH, MARGIN = 1080, 64
TALLEST = 4000
"""Pixels of height: beyond that a chat shows a picture too small to read, so the list is cut and says so."""

FOOT = 1600
"""Pixels that fee, time, place and notes take at most."""

TITLE, BODY, SMALL = 56, 38, 31
CODE = 264
PAPER, INK, SOFT, ACCENT = (255, 255, 255), (29, 36, 33), (92, 102, 98), (11, 94, 79)
COLOURS = 32
"""Enough for letters with soft edges, and a quarter of the bytes."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    size: int
    bold: bool = False
    colour: Colour = INK
    left: int = 0
    right: int = 0


def picture(handout: Handout) -> bytes:
    """The checklist, as much of it as a picture holds."""
    sheet = _Sheet(tallest=TALLEST + FOOT)
    sheet.head(handout)
    sheet.write(handout.papers_title, _Style(size=BODY + 4, bold=True, colour=ACCENT))
    sheet.gap(20)
    foot = _Sheet(tallest=FOOT)
    for label, text in handout.facts:
        foot.fact(label, text)
    foot.gap(24)
    for note in handout.notes:
        foot.write(note, _Style(size=SMALL - 3, colour=SOFT))
    for number, paper in enumerate(handout.papers):
        if sheet.y + sheet.height(paper) + foot.y > TALLEST and number:
            sheet.write(f"… {handout.more}", _Style(size=SMALL, bold=True))
            break
        sheet.paper(paper)
    return _png(sheet, foot)


@dataclass
class _Sheet:
    """What is drawn so far: it grows downwards on a canvas that is cut to size at the end."""

    tallest: int
    y: int = 0
    image: Image.Image = field(init=False)
    draw: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH, self.tallest), PAPER)
        self.draw = ImageDraw.Draw(self.image)

    def head(self, handout: Handout) -> None:
        """A band with the name, the title and the case, and the code that leads back beside them."""
        right = CODE + 32 if handout.link else 0
        self.draw.rectangle((0, 0, WIDTH, 96), fill=ACCENT)
        self.draw.text((MARGIN, 24), "Một Cửa", font=_font(BOLD, 36), fill=PAPER)
        self.y = 128
        self.write(handout.title, _Style(size=TITLE, bold=True, right=right))
        self.gap(12)
        self.write(handout.case_title, _Style(size=BODY, bold=True, right=right))
        for one in handout.case:
            self.write(f"• {one}", _Style(size=BODY, right=right))
        if handout.link:
            self._code(handout)
        self.gap(32)

    def paper(self, paper: Listed) -> None:
        """A box, ticked or not, and all there is to know beside it."""
        self._box(paper.ticked)
        for text, style in _lines(paper):
            self.write(text, style)
        self.gap(22)

    def height(self, paper: Listed) -> int:
        """How much room a paper takes."""
        return 22 + sum(len(_wrapped(text, style)) * _high(style) for text, style in _lines(paper))

    def fact(self, label: str, text: str) -> None:
        """A label and what is known of it."""
        self.gap(12)
        self.write(label, _Style(size=SMALL, bold=True, colour=ACCENT))
        self.write(text, _Style(size=BODY - 2))

    def write(self, text: str, style: _Style) -> None:
        """A text, wrapped within what is left of the width."""
        for line in _wrapped(text, style):
            self.draw.text((MARGIN + style.left, self.y), line, font=_of(style), fill=style.colour)
            self.y += _high(style)

    def gap(self, pixels: int) -> None:
        """Some white."""
        self.y += pixels

    def _box(self, ticked: bool) -> None:
        side = 34
        top = self.y + 8
        self.draw.rounded_rectangle(
            (MARGIN, top, MARGIN + side, top + side), radius=6, outline=ACCENT, width=3
        )
        if ticked:
            corners = ((7, 17), (15, 26), (28, 8))
            self.draw.line([(MARGIN + x, top + y) for x, y in corners], fill=ACCENT, width=6, joint="curve")

    def _code(self, handout: Handout) -> None:
        drawn = squares(handout.link)
        left, top, side = WIDTH - MARGIN - CODE, 136, CODE // len(drawn)
        for y, row in enumerate(drawn):
            for x, dark in enumerate(row):
                if dark:
                    at = (left + x * side, top + y * side)
                    self.draw.rectangle((*at, at[0] + side - 1, at[1] + side - 1), fill=INK)
        bottom = top + CODE + 4
        note = _Style(size=SMALL - 5, colour=SOFT, left=left - MARGIN)
        text_end, self.y = self.y, bottom
        self.write(handout.link_note, note)
        self.y = max(text_end, self.y)


def _lines(paper: Listed) -> list[tuple[str, _Style]]:
    name = _Style(size=BODY, bold=True, left=56)
    small = _Style(size=SMALL, colour=SOFT, left=56)
    return [(paper.name, name), *((one, small) for one in (paper.quantity, *paper.details) if one)]


def _wrapped(text: str, style: _Style) -> list[str]:
    """A text in lines that fit, broken between words, or within a word that is longer than a line."""
    room = WIDTH - 2 * MARGIN - style.left - style.right
    font = _of(style)
    lines: list[str] = []
    for word in fit(text).split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines += _broken(word, font, room)
    return lines


def _broken(word: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and font.getlength(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _high(style: _Style) -> int:
    return round(style.size * 1.38)


def _of(style: _Style) -> ImageFont.FreeTypeFont:
    return _font(BOLD if style.bold else REGULAR, style.size)


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


def _png(sheet: _Sheet, foot: _Sheet) -> bytes:
    """Both parts as one picture, in few colours."""
    whole = sheet.image.crop((0, 0, WIDTH, sheet.y + foot.y + MARGIN))
    whole.paste(foot.image.crop((0, 0, WIDTH, foot.y)), (0, sheet.y))
    written = BytesIO()
    few = whole.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(written, "PNG")
    return written.getvalue()
