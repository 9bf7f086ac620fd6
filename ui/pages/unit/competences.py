"""The unit's competences: what they are called, and for which others somebody may stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from heiltid.competence_words import competence_meant
from heiltid.edits.units import rename_competence
from heiltid.model import Competence, Unit
from ui.document import Document
from ui.models.records import Column
from ui.refusals import refusal, sentence_of
from ui.texts import NO_VALUE, tr
from ui.typed import competence_typed, competence_words
from ui.widgets.basic import Card, button, row
from ui.widgets.record_table import RecordTable

NAME, COVERS = range(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceLine:
    """A competence with its place in unit.competences."""

    place: int
    entry: Competence


def competence_lines(unit: Unit) -> tuple[CompetenceLine, ...]:
    """All competences of the unit."""
    return tuple(CompetenceLine(place=place, entry=entry) for place, entry in enumerate(unit.competences))


def new_competence(unit: Unit) -> Competence:
    """A competence with a name of its own."""
    taken = {entry.name for entry in unit.competences}
    name = tr("ui.unit.new_competence")
    number = 2
    while name in taken:
        name = f"{tr('ui.unit.new_competence')} {number}"
        number += 1
    return Competence(name=name)


class CompetenceCard(Card):
    """A small table; the page does the edits."""

    edited = Signal(int, object)  # place, CompetenceLine
    wants_new = Signal()
    wants_removed = Signal(list)  # places

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.unit.competences"), parent=parent)
        self._document = document
        self.table = RecordTable(self._columns(), "competences_table")
        self.table.setAccessibleName(tr("ui.unit.competences"))
        self.table.setMinimumHeight(110)
        self.table.edited.connect(self.edited)
        self.table.removed.connect(self.wants_removed)
        self.body.addWidget(self.table, 1)
        add = button("ui.unit.add_competence", name="unit_add_competence")
        remove = button("ui.unit.remove_competence", name="unit_remove_competence")
        add.clicked.connect(self.wants_new)
        remove.clicked.connect(self._remove)
        self.body.addLayout(row(add, None, remove))

    def show_unit(self, unit: Unit) -> None:
        """The unit as it is now."""
        self.table.set_records(competence_lines(unit))

    def _remove(self) -> None:
        if self.table.selected_rows():
            self.wants_removed.emit(self.table.selected_rows())

    def _columns(self) -> Sequence[Column]:
        return (
            Column(
                key="name",
                title=tr("ui.unit.competence_name"),
                shown=lambda line: competence_words(line.entry.name),
                parse=self._renamed,
                width=150,
            ),
            Column(
                key="covers",
                title=tr("ui.unit.competence_covers"),
                shown=lambda line: ", ".join(map(competence_words, sorted(line.entry.covers))) or NO_VALUE,
                parse=self._covering,
                choices=self._names,
                tooltip=tr("ui.unit.competence_hint"),
                width=150,
                stretches=True,
            ),
        )

    def _names(self) -> Sequence[str]:
        return (NO_VALUE, *(competence_words(entry.name) for entry in self._document.unit.competences))

    def _renamed(self, line: CompetenceLine, typed: str) -> CompetenceLine:
        name = competence_meant(typed)
        why = sentence_of(rename_competence(self._document.file, line.entry.name, name).problems)
        if why:
            raise ValueError(why)
        return replace(line, entry=replace(line.entry, name=name))

    def _covering(self, line: CompetenceLine, typed: str) -> CompetenceLine:
        """Several with commas between."""
        unit = self._document.unit
        found = (competence_typed(part.strip(), unit) for part in re.split(r"[,;]", typed))
        covers = frozenset(name for name in found if name is not None) - {line.entry.name}
        entry = replace(line.entry, covers=covers)
        listed = list(unit.competences)
        listed[line.place] = entry
        why = refusal(unit, replace(unit, competences=tuple(listed)))
        if why:
            raise ValueError(why)
        return replace(line, entry=entry)
