"""The buttons beside the page's name: weeks in sight, which plan, undo, and the way to a new rota."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from heiltid.model import Plan, PlanRole
from ui.document import Document
from ui.pages.rota.grid import Zoom
from ui.texts import tr
from ui.widgets.basic import button
from ui.widgets.segments import Segments

ZOOM_KEYS = {Zoom.ONE: "one", Zoom.FOUR: "four", Zoom.TWELVE: "twelve", Zoom.ALL: "all"}


class ZoomButtons(Segments):
    """How many weeks are in sight."""

    zoomed = Signal(object)  # Zoom

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([f"ui.rota.zoom_{key}" for key in ZOOM_KEYS.values()], parent=parent)
        for place, key in enumerate(ZOOM_KEYS.values()):
            self.button(place).setToolTip(tr(f"ui.rota.zoom_{key}_help"))
            self.button(place).setAccessibleName(tr(f"ui.rota.zoom_{key}_help"))
        self.chosen.connect(self._tell)

    def show_zoom(self, zoom: Zoom) -> None:
        """Mark the one in force."""
        self.mark(list(ZOOM_KEYS).index(zoom))

    def _tell(self, place: int) -> None:
        self.zoomed.emit(list(ZOOM_KEYS)[place])


def plan_name(plan: Plan, place: int) -> str:
    """A plan as people call it: its own name, else what it is."""
    if plan.name:
        return plan.name
    if plan.role is PlanRole.SCENARIO:
        return tr("ui.rota.scenario", number=place)
    return tr(f"ui.rota.role.{plan.role.value}")


class PlanChooser(QComboBox):
    """The plans of the file; choosing one shows it."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setAccessibleName(tr("ui.rota.which_plan"))
        self.setToolTip(tr("ui.rota.which_plan"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(220)
        self.activated.connect(self._chosen)

    def refresh(self) -> None:
        """The plans there are, and the one shown."""
        names, scenarios = [], 0
        for plan in self._document.file.plans:
            scenarios += plan.role is PlanRole.SCENARIO
            names.append(plan_name(plan, scenarios))
        if names != [self.itemText(place) for place in range(self.count())]:
            self.clear()
            self.addItems(names)
        self.setVisible(len(names) > 1)
        if self._document.shown_index is not None:
            self.setCurrentIndex(self._document.shown_index)

    def shown_name(self) -> str:
        """The name of the shown plan."""
        return self.currentText() if self._document.shown_index is not None else tr("ui.rota.role.today")

    def _chosen(self, place: int) -> None:
        self._document.show_plan(place)


def undo_button(document: Document, parent: QObject) -> QPushButton:
    """Undo, with what it would undo in its tooltip; off where there is nothing."""
    made = button("ui.rota.undo")
    stack = document.undo_stack
    made.setEnabled(stack.canUndo())
    made.clicked.connect(stack.undo)
    stack.canUndoChanged.connect(made.setEnabled)
    stack.undoTextChanged.connect(made.setToolTip)
    return made
