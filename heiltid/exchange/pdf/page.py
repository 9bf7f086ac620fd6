"""What every paper is made of: fonts, colours, styles, page shapes, tables, header and footer.

Lengths are points (1/72 inch); `mm` turns millimetres into them. The same story gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, PageTemplate, Paragraph, Table

from heiltid.atomic import write_atomically
from heiltid.exchange.pdf.font import extended_font
from heiltid.texts import Language, text

FONT, BOLD = "Heiltid", "Heiltid-Bold"  # register_fonts() makes them known

INK = HexColor(0x1F2A30)
MUTED = HexColor(0x55636A)  # 6:1 on white: readable from a grey printer too
LINE = HexColor(0xC9D1D3)
SHADE = HexColor(0xF1F4F4)
ACCENT = HexColor(0x1F6F78)
BEFORE = HexColor(0xB5C2C3)  # what was, beside ACCENT for what is
WARNING = HexColor(0x9C2F24)  # a breach; always with words
PAPER = white

HEADER_SIZE = 7.5
HEADER_GAP = 5 * mm
CELL_PADDING = 3.0
TALLEST_ROW = 400.0  # a row above this may be cut in two where a page ends


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShape:
    """A sheet and its margins, in points. Header and footer stand inside the margins."""

    width: float
    height: float
    side: float = 18 * mm
    top: float = 20 * mm
    bottom: float = 18 * mm

    @property
    def inner_width(self) -> float:
        """What a table may fill."""
        return self.width - 2 * self.side

    @property
    def inner_height(self) -> float:
        """What one page holds of a story."""
        return self.height - self.top - self.bottom


A4_PORTRAIT = PageShape(width=A4[0], height=A4[1])
A4_LANDSCAPE = PageShape(width=A4[1], height=A4[0], side=14 * mm)
A3_LANDSCAPE = PageShape(width=landscape(A3)[0], height=landscape(A3)[1], side=12 * mm)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What stands on every page: whose paper it is and of what day. `title` goes into the file's data."""

    title: str
    unit_name: str
    plan_name: str
    made_on: date
    language: Language


@cache
def register_fonts() -> None:
    """Make FONT and BOLD known to the library, once; `<b>` in a text then means BOLD."""
    pdfmetrics.registerFont(TTFont(FONT, extended_font("Vera.ttf", "HeiltidSans")))
    pdfmetrics.registerFont(TTFont(BOLD, extended_font("VeraBd.ttf", "HeiltidSans-Bold")))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:
    register_fonts()
    given = {"fontName": FONT, "fontSize": size, "leading": size * 1.38, "textColor": INK} | more
    return ParagraphStyle(name, **given)


TITLE = _style("title", 17, fontName=BOLD, leading=21, spaceAfter=2)
SUBTITLE = _style("subtitle", 9.5, textColor=MUTED, spaceAfter=8)
HEADING = _style("heading", 12, fontName=BOLD, leading=15, spaceBefore=10, spaceAfter=5, keepWithNext=1)
SUBHEADING = _style("subheading", 9.5, fontName=BOLD, spaceBefore=7, spaceAfter=3, keepWithNext=1)
BODY = _style("body", 9, spaceAfter=4)
SMALL = _style("small", 7.5, textColor=MUTED, spaceAfter=3)
NOTE = _style("note", 7.5, textColor=MUTED, spaceBefore=4, spaceAfter=3)  # under a table
CELL = _style("cell", 7.5, leading=9.6)
CELL_BOLD = _style("cell_bold", 7.5, leading=9.6, fontName=BOLD)
CELL_MUTED = _style("cell_muted", 7.5, leading=9.6, textColor=MUTED)
CELL_RIGHT = _style("cell_right", 7.5, leading=9.6, alignment=TA_RIGHT)
CELL_HEAD = _style("cell_head", 7, leading=8.8, textColor=MUTED)
CELL_HEAD_RIGHT = _style("cell_head_right", 7, leading=8.8, textColor=MUTED, alignment=TA_RIGHT)
CENTRED = _style("centred", 7.5, leading=9.6, alignment=TA_CENTER)


LOOSE_SUBHEADING = SUBHEADING.clone("loose_subheading", keepWithNext=0)


def under_heading(words: str, body: Any, least: float) -> list[Any]:
    """A heading over something long, which may be split: on this page if `least` points are left there."""
    return [CondPageBreak(least), paragraph(words, LOOSE_SUBHEADING), body]


