"""The last edit of the rota and what it brought, with the way back beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from heiltid.rules.judgement import Judgement
from ui.document import Change, Document
from ui.pages.rota.change_words import change_words, new_breaches
from ui.pages.rota.words import given_words
from ui.texts import tr
from ui.widgets.basic import MARGIN, WIDE_GAP, button, label, set_look

HEIGHT = 30


class ChangeNews(QFrame):
    """Stands until the next change, or until it is taken back; then the grid has its place again."""

    left = Signal()  # the way back had the focus, and goes

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.words = label("", "", wraps=True, name="rota_news")
        self.undo = button("ui.rota.undo", "link", name="rota_news_undo")
        box = QHBoxLayout(self)
        box.setContentsMargins(MARGIN, 2, MARGIN, 2)
        box.setSpacing(WIDE_GAP)
        box.addWidget(self.undo)
        box.addWidget(self.words, 1)
        self.setMinimumHeight(HEIGHT)
        self.setProperty("look", "footer")
        self.hide()
        self._fold = QTimer(self, singleShot=True, interval=0)  # the next step's words may come at once
        self._fold.timeout.connect(self.hide)
        self.undo.clicked.connect(document.undo_stack.undo)
        document.changed.connect(self._forget)

    def show_change(self, step: str, before: Judgement) -> None:
        """What a step brought. before: how the plan was judged till then."""
        after = self._document.judgement
        is_given = step == "give"
        lead = given_words(before.plan, self._document) if is_given else tr(f"ui.rota.news.step.{step}")
        self.words.setText(f"{lead}: {change_words(before, after)}")
        set_look(self.words, "worse" if new_breaches(before, after) else "")
        self.undo.setAccessibleName(f"{tr('ui.rota.undo')}: {self.words.text()}")
        self.undo.show()
        self._fold.stop()
        self.show()

    def _forget(self, change: Change) -> None:
        self.words.clear()
        if self.undo.hasFocus():
            self.left.emit()
        self.undo.hide()
        self._fold.start()
