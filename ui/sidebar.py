"""The way to the pages, at the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.basic import label

WIDTH = 190


class Sidebar(QFrame):
    """One button for each page, and the unit's name below."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sidebar")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("ui.spoken.sidebar"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 0, 14)
        box.setSpacing(0)
        brand = label(tr("ui.name"), "brand")
        brand.setContentsMargins(18, 0, 0, 12)
        box.addWidget(brand)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.chosen)
        for key in keys:
            box.addWidget(self._button(key))
        box.addStretch(1)
        self._unit = label("", "sidebar_small", wraps=True)
        self._unit.setContentsMargins(18, 0, 10, 0)
        box.addWidget(self._unit)

    def _button(self, key: str) -> QPushButton:
        made = QPushButton(tr(f"ui.page.{key}"))
        made.setProperty("look", "nav")
        made.setObjectName(f"nav_{key}")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the mouse leaves the keyboard to the page
        made.setAccessibleName(made.text())
        self._group.addButton(made)
        self._mapper.setMapping(made, key)
        made.clicked.connect(self._mapper.map)
        self._buttons[key] = made
        return made

    @property
    def last(self) -> QWidget:
        """Where the way by Tab leaves the sidebar."""
        return list(self._buttons.values())[-1]

    def mark(self, key: str) -> None:
        """Show which page is in front."""
        self._buttons[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        """A number after a page's name: how much there wants a look."""
        name = tr(f"ui.page.{key}")
        self._buttons[key].setText(f"{name}  ({count})" if count else name)
        self._buttons[key].setAccessibleName(self._buttons[key].text())

    def set_entry(self, key: str, words: str) -> None:
        """Other words than the page's name while something is to be told of it; "" for the name again."""
        self._buttons[key].setText(words or tr(f"ui.page.{key}"))
        self._buttons[key].setAccessibleName(self._buttons[key].text())

    def set_unit(self, name: str) -> None:
        """The unit in work."""
        self._unit.setText(name)
