"""One part of the page: what is behind one of its tabs."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.booking.standings import Standings
from ui.pages.booking.work import Work
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP


class Part(QWidget):
    """Filled when it is seen: the page calls `refresh` then, and at every change while it is in front."""

    key: ClassVar[str]  # text ui.booking.tab.<key>
    help_name: ClassVar[str] = "booking"

    def __init__(self, work: Work, standings: Standings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.standings = standings
        self.setObjectName(f"booking_{self.key}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(WIDE_GAP)

    def can_be_shown(self) -> bool:
        """Whether there is anything to do here; most parts need a roll-out."""
        return self.work.rollout is not None

    def why_not(self) -> str:
        """What is needed before it can be shown."""
        return tr("ui.booking.needs_rollout" if self.work.rollout is None else "ui.booking.needs_list")

    def refresh(self) -> None:
        """Show the booking as it is now."""

    def left(self) -> None:
        """Another part, or another page, is in front."""

    def arrive(self, target: object) -> None:
        """Show what somebody was sent here for."""
