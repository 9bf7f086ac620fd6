"""The menu of the chosen lines of the staff list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from heiltid.model import Employee
from ui.texts import tr


class PeopleMenu(QMenu):
    """What can be done with one person, or with several. `ways`: what each entry does, by its key."""

    def __init__(
        self, people: list[Employee], ways: dict[str, Callable[[], None]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        alone = people[0] if len(people) == 1 else None
        for key, slot in ways.items():
            if key == "remove":
                self.addSeparator()
            action = QAction(tr(f"ui.people.menu_{key}"), self)
            action.setObjectName(f"people_menu_{key}")
            action.triggered.connect(slot)
            if key in ("open", "rota", "sheet"):
                action.setEnabled(alone is not None and (key == "open" or alone.is_planned))
            self.addAction(action)
