"""One person's whole rota as a small calendar: a row per week, weeks in as many columns as the page needs."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.platypus import Flowable

from heiltid.exchange.pdf.chips import Chip, draw_centred, draw_chip
from heiltid.exchange.pdf.page import A4_PORTRAIT, BOLD, FONT, INK, LINE, MUTED, WARNING
from heiltid.exchange.pdf.rota_drawing import NOT_EMPLOYED, RED_MARK, WEEKEND
from heiltid.model import DAYS_PER_WEEK

WIDTH = A4_PORTRAIT.inner_width
GAP, HEAD_HEIGHT = 12.0, 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """Columns of weeks for rotas up to so many weeks. Points."""

    up_to_weeks: int
    columns: int
    label: float
    row: float
    size: float
    widest_day: float = 34.0


SHAPES = (
    _Shape(up_to_weeks=5, columns=1, label=70, row=22, size=9, widest_day=60),
    _Shape(up_to_weeks=12, columns=2, label=48, row=20, size=8.5),
    _Shape(up_to_weeks=16, columns=2, label=48, row=15.5, size=7.5),
    _Shape(up_to_weeks=30, columns=3, label=38, row=13.5, size=7),
    _Shape(up_to_weeks=52, columns=4, label=31, row=12, size=6),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridDay:
    """One day of the grid."""

    chip: Chip | None
    shaded: bool
    red: bool
    employed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GridWeek:
    """One row: the rotation week's number and the date of its Monday."""

    number: str
    monday: str
    days: tuple[GridDay, ...]


class WeekGrid(Flowable):  # type: ignore[misc]
    """The weeks of a rota, read down the first column, then down the next."""

    def __init__(self, weeks: tuple[GridWeek, ...], letters: tuple[str, ...]) -> None:
        super().__init__()
        self.weeks, self.letters = weeks, letters
        self.shape = next((shape for shape in SHAPES if len(weeks) <= shape.up_to_weeks), SHAPES[-1])
        columns = min(self.shape.columns, len(weeks))
        self.per_column = -(-len(weeks) // columns)
        self.block = (WIDTH - GAP * (self.shape.columns - 1)) / self.shape.columns
        self.day = min(self.shape.widest_day, (self.block - self.shape.label) / DAYS_PER_WEEK)
        self.width, self.height = WIDTH, HEAD_HEIGHT + self.per_column * self.shape.row

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """As wide as the page."""
        return self.width, self.height

    def draw(self) -> None:
        """Column by column."""
        for first in range(0, len(self.weeks), self.per_column):
            left = first // self.per_column * (self.block + GAP)
            weeks = self.weeks[first : first + self.per_column]
            lows = [self.height - HEAD_HEIGHT - (place + 1) * self.shape.row for place in range(len(weeks))]
            for week, low in zip(weeks, lows, strict=True):
                self._shade(week, left, low)
            self._letters(left)
            for week, low in zip(weeks, lows, strict=True):
                self._week(week, left, low)

    def _letters(self, left: float) -> None:
        low = self.height - HEAD_HEIGHT
        for place, letter in enumerate(self.letters):
            sunday = place == DAYS_PER_WEEK - 1
            self.canv.setFillColor(WARNING if sunday else MUTED)
            box = (left + self.shape.label + place * self.day, low, self.day, HEAD_HEIGHT)
            draw_centred(self.canv, letter, box, BOLD if sunday else FONT, self.shape.size)
        self._rule(left, low, MUTED)

    def _shade(self, week: GridWeek, left: float, low: float) -> None:
        """Before all lines, which it would hide."""
        for place, day in enumerate(week.days):
            if day.shaded or not day.employed:
                at = left + self.shape.label + place * self.day
                self.canv.setFillColor(WEEKEND if day.employed else NOT_EMPLOYED)
                self.canv.rect(at, low, self.day, self.shape.row, stroke=0, fill=1)

    def _week(self, week: GridWeek, left: float, low: float) -> None:
        canvas, shape = self.canv, self.shape
        base = low + shape.row / 2 - 0.36 * shape.size
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, shape.size)
        canvas.drawString(left, base, week.number)
        canvas.setFillColor(MUTED)
        canvas.setFont(FONT, shape.size - 0.5)
        canvas.drawRightString(left + shape.label - 3, base, week.monday)
        for place, day in enumerate(week.days):
            at = left + shape.label + place * self.day
            if day.employed and day.chip is not None:
                box = (at + 0.7, low + 0.7, self.day - 1.4, shape.row - 1.4)
                draw_chip(canvas, day.chip, box, shape.size)
            if day.red:
                canvas.setFillColor(WARNING)
                canvas.setFont(BOLD, shape.size)
                canvas.drawRightString(at + self.day - 0.5, low + shape.row - 0.75 * shape.size, RED_MARK)
        self._rule(left, low, LINE)

    def _rule(self, left: float, low: float, colour: object) -> None:
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(0.4)
        self.canv.line(left, low, left + self.shape.label + DAYS_PER_WEEK * self.day, low)
