"""Drawings for the papers: paired bars and the way from one position to another.

Each number stands in the drawing, and shapes tell what shades of grey might not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.platypus import Table

from heiltid.exchange.pdf.page import ACCENT, BEFORE, BOLD, FONT, INK, LINE, MUTED, PAPER, fitted
from heiltid.model import FULL_TIME_BP

LABEL_SIZE = 7.5
BAR_HEIGHT, BAR_ROOM = 92.0, 14.0
LEGEND_ROOM = 16.0
SCALE_HEIGHT = LEGEND_ROOM + 12
ROW_HEIGHT = 12.6
CLOSEST_ROW = 10.8  # the least between two lines of their size
FEWEST_TOGETHER = 6  # fewer of them alone on a page look lost
SPLIT_SLACK = 0.1  # of rounding
DOT = 2.9
PERCENT_MARKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One band: its name and how many before (None: unknown) and after."""

    name: str
    before: int | None
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One person's way from today to the proposal, in basis points, and the numbers in words."""

    name: str
    before_bp: int
    after_bp: int
    wanted_bp: int | None
    shown: str


def paired_bars(pairs: Sequence[Pair], width: float, before: str, after: str) -> Drawing:
    """Two bars for each band, the number above each; the legend names the two."""
    drawing = Drawing(width, BAR_HEIGHT + 2 * BAR_ROOM + LEGEND_ROOM)
    _bar_legend(drawing, before, after)
    step = width / max(1, len(pairs))
    most = max([1, *(max(pair.before or 0, pair.after) for pair in pairs)])
    for place, pair in enumerate(pairs):
        middle = (place + 0.5) * step
        bar = min(34.0, step * 0.34)
        if pair.before is not None:
            _bar(drawing, middle - bar - 1.5, bar, pair.before, most, is_new=False)
        _bar(drawing, middle + 1.5, bar, pair.after, most, is_new=True)
        drawing.add(_words(middle, 2, pair.name, anchor="middle"))
    drawing.add(Line(0, BAR_ROOM, width, BAR_ROOM, strokeColor=MUTED, strokeWidth=0.6))
    return drawing


def _bar(drawing: Drawing, left: float, width: float, count: int, most: int, *, is_new: bool) -> None:
    height = BAR_HEIGHT * count / most
    look = {"fillColor": ACCENT if is_new else BEFORE, "strokeColor": INK, "strokeWidth": 0.3}
    if count:
        drawing.add(Rect(left, BAR_ROOM, width, height, **look))
    font = BOLD if is_new else FONT
    drawing.add(_words(left + width / 2, BAR_ROOM + height + 3, str(count), anchor="middle", font=font))


def _bar_legend(drawing: Drawing, before: str, after: str) -> None:
    base, left = drawing.height - 9, 0.0
    for words, colour in ((before, BEFORE), (after, ACCENT)):
        drawing.add(Rect(left, base, 8, 7, fillColor=colour, strokeColor=INK, strokeWidth=0.3))
        drawing.add(_words(left + 12, base + 0.5, words))
        left += 90


class Ways(Table):  # type: ignore[misc]
    """The lines of people; where a page ends, the rest moves on as a chart of its own."""

    people: tuple[Way, ...] = ()
    chart_width = 0.0
    legend = ("", "", "")

    def split(self, availWidth: float, availHeight: float) -> list[Table]:  # noqa: N803
        """A little closer together where all then have room, else no few alone on the next page."""
        count = len(self.people)
        room = availHeight - SCALE_HEIGHT - SPLIT_SLACK
        if room >= CLOSEST_ROW * count:
            return [ways(self.people, self.chart_width, self.legend, min(ROW_HEIGHT, room / count))]
        here = min(int(room / ROW_HEIGHT), count - FEWEST_TOGETHER)
        if here < min(FEWEST_TOGETHER, count):
            return []  # the page is full: all of it on the next one
        return [
            ways(self.people[:here], self.chart_width, self.legend),
            ways(self.people[here:], self.chart_width, self.legend),
        ]


