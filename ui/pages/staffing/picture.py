"""The picture of a day: bars to drag in, by mouse or keyboard; the document hears of it when let go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from heiltid.coverage import span_of
from heiltid.model import Unit
from ui.charts.chart import Chart
from ui.pages.staffing.changes import STEP_MINUTES, Demand, Part, dragged, snapped
from ui.pages.staffing.days import DayView
from ui.pages.staffing.layout import Bar, Scale, bars_of, scale_for
from ui.pages.staffing.painting import Looked, paint_day
from ui.pages.staffing.words import row_cells, row_headings, row_sentence
from ui.texts import tr

_CURSORS = {
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
    Part.LEAST: Qt.CursorShape.SizeVerCursor,
    Part.TARGET: Qt.CursorShape.SizeVerCursor,
}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class DayPicture(Chart):
    """Rows of the demand that count on the days of a view."""

    previewed = Signal(object)  # Demand while something is dragged; None when it was let be
    committed = Signal(object)  # Demand
    marked = Signal(int)  # place in unit.demand

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setMinimumSize(QSize(300, 170))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unit: Unit | None = None
        self._view: DayView | None = None
        self._preview: Demand | None = None
        self._held: tuple[int, Part] | None = None
        self._frozen: Scale | None = None
        self._marked = -1
        self._hovered: tuple[int, Part | None] = (-1, None)

    def show_day(self, unit: Unit, view: DayView) -> None:
        """The unit as it is now; whatever was being dragged is let be."""
        self._unit, self._view = unit, view
        self._let_go()
        if self._marked not in view.rows:
            self._marked = -1
        self.update()

    def mark(self, place: int) -> None:
        """Show a row as the chosen one; another day's row marks nothing."""
        self._marked = place if self._view is not None and place in self._view.rows else -1
        self._describe()
        self.update()

    @property
    def marked_row(self) -> int:
        """Place in unit.demand of the chosen bar; -1 for none."""
        return self._marked

    @property
    def demand(self) -> Demand:
        """The demand as the picture shows it, also in the middle of a drag."""
        if self._preview is not None:
            return self._preview
        return () if self._unit is None else self._unit.demand

    def bars(self) -> tuple[Bar, ...]:
        """The bars where they are painted, from back to front."""
        if self._unit is None or self._view is None:
            return ()
        return bars_of(self._unit, self.demand, self._view.rows, self._scale(QRectF(self.rect())))

    def _scale(self, area: QRectF) -> Scale:
        assert self._unit is not None
        return self._frozen or scale_for(self._unit, self.demand, area)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        if self._unit is None or self._view is None:
            return
        scale = self._scale(area)
        bars = bars_of(self._unit, self.demand, self._view.rows, scale)
        place, part = self._held or self._hovered
        looked = Looked(
            place=self._marked if place < 0 else place,
            part=part,
            has_focus=self.hasFocus() and place in (-1, self._marked),
        )
        paint_day(painter, self._unit, self.demand, scale, bars, looked)
        if not bars:
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), tr("ui.staffing.no_rows"))

    def table(self) -> Sequence[Sequence[str]]:
        rows = () if self._view is None else self._view.rows
        return [row_headings(), *(row_cells(self.demand[place]) for place in rows)]

    def _at(self, point: QPointF) -> tuple[int, Part | None]:
        """The row under the pointer, and what of it can be held there; the front one first."""
        bars = tuple(reversed(self.bars()))
        for bar in bars:
            part = bar.part_at(point, has_time=self.demand[bar.place].shift is None)
            if part is not None:
                return bar.place, part
        return next(((bar.place, None) for bar in bars if bar.holds(point)), (-1, None))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place, part = self._at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or place < 0:
            return
        self._choose(place)
        if part is not None:
            only_target = part is Part.LEAST and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._held = place, Part.TARGET if only_target else part
            self._frozen = self._scale(QRectF(self.rect()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held is None or self._unit is None or self._frozen is None:
            self._hovered = self._at(event.position())
            self.setCursor(_CURSORS.get(self._hovered[1], Qt.CursorShape.ArrowCursor))
            self.update()
            return
        place, part = self._held
        if part in (Part.START, Part.END):
            value = snapped(self._frozen.minute(event.position().x()))
        else:
            value = self._frozen.people(event.position().y())
        self._try(dragged(self._unit.demand, place, part, value))
        corner = self.mapToGlobal(event.position().toPoint())
        QToolTip.showText(corner, row_sentence(self.demand[place]), self)

    def _try(self, demand: Demand) -> None:
        """Show a change that is not made yet."""
        if demand != self.demand:
            self._preview = demand
            self.previewed.emit(demand)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton and self._held is not None:
            self._commit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hovered = (-1, None)
        self.update()

    def _commit(self) -> None:
        changed = self._preview
        self._held, self._frozen = None, None
        if changed is not None and self._unit is not None and changed != self._unit.demand:
            self.committed.emit(changed)
        self._let_go()

    def _let_go(self) -> None:
        self._held, self._frozen = None, None
        if self._preview is not None:
            self._preview = None
            self.previewed.emit(None)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place, _ = self._at(QPointF(event.pos()))
            words = row_sentence(self.demand[place]) if place >= 0 else tr("ui.staffing.keys_hint")
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes from bar to bar, in the order of the day, and then on to the next part of the page."""
        order = self._in_order()
        place = order.index(self._marked) if self._marked in order else (-1 if forward else len(order))
        following = place + (1 if forward else -1)
        if not 0 <= following < len(order):
            return super().focusNextPrevChild(forward)
        self._choose(order[following])
        return True

    def _in_order(self) -> list[int]:
        if self._unit is None or self._view is None:
            return []
        shifts, demand = self._unit.shift_by_code(), self.demand
        return sorted(self._view.rows, key=lambda place: (span_of(demand[place], shifts), place))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        order = self._in_order()
        by_tab = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: -1}
        if event.reason() in by_tab and order:
            self._choose(order[by_tab[event.reason()]])

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._commit()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._preview is not None:
            self._let_go()
        elif key in _ARROWS and self._marked >= 0:
            self._step(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key, is_shifted: bool) -> None:
        """One quarter of an hour or one person; with Shift the start, and the target."""
        row, step = self.demand[self._marked], _ARROWS[key]
        if key in _SIDEWAYS:
            part = Part.START if is_shifted else Part.END
            at = row.start_minute if is_shifted else row.end_minute
            value = (at or 0) + step * STEP_MINUTES
        else:
            part = Part.TARGET if is_shifted else Part.LEAST
            value = (row.target if is_shifted else row.minimum) + step
        self._try(dragged(self.demand, self._marked, part, value))
        self._describe()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ARROWS and not event.isAutoRepeat():
            self._commit()
        else:
            super().keyReleaseEvent(event)

    def _choose(self, place: int) -> None:
        self._commit()
        self._marked = place
        self._describe()
        self.update()
        self.marked.emit(place)

    def _describe(self) -> None:
        """What a screen reader says of the chosen bar."""
        place = self._marked
        known = 0 <= place < len(self.demand)
        self.setAccessibleDescription(row_sentence(self.demand[place]) if known else "")
