"""One page of the rota, drawn: a table of 42 columns is many times slower laid out than drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from heiltid.exchange.pdf.chips import Chip, draw_centred, draw_chip, fitting_size
from heiltid.exchange.pdf.page import (
    A3_LANDSCAPE,
    BOLD,
    FONT,
    INK,
    LINE,
    MUTED,
    PAPER,
    WARNING,
    fitted,
)
from heiltid.measures.against import Against, Present
from heiltid.model import DAYS_PER_WEEK

SHORT_SIGN, BELOW_SIGN, ABOVE_SIGN, RED_MARK = "▼", "▽", "▲", "*"
SIGNS = {
    Against.BELOW_MINIMUM: SHORT_SIGN,
    Against.BELOW_TARGET: BELOW_SIGN,
    Against.ABOVE_MAXIMUM: ABOVE_SIGN,
    Against.ABOVE_TARGET: ABOVE_SIGN,
}
WEEKEND = HexColor(0xE9EDEE)
NOT_EMPLOYED = HexColor(0xBCC5C8)
HEAD_FILL = HexColor(0xF1F4F4)

WIDTH, HEIGHT = A3_LANDSCAPE.inner_width, A3_LANDSCAPE.inner_height - 1
NAME_WIDTH, POSITION_WIDTH = 128.0, 44.0
TOTAL_WIDTHS = (34.0, 40.0, 36.0)  # hours, hours a week, deviation
WIDEST_DAY = 34.0
TITLE_HEIGHT, WEEK_HEIGHT, DAY_HEIGHT, COUNT_HEIGHT = 30.0, 16.0, 24.0, 13.0
LOWEST_ROW, HIGHEST_ROW = 14.0, 23.0
LEGEND_LINE, LEGEND_GAP, LEGEND_CHIP = 14.0, 10.0, 26.0
LEGEND_SIZE = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHead:
    """The heading over one day."""

    letter: str
    number: str
    shaded: bool
    sunday: bool
    red: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person on one page; `absent` marks days outside the employment."""

    name: str
    position: str
    chips: tuple[Chip | None, ...]
    absent: tuple[bool, ...]
    hours: str
    week: str
    deviation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """A sample and what it means."""

    chip: Chip
    meaning: str

    @property
    def width(self) -> float:
        """Of sample and words together."""
        words = float(pdfmetrics.stringWidth(self.meaning, FONT, LEGEND_SIZE))
        return LEGEND_CHIP + 4 + words + 16


def legend_lines(entries: Sequence[LegendEntry]) -> Iterator[list[LegendEntry]]:
    """The entries in as few lines as the page is wide enough for."""
    line: list[LegendEntry] = []
    for entry in entries:
        if line and sum(known.width for known in line) + entry.width > WIDTH:
            yield line
            line = []
        line.append(entry)
    if line:
        yield line


def rows_on_page(counts: int, legend: Sequence[LegendEntry]) -> int:
    """People that one page can show, at least one."""
    return max(1, int(_room(counts, legend) / LOWEST_ROW))


def _room(counts: int, legend: Sequence[LegendEntry]) -> float:
    """Height left for people."""
    below = counts * COUNT_HEIGHT + LEGEND_GAP + LEGEND_LINE * len(list(legend_lines(legend)))
    return HEIGHT - TITLE_HEIGHT - WEEK_HEIGHT - DAY_HEIGHT - below


