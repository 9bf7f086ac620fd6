"""The buttons beside the page's name: weeks in sight, which plan, undo, and the way to a new rota."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.document import Document
from ui.pages.rota.grid import Zoom
from ui.plan_names import listed, plan_name
from ui.texts import tr
from ui.widgets.basic import button
from ui.widgets.boxes import ChoiceBox
from ui.widgets.segments import Segments

WIDEST_CHOICE = 260  # pixels: with a proposal's own button the bar still fits a small screen
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


class PlanChooser(ChoiceBox):
    """The plans of the file; choosing one shows it."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._places: list[int] = []  # in the file's plans, by line
        self.setAccessibleName(tr("ui.rota.which_plan"))
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(WIDEST_CHOICE)
        self.activated.connect(self._chosen)

    def refresh(self) -> None:
        """The plans there are, and the one shown."""
        plans, shown = self._document.file.plans, self._document.shown_index
        self._places = listed(plans)
        names = [plan_name(plans[place]) for place in self._places]
        if names != [self.itemText(place) for place in range(self.count())]:
            self.clear()
            self.addItems(names)
        self.setVisible(len(names) > 1)
        self.setToolTip(f"{tr('ui.rota.which_plan')}: {self.shown_name()}")  # a long one is cut in the box
        if shown is not None:
            self.setCurrentIndex(self._places.index(shown) if shown in self._places else -1)

    def offers_choice(self) -> bool:
        """Whether there is more than one plan: then the shown one's name stands here."""
        return self.count() > 1

    def shown_name(self) -> str:
        """The name of the shown plan."""
        return plan_name(self._document.plan)

    def _chosen(self, line: int) -> None:
        self._document.show_plan(self._places[line])


def undo_button(document: Document, parent: QObject) -> QPushButton:
    """Undo, with what it would undo in its tooltip; off where there is nothing."""
    made = button("ui.rota.undo")
    stack = document.undo_stack
    made.setEnabled(stack.canUndo())
    made.clicked.connect(stack.undo)
    stack.canUndoChanged.connect(made.setEnabled)
    stack.undoTextChanged.connect(made.setToolTip)
    return made
