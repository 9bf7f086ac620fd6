"""The unit and its shifts: what is told once and carried along wherever it is mentioned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heiltid.edits.losses import losses_text
from heiltid.edits.units import (
    Edited,
    losses,
    remove_competence,
    remove_shift,
    rename_competence,
    rename_shift,
    with_unit,
)
from heiltid.model import ShiftType, Unit, UnitFile
from ui.asking import choose, tell_trouble
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.unit.clock_bar import ClockBar
from ui.pages.unit.competences import CompetenceCard, CompetenceLine, new_competence
from ui.pages.unit.shifts import (
    CLOCK,
    CODE,
    ShiftColumns,
    ShiftLine,
    free_code,
    new_shift,
    shift_lines,
)
from ui.pages.unit.unit_card import UnitCard
from ui.places import UnitEntry
from ui.refusals import sentence_of
from ui.texts import language, tr
from ui.widgets.basic import WIDE_GAP, Card, button, row, scrolled
from ui.widgets.record_table import RecordTable

TABLE_HEIGHT = 190
ANSWERS = ("ui.unit.go_on", "ui.ask.cancel")


class UnitPage(Page):
    """Unit and competences above, shifts below."""

    key = "unit"
    help_name = "unit_shifts"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.unit_card = UnitCard()
        self.competences = CompetenceCard(self.document)
        self.table = RecordTable(ShiftColumns(self.document).columns(), "shifts_table")
        self.table.setAccessibleName(tr("ui.unit.shifts"))
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self._bars = ClockBar(self.table)
        self.table.setItemDelegateForColumn(CLOCK, self._bars)
        self._new = button("ui.unit.add_shift", "primary", name="unit_add_shift")
        self._copy = button("ui.unit.copy_shift", name="unit_copy_shift")
        self._remove = button("ui.unit.remove_shift", name="unit_remove_shift")
        above = QHBoxLayout()
        above.setSpacing(WIDE_GAP)
        above.addWidget(self.unit_card, 5)
        above.addWidget(self.competences, 3)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE_GAP)
        column.addLayout(above)
        column.addWidget(self._shift_card(), 1)
        self.column.addWidget(scrolled(body), 1)
        self._connect()

    def _shift_card(self) -> Card:
        card = Card(tr("ui.unit.shifts"), tr("ui.unit.shifts_hint"))
        card.body.addWidget(self.table, 1)
        card.body.addLayout(row(self._new, self._copy, None, self._remove))
        return card

    def _connect(self) -> None:
        self.unit_card.edited.connect(self._unit_edited)
        self.table.edited.connect(self._shift_edited)
        self.table.removed.connect(self.remove_shifts)
        self.competences.edited.connect(self._competence_edited)
        self.competences.wants_new.connect(self.add_competence)
        self.competences.wants_removed.connect(self.remove_competences)
        self._new.clicked.connect(self.add_shift)
        self._copy.clicked.connect(self.copy_shift)
        self._remove.clicked.connect(self._remove_chosen)

    def subtitle(self) -> str:
        unit = self.document.unit
        return tr("ui.unit.subtitle", weeks=unit.weeks, start=f"{unit.start:%d.%m.%Y}")

    def arrive(self, target: object) -> None:
        """The keyboard in the field that was meant."""
        if isinstance(target, UnitEntry) and target.key in self.unit_card.editors:
            self.unit_card.editors[target.key].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, change: Change) -> None:
        if not change.unit:
            return
        unit = self.document.unit
        self.unit_card.show_unit(unit)
        self.competences.show_unit(unit)
        self._bars.show_unit(unit)
        self.table.set_records(shift_lines(unit))
        self._copy.setEnabled(bool(unit.shifts))
        self._remove.setEnabled(bool(unit.shifts))
        self.subtitle_changed.emit()

    # -- the unit's own fields ----------------------------------------------------------------------

    def _unit_edited(self, key: str, unit: Unit) -> None:
        """Fewer weeks take something along: that is told first. What else becomes of the rotas, after."""
        before = self.document.unit
        after = with_unit(self.document.file, unit)
        lost = losses(self.document.file, after)
        if lost and not self._may(tr("ui.unit.lose_question"), losses_text(lost, language())):
            self.unit_card.show_unit(before)
            return
        self.document.apply(tr("ui.unit.step"), after)
        if self.document.file.plans and key in ("weeks", "kind", "start"):
            self.desk.say(_what_became(before, unit))

    def _may(self, question: str, details: str) -> bool:
        return choose(question, details, ANSWERS, self.window()) == ANSWERS[0]

    # -- shifts -------------------------------------------------------------------------------------

    def _shift_edited(self, place: int, line: ShiftLine) -> None:
        was = self.document.unit.shifts[line.place]
        if line.shift.code != was.code:
            self._take(tr("ui.unit.step_shift"), rename_shift(self.document.file, was.code, line.shift.code))
            return
        shifts = list(self.document.unit.shifts)
        shifts[line.place] = line.shift
        self._set_shifts(shifts)

    def _set_shifts(self, shifts: Sequence[ShiftType]) -> None:
        unit = replace(self.document.unit, shifts=tuple(shifts))
        self.document.apply_unit(tr("ui.unit.step_shift"), unit)

    def _take(self, label: str, edited: Edited) -> None:
        """Make an edit that brings the rotas along; one that does not fit is told."""
        why = sentence_of(edited.problems)
        if why:
            tell_trouble(tr("ui.unit.not_done"), why, self.window())
        else:
            self.document.apply(label, edited.file)

    def add_shift(self) -> None:
        """A new shift at the end, ready for its code."""
        self._add(new_shift(self.document.unit), len(self.document.unit.shifts))

    def copy_shift(self) -> None:
        """The chosen shift once more, under the next code."""
        unit, place = self.document.unit, self.table.current_row()
        if 0 <= place < len(unit.shifts):
            like = unit.shifts[place]
            self._add(replace(like, code=free_code(unit, like.code)), place + 1)

    def _add(self, shift: ShiftType, place: int) -> None:
        shifts = list(self.document.unit.shifts)
        self._set_shifts([*shifts[:place], shift, *shifts[place:]])
        self.table.edit_cell(place, CODE)

    def _remove_chosen(self) -> None:
        if self.table.selected_rows():
            self.remove_shifts(self.table.selected_rows())

    def remove_shifts(self, places: Sequence[int]) -> None:
        """Delete shifts; asks first when something else goes with them."""
        codes = [self.document.unit.shifts[place].code for place in places]
        question = tr("ui.unit.remove_question", what=", ".join(codes))
        self._remove_all(remove_shift, codes, "shifts", question)

    def _remove_all(
        self, remove: Callable[[UnitFile, str], Edited], names: Sequence[str], part: str, question: str
    ) -> None:
        file = self.document.file
        for name in names:
            file = remove(file, name).file
        lost = losses(self.document.file, file)
        more = [loss for loss in lost if loss.what != part]
        if not more or self._may(question, losses_text(lost, language())):
            self.document.apply(tr(f"ui.unit.step_remove_{part}"), file)

    # -- competences --------------------------------------------------------------------------------

    def _competence_edited(self, place: int, line: CompetenceLine) -> None:
        was = self.document.unit.competences[line.place]
        if line.entry.name != was.name:
            renamed = rename_competence(self.document.file, was.name, line.entry.name)
            self._take(tr("ui.unit.step_competence"), renamed)
            return
        listed = list(self.document.unit.competences)
        listed[line.place] = line.entry
        unit = replace(self.document.unit, competences=tuple(listed))
        self.document.apply_unit(tr("ui.unit.step_competence"), unit)

    def add_competence(self) -> None:
        """A new competence, ready for its name."""
        unit = self.document.unit
        listed = (*unit.competences, new_competence(unit))
        self.document.apply_unit(tr("ui.unit.step_competence"), replace(unit, competences=listed))
        self.competences.table.edit_cell(len(listed) - 1, 0)

    def remove_competences(self, places: Sequence[int]) -> None:
        """Delete competences; asks first when something else goes with them."""
        names = [self.document.unit.competences[place].name for place in places]
        self._remove_all(remove_competence, names, "competences", tr("ui.unit.remove_competence_question"))


def _what_became(before: Unit, after: Unit) -> str:
    """What an edit of weeks, kind or start made of the rotas, in a sentence."""
    if after.weeks < before.weeks:
        return tr("ui.unit.became_shorter", weeks=after.weeks)
    if after.weeks > before.weeks:
        key = "repeated" if after.is_cyclic else "longer"
        return tr(f"ui.unit.became_{key}", weeks=after.weeks)
    if after.kind is not before.kind:
        return tr(f"ui.unit.became_{after.kind.value}")
    return tr("ui.unit.became_moved", start=f"{after.start:%d.%m.%Y}")
