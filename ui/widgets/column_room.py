"""How wide a column of a table must be for its heading and its words, in the window's font."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

HEADING_ROOM, WORD_ROOM = 13, 19  # around a text in a heading and in a cell


def column_room(title: str, *words: str, least: int = 0) -> int:
    """Pixels for the heading, which may have several lines, and for the widest of some words."""
    font = QApplication.font()
    plain = QFontMetrics(font)
    font.setWeight(QFont.Weight.DemiBold)
    headings = map(QFontMetrics(font).horizontalAdvance, title.split("\n"))
    return max(
        least, max(headings) + HEADING_ROOM, *(plain.horizontalAdvance(word) + WORD_ROOM for word in words)
    )
