"""A finding in words, with the edge of its kind at the left as on its card among the findings."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.pages.rota.finding_cards import BAR, bar_colour
from ui.pages.rota.findings_list import Section
from ui.theme import theme
from ui.widgets.basic import label

ROUND = 6
SIDE, ABOVE = 8, 5


class EdgedWords(QFrame):
    """What kind of finding and which rule, and below it the sentence."""

    def __init__(self, section: Section, head: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        box = QVBoxLayout(self)
        box.setContentsMargins(BAR + SIDE, ABOVE, SIDE, ABOVE)
        box.setSpacing(1)
        box.addWidget(label(head, "strong", wraps=True))
        box.addWidget(label(sentence, "", wraps=True))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        shown, frame = theme(), self.rect().adjusted(0, 0, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(shown.line), 1))
        painter.setBrush(QColor(shown.card))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        painter.setPen(QColor(bar_colour(self.section, shown)))
        painter.setBrush(QColor(bar_colour(self.section, shown)))
        painter.setClipRect(QRect(0, 0, BAR, self.height()))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        painter.end()
