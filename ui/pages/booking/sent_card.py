"""What was sent out, list by list or round by round: a table; below it what the chosen one is written as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from heiltid.exchange.booking.list_folder import ListPart
from heiltid.texts import Language
from ui.models.records import Column
from ui.texts import language, tr
from ui.widgets.basic import Card, button, label
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import RecordTable


class SentCard(Card):
    """Its records have `sent`, which has a `code`; that is what `current` and the signals hand out.

    Subclasses lay `controls` out below the table.
    """

    wants_files = Signal(object, object, object)  # what was sent, tuple[ListPart, ...], Language
    withdrawn = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        heading: str,
        nothing: str,
        columns: Sequence[Column],
        parts: Iterable[ListPart],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, parent=parent)
        self.table = RecordTable(columns, name)
        self.table.setAccessibleName(heading)
        self._nothing = label(nothing, "muted", wraps=True)
        self.ticks = {part: QCheckBox(tr(f"ui.booking.lists.part_{part.value}")) for part in parts}
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self.offer)
        self.language = ChoiceBox()
        self.language.setAccessibleName(tr("ui.booking.lists.language"))
        self.language.setToolTip(tr("ui.booking.lists.language"))
        for each in Language:
            self.language.addItem(tr(f"ui.booking.lists.in_{each.value}"), each.value)
        self.language.setCurrentIndex(self.language.findData(language().value))
        self.write = button("ui.booking.lists.write", name=f"{name}_write")
        self.withdraw = button("ui.booking.lists.withdraw", name=f"{name}_withdraw")
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table, 1)
        for line in self.controls():
            self.body.addLayout(line)
        self.write.clicked.connect(self._write)
        self.withdraw.clicked.connect(self._withdraw)
        self.table.chosen.connect(self._chosen)

    def controls(self) -> Iterable[QHBoxLayout]:
        """Ticks, language and buttons, in lines."""
        raise NotImplementedError

    def may_be_withdrawn(self, sent: Any) -> bool:
        """Whether it can still be taken back."""
        return True

    def show_lines(self, lines: Sequence[Any], wanted: str = "") -> None:
        """All of them; wanted: the code of the one to choose, else the one that was."""
        here = self.current()
        code = wanted or ("" if here is None else here.code)
        self.table.set_records(lines)
        if lines:
            self.table.show_row(next((n for n, line in enumerate(lines) if line.sent.code == code), 0))
        self._nothing.setVisible(not lines)
        self.offer()

    def current(self) -> Any:
        """What is chosen, None for nothing."""
        place, records = self.table.current_row(), self.table.records_model.records
        return records[place].sent if 0 <= place < len(records) else None

    def offer(self) -> None:
        """Open the buttons that have something to do."""
        sent = self.current()
        self.write.setEnabled(sent is not None and bool(self._parts()))
        self.withdraw.setEnabled(sent is not None and self.may_be_withdrawn(sent))

    def _parts(self) -> tuple[ListPart, ...]:
        return tuple(part for part, tick in self.ticks.items() if tick.isChecked())

    def _chosen(self, _: int) -> None:
        self.offer()
        if (sent := self.current()) is not None:
            self.chosen.emit(sent)

    def _write(self) -> None:
        if (sent := self.current()) is not None:
            self.wants_files.emit(sent, self._parts(), Language(self.language.currentData()))

    def _withdraw(self) -> None:
        if (sent := self.current()) is not None:
            self.withdrawn.emit(sent)
