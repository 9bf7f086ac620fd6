"""Buttons that belong together, one of them pressed: how much, or how, something is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.widgets.basic import button


class Segments(QWidget):
    """One button for each text key, side by side without a gap."""

    chosen = Signal(int)  # place of the button pressed

    def __init__(self, keys: Sequence[str], *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._group = QButtonGroup(self)
        for place, key in enumerate(keys):
            made = button(key, "segment")
            made.setCheckable(True)
            made.setProperty("place", {0: "first", len(keys) - 1: "last"}.get(place, "middle"))
            made.setProperty("size", "small" if small else "")
            self._group.addButton(made, place)
            box.addWidget(made)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self.chosen)

    def button(self, place: int) -> QPushButton:
        """The button at a place."""
        found = self._group.button(place)
        assert isinstance(found, QPushButton)
        return found

    def mark(self, place: int) -> None:
        """Show which one is in force; says nothing."""
        self.button(place).setChecked(True)
