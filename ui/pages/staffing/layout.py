"""Where the bars of a day lie: minutes and people turned into places on the screen, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from heiltid.coverage import span_of
from heiltid.model import MINUTES_PER_DAY, MINUTES_PER_HOUR, Unit
from ui.pages.staffing.changes import Demand, Part

LEFT, RIGHT, TOP, BOTTOM = 34.0, 16.0, 12.0, 26.0
GRIP = 6.0  # how near the pointer must be
LEAST_TOP = 4  # people the picture has room for at least
USUAL_FIRST = 7 * MINUTES_PER_HOUR
_EVEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Minutes first..last and people 0..top, laid over a plot."""

    plot: QRectF
    first: int
    last: int
    top: int

    def x(self, minute: float) -> float:
        """Where a minute lies."""
        return self.plot.left() + self.plot.width() * (minute - self.first) / (self.last - self.first)

    def y(self, people: float) -> float:
        """Where a number of people lies."""
        return self.plot.bottom() - self.plot.height() * people / self.top

    def minute(self, x: float) -> float:
        """The minute at a place."""
        return self.first + (x - self.plot.left()) / self.plot.width() * (self.last - self.first)

    def people(self, y: float) -> int:
        """The number of people at a place, to the nearest."""
        return max(0, round((self.plot.bottom() - y) / self.plot.height() * self.top))

    def holds(self, area: QRectF) -> bool:
        """Whether an area lies within the plot."""
        return self.plot.contains(area)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row of the demand in the picture. is_line: a row that asks for a competence."""

    place: int
    least: QRectF
    target: QRectF  # the whole height, least included
    is_line: bool

    def part_at(self, point: QPointF, *, has_time: bool) -> Part | None:
        """What of the bar is under the pointer, if anything that can be held."""
        area = self.target.adjusted(-GRIP, -GRIP, GRIP, 0 if not self.is_line else GRIP)
        if not area.contains(point):
            return None
        height_fits = not self.is_line or abs(point.y() - self.least.top()) <= GRIP
        if has_time and height_fits:
            to_start, to_end = abs(point.x() - self.target.left()), abs(point.x() - self.target.right())
            if min(to_start, to_end) <= GRIP:
                return Part.START if to_start <= to_end else Part.END
        if abs(point.y() - self.least.top()) <= GRIP:
            return Part.LEAST
        if abs(point.y() - self.target.top()) <= GRIP:
            return Part.TARGET
        return None

    def holds(self, point: QPointF) -> bool:
        """Whether the pointer is on the bar."""
        if self.is_line:
            return self.least.adjusted(0, -GRIP, 0, 0).contains(point) and (
                abs(point.y() - self.least.top()) <= GRIP
            )
        return self.target.contains(point)


def scale_for(unit: Unit, demand: Demand, area: QRectF) -> Scale:
    """A day from the earliest shift on, as long as the rows last, with room above the highest.

    The same for every day, so that pictures can be compared.
    """
    shifts = unit.shift_by_code()
    spans = [span_of(row, shifts) for row in demand]
    starts = [shift.start_minute for shift in unit.shifts] + [start for start, _ in spans]
    first = min(starts, default=USUAL_FIRST) // MINUTES_PER_HOUR * MINUTES_PER_HOUR
    last = max([first + MINUTES_PER_DAY, *(end for _, end in spans)])
    last += -last % MINUTES_PER_HOUR
    highest = max((row.target for row in demand), default=0) + 1
    top = max(LEAST_TOP, highest + highest % _EVEN)
    plot = area.adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
    return Scale(plot=plot, first=first, last=last, top=top)


def bars_of(unit: Unit, demand: Demand, rows: Sequence[int], scale: Scale) -> tuple[Bar, ...]:
    """The bars from back to front: high ones first, then low ones, then the lines."""
    shifts = unit.shift_by_code()
    found = []
    for place in rows:
        row = demand[place]
        start, end = span_of(row, shifts)
        left, width = scale.x(start), scale.x(end) - scale.x(start)
        bottom = scale.plot.bottom()
        least, target = scale.y(row.minimum), scale.y(row.target)
        found.append(
            Bar(
                place=place,
                least=QRectF(left, least, width, bottom - least),
                target=QRectF(left, target, width, bottom - target),
                is_line=row.competence is not None,
            )
        )
    return tuple(sorted(found, key=lambda bar: (bar.is_line, bar.target.top())))
