"""How the cells of a rota look on paper: a light fill per kind that stays apart in grey, always with letters.

What is worked is a chip; a day off is a quiet code. Why somebody is away is told to herself only: on a
sheet that others read every absence but the holiday is "away".
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from heiltid.exchange.pdf.page import BOLD, FONT, INK, MUTED
from heiltid.model import Cell, ShiftKind, ShiftType
from heiltid.texts import Language, text

HOLIDAY = "FE"
SMALLEST_SIZE = 4.5
_HEIGHT_OF_CAPITALS = 0.73  # of the font size


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """Words in a cell and what is behind them; no fill: words alone."""

    words: str
    fill: Color | None = None
    edge: Color | None = None
    ink: Color = INK
    bold: bool = False


# Lighter to darker in grey: day, evening, long (with an edge), night (bold).
FILLS: dict[ShiftKind, Color] = {
    ShiftKind.DAY: HexColor(0xFFF4CC),
    ShiftKind.EVENING: HexColor(0xD3E6F6),
    ShiftKind.LONG: HexColor(0xBFE2C6),
    ShiftKind.NIGHT: HexColor(0xBCC1E4),
    ShiftKind.OTHER: HexColor(0xF3ECF8),
}
EDGES: dict[ShiftKind, Color] = {
    ShiftKind.LONG: HexColor(0x2F6B46),
    ShiftKind.OTHER: HexColor(0x7A6391),
}
BOLD_KINDS = frozenset({ShiftKind.NIGHT, ShiftKind.LONG})


def kind_chip(words: str, kind: ShiftKind) -> Chip:
    """A chip in the look of a kind of shift."""
    return Chip(words=words, fill=FILLS[kind], edge=EDGES.get(kind), bold=kind in BOLD_KINDS)


def cell_chip(
    cell: Cell, away: str | None, shifts: dict[str, ShiftType], language: Language, *, own: bool
) -> Chip | None:
    """A cell's chip, None for a free day. away: the code of an absence known beforehand.

    own: the reader is the person herself, and sees the code of an absence as it is.
    """
    absence = cell.absence or away
    if absence is not None:
        open_word = own or absence.upper() == HOLIDAY
        return Chip(words=absence if open_word else text("pdf_person.away", language), ink=MUTED)
    if cell.shift is not None:
        return kind_chip(cell.shift, shifts[cell.shift].kind)
    return None if cell.day_off is None else Chip(words=cell.day_off, ink=MUTED)


def draw_chip(canvas: Canvas, chip: Chip, box: tuple[float, float, float, float], size: float) -> None:
    """The chip in a box (left, low, width, height in points); long words get smaller."""
    left, low, width, height = box
    if chip.fill is not None:
        canvas.setFillColor(chip.fill)
        canvas.setStrokeColor(chip.edge or chip.fill)
        canvas.setLineWidth(0.6)
        canvas.roundRect(left, low, width, height, min(2.0, height / 4), stroke=1, fill=1)
    canvas.setFillColor(chip.ink)
    draw_centred(canvas, chip.words, box, BOLD if chip.bold else FONT, size)


def draw_centred(
    canvas: Canvas, words: str, box: tuple[float, float, float, float], font: str, size: float
) -> None:
    """Words in the middle of a box, as large as they fit."""
    left, low, width, height = box
    size = fitting_size(words, width - 1, font, size)
    canvas.setFont(font, size)
    canvas.drawCentredString(left + width / 2, low + (height - _HEIGHT_OF_CAPITALS * size) / 2, words)


def fitting_size(words: str, width: float, font: str, size: float) -> float:
    """The size at which the words fit a width, at most `size` and never too small to read."""
    wide = pdfmetrics.stringWidth(words, font, size)
    return size if wide <= width else max(SMALLEST_SIZE, size * width / wide)
