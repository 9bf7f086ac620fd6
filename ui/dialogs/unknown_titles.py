"""Titles in a pasted list that are no competence of the unit: made one by a click, or read as one it has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from heiltid.exchange.pasted import UnknownTitle
from heiltid.model import Competence
from ui.texts import tr
from ui.typed import competence_words
from ui.widgets.basic import GAP, clear_layout, label, row
from ui.widgets.boxes import ChoiceBox

MOST_SHOWN = 6  # the others come as these are settled


class TitleLine(QWidget):
    """One title, in however many rows."""

    made_new = Signal(object)  # UnknownTitle
    read_as = Signal(object, str)  # UnknownTitle, the name of a competence

    def __init__(
        self, title: UnknownTitle, known: Sequence[Competence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        rows = len(title.places)
        words = tr("ui.paste.title_rows" if rows > 1 else "ui.paste.title", word=title.word, count=rows)
        self.new = QPushButton(tr("ui.paste.title_new", name=competence_words(title.name)))
        self.new.setObjectName("paste_title_new")
        self.new.setAccessibleName(f"{words}: {self.new.text()}")
        self.new.clicked.connect(self._make_new)
        self.known = ChoiceBox()
        self.known.addItem(tr("ui.paste.title_known"), None)
        for entry in known:
            self.known.addItem(competence_words(entry.name), entry.name)
        self.known.setAccessibleName(f"{words}: {tr('ui.paste.title_known')}")
        self.known.setEnabled(bool(known))
        self.known.activated.connect(self._choose)
        self.words = label(words)
        line = row(self.words, self.new, self.known, None)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def _make_new(self) -> None:
        self.made_new.emit(self._title)

    def _choose(self) -> None:
        name = self.known.currentData()
        if name is not None:
            self.read_as.emit(self._title, name)


class UnknownTitles(QWidget):
    """A line for each; nothing is seen of it while there are none."""

    made_new = Signal(object)  # UnknownTitle
    read_as = Signal(object, str)  # UnknownTitle, the name of a competence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[TitleLine, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)

    def show_titles(self, titles: Sequence[UnknownTitle], known: Sequence[Competence]) -> None:
        """These, with the competences each may be read as."""
        clear_layout(self._box)
        self.lines = tuple(TitleLine(title, known) for title in titles[:MOST_SHOWN])
        width = max((line.words.sizeHint().width() for line in self.lines), default=0)
        for line in self.lines:
            line.words.setMinimumWidth(width)
            line.made_new.connect(self.made_new)
            line.read_as.connect(self.read_as)
            self._box.addWidget(line)
        self.setVisible(bool(titles))
