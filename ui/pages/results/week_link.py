"""That the full-time week is not settled for somebody, and the way to what is found of them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from heiltid.rules.judgement import Judgement
from ui.desk import Desk
from ui.full_time_week import unsettled_weeks, week_words
from ui.places import Told
from ui.texts import tr
from ui.widgets.basic import tip


class WeekLink(QPushButton):
    """Of the shown plan; hidden where there is nothing to settle."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "link")
        self.setObjectName("results_week")
        self.setToolTip(tip(tr("ui.use.week_help")))
        self.clicked.connect(self._go)

    def show_judged(self, judgement: Judgement) -> None:
        """Of this plan."""
        words = week_words(judgement)
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _go(self) -> None:
        found = unsettled_weeks(self._desk.document.judgement)
        if found:
            self._desk.go_to("rota", Told(finding=found[0]))
