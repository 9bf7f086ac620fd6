"""A strip above the sample that opens by itself: the way back to the unit one worked on last."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.desk import Desk
from ui.samples import samples
from ui.texts import tr
from ui.widgets.basic import GAP, MARGIN, button, label


def sample_title(path: Path) -> str:
    """The name of a sample that stands beside the program; "" for any other file."""
    return next((sample.title for sample in samples() if sample.path == path.resolve()), "")


def own_last(recent: Iterable[Path]) -> Path | None:
    """The newest of the recent files that is no sample."""
    return next((path for path in recent if not sample_title(path)), None)


class LastUsed(QFrame):
    """Says whose unit is open, names the last one of one's own, and opens it. Gone with the sample."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("last_used")
        self.setProperty("look", "strip")
        self._desk = desk
        self._path: Path | None = None
        self._sentence = label("")
        self._open = button("ui.last.open", "link", name="last_used_open")
        self._away = QPushButton("×")
        self._away.setObjectName("last_used_away")
        self._away.setProperty("look", "link")
        self._away.setAccessibleName(tr("ui.last.away"))
        self._away.setToolTip(tr("ui.last.away"))
        box = QHBoxLayout(self)
        box.setContentsMargins(MARGIN, 5, MARGIN, 5)
        box.setSpacing(GAP * 2)
        for part in (self._sentence, self._open):
            box.addWidget(part)
        box.addStretch(1)
        box.addWidget(self._away)
        self._open.clicked.connect(self._open_last)
        self._away.clicked.connect(self.hide)
        desk.document.replaced.connect(self.hide)
        self.hide()

    def offer(self, sample: str, path: Path) -> None:
        """The sample of that name has opened by itself, and this is the file one used last."""
        self._path = path
        self._sentence.setText(tr("ui.last.sample", sample=sample, name=path.stem))
        self._open.setToolTip(str(path))
        self._open.setAccessibleName(f"{self._open.text()} {path.stem}")
        self.setAccessibleName(self._sentence.text())
        self.show()

    def _open_last(self) -> None:
        if self._path is not None:
            self._desk.wants.emit("open_path", self._path)
