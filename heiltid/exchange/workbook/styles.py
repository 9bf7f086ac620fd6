"""How cells look: one palette, and looks as values. Colour only means something, and never alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from heiltid.model import ShiftKind

FONT = "Arial"  # in every office program, or a font of the same widths

INK = "1F2A2E"
QUIET = "56636A"
WHITE = "FFFFFF"
BRAND = "17343B"
ACCENT = "1F6F78"
PALE = "EAF1F2"
LINE = "C9D2D5"
LINE_STRONG = "6F8087"
WEEKEND = "E6EAEC"
NOT_EMPLOYED = "B9C2C6"
RED_INK = "B3261E"
RED_FILL = "FBE4E1"
GOOD_INK, GOOD_FILL = "1B5E34", "DCEFE0"
BAD_INK, BAD_FILL = "9B1C14", "F9D7D2"
WARN_INK, WARN_FILL = "6B4A00", "FCE9C6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way a cell can look; colours are RRGGBB, sizes points."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 10
    ink: str = INK
    fill: str | None = None
    align: str = "left"
    upright: str = "center"  # vertical place
    wrap: bool = False
    shrink: bool = False
    indent: int = 0
    lines: bool = False  # thin lines around
    strong_left: bool = False  # a new week begins
    number_format: str = "General"

    def font(self) -> Font:
        """The openpyxl font."""
        return Font(
            name=FONT,
            size=self.size,
            bold=self.bold,
            italic=self.italic,
            underline="single" if self.underline else None,
            color=self.ink,
        )

    def background(self) -> PatternFill:
        """The openpyxl fill."""
        return PatternFill("solid", start_color=self.fill) if self.fill else PatternFill()

    def alignment(self) -> Alignment:
        """The openpyxl alignment."""
        return Alignment(
            horizontal=self.align,
            vertical=self.upright,
            wrap_text=self.wrap or None,
            shrink_to_fit=self.shrink or None,
            indent=self.indent,
        )

    def border(self) -> Border:
        """The openpyxl border."""
        thin = Side(style="thin", color=LINE) if self.lines else Side()
        left = Side(style="medium", color=LINE_STRONG) if self.strong_left else thin
        return Border(left=left, right=thin, top=thin, bottom=thin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """How a kind of cell in a rota is coloured; the letters of the code say the same."""

    fill: str | None
    ink: str
    bold: bool = False
    italic: bool = False

    def on(self, look: Look) -> Look:
        """The look with the chip's colours."""
        return replace(look, fill=self.fill or look.fill, ink=self.ink, bold=self.bold, italic=self.italic)


KIND_CHIPS: dict[ShiftKind, Chip] = {
    ShiftKind.DAY: Chip(fill="FDEFBF", ink="4F3B00"),
    ShiftKind.EVENING: Chip(fill="CFE3F5", ink="123F66"),
    ShiftKind.NIGHT: Chip(fill="2F3875", ink=WHITE, bold=True),
    ShiftKind.LONG: Chip(fill="C6E5C9", ink="10472A", bold=True),
    ShiftKind.OTHER: Chip(fill="E9DFF2", ink="4A2F66", italic=True),
}
DAY_OFF_CHIP = Chip(fill=None, ink=QUIET)
ABSENCE_CHIP = Chip(fill="EFEDE8", ink="4D4A44", italic=True)

TEXT = Look(upright="top")
WRAPPED = Look(wrap=True, upright="top")
TITLE = Look(bold=True, size=18, ink=BRAND)
SUBTITLE = Look(size=11, ink=QUIET)
SECTION = Look(bold=True, size=12, ink=ACCENT)
HEADING = Look(bold=True, ink=WHITE, fill=BRAND, wrap=True, lines=True, indent=1)
HEADING_RIGHT = replace(HEADING, align="right")
CELL = Look(lines=True, indent=1)
CELL_WRAPPED = Look(lines=True, wrap=True, upright="top", indent=1)
NUMBER = Look(lines=True, align="right", indent=1)
LINK = Look(lines=True, underline=True, ink=ACCENT, bold=True, indent=1)


def share_format(share_bp: int) -> str:
    """A number format for a share of full time with no more decimals than it has."""
    if share_bp % 100 == 0:
        return "0%"
    return "0.0%" if share_bp % 10 == 0 else "0.00%"
