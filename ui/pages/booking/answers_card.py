"""Answers on their way in: files dropped or chosen and pasted text, read one by one, and what to do then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPlainTextEdit, QWidget

from ui.texts import tr
from ui.widgets.basic import Card, button, label, row

TEXT_HEIGHT = 96


class AnswersCard(Card):
    """It reads nothing itself: it says which files and what text there are."""

    files_given = Signal(object)  # list[Path]
    text_given = Signal(str)
    late_toggled = Signal(bool)
    taken = Signal()
    emptied = Signal()
    wants_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.booking.answers.heading"), parent=parent)
        self.setAcceptDrops(True)
        self.folder = Path.home()
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(tr("ui.booking.answers.text_like"))
        self.text.setAccessibleName(tr("ui.booking.answers.text"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.text.setAcceptDrops(False)  # files are for the card
        self.choose = button("ui.booking.answers.choose", name="answers_choose")
        self.paste = button("ui.booking.answers.paste", name="answers_paste")
        self.read = button("ui.booking.answers.read", name="answers_read")
        self.late = QCheckBox(tr("ui.booking.answers.late"))
        self.state = label("", wraps=True, name="answers_state")
        self.take = button("ui.booking.answers.take", "primary", name="answers_take")
        self.empty = button("ui.booking.answers.empty", name="answers_empty")
        self.refused = button("ui.booking.answers.refused", name="answers_refused")
        self.body.addWidget(label(tr("ui.booking.answers.hint"), "muted", wraps=True))
        self.body.addLayout(row(self.choose, self.paste, None))
        self.body.addWidget(self.text)
        self.body.addLayout(row(self.read, None))
        self.body.addWidget(self.late)
        self.body.addWidget(self.state)
        self.body.addLayout(row(self.take, self.empty, None))
        self.body.addLayout(row(self.refused, None))
        self.body.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        self.read.clicked.connect(self._read)
        self.late.toggled.connect(self.late_toggled)
        self.take.clicked.connect(self.taken)
        self.empty.clicked.connect(self.emptied)
        self.refused.clicked.connect(self.wants_refused)

    def show_state(self, words: str, taken: int, refused: int, *, has_any: bool) -> None:
        """What there is to take in, and what is left over."""
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.take.setText(tr("ui.booking.answers.take_count", count=taken))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(taken > 0)
        self.empty.setEnabled(has_any)
        self.refused.setEnabled(refused > 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        data = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.give_paths(paths)
        elif data.hasText():
            self.text_given.emit(data.text())
        event.acceptProposedAction()

    def give_paths(self, paths: Sequence[Path]) -> None:
        """Files, and all files right in a folder."""
        found: list[Path] = []
        for path in paths:
            found += sorted(entry for entry in path.iterdir() if entry.is_file()) if path.is_dir() else [path]
        if found:
            self.folder = found[0].parent
            self.files_given.emit(found)

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(
            self.window(), tr("ui.booking.answers.choose_title"), str(self.folder)
        )
        self.give_paths([Path(each) for each in found])

    def _paste(self) -> None:
        self.text_given.emit(QGuiApplication.clipboard().text())

    def _read(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            self.text.clear()
            self.text_given.emit(text)
