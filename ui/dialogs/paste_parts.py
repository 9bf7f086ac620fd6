"""Parts of the preview of what was pasted: cells to put right, and what a list may look like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from heiltid.exchange.pasted import ColumnGuess, Fault
from heiltid.exchange.problems import reason_text
from ui.models.records import Column
from ui.texts import language, tr
from ui.widgets.basic import GAP, Card, label
from ui.widgets.cell_words import SIDE
from ui.widgets.record_table import RecordTable

WIDEST = 760
FEW_FAULTS = 4  # always seen, where there are so many


class FaultyCells(QWidget):
    """Each cell that could not be read, where it stands and why; what is typed there is read instead."""

    corrected = Signal(int, int, str)  # row, column, what to read

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(label(tr("ui.paste.faults"), "heading"))
        box.addWidget(label(tr("ui.paste.faults_hint"), "muted", wraps=True))
        self.table = RecordTable(_fault_columns(), "pasted_faults")
        self.table.setAccessibleName(tr("ui.paste.faults"))
        self.table.edited.connect(self._edited)
        box.addWidget(self.table, 1)
        self._reason = ""
        self.why = label("", wraps=True)
        box.addWidget(self.why)
        self.table.chosen.connect(self._chosen)
        self.table.horizontalHeader().sectionResized.connect(self._fit_why)

    def show_above(self, part: QWidget) -> None:
        """Something that settles many of them at once."""
        self._box.insertWidget(self._box.indexOf(self.table), part)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Nothing is seen of the table while there are none."""
        self.table.set_records(faults)
        self.table.setMinimumHeight(self.table.height_of(min(len(faults), FEW_FAULTS)))
        self.table.setMaximumHeight(self.table.height_of(len(faults)))
        policy = QSizePolicy.Policy
        self.setSizePolicy(
            policy.Preferred, policy.Maximum if len(faults) <= FEW_FAULTS else policy.Preferred
        )
        self.setVisible(bool(faults))
        self._chosen(self.table.current_row())

    def _chosen(self, place: int) -> None:
        """The whole sentence about one cell: the first one while none is chosen."""
        faults = self.table.records_model.records
        if faults:
            fault = faults[place if 0 <= place < len(faults) else 0]
            where = tr("ui.paste.row_of", row=fault.row)
            self._reason = reason_text(fault.problem, language())
            self.why.setText(f"{where}: {self._reason}")
            self._fit_why()

    def _fit_why(self) -> None:
        """Only where the table has not said it whole."""
        room = self.table.columnWidth(len(self.table.records_model.columns) - 1) - 2 * SIDE
        self.why.setVisible(self.table.fontMetrics().horizontalAdvance(self._reason) > room)

    def _edited(self, _: int, fault: Fault) -> None:
        self.corrected.emit(fault.row, fault.column, fault.typed)


def _fault_columns() -> tuple[Column, ...]:
    return (
        Column(
            key="row",
            title=tr("ui.paste.row"),
            shown=lambda fault: str(fault.row),
            sorted_by=lambda fault: fault.row,
            is_number=True,
            width=44,
        ),
        Column(key="who", title=tr("ui.paste.who"), shown=lambda fault: fault.who, width=130),
        Column(key="column", title=tr("ui.paste.heading"), shown=lambda fault: fault.heading, width=110),
        Column(
            key="typed",
            title=tr("ui.paste.typed"),
            shown=lambda fault: fault.typed,
            parse=lambda fault, typed: replace(fault, typed=typed),
            note=lambda fault: "" if fault.typed else tr("ui.paste.empty_cell"),
            look=lambda fault: "worse",
            width=150,
        ),
        Column(
            key="why",
            title=tr("ui.paste.why"),
            shown=lambda fault: reason_text(fault.problem, language()),
            tooltip=tr("ui.paste.why"),
            hover=lambda fault: reason_text(fault.problem, language()),
            stretches=True,
            least_width=260,
        ),
    )


def unread_words(columns: Sequence[ColumnGuess]) -> str:
    """Which columns are not read though something stands in them; "" for none."""
    names = [
        tr("ui.paste.quoted", column=guess.heading or tr("ui.paste.column", number=guess.column))
        for guess in columns
        if guess.meaning is None and guess.has_content
    ]
    if len(names) < 2:
        return tr("ui.paste.unread_one", columns=names[0]) if names else ""
    return tr("ui.paste.unread", columns=tr("ui.people.paste_and").join((", ".join(names[:-1]), names[-1])))


def show_keeping_room(told: QWidget, *, is_shown: bool) -> None:
    """Once it was seen, what lies below stays where it is: the next click hits what it was meant for."""
    if told.isVisible():
        told.setMinimumHeight(told.height())
        _keep_room(told, is_kept=True)
    told.setVisible(is_shown)


def give_room_back(told: QWidget) -> None:
    """For another list."""
    told.hide()
    told.setMinimumHeight(0)
    _keep_room(told, is_kept=False)


def _keep_room(told: QWidget, *, is_kept: bool) -> None:
    policy = told.sizePolicy()
    policy.setRetainSizeWhenHidden(is_kept)
    told.setSizePolicy(policy)


class PasteExample(Card):
    """What columns are understood, and a list as it may look. Its rows have | between the cells."""

    def __init__(self, understood: Sequence[str], rows: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.paste.example"), parent=parent)
        self.setMaximumWidth(WIDEST)
        self.body.addWidget(label(tr("ui.paste.how"), wraps=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(4)
        for place, line in enumerate(rows.splitlines()):
            for column, cell in enumerate(line.split("|")):
                grid.addWidget(label(cell.strip(), "muted" if place else "heading"), place, column)
        grid.setColumnStretch(grid.columnCount(), 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            label(tr("ui.paste.understood", columns=", ".join(understood)), "muted", wraps=True)
        )
