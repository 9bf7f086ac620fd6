"""How the bars of a day are painted: frame, bars, lines of competences, and their words kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from heiltid.model import DemandRow, Unit
from ui.charts.chart import say
from ui.pages.staffing.changes import Demand, Part
from ui.pages.staffing.layout import Bar, Scale
from ui.texts import tr
from ui.theme import theme
from ui.typed import clock_words, competence_words

WORD_HEIGHT = 18.0
_HOURS_APART = 180
_FEW, _SOME, _MANY = 6, 14, 40
_RADIUS = 4.0
_LOW = 60.0  # a bar so low has no room between its number and a line across it


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the user holds or has marked: place of the row, part of it, and whether the keyboard is here."""

    place: int = -1
    part: Part | None = None
    has_focus: bool = False


def paint_day(
    painter: QPainter, unit: Unit, demand: Demand, scale: Scale, bars: Sequence[Bar], looked: Looked
) -> None:
    """Everything, from back to front."""
    _frame(painter, scale)
    taken: list[QRectF] = []
    for bar in bars:
        if bar.is_line:
            _line(painter, bar, looked)
        else:
            _bar(painter, unit, demand[bar.place], bar, looked)
    for bar in bars:
        if not bar.is_line:
            _count(painter, unit, demand[bar.place], bar, taken)
    for row, area in _lines_worded(demand, bars):
        _line_words(painter, row, area, scale, taken)
    for bar in bars:
        _grips(painter, demand[bar.place], bar, looked)


