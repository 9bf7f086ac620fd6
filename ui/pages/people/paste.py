"""People pasted from a spreadsheet, as they will be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from heiltid.competence_words import competence_word
from heiltid.errors import Problem
from heiltid.exchange.pasted import (
    NIGHT,
    PEOPLE_MEANINGS,
    WEEKEND_GROUP,
    PastedPeople,
    Twins,
    UnknownTitle,
    new_competences,
    new_competences_note,
    people_from_text,
    unknown_titles,
)
from heiltid.model import Competence, Employee, ShiftKind
from ui.dialogs.paste_preview import PastePreview, Read
from ui.dialogs.unknown_titles import UnknownTitles
from ui.document import Document
from ui.models.records import Column
from ui.pages.people.columns import people_columns_to_read
from ui.pages.people.fields import PersonFields
from ui.texts import language, tr
from ui.widgets.boxes import ChoiceBox

SHOWN = (
    *("number", "name", "competence", "position", "wanted", "weekend_every", "weekend_offset", "long"),
    *("kinds", "from", "to", "status"),
)
# Shown where the list tells them: what its column means.
IF_TOLD = {
    "from": {"From"},
    "to": {"To"},
    "weekend_offset": {"Weekend offset", WEEKEND_GROUP},
}
OF_KINDS = frozenset({"Kinds", NIGHT})


class PeoplePreview(PastePreview):
    """`people` is whom to lay into the unit, once the dialog was accepted, `competences` what they need of
    new ones."""

    def __init__(
        self,
        text: str,
        document: Document,
        remembered: dict[str, str | None],
        parent: QWidget | None = None,
    ) -> None:
        self._unit = document.unit
        self._known = {person.number for person in self._unit.employees}
        self._rows: Mapping[str, int] = {}
        mark = Column(key="mark", title="", shown=self._mark, width=48)
        pasted_row = Column(
            key="row",
            title=tr("ui.paste.row"),
            shown=self._row,
            sorted_by=lambda person: self._rows.get(person.number, 0),
            is_number=True,
            width=44,
        )
        columns = (mark, pasted_row, *people_columns_to_read(PersonFields(document), SHOWN))
        super().__init__(tr("ui.people.paste_title"), text, columns, remembered, parent)
        self.people: tuple[Employee, ...] = ()
        self.competences: tuple[Competence, ...] = ()
        self._made: tuple[str, ...] = ()  # titles that shall be competences of the unit
        self.titles = UnknownTitles()
        self.titles.made_new.connect(self._make_competence)
        self.titles.read_as.connect(self._read_title_as)
        self.faults.show_above(self.titles)
        self.twins = self._choice("twins", skip=Twins.SKIP, update=Twins.UPDATE)
        self.crosses = self._choice("crosses", too=False, only=True)
        self.show_read()

    def _choice(self, key: str, **answers: object) -> ChoiceBox:
        """The first answer holds until another is chosen."""
        box = ChoiceBox()
        for name, answer in answers.items():
            box.addItem(tr(f"ui.people.{key}_{name}"), answer)
        box.setAccessibleName(tr(f"ui.people.{key}"))
        box.activated.connect(self.show_read)
        self.options.addRow(tr(f"ui.people.{key}"), box)
        return box

    def meanings(self) -> Sequence[str]:
        return PEOPLE_MEANINGS

    def example_rows(self) -> str:
        return tr("ui.people.paste_example")

    def take_words(self, count: int) -> str:
        return tr("ui.people.take_one" if count == 1 else "ui.people.take", count=count)

    def paste_again(self) -> None:
        self._made = ()
        self.crosses.setCurrentIndex(0)
        super().paste_again()

    def _make_competence(self, title: UnknownTitle) -> None:
        self._made = (*self._made, title.name)
        self._show_after_title()

    def _read_title_as(self, title: UnknownTitle, name: str) -> None:
        self.corrected.update(dict.fromkeys(title.places, competence_word(name, language())))
        self._show_after_title()

    def _show_after_title(self) -> None:
        """The keyboard stood on a line that is gone now."""
        self.show_read()
        (self.titles.lines[0].new if self.titles.lines else self.take).setFocus()

    def _use_made(self, people: Collection[Employee]) -> tuple[Problem, ...]:
        """Keep the new competences somebody has, and tell them."""
        used = {person.competence for person in people}
        made = [name for name in self._made if name in used]
        self.competences = new_competences(made, self._unit, language())
        return (new_competences_note(made, language()),) if made else ()

    def read(self, meanings: Mapping[int, str | None]) -> Read:
        made = new_competences(self._made, self._unit, language())
        unit = replace(self._unit, competences=(*self._unit.competences, *made))
        found = people_from_text(
            self.text,
            unit,
            language(),
            twins=Twins(self.twins.currentData()),
            meanings=meanings,
            corrected=self.corrected,
            only_nights=bool(self.crosses.currentData()),
        )
        self.people, self._rows = found.employees, found.rows
        told = self._use_made(found.employees)
        self.titles.show_titles(unknown_titles(found.faults, language()), unit.competences)
        self.options.setRowVisible(self.twins, bool(found.already_there))
        self.options.setRowVisible(self.crosses, bool(found.crosses))
        self._show_needed({guess.meaning for guess in found.columns}, has_changed=bool(found.changed))
        key = "paste_some" if found.has_errors else "paste_ready"
        if not found.employees:
            key = "paste_none"
        counts = (("new", len(found.new)), ("changed", len(found.changed)))
        parts = [tr(f"ui.people.paste_{name}", count=count) for name, count in counts if count]
        headline = tr(f"ui.people.{key}", what=tr("ui.people.paste_and").join(parts))
        return Read(
            rows=found.employees,
            taken=len(found.employees),
            columns=found.columns,
            problems=(*told, *found.problems),
            headline=headline,
            suggestions=found.suggestions,
            faults=found.faults,
            by_default=_kinds_by_default(found),
        )

    def _show_needed(self, there: Collection[str | None], *, has_changed: bool) -> None:
        """No column of dates or first weekends nobody gave, and none that says "new" of everybody."""
        for place, column in enumerate(self.rows.records_model.columns):
            if column.key == "mark":
                self.rows.show_column(place, is_shown=has_changed)
            elif column.key in IF_TOLD:
                self.rows.show_column(place, is_shown=not IF_TOLD[column.key].isdisjoint(there))

    def _row(self, person: Employee) -> str:
        """Where she stood in what was pasted, as the problems tell it."""
        return str(self._rows.get(person.number, ""))

    def _mark(self, person: Employee) -> str:
        return tr("ui.paste.changed" if person.number in self._known else "ui.paste.new")


def _kinds_by_default(found: PastedPeople) -> str:
    """What shifts the new ones get where no column tells; "" where one does, or nobody is new."""
    if not found.new or OF_KINDS & {guess.meaning for guess in found.columns}:
        return ""
    has_night = any(ShiftKind.NIGHT in person.kinds for person in found.new)
    kinds = tr("ui.people.kinds_with_night" if has_night else "ui.people.kinds_without_night")
    if len(found.new) == 1:
        return tr("ui.people.all_kinds_one", who=found.new[0].name or found.new[0].number, kinds=kinds)
    key = "ui.people.all_kinds_new" if found.changed else "ui.people.all_kinds"
    return tr(key, count=len(found.new), kinds=kinds)
