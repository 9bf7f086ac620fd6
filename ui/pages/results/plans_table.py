"""The table of plans: narrow columns under headings of two lines, and never without the shown one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
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
    """As wide a window as there is shows the column that stands out; `kept` has those always in sight."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._column, self._kept = -1, 0
        _set_up(self, model)
        self.verticalHeader().hide()  # the names of the rows stand in `kept`
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it is as high as its rows
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.kept = KeptColumns(model, self.selectionModel())

    def show_column(self, column: int, kept: int) -> None:
        """Scroll to it, now and whenever the table gets another width; -1 for none.

        kept: so many columns, the first, never slide out of sight: the others are compared with them.
        """
        self._column, self._kept = column, kept
        for place in range(self.model().columnCount()):
            self.setColumnHidden(place, place < kept)
        self.kept.show_columns(kept)
        self._set_least_height()
        self._fit_columns()
        self._bring_into_view()

    def _fit_columns(self) -> None:
        """Where not all have room, so wide that as many as do fill it: half a figure reads as another.

        The odd pixels come back every so many columns, so that it is filled wherever it is scrolled to.
        """
        header = self.horizontalHeader()
        shown = [place for place in range(self.model().columnCount()) if not self.isColumnHidden(place)]
        widths = {
            place: max(self.sizeHintForColumn(place), header.sectionSizeHint(place), LEAST_COLUMN)
            for place in shown
        }
        room = self.viewport().width()
        if sum(widths.values()) > room:
            in_sight = max(1, room // max(widths.values()))
            each, odd = divmod(room, in_sight)
            widths = {place: each + int(nth % in_sight < odd) for nth, place in enumerate(shown)}
        for place, width in widths.items():
            header.resizeSection(place, width)

    def _set_least_height(self) -> None:
        """All rows are seen at once, also above the bar that scrolls sideways; both heads are alike."""
        views = (self, self.kept)
        head = max(view.horizontalHeader().sizeHint().height() for view in views)
        bar = self.horizontalScrollBar().sizeHint().height()
        for view in views:
            view.horizontalHeader().setMinimumHeight(head)
            view.setMinimumHeight(ROW_HEIGHT * self.model().rowCount() + head + bar + 4)

    def _bring_into_view(self) -> None:
        if self._column >= self._kept:
            self.scrollTo(self.model().index(0, self._column))
        else:
            self.horizontalScrollBar().setValue(0)
        self.updateGeometries()  # how far it scrolls, with the columns as wide as they are now
        self.horizontalHeader().setOffsetToSectionPosition(self.horizontalScrollBar().value())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._fit_columns()
        self._bring_into_view()


class KeptColumns(QTableView):
    """The names of the rows, and the plans that stay in sight beside them."""

    def __init__(self, model: QAbstractItemModel, selection: QItemSelectionModel) -> None:
        super().__init__()
        _set_up(self, model)
        self.setSelectionModel(selection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_columns(self, count: int) -> None:
        """The first ones, and just the room they need."""
        for place in range(self.model().columnCount()):
            self.setColumnHidden(place, place >= count)
        self.resizeColumnsToContents()
        names = self.verticalHeader().sizeHint().width()
        self.setFixedWidth(names + self.horizontalHeader().length() + 2 * self.frameWidth())


def _set_up(view: QTableView, model: QAbstractItemModel) -> None:
    view.setModel(model)
    view.setShowGrid(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
    view.setTabKeyNavigation(False)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().setMinimumSectionSize(LEAST_COLUMN)
    view.horizontalHeader().setHighlightSections(False)