class RotaPage(Flowable):  # type: ignore[misc]
    """A whole page, from the title to the legend. `rows`: people on the fullest page, so that all look alike;

    `widest`: weeks on the fullest page.
    """

    def __init__(
        self,
        *,
        title: str,
        subtitle: str,
        headings: tuple[str, ...],
        weeks: tuple[str, ...],
        days: tuple[DayHead, ...],
        lines: tuple[Line, ...],
        counts: tuple[tuple[str, list[Present | None]], ...],
        legend: tuple[LegendEntry, ...],
        widest: int,
        rows: int,
    ) -> None:
        super().__init__()
        self.title, self.subtitle, self.headings = title, subtitle, headings
        self.weeks, self.days, self.lines, self.counts, self.legend = weeks, days, lines, counts, legend
        left = NAME_WIDTH + POSITION_WIDTH
        self.day_width = min(WIDEST_DAY, (WIDTH - left - sum(TOTAL_WIDTHS)) / (widest * DAYS_PER_WEEK))
        self.first = left
        self.end = left + self.day_width * len(days)
        self.right = self.end + sum(TOTAL_WIDTHS)
        self.row_height = min(HIGHEST_ROW, _room(len(counts), legend) / max(rows, 1))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """A page is a page."""
        return WIDTH, HEIGHT

    def draw(self) -> None:
        """From the top down."""
        canvas = self.canv
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 14)
        canvas.drawString(0, HEIGHT - 14, self.title)
        wide = pdfmetrics.stringWidth(self.title, BOLD, 14)
        canvas.setFillColor(MUTED)
        canvas.setFont(FONT, 9)
        canvas.drawString(wide + 14, HEIGHT - 14, self.subtitle)
        top = HEIGHT - TITLE_HEIGHT
        self._shade(top - WEEK_HEIGHT)
        low = self._heads(top)
        for line in self.lines:
            low -= self.row_height
            self._person(line, low)
        for place, (name, days) in enumerate(self.counts):
            low -= COUNT_HEIGHT
            self._count(name, days, low, first=place == 0)
        self._week_lines(top, low)
        self._legend(low - LEGEND_GAP)

    def _left_of(self, place: int) -> float:
        return self.first + place * self.day_width

    def _shade(self, top: float) -> None:
        """Weekends and red days, from the day's heading to the last count."""
        below = DAY_HEIGHT + self.row_height * len(self.lines) + COUNT_HEIGHT * len(self.counts)
        self.canv.setFillColor(HEAD_FILL)
        self.canv.rect(0, top - DAY_HEIGHT, self.right, DAY_HEIGHT + WEEK_HEIGHT, stroke=0, fill=1)
        self.canv.setFillColor(WEEKEND)
        for place, day in enumerate(self.days):
            if day.shaded:
                self.canv.rect(self._left_of(place), top - below, self.day_width, below, stroke=0, fill=1)

    def _heads(self, top: float) -> float:
        """The heading rows; returns where the people begin."""
        canvas = self.canv
        low = top - WEEK_HEIGHT
        width = DAYS_PER_WEEK * self.day_width
        size = min(fitting_size(words, width - 6, BOLD, 8) for words in self.weeks)
        for place, words in enumerate(self.weeks):
            canvas.setFillColor(INK)
            box = (self._left_of(place * DAYS_PER_WEEK), low, width, WEEK_HEIGHT)
            draw_centred(canvas, words, box, BOLD, size)
        half = DAY_HEIGHT / 2
        for place, day in enumerate(self.days):
            canvas.setFillColor(WARNING if day.sunday else INK)
            font = BOLD if day.sunday else FONT
            mark = RED_MARK if day.red else ""
            left = self._left_of(place)
            draw_centred(canvas, day.letter, (left, low - half, self.day_width, half), font, 8)
            draw_centred(canvas, day.number + mark, (left, low - 2 * half, self.day_width, half), font, 7.5)
        low -= DAY_HEIGHT
        canvas.setFillColor(MUTED)
        canvas.setFont(FONT, 8)
        name, position, *totals = self.headings
        canvas.drawString(3, low + 4, name)
        canvas.drawRightString(self.first - 5, low + 4, position)
        self._totals(totals, low + 4)
        self._rule(low, MUTED, 0.9)
        return low

    def _person(self, line: Line, low: float) -> None:
        canvas, height = self.canv, self.row_height
        base = low + height / 2 - 3
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 8.5)
        canvas.drawString(3, base, fitted(line.name, NAME_WIDTH - 6, BOLD, 8.5))
        canvas.setFont(FONT, 8)
        canvas.drawRightString(self.first - 5, base, line.position)
        self._totals((line.hours, line.week, line.deviation), base)
        for place, chip in enumerate(line.chips):
            left = self._left_of(place)
            if line.absent[place]:
                canvas.setFillColor(NOT_EMPLOYED)
                canvas.rect(left, low, self.day_width, height, stroke=0, fill=1)
            elif chip is not None:
                draw_chip(canvas, chip, (left + 1, low + 1, self.day_width - 2, height - 2), 8)
        self._rule(low, LINE, 0.4)

    def _totals(self, totals: Sequence[str], base: float) -> None:
        """What stands at the end of a line, each to the right in its column."""
        right = self.end
        for words, width in zip(totals, TOTAL_WIDTHS, strict=True):
            right += width
            self.canv.setFont(FONT, fitting_size(words, width - 5, FONT, 8))
            self.canv.drawRightString(right - 3, base, words)

    def _count(self, name: str, days: Sequence[Present | None], low: float, *, first: bool) -> None:
        canvas = self.canv
        canvas.setFillColor(INK)
        canvas.setFont(FONT, 8)
        canvas.drawString(3, low + 3.5, fitted(name, self.first - 8, FONT, 8))
        for place, count in enumerate(days):
            if count is not None:
                box = (self._left_of(place) + 1, low + 1, self.day_width - 2, COUNT_HEIGHT - 2)
                self._people(count, box)
        self._rule(low, LINE, 0.4)
        if first:
            self._rule(low + COUNT_HEIGHT, MUTED, 0.9)

    def _people(self, count: Present, box: tuple[float, float, float, float]) -> None:
        """The same figure and sign as on screen."""
        canvas, is_short = self.canv, count.against is Against.BELOW_MINIMUM
        if is_short:
            canvas.setFillColor(PAPER)
            canvas.setStrokeColor(WARNING)
            canvas.setLineWidth(0.8)
            canvas.rect(*box, stroke=1, fill=1)
        canvas.setFillColor(WARNING if is_short else MUTED if count.people == 0 else INK)
        words = f"{count.people}{SIGNS.get(count.against, '')}"
        draw_centred(canvas, words, box, BOLD if is_short else FONT, 7.5)

    def _rule(self, low: float, colour: object, width: float) -> None:
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(width)
        self.canv.line(0, low, self.right, low)

    def _week_lines(self, top: float, low: float) -> None:
        """Thin between days, strong before each Monday."""
        canvas = self.canv
        for place in range(len(self.days) + 1):
            monday = place % DAYS_PER_WEEK == 0
            canvas.setStrokeColor(MUTED if monday else LINE)
            canvas.setLineWidth(0.9 if monday else 0.3)
            left = self._left_of(place)
            canvas.line(left, top if monday else top - WEEK_HEIGHT, left, low)

    def _legend(self, top: float) -> None:
        for line in legend_lines(self.legend):
            top -= LEGEND_LINE
            left = 0.0
            for entry in line:
                draw_chip(self.canv, entry.chip, (left, top, LEGEND_CHIP, LEGEND_LINE - 3), LEGEND_SIZE)
                self.canv.setFillColor(INK)
                self.canv.setFont(FONT, LEGEND_SIZE)
                self.canv.drawString(left + LEGEND_CHIP + 4, top + 3, entry.meaning)
                left += entry.width
