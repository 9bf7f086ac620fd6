"""Pictures of cells, each drawn once for its look, size, theme and screen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from heiltid.model import ShiftKind
from ui.pages.rota.looks import ABSENT, DAY_OFF, FREE_DAY, UNKNOWN, Look, Mark
from ui.pages.rota.star import draw_star
from ui.theme import Chip, theme

COLOUR_BELOW, LETTER_BELOW, TIMES_FROM = 9, 19, 92  # widths in pixels
LOCK_FROM, LOCK_SIZE = 17, QSizeF(8, 7)  # ends above the letters
SMALLEST_FONT = 6.5
NARROWEST = 70  # per cent of the letters' width
MOST_KEPT = 4_000


class Detail(Enum):
    """How much of a code a cell has room for."""

    COLOUR = 0
    LETTER = 1
    CODE = 2
    TIMES = 3


def detail_of(width: int) -> Detail:
    """What a cell of this width shows."""
    if width < COLOUR_BELOW:
        return Detail.COLOUR
    if width < LETTER_BELOW:
        return Detail.LETTER
    return Detail.CODE if width < TIMES_FROM else Detail.TIMES


class Chips:
    """Draws looks into pixmaps of one size and keeps them."""

    def __init__(self) -> None:
        self._kept: dict[Look, QPixmap] = {}
        self._made_for: tuple[int, int, float, bool] | None = None
        self._times: Mapping[str, str] = {}
        self.width = self.height = 1
        self.ratio = 1.0

    def set_times(self, times: Mapping[str, str]) -> None:
        """Clock times by code, for wide cells."""
        if times != self._times:
            self._times = dict(times)
            self._kept.clear()

    def fit(self, width: int, height: int, ratio: float) -> None:
        """The size of a cell from now on, in logical pixels, and the screen's pixels to each."""
        wanted = (width, height, ratio, theme().is_dark)
        if wanted != self._made_for or len(self._kept) > MOST_KEPT:
            self._made_for = wanted
            self.width, self.height, self.ratio = width, height, ratio
            self._kept.clear()

    def pixmap(self, look: Look) -> QPixmap:
        """The picture of a look."""
        found = self._kept.get(look)
        if found is None:
            found = self._kept[look] = self._drawn(look)
        return found

    def _drawn(self, look: Look) -> QPixmap:
        made = QPixmap(round(self.width * self.ratio), round(self.height * self.ratio))
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = 0.0 if self.width < COLOUR_BELOW else 0.5 if self.width < LETTER_BELOW else 2.0
        box = QRectF(gap, 2.5, self.width - 2 * gap, self.height - 5)
        colour = self._ground(painter, look, box)
        self._letters(painter, look, box, colour)
        self._mark(painter, look, box)
        if look.is_locked:
            self._lock(painter)
        if look.is_unwished:
            draw_star(painter, self.width, self.height)
        painter.end()
        return made

    def _ground(self, painter: QPainter, look: Look, box: QRectF) -> QColor:
        """The chip behind the letters; the colour letters have on it."""
        if look.tone in (FREE_DAY, DAY_OFF):
            return QColor(theme().muted)
        chip = _chip(look.tone)
        radius = 0.0 if self.width < COLOUR_BELOW else self._radius
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if radius else box
        painter.setPen(QPen(QColor(chip.edge), 1) if radius else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chip.ground))
        painter.drawRoundedRect(inner, radius, radius)
        return QColor(chip.text)

    @property
    def _radius(self) -> float:
        return 4.0 if self.width >= LETTER_BELOW else 2.0

    def _letters(self, painter: QPainter, look: Look, box: QRectF, colour: QColor) -> None:
        detail = detail_of(self.width)
        if detail is Detail.COLOUR or not look.text:
            return
        shown = look.text[0] if detail is Detail.LETTER else look.text
        bold = QFont.Weight.Normal if look.tone == DAY_OFF else QFont.Weight.DemiBold
        times = self._times.get(look.text, "") if detail is Detail.TIMES else ""
        painter.setPen(colour)
        painter.setFont(_fitting(painter.font(), shown, box.width() - 1, bold))
        while len(shown) > 1 and painter.fontMetrics().horizontalAdvance(shown) > box.width():
            shown = shown[:-1]  # a long absence code: its beginning, the rest is in the tooltip
        if not times:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            return
        painter.drawText(box.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(_fitting(painter.font(), times, box.width() - 34, QFont.Weight.Normal))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -6, 0), right, times)

    def _mark(self, painter: QPainter, look: Look, box: QRectF) -> None:
        """A breach has a thick edge and a wedge, a note an edge, a paper not signed a line below."""
        shown, mark = theme(), look.mark
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark is Mark.AGREEMENT:
            below = QRectF(box.left() + 1.5, box.bottom() - 1, max(1.0, box.width() - 3), 2)
            painter.fillRect(below, QColor(shown.accent))
        elif mark is Mark.NOTE:
            is_strong = self._radius > 3 and look.text
            painter.setPen(QPen(QColor(shown.sidebar_mark), 1.6 if is_strong else 1.2))
            painter.drawRoundedRect(box.adjusted(0.2, 0.2, -0.2, -0.2), self._radius, self._radius)
        elif mark is Mark.BREACH:
            painter.setPen(QPen(QColor(shown.worse), 2))
            painter.drawRoundedRect(box.adjusted(0.2, 0.2, -0.2, -0.2), self._radius, self._radius)
            corner, leg = box.topLeft(), min(7.0, box.width() / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.worse))
            ends = (corner, corner + QPointF(leg, 0), corner + QPointF(0, leg))
            painter.drawPolygon(QPolygonF(ends))

    def paint_lock(self, painter: QPainter, corner: QPoint) -> None:
        """The padlock alone, on a cell whose upper left corner is here."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(corner)
        self._lock(painter)
        painter.restore()

    def _lock(self, painter: QPainter) -> None:
        """A padlock on a dark patch in the upper right corner; a folded corner where there is no room."""
        shown = theme()
        painter.setPen(QPen(QColor(shown.card), 1))  # parts it from a chip as dark as itself
        painter.setBrush(QColor(shown.text))
        if self.width < LOCK_FROM:
            corner, leg = QPointF(self.width, 0), min(8.0, self.width * 0.7)
            ends = (corner, corner - QPointF(leg, 0), corner + QPointF(0, leg))
            painter.drawPolygon(QPolygonF(ends))
            return
        patch = QRectF(self.width - LOCK_SIZE.width(), 0, LOCK_SIZE.width(), LOCK_SIZE.height())
        painter.drawRoundedRect(patch.adjusted(0.5, -1, 1, 0), 2, 2)
        body = QRectF(patch.center().x() - 2, patch.bottom() - 3.6, 4.5, 2.8)
        painter.drawArc(QRectF(body.left() + 0.75, body.top() - 2.2, 3, 4), 0, 180 * 16)
        painter.fillRect(body, QColor(shown.card))


def _chip(tone: str) -> Chip:
    if tone == ABSENT:
        return theme().absent
    if tone == UNKNOWN:
        shown = theme()
        return Chip(ground=shown.worse_ground, text=shown.worse, edge=shown.worse)
    return theme().chip(ShiftKind(tone))


def _fitting(base: QFont, shown: str, room: float, weight: QFont.Weight) -> QFont:
    """The program's font, smaller where the letters would not fit."""
    font = QFont(base)
    font.setWeight(weight)
    size = 8.5
    font.setPointSizeF(size)
    while size > SMALLEST_FONT and QFontMetricsF(font).horizontalAdvance(shown) > room:
        size -= 0.5
        font.setPointSizeF(size)
    wide = QFontMetricsF(font).horizontalAdvance(shown)
    if wide > room:  # a word of four letters, as SJUK
        font.setStretch(max(NARROWEST, int(100 * room / wide)))
    return font
