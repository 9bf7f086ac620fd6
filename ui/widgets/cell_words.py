"""What a cell does with words that are wider than it: two lines for a note, a tooltip for the rest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from ui.models.records import NOTE_ROLE

SIDE = 9  # pixels the style leaves at each side of the words
NOTE_SMALLER = 1.5  # points


def is_cut(option: QStyleOptionViewItem) -> bool:
    """Whether a cell's words do not fit it. option: initialised by the delegate."""
    room = option.rect.width() - 2 * SIDE
    return bool(option.text) and option.fontMetrics.horizontalAdvance(option.text) > room


def paint_in_two_lines(painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
    """Paint a cell whose note does not fit behind its text with the note below it; False: no such cell."""
    note = index.data(NOTE_ROLE)
    if not note or not is_cut(option):
        return False
    text, option.text = option.text.removesuffix(f" · {note}"), ""
    widget = option.widget
    style = QApplication.style() if widget is None else widget.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
    small = QFont(option.font)
    small.setPointSizeF(option.font.pointSizeF() - NOTE_SMALLER)
    box = option.rect.adjusted(SIDE, 1, -SIDE, -1)
    upper = QRect(box.left(), box.top(), box.width(), box.height() * 9 // 16)
    lower = QRect(box.left(), upper.bottom(), box.width(), box.bottom() - upper.bottom())
    painter.save()
    painter.setPen(option.palette.color(role))
    for words, font, area in ((text, option.font, upper), (note, small, lower)):
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()
    return True
