"""A checklist as a PDF, A4 or A6 for a pocket. Boxes and ticks are drawn, the letters are embedded."""

from dataclasses import dataclass
from typing import Any, cast

from fpdf import FPDF
from fpdf.enums import MethodReturnValue

from bot.papers.letters import BOLD, REGULAR, fit
from bot.papers.qr import squares
from handlers.handout import Form, Handout, Listed

INK, SOFT, ACCENT = (29, 36, 33), (92, 102, 98), (11, 94, 79)
_FAMILY = "BeVietnamPro"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """Sizes of a format: millimetres, and points of letters."""

    format: tuple[float, float]
    margin: float
    title: float
    body: float
    small: float
    code: float


_PAGES = {
    Form.A4: _Page(format=(210, 297), margin=18, title=19, body=11.5, small=9.5, code=32),
    Form.A6: _Page(format=(105, 148), margin=8, title=12, body=8.5, small=7, code=22),
}
_LINE = 0.5
"""Millimetres of a line's height for a point of its letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How a text looks; ``indent`` and ``less`` are millimetres that it leaves free before and behind."""

    size: float
    bold: bool = False
    colour: tuple[int, int, int] = INK
    indent: float = 0
    less: float = 0


def document(handout: Handout, form: Form) -> bytes:
    """All of a checklist, over as many pages as it takes."""
    sheet = _Sheet(_PAGES[form])
    sheet.set_title(fit(handout.title))
    sheet.set_creator("Một Cửa")
    sheet.add_page()
    sheet.head(handout)
    sheet.write_line(handout.papers_title, _Style(size=sheet.sizes.body + 1, bold=True, colour=ACCENT))
    sheet.gap(1)
    for paper in handout.papers:
        sheet.paper(paper)
    for label, text in handout.facts:
        sheet.fact(label, text)
    sheet.gap(2)
    for note in handout.notes:
        sheet.write_line(note, _Style(size=sheet.sizes.small, colour=SOFT))
    return bytes(sheet.output())


class _Sheet(FPDF):
    """A page that knows its sizes; ``cell`` does not wrap, so every text goes through ``multi_cell``."""

    def __init__(self, sizes: _Page) -> None:
        super().__init__(format=sizes.format)
        self.sizes = sizes
        self.set_margin(sizes.margin)
        self.set_auto_page_break(True, sizes.margin)
        self.add_font(_FAMILY, "", REGULAR)
        self.add_font(_FAMILY, "B", BOLD)

    def footer(self) -> None:
        """Which page of how many, where there are several; fpdf2 calls it for every page."""
        self.set_y(-self.sizes.margin * 0.75)
        self.set_font(_FAMILY, "", self.sizes.small - 1)
        self.set_text_color(*SOFT)
        self.cell(0, 0, f"{self.page_no()}/{{nb}}", align="R")

    def head(self, handout: Handout) -> None:
        """The title and the case, beside the code that leads back."""
        sizes, top = self.sizes, self.get_y()
        less = sizes.code + 3 if handout.link else 0
        self.write_line("Một Cửa", _Style(size=sizes.small, bold=True, colour=ACCENT, less=less))
        self.write_line(handout.title, _Style(size=sizes.title, bold=True, less=less))
        self.gap(1)
        self.write_line(handout.case_title, _Style(size=sizes.body, bold=True, less=less))
        for one in handout.case:
            self.write_line(f"• {one}", _Style(size=sizes.body, less=less))
        if handout.link:
            self._code(handout, top)
        self.gap(3)

    def paper(self, paper: Listed) -> None:
        """A box, ticked or not, and all there is to know beside it; a paper is not torn over two pages."""
        indent = self.sizes.body * 0.6
        name = _Style(size=self.sizes.body, bold=True, indent=indent)
        small = _Style(size=self.sizes.small, colour=SOFT, indent=indent)
        lines = [(paper.name, name), *((one, small) for one in (paper.quantity, *paper.details))]
        if self.will_page_break(sum(self._height(text, style) for text, style in lines)):
            self.add_page()
        self._box(paper.ticked)
        for text, style in lines:
            self.write_line(text, style)
        self.gap(1.5)

    def fact(self, label: str, text: str) -> None:
        """A label and what is known of it, together on a page."""
        above = _Style(size=self.sizes.small, bold=True, colour=ACCENT)
        below = _Style(size=self.sizes.body - 0.5)
        if self.will_page_break(self._height(label, above) + self._height(text, below)):
            self.add_page()
        self.gap(1)
        self.write_line(label, above)
        self.write_line(text, below)

    def write_line(self, text: str, style: _Style) -> None:
        """A text, wrapped within what is left of the width; nothing where it is empty."""
        if text:
            self.multi_cell(**self._cell(text, style), new_x="LMARGIN", new_y="NEXT")

    def gap(self, lines: float) -> None:
        """So many half lines of white."""
        self.set_y(self.get_y() + lines * self.sizes.small * _LINE / 2)

    def _height(self, text: str, style: _Style) -> float:
        if not text:
            return 0
        cell = self._cell(text, style)
        return cast(float, self.multi_cell(**cell, dry_run=True, output=MethodReturnValue.HEIGHT))

    def _cell(self, text: str, style: _Style) -> dict[str, Any]:
        self.set_font(_FAMILY, "B" if style.bold else "", style.size)
        self.set_text_color(*style.colour)
        self.set_x(self.l_margin + style.indent)
        width = self.epw - style.indent - style.less
        return {"w": width, "h": style.size * _LINE, "text": fit(text), "align": "L"}

    def _box(self, ticked: bool) -> None:
        side = self.sizes.body * 0.34
        left, top = self.l_margin, self.get_y() + self.sizes.body * _LINE / 2 - side / 2
        self.set_draw_color(*ACCENT)
        self.set_line_width(side / 12)
        self.rect(left, top, side, side)
        if ticked:
            self.set_line_width(side / 6)
            corners = ((0.2, 0.52), (0.42, 0.75), (0.82, 0.25))
            self.polyline([(left + x * side, top + y * side) for x, y in corners])

    def _code(self, handout: Handout, top: float) -> None:
        """The code in the corner, a word under it, and the text goes on below both."""
        drawn, below = squares(handout.link), self.get_y()
        side = self.sizes.code / len(drawn)
        left = self.w - self.r_margin - self.sizes.code
        self.set_fill_color(*INK)
        for y, row in enumerate(drawn):
            for x, dark in enumerate(row):
                if dark:
                    self.rect(left + x * side, top + y * side, side, side, style="F")
        self.set_y(top + self.sizes.code)
        note = _Style(size=self.sizes.small - 1, colour=SOFT, indent=left - self.l_margin)
        self.write_line(handout.link_note, note)
        self.set_y(max(below, self.get_y()))
