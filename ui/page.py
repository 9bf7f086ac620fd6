"""What a page is, and what it may use: the desk."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.document import EVERYTHING, Change
from ui.texts import tr
from ui.widgets.basic import MARGIN, WIDE_GAP


class Page(QWidget):
    """One page of the window. A page is refreshed only while it is seen; changes meanwhile add up.

    Subclasses set `key` (texts: ui.page.<key>, help page <help_name>), build their widgets in
    __init__ into `self.column`, and fill them in `refresh`. They connect bound methods and change the
    document only through it.
    """

    key: ClassVar[str]
    help_name: ClassVar[str] = "start"
    has_own_scroll: ClassVar[bool] = False
    subtitle_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.document = desk.document
        self.setProperty("look", "page")
        self.setObjectName(f"page_{self.key}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, WIDE_GAP, MARGIN, WIDE_GAP)
        self.column.setSpacing(WIDE_GAP)
        self._is_stale = True
        self.document.changed.connect(self._heard)

    @property
    def title(self) -> str:
        """The page's name, as in the sidebar."""
        return tr(f"ui.page.{self.key}")

    def subtitle(self) -> str:
        """A line beside the title; emit subtitle_changed when it becomes another."""
        return ""

    def header_widgets(self) -> tuple[QWidget, ...]:
        """Buttons at the right of the header, the primary one last. Made once, kept by the page."""
        return ()

    def refresh(self, change: Change) -> None:
        """Show the document as it is now. EVERYTHING when the page was hidden meanwhile."""

    def areas(self) -> tuple[QWidget, ...]:
        """The parts of the page that F6 goes to, the one to begin with first."""
        return (self,)

    def arrive(self, target: object) -> None:
        """Somebody came here to see `target` (see Desk.go_to); pages that can jump override this."""

    def shown(self) -> None:
        """The window brings the page to the front."""
        if self._is_stale:
            self._is_stale = False
            self.refresh(EVERYTHING)

    def _heard(self, change: Change) -> None:
        if self.isVisible():
            self.refresh(change)
        else:
            self._is_stale = True
