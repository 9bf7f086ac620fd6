"""Why positions did not grow more, and the ways to where that is changed."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.places import Lacking, UnitEntry
from ui.texts import tr
from ui.widgets.basic import GAP, button, label, row

LIMITS = ("staffing", "unit", "people")  # pages where what binds can be changed
TARGETS = {"unit": UnitEntry(key="budget"), "people": Lacking()}


class WhyPart(QWidget):
    """A heading, sentences, and a button for each page; gone where there is nothing to say."""

    wants_page = Signal(str, object)  # page, what it should show

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: of the sentences, and the start of the buttons' names."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(tr("ui.room.heading"), "heading"))
        self._words = label("", wraps=True, name=f"{name}_why")
        column.addWidget(self._words)
        self._ways = QSignalMapper(self)
        self._ways.mappedString.connect(self._go)
        links = [button(f"ui.room.to_{key}", name=f"{name}_to_{key}") for key in LIMITS]
        for key, link in zip(LIMITS, links, strict=True):
            self._ways.setMapping(link, key)
            link.clicked.connect(self._ways.map)
        column.addLayout(row(*links, None))

    def show_why(self, words: str) -> None:
        """These sentences; "" for nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def _go(self, page: str) -> None:
        self.wants_page.emit(page, TARGETS.get(page))