def _frame(painter: QPainter, scale: Scale) -> None:
    plot = scale.plot
    step = 1 if scale.top <= _FEW else 2 if scale.top <= _SOME else 5 if scale.top <= _MANY else 20
    for people in range(0, scale.top + 1, step):
        y = scale.y(people)
        painter.setPen(QPen(QColor(theme().line), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        box = QRectF(0, y - WORD_HEIGHT / 2, plot.left() - 8, WORD_HEIGHT)
        say(painter, box, str(people), theme().muted, Qt.AlignmentFlag.AlignRight)
    for minute in range(scale.first, scale.last + 1, _HOURS_APART):
        box = QRectF(scale.x(minute) - 20, plot.bottom() + 4, 40, WORD_HEIGHT)
        say(painter, box, clock_words(minute)[:2], theme().muted, Qt.AlignmentFlag.AlignHCenter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Colours:
    """Of a bar: its ground, its edge, the words on it, and the ground of words outside it."""

    ground: QColor
    edge: str
    text: str
    outside_ground: str
    outside_text: str


def _colours(unit: Unit, row: DemandRow) -> _Colours:
    """A row by code has its shift's colours; on a dark card the others are toned down to be read on."""
    now = theme()
    shift = unit.shift_by_code().get(row.shift or "")
    if shift is not None:
        chip = now.chip(shift.kind)
        ground = QColor(chip.ground)
        return _Colours(
            ground=ground,
            edge=chip.edge,
            text=chip.text,
            outside_ground=chip.ground,
            outside_text=chip.text,
        )
    ground = _mixed(now.accent, now.card) if now.is_dark else QColor(now.accent)
    text = now.text if now.is_dark else now.accent_text
    return _Colours(ground=ground, edge=now.accent, text=text, outside_ground=now.card, outside_text=now.text)


def _mixed(one: str, other: str) -> QColor:
    """Halfway between two colours."""
    a, b = QColor(one), QColor(other)
    return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)


def _bar(painter: QPainter, unit: Unit, row: DemandRow, bar: Bar, looked: Looked) -> None:
    colours = _colours(unit, row)
    lighter = QColor(colours.ground)
    lighter.setAlphaF(0.35)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(lighter)
    painter.drawRoundedRect(bar.target.adjusted(1, 0, -1, 0), 3, 3)
    painter.setBrush(colours.ground)
    painter.drawRoundedRect(bar.least.adjusted(1, 0, -1, 0), 3, 3)
    is_marked = looked.place == bar.place
    width = 2.5 if is_marked and looked.has_focus else 1.5 if is_marked else 1.0
    painter.setPen(QPen(QColor(theme().text if is_marked else colours.edge), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(bar.target.adjusted(1, 0, -1, 0), 3, 3)


def _count(painter: QPainter, unit: Unit, row: DemandRow, bar: Bar, taken: list[QRectF]) -> None:
    """The number at the top of a bar; above it, on a ground of its own, where the bar is too small."""
    words, colours = count_words(row), _colours(unit, row)
    painter.save()
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(words) + 4.0
    is_inside = bar.least.height() >= WORD_HEIGHT + 4 and bar.least.width() >= wide
    margin = 4 if bar.least.height() > _LOW else 0
    top = bar.least.top() + margin if is_inside else bar.target.top() - WORD_HEIGHT - 2
    box = QRectF(bar.target.center().x() - wide / 2, top, wide, WORD_HEIGHT)
    if not is_inside:
        box = _apart(box, taken, WORD_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.outside_ground))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    taken.append(box)
    colour = colours.text if is_inside else colours.outside_text
    say(painter, box, words, colour, Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def count_words(row: DemandRow) -> str:
    """ "6", "6–7", "D1 2"."""
    shown = str(row.minimum) if row.target == row.minimum else f"{row.minimum}–{row.target}"
    return shown if row.shift is None else f"{row.shift} {shown}"


def _line(painter: QPainter, bar: Bar, looked: Looked) -> None:
    y = bar.least.top()
    ends = QPointF(bar.least.left() + 3, y), QPointF(bar.least.right() - 3, y)
    is_marked = looked.place == bar.place
    outer = theme().text if is_marked and looked.has_focus else theme().warning
    painter.setPen(QPen(QColor(theme().card), 9 if is_marked else 7))
    painter.drawLine(*ends)
    painter.setPen(QPen(QColor(outer), 7 if is_marked else 5))
    painter.drawLine(*ends)
    painter.setPen(QPen(QColor(theme().sidebar_mark), 3))
    painter.drawLine(*ends)


def _lines_worded(demand: Demand, bars: Sequence[Bar]) -> Iterable[tuple[DemandRow, QRectF]]:
    """Lines that need words: one for lines of the same height and competence that follow one another."""
    runs: list[tuple[DemandRow, QRectF]] = []
    for bar in sorted((bar for bar in bars if bar.is_line), key=lambda bar: bar.least.left()):
        row = demand[bar.place]
        for place, (other, area) in enumerate(runs):
            same = _need(other) == _need(row)
            if same and bar.least.left() - area.right() < 1:
                runs[place] = other, area.united(bar.least)
                break
        else:
            runs.append((row, bar.least))
    return runs


def _need(row: DemandRow) -> tuple[object, ...]:
    return row.competence, row.minimum, row.target, row.shift


def _line_words(painter: QPainter, row: DemandRow, line: QRectF, scale: Scale, taken: list[QRectF]) -> None:
    """ "minst 1 sjukepleiar" on a ground of its own, so that it can be read on any bar."""
    words = tr("ui.staffing.line", count=count_words(row), competence=competence_words(row.competence))
    wide = painter.fontMetrics().horizontalAdvance(words) + 14.0
    left = max(scale.plot.left(), min(line.left() + 8, scale.plot.right() - wide))
    wanted = QRectF(left, line.top() - WORD_HEIGHT - 5, wide, WORD_HEIGHT)
    below = wanted.translated(0, WORD_HEIGHT + 10)
    end = line.right() - 4
    found = _along(wanted, end, taken) or (_along(below, end, taken) if scale.holds(below) else None)
    box = found or _apart(wanted, taken, WORD_HEIGHT + 2)
    taken.append(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().warning_ground))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    say(painter, box, words, theme().warning, Qt.AlignmentFlag.AlignHCenter)


def _along(box: QRectF, end: float, taken: Sequence[QRectF]) -> QRectF | None:
    """The first free place for the box on its way to the right; None where it would pass `end`."""
    while any(box.intersects(other) for other in taken):
        box = box.translated(WORD_HEIGHT, 0)
        if box.right() > end:
            return None
    return box


def _apart(box: QRectF, taken: Sequence[QRectF], step: float) -> QRectF:
    """The box moved up until it lies over no other."""
    for _ in range(len(taken) + 1):
        if not any(box.intersects(other) for other in taken):
            break
        box = box.translated(0, -step)
    return box


def _grips(painter: QPainter, row: DemandRow, bar: Bar, looked: Looked) -> None:
    """Where the bar under the pointer, or the marked one, can be held."""
    if looked.place != bar.place:
        return
    middle = bar.least.top() if bar.is_line else bar.least.center().y()
    points = {Part.LEAST: QPointF(bar.least.center().x(), bar.least.top())}
    if row.target > row.minimum:
        points[Part.TARGET] = QPointF(bar.target.center().x(), bar.target.top())
    if row.shift is None:
        points[Part.START] = QPointF(bar.target.left() + 1, middle)
        points[Part.END] = QPointF(bar.target.right() - 1, middle)
    for part, point in points.items():
        painter.setPen(QPen(QColor(theme().text), 1.5))
        painter.setBrush(QColor(theme().sidebar_mark if part is looked.part else theme().card))
        painter.drawEllipse(point, _RADIUS + 1, _RADIUS + 1)
