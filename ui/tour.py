"""A short tour of the window: a card beside what it speaks of, one sentence a step. Nothing is blocked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.texts import tr
from ui.theme import theme
from ui.widgets.basic import GAP, button, label, row

FLAG = "tour_seen"
WIDTH, ROOM = 360, 14
LINE_WIDTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop. page: brought to the front; target: object name of what is pointed at."""

    key: str
    page: str
    target: str


STEPS = (
    Step(key="rota", page="rota", target="page_rota"),
    Step(key="line", page="rota", target="figure_line"),
    Step(key="staffing", page="staffing", target="nav_staffing"),
    Step(key="people", page="people", target="nav_people"),
    Step(key="build", page="build", target="nav_build"),
    Step(key="results", page="results", target="nav_results"),
)


class _Mark(QWidget):
    """A frame around what the card speaks of; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            for width, colour in ((LINE_WIDTH + 1, theme().text), (LINE_WIDTH - 1, theme().sidebar_mark)):
                painter.setPen(QPen(QColor(colour), width))  # dark and light: seen on any ground
                painter.drawRoundedRect(frame, 6, 6)


class Tour(QFrame):
    """The card. Next goes on, Skip or Esc ends it; the program can be used all the while."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._place = -1  # the offer comes before the first step
        self.setObjectName("tour")
        self.setProperty("look", "tour")
        self.setFixedWidth(WIDTH)
        self._mark = _Mark(window)
        self._count = label("", "muted")
        self._headline = label("", "heading", wraps=True, name="tour_headline")
        self._sentence = label("", wraps=True, name="tour_sentence")
        self._skip = button("ui.tour.skip", name="tour_skip")
        self._next = button("ui.tour.next", "primary", name="tour_next")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(GAP)
        for part in (self._headline, self._sentence):
            column.addWidget(part)
        column.addLayout(row(self._count, None, self._skip, self._next))
        self._skip.clicked.connect(self.end)
        self._next.clicked.connect(self.go_on)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._put)
        window.installEventFilter(self)
        self.hide()
        self._mark.hide()

    def offer(self) -> None:
        """Ask whether a tour is wanted. It is asked once in a user's life."""
        self._desk.settings.set_flag(FLAG, True)
        self._place = -1
        self._show_step()

    def give_way(self) -> None:
        """Somebody who has begun to work has answered the offer."""
        if self._place < 0:
            self.end()

    def begin(self) -> None:
        """Start at the first step."""
        self._desk.settings.set_flag(FLAG, True)
        self._place = -1
        self.go_on()

    def go_on(self) -> None:
        """The next step; after the last one the tour is over."""
        self._place += 1
        if self._place >= len(STEPS):
            self.end()
            return
        self._desk.go_to(STEPS[self._place].page)
        self._show_step()

    def end(self) -> None:
        """Put the card away."""
        self.hide()
        self._mark.hide()

    def _show_step(self) -> None:
        key = "offer" if self._place < 0 else STEPS[self._place].key
        self._headline.setText(tr(f"ui.tour.{key}"))
        self._sentence.setText(tr(f"ui.tour.{key}_sentence"))
        self._count.setText(
            "" if self._place < 0 else tr("ui.tour.count", number=self._place + 1, count=len(STEPS))
        )
        is_last = self._place == len(STEPS) - 1
        words = "start" if self._place < 0 else "done" if is_last else "next"
        self._next.setText(tr(f"ui.tour.{words}"))
        self._next.setAccessibleName(self._next.text())
        self._skip.setText(tr("ui.tour.later" if self._place < 0 else "ui.tour.skip"))
        self._skip.setVisible(not is_last)
        self.setAccessibleName(f"{self._headline.text()}. {self._sentence.text()}")
        self._put()
        self.show()
        self._next.setFocus()
        self._settling.start()  # once more when the page has found its place

    def _target(self) -> QRect | None:
        """What is pointed at, in the window's coordinates."""
        found = None if self._place < 0 else self._window.findChild(QWidget, STEPS[self._place].target)
        if found is None or not found.isVisible():
            return None
        return QRect(found.mapTo(self._window, QPoint(0, 0)), found.size())

    def _put(self) -> None:
        target = self._target()
        self.adjustSize()
        self.resize(WIDTH, max(self.sizeHint().height(), self.heightForWidth(WIDTH)))
        self.move(place_for(self.size(), target, self._window.rect()))
        self._mark.setVisible(target is not None)
        if target is not None:
            self._mark.setGeometry(target)
            self._mark.raise_()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._put()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._skip if self._skip.hasFocus() else self._next).click()
        else:
            super().keyPressEvent(event)


def place_for(card: QSize, target: QRect | None, window: QRect) -> QPoint:
    """Top left of a card beside its target: right of it, above it, else in the window's middle."""
    middle = QPoint((window.width() - card.width()) // 2, (window.height() - card.height()) // 2)
    if target is None:
        return middle
    lowest = window.height() - card.height() - ROOM
    if target.right() + 2 * ROOM + card.width() < window.width():
        return QPoint(target.right() + ROOM, max(ROOM, min(target.top(), lowest)))
    if target.top() - card.height() - ROOM > 0:
        left = min(target.left() + ROOM, window.width() - card.width() - ROOM)
        return QPoint(max(ROOM, left), target.top() - card.height() - ROOM)
    return QPoint(middle.x(), max(ROOM, min(target.bottom() - card.height() - 4 * ROOM, lowest)))
