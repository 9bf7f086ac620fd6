"""What every chart is: it paints itself at any size, and gives the same figures as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from ui.texts import tr
from ui.theme import theme

PICTURE_SCALE = 2
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Chart(QWidget):
    """Subclasses paint in `paint` and give `table`: headings first, then a row for each line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(200, 120))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._has_keys = False

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the chart into the area."""
        raise NotImplementedError

    def table(self) -> Sequence[Sequence[str]]:
        """The chart's figures as shown."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:  # ended whatever happens: Qt dies of a painter left behind
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRectF(self.rect()))
            if self._has_keys and self.hasFocus():
                painter.setPen(QPen(QColor(theme().accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        # A page that comes to the front gives the keyboard to its first part; no frame for that.
        self._has_keys = event.reason() in BY_KEYS
        self.setAccessibleDescription(self.table_text())  # read out to who cannot see the picture
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.table_text())
        else:
            super().keyPressEvent(event)

    def picture(self) -> QImage:
        """The chart on its card's ground, twice as fine as on the screen."""
        image = QImage(self.size() * PICTURE_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(PICTURE_SCALE)
        image.fill(QColor(theme().card))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            self.paint(painter, QRectF(self.rect()))
        return image

    def table_text(self) -> str:
        """The table for a spreadsheet."""
        return "\n".join("\t".join(line) for line in self.table())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        menu = QMenu(self)
        picture, table = (
            menu.addAction(tr("ui.chart.copy_picture")),
            menu.addAction(tr("ui.chart.copy_table")),
        )
        chosen = menu.exec(event.globalPos())
        if chosen is picture:
            QGuiApplication.clipboard().setImage(self.picture())
        elif chosen is table:
            QGuiApplication.clipboard().setText(self.table_text())


def say(painter: QPainter, area: QRectF, words: str, colour: str, side: Qt.AlignmentFlag) -> None:
    """Words inside an area."""
    painter.setPen(QColor(colour))
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), words)
