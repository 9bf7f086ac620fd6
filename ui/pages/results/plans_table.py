"""The table of plans: narrow columns under headings of two lines, and never without the shown one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW_HEIGHT = 26
LEAST_COLUMN = 76
UNBROKEN = 12  # letters of a name that stays on one line
MOST_IN_A_LINE = 16  # letters; a longer name is cut, and whole in its tooltip


def heading(name: str) -> str:
    """A name on two lines, broken where they become most alike: "Turnus frå\\n04.01.2027"."""
    words = [] if len(name) <= UNBROKEN else name.split()
    breaks = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    lines = min(breaks, key=lambda pair: max(map(len, pair)), default=(name,))
    return "\n".join(_cut(line) for line in lines)


def _cut(line: str) -> str:
    return line if len(line) <= MOST_IN_A_LINE else f"{line[: MOST_IN_A_LINE - 1].rstrip()}…"


class PlansTable(QTableView):
    """As wide a window as there is shows the column that stands out."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._column = -1
        self.setModel(model)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setMinimumSectionSize(LEAST_COLUMN)
        self.horizontalHeader().setHighlightSections(False)

    def show_column(self, column: int) -> None:
        """Scroll to it, now and whenever the table gets another width; -1 for none."""
        self._column = column
        self._set_least_height()
        self._bring_into_view()

    def _set_least_height(self) -> None:
        """All rows are seen at once, also above the bar that scrolls sideways."""
        bar = self.horizontalScrollBar().sizeHint().height()
        rows = ROW_HEIGHT * self.model().rowCount()
        self.setMinimumHeight(rows + self.horizontalHeader().sizeHint().height() + bar + 4)

    def _bring_into_view(self) -> None:
        if self._column >= 0:
            self.scrollTo(self.model().index(0, self._column))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._bring_into_view()
