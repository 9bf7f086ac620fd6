"""A card with the picture of a day, and a list to choose from where not all its days are alike."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from heiltid.model import Unit
from ui.pages.staffing.days import DayView
from ui.pages.staffing.picture import DayPicture
from ui.texts import tr
from ui.widgets.basic import Card, tip
from ui.widgets.boxes import ChoiceBox


class DayCard(Card):
    """Shows one of several days."""

    chosen = Signal()

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self.hint.setToolTip(tip(tr("ui.staffing.keys_hint")))
        self.picture = DayPicture(name)
        self.picture.setObjectName("staffing_picture")
        self.views: tuple[DayView, ...] = ()
        self.chooser = ChoiceBox()
        self.chooser.setAccessibleName(name)
        self.chooser.activated.connect(self._chosen)
        self.head.addWidget(self.chooser)
        self.body.addWidget(self.picture, 1)
        self._unit: Unit | None = None

    @property
    def view(self) -> DayView:
        """What is shown."""
        return self.views[max(0, self.chooser.currentIndex())]

    def show_views(self, unit: Unit, views: tuple[DayView, ...], wanted: str | None = None) -> None:
        """Show the unit; the chosen day stays while it is there, else the first."""
        key = wanted or (self.view.key if self.views else "")
        before = set(self.view.days.weekdays) if self.views else set()
        self._unit, self.views = unit, views
        self.chooser.blockSignals(True)
        self.chooser.clear()
        self.chooser.addItems([view.title for view in views])
        keys = [view.key for view in views]
        alike = [place for place, view in enumerate(views) if before & view.days.weekdays]
        self.chooser.setCurrentIndex(keys.index(key) if key in keys else (alike or [0])[0])
        self.chooser.blockSignals(False)
        self.chooser.setVisible(len(views) > 1)
        self._show()

    def choose(self, key: str) -> None:
        """Show the day of that key, if there is one."""
        for place, view in enumerate(self.views):
            if view.key == key:
                self.chooser.setCurrentIndex(place)
                self._show()

    def _chosen(self) -> None:
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        assert self._unit is not None
        self.heading.setText(self.view.title)
        self.picture.show_day(self._unit, self.view)
