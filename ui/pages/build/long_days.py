"""That long shifts may stand on weekdays too, with the way to have them in weekends only."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from heiltid.edits.long_days import long_shifts_all_week, with_long_weekends
from ui.desk import Desk
from ui.document import Change
from ui.texts import tr
from ui.widgets.basic import GAP, button, label


class LongDays(QWidget):
    """One line; hidden where there is nothing to say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.only_weekends = button("ui.build.long_only_weekends", "link", name="build_long_weekends")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(label(tr("ui.build.long_all_week"), "muted"))
        line.addWidget(self.only_weekends)
        line.addStretch(1)
        self.only_weekends.clicked.connect(self._limit)
        desk.document.changed.connect(self._renew)
        if not self._is_wanted():  # what has no parent yet must not be shown: it would be a window
            self.hide()

    def _is_wanted(self) -> bool:
        return bool(long_shifts_all_week(self._desk.document.unit))

    def _renew(self, change: Change) -> None:
        if change.unit:
            self.setVisible(self._is_wanted())

    def _limit(self) -> None:
        document = self._desk.document
        document.apply_unit(tr("ui.build.long_step"), with_long_weekends(document.unit))
        self._desk.say(tr("ui.build.long_limited"))