def ways(
    people: Sequence[Way], width: float, legend: tuple[str, str, str], row_height: float = ROW_HEIGHT
) -> Ways:
    """One line for each person: a ring for today, a dot for the proposal, a stroke for the wish.

    The scale and the legend stand again on each page. legend: the names of ring, dot and stroke.
    """
    rows = [[_scale(width, legend)], *([_way(person, width, row_height)] for person in people)]
    bare = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    style = [*bare, ("FONTNAME", (0, 0), (-1, -1), FONT)]
    chart = Ways(rows, colWidths=[width], repeatRows=1, style=style, hAlign="LEFT")
    chart.people, chart.chart_width, chart.legend = tuple(people), width, legend
    return chart


def chart_height(people: int) -> float:
    """Points that so many people's ways take on one page."""
    return SCALE_HEIGHT + ROW_HEIGHT * people


def _ends(width: float) -> tuple[float, float]:
    """Where 0 % and 100 % lie: names to the left, numbers to the right."""
    return width * 0.26, width * 0.82


def _scale(width: float, legend: tuple[str, str, str]) -> Drawing:
    drawing = Drawing(width, SCALE_HEIGHT)
    left, right = _ends(width)
    _way_legend(drawing, legend, left)
    for mark in PERCENT_MARKS:
        x = left + (right - left) * mark / 100
        drawing.add(_words(x, 3, f"{mark} %", anchor="middle", colour=MUTED))
    return drawing


def _way(person: Way, width: float, height: float) -> Drawing:
    left, right = _ends(width)
    drawing, y = Drawing(width, height), height / 2

    def at(share_bp: int) -> float:
        return left + (right - left) * min(share_bp, FULL_TIME_BP) / FULL_TIME_BP

    for mark in PERCENT_MARKS:
        x = at(mark * 100)
        drawing.add(Line(x, 0, x, height, strokeColor=LINE, strokeWidth=0.4))
    drawing.add(_words(0, y - 2.6, fitted(person.name, left - 12, FONT, LABEL_SIZE)))
    drawing.add(Line(left, y, right, y, strokeColor=LINE, strokeWidth=0.3))
    old, new = at(person.before_bp), at(person.after_bp)
    drawing.add(Line(old, y, new, y, strokeColor=ACCENT, strokeWidth=1.8))
    drawing.add(_ring(old, y))
    drawing.add(Circle(new, y, DOT - 0.5, fillColor=ACCENT, strokeColor=ACCENT, strokeWidth=0.5))
    if person.wanted_bp is not None:
        drawing.add(_stroke(at(person.wanted_bp), y))
    drawing.add(_words(width, y - 2.6, person.shown, anchor="end"))
    return drawing


def _ring(x: float, y: float) -> Circle:
    return Circle(x, y, DOT, fillColor=PAPER, strokeColor=MUTED, strokeWidth=1.1)


def _stroke(x: float, y: float) -> Line:
    return Line(x, y - 4.6, x, y + 4.6, strokeColor=INK, strokeWidth=1.3)


def _way_legend(drawing: Drawing, legend: tuple[str, str, str], left: float) -> None:
    y = drawing.height - 6
    today, proposal, wanted = legend
    drawing.add(_ring(left + 4, y))
    drawing.add(_words(left + 12, y - 2.6, today))
    drawing.add(Circle(left + 84, y, DOT - 0.5, fillColor=ACCENT, strokeColor=ACCENT))
    drawing.add(_words(left + 92, y - 2.6, proposal))
    drawing.add(_stroke(left + 164, y))
    drawing.add(_words(left + 172, y - 2.6, wanted))


def _words(
    x: float, y: float, words: str, *, anchor: str = "start", font: str = FONT, colour: object = INK
) -> String:
    return String(x, y, words, textAnchor=anchor, fontName=font, fontSize=LABEL_SIZE, fillColor=colour)