def paragraph(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    """Plain words as a paragraph; whatever a user typed stands as it is.

    A number stays on one line with its %, a paragraph with its §.
    """
    return Paragraph(escape(words.replace(" %", "\u00a0%").replace("§ ", "§\u00a0")), style)


def table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    numbers: Sequence[int] = (),
    header_rows: int = 1,
    more: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """A table with a repeated heading and thin lines. Strings become cells that break their lines.

    numbers: columns (from 0) that stand to the right. more: commands of the library's own TableStyle.
    """
    shown = [
        [_cell(value, place in numbers, header=number < header_rows) for place, value in enumerate(row)]
        for number, row in enumerate(rows)
    ]
    commands = [
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ]
    if header_rows:
        commands.append(("VALIGN", (0, 0), (-1, header_rows - 1), "BOTTOM"))
        commands.append(("LINEBELOW", (0, header_rows - 1), (-1, header_rows - 1), 0.9, MUTED))
    return Table(
        shown,
        colWidths=list(widths),
        repeatRows=header_rows,
        splitInRow=int(_tallest(shown, widths) > TALLEST_ROW),
        style=[*commands, *more],
        hAlign="LEFT",
    )


def _tallest(rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> float:
    """Height of the tallest text in any cell: somebody may have written more than a page into one."""
    return max(
        (
            cell.wrap(width - 2 * CELL_PADDING, TALLEST_ROW)[1]
            for row in rows
            for cell, width in zip(row, widths, strict=True)
            if isinstance(cell, Paragraph)
        ),
        default=0.0,
    )


def after_numbers(column: int) -> list[tuple[Any, ...]]:
    """More room before a column of words that follows one of numbers; for `more`."""
    return [("LEFTPADDING", (column, 0), (column, -1), 9)]


def _cell(value: Any, right: bool, *, header: bool) -> Any:
    if not isinstance(value, str):
        return value
    if header:
        return paragraph(value, CELL_HEAD_RIGHT if right else CELL_HEAD)
    return paragraph(value, CELL_RIGHT if right else CELL)


def write_pdf(
    path: Path, story: Sequence[Any], head: PageHead, shape: PageShape = A4_PORTRAIT, *, compress: bool = True
) -> int:
    """Lay the story out and write it whole or not at all; gives the number of pages. Raises OSError."""
    data, pages = pdf_bytes(story, head, shape, compress=compress)
    write_atomically(path, data)
    return pages


def pdf_bytes(
    story: Sequence[Any], head: PageHead, shape: PageShape = A4_PORTRAIT, *, compress: bool = True
) -> tuple[bytes, int]:
    """The finished file and its number of pages. The story's pieces can be laid out only once."""
    register_fonts()
    stream = BytesIO()
    document = BaseDocTemplate(
        stream,
        pagesize=(shape.width, shape.height),
        title=head.title,
        author="",
        subject=head.unit_name,
        creator="Heiltid",
        lang=head.language.value,
        invariant=1,
        pageCompression=int(compress),
    )
    frame = Frame(
        shape.side,
        shape.bottom,
        shape.inner_width,
        shape.inner_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates([PageTemplate(id="page", frames=[frame])])
    document.build(list(story), canvasmaker=_numbered(head, shape))
    return stream.getvalue(), document.page


def _numbered(head: PageHead, shape: PageShape) -> type[Canvas]:
    """A canvas that waits with its pages till their number is known, then marks each."""

    class NumberedCanvas(Canvas):  # type: ignore[misc]
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **(named | {"initialFontName": FONT}))  # all fonts go into the file
            self.pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802
            self.pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self.pages, start=1):
                self.__dict__.update(page)
                _mark(self, head, shape, number, len(self.pages))
                super().showPage()
            super().save()

    return NumberedCanvas


def _mark(canvas: Canvas, head: PageHead, shape: PageShape, number: int, count: int) -> None:
    """Header and footer of one page."""
    right, high, low = shape.width - shape.side, shape.height - shape.top + HEADER_GAP, shape.bottom - 7 * mm
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(shape.side, high - 4, right, high - 4)
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, HEADER_SIZE)
    canvas.drawString(shape.side, high, fitted(head.unit_name, shape.inner_width * 0.5, BOLD, HEADER_SIZE))
    canvas.setFillColor(MUTED)
    canvas.setFont(FONT, HEADER_SIZE)
    canvas.drawRightString(right, high, fitted(head.plan_name, shape.inner_width * 0.45, FONT, HEADER_SIZE))
    canvas.drawString(shape.side, low, f"{head.title} · {head.made_on:%d.%m.%Y}")
    page = text("pdf_page.number", head.language, number=number, count=count)
    canvas.drawRightString(right, low, page)
    canvas.restoreState()


def fitted(words: str, width: float, font: str, size: float) -> str:
    """The words, cut with three dots where they are wider than `width`."""
    if pdfmetrics.stringWidth(words, font, size) <= width:
        return words
    kept = words
    while kept and pdfmetrics.stringWidth(f"{kept}…", font, size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
