"""The way to a file that was just written: open it, or the folder it lies in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.widgets.basic import GAP, button, row


class WrittenLinks(QWidget):
    """Two links; a folder of files has no other to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._open = button("ui.written.open", "link", name="written_open")
        self._folder = button("ui.written.folder", "link", name="written_folder")
        self._open.clicked.connect(self._open_file)
        self._folder.clicked.connect(self._open_folder)
        box = row(self._open, self._folder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        self.setLayout(box)
        self.hide()

    def show_path(self, path: Path | None) -> None:
        """To this file or folder; None for nowhere."""
        self._path = path
        self._open.setVisible(path is not None and path.is_file())
        self.setVisible(path is not None)

    def _open_file(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _open_folder(self) -> None:
        if self._path is not None:
            folder = self._path if self._path.is_dir() else self._path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
