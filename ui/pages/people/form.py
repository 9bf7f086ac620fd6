"""The form for one person: everything told of her, in plain words and five groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from heiltid.model import Employee, Unit
from heiltid.texts import catalogue
from ui.document import Document
from ui.pages.people.absences import AbsencesTable
from ui.pages.people.fields import KINDS, PersonFields
from ui.texts import tr
from ui.widgets.basic import GAP, Card, label, scrolled
from ui.widgets.form_fields import ChoiceField, FormField, LineField, TickField, TicksField

# Fields by group, in rows of one or two.
GROUPS: Sequence[tuple[str, Sequence[Sequence[str]]]] = (
    ("who", (("name",), ("number", "status"), ("competence",))),
    ("position", (("position", "wanted"), ("min", "max"), ("elsewhere",), ("part_time",))),
    (
        "weekends",
        (
            ("weekend_every", "weekend_offset"),
            ("extra_weekends",),
            ("kinds",),
            ("long",),
            ("days_in_row", "nights_in_row"),
        ),
    ),
    ("dates", (("from", "to"),)),
)
CHOICES = ("status", "competence", "weekend_every", "weekend_offset")
TICKS = ("part_time", "long")


class PersonForm(Card):
    """Shows one person; hands out the person as she becomes."""

    edited = Signal(object, object)  # the person as she was, as she becomes
    absences_edited = Signal(object)  # all absences of the unit

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.people.form"), parent=parent)
        self._fields = PersonFields(document)
        self._person: Employee | None = None
        self.editors: dict[str, FormField] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        for group, rows in GROUPS:
            self._add_group(column, group, rows)
        column.addSpacing(GAP)
        column.addWidget(label(tr("ui.people.group_absences"), "heading"))
        column.addWidget(label(tr("ui.people.group_hint_absences"), "muted", wraps=True))
        self.absences = AbsencesTable(document)
        self.absences.edited.connect(self.absences_edited)
        column.addWidget(self.absences)
        column.addStretch(1)
        self._body = body
        self.body.addWidget(scrolled(body), 1)
        self.show_person(None)

    def show_person(self, person: Employee | None, unit: Unit | None = None) -> None:
        """Fill the form. Another person: what was refused is forgotten."""
        is_other = person is None or self._person is None or person.number != self._person.number
        self._person = person
        self._body.setEnabled(person is not None)
        self.heading.setText(_who(person))
        for key, editor in self.editors.items():
            field = self._fields.by_key[key]
            if isinstance(editor, ChoiceField) and field.choices is not None:
                editor.set_choices(field.choices(person))
            if is_other or not editor.trouble:
                editor.show_value("" if person is None else field.shown(person))
        self.absences.show_person(person, () if unit is None else unit.absences)

    def start_typing(self) -> None:
        """Begin with the name."""
        self.editors["name"].setFocus()

    def _add_group(self, column: QVBoxLayout, group: str, rows: Sequence[Sequence[str]]) -> None:
        if group != GROUPS[0][0]:
            column.addSpacing(GAP)
            column.addWidget(label(tr(f"ui.people.group_{group}"), "heading"))
        hint = f"ui.people.group_hint_{group}"
        if hint in catalogue():
            column.addWidget(label(tr(hint), "muted", wraps=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, keys in enumerate(rows):
            for side, key in enumerate(keys):
                editor = self._editor(key)
                self.editors[key] = editor
                editor.committed.connect(self._committed)
                grid.addWidget(editor, place, side, 1, 1 if len(keys) == 2 else 2)
        column.addLayout(grid)

    @staticmethod
    def _editor(key: str) -> FormField:
        name, hint_key = tr(f"ui.people.field_{key}"), f"ui.people.hint_{key}"
        hint = tr(hint_key) if hint_key in catalogue() else ""
        if key in CHOICES:
            return ChoiceField(key, name, hint)
        if key in TICKS:
            return TickField(key, name, hint)
        if key == "kinds":
            letters = [(kind.value, tr(f"ui.people.kind_{kind.name.lower()}")) for kind in KINDS]
            return TicksField(key, name, letters, hint)
        placeholder = f"ui.people.placeholder_{key}"
        return LineField(key, name, hint, tr(placeholder) if placeholder in catalogue() else "")

    def _committed(self, key: str, typed: str) -> None:
        person = self._person
        if person is None:
            return
        editor = self.editors[key]
        try:
            becomes = self._fields.by_key[key].parse(person, typed)
        except ValueError as error:
            if not isinstance(editor, LineField):
                editor.show_value(self._fields.by_key[key].shown(person))
            editor.show_trouble(str(error))
            return
        editor.show_trouble("")
        if becomes == person:
            editor.show_value(self._fields.by_key[key].shown(person))
        else:
            self.edited.emit(person, becomes)


def _who(person: Employee | None) -> str:
    if person is None:
        return tr("ui.people.form_nobody")
    return person.name or tr("ui.people.nameless", number=person.number)
