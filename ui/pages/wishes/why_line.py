"""Below the wishes: whether the chosen one is met in the shown rota, and why not."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.advice.wish_why_words import wish_sentences
from heiltid.model import Wish
from ui.document import Document
from ui.texts import language
from ui.widgets.basic import label

WAIT_MILLISECONDS = 120


class WishWhyLine(QWidget):
    """Reckoned shortly after the user has stopped moving."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._asked: tuple[Wish, int | None] | None = None
        self._label = label("", wraps=True, name="wish_why")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.reckon)
        self.hide()

    def ask(self, wish: Wish, day: int | None) -> None:
        """A wish of somebody with a line in the shown rota; day None: all the days it is for."""
        self._asked = (wish, day)
        self._timer.start()

    def forget(self) -> None:
        """No wish is chosen, or there is no rota to ask."""
        self._asked = None
        self._timer.stop()
        self.hide()

    def reckon(self) -> None:
        """Ask now."""
        self._timer.stop()
        if self._asked is None:
            return
        wish, day = self._asked
        judged = self._document.judgement
        is_planned = any(person.number == wish.employee for person in judged.context.people)
        words = wish_sentences(judged, wish, day, language()) if is_planned else ""
        self._label.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What it tells."""
        return "" if self.isHidden() else self._label.text()
