"""The form for one person: everything told of her, in plain words and five groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from heiltid.advice.extra_weekend_words import extra_weekend_words
from heiltid.advice.weekend_why import uneven_sentence
from heiltid.model import Employee, Unit
from heiltid.texts import catalogue
from ui.document import Document
from ui.pages.people.absences import AbsencesTable
from ui.pages.people.fields import KINDS, PersonFields, extra_note, seldom_note
from ui.texts import language, tr
from ui.widgets.basic import GAP, Card, label, scrolled
from ui.widgets.form_fields import ChoiceField, DateField, FormField, LineField, TickField, TicksField

# Fields by group, in rows of one or two.
GROUPS: Sequence[tuple[str, Sequence[Sequence[str]]]] = (
    ("who", (("name",), ("number", "status"), ("competence",))),
    ("position", (("position", "wanted"), ("min", "max"), ("elsewhere",), ("part_time",))),
    (
        "weekends",
        (
            ("weekend_every",),
            ("weekend_offset",),
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
DATES = ("from", "to")
TOGETHER = (  # what several can be given at once; the rest is each one's own
    *("competence", "part_time", "weekend_every", "weekend_offset", "extra_weekends"),
    *("kinds", "long", "days_in_row", "nights_in_row"),
)


class PersonForm(Card):
    """Shows one person; hands out the person as she becomes."""

    edited = Signal(object, object)  # the person as she was, as she becomes
    edited_together = Signal(list)  # pairs: as she was, as she becomes
    absences_edited = Signal(object)  # all absences of the unit

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.people.form"), parent=parent)
        self._document = document
        self._fields = PersonFields(document)
        self._person: Employee | None = None
        self._together: tuple[Employee, ...] = ()  # two or more whom the form is for
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
        self._about = label("", "muted", wraps=True)
        self._about.hide()
        self.body.addWidget(self._about)
        self._area = scrolled(body)
        self.body.addWidget(self._area, 1)
        self.show_person(None)

    def show_person(self, person: Employee | None, unit: Unit | None = None) -> None:
        """Fill the form. Another person: what was refused is forgotten, and her name comes into view."""
        is_other = bool(self._together) or _number(person) != _number(self._person)
        self._person, self._together = person, ()
        self._body.setEnabled(person is not None)
        self._about.hide()
        self.heading.setText(_who(person))
        for key, editor in self.editors.items():
            editor.setEnabled(True)
            field = self._fields.by_key[key]
            if isinstance(editor, ChoiceField) and field.choices is not None:
                editor.set_choices(field.choices(person))
            if is_other or not editor.trouble:
                editor.show_value("" if person is None else field.shown(person))
        self.editors["weekend_every"].show_note("" if person is None else self._weekend_note(person))
        self._show_notes([] if person is None else [person])
        self.absences.setEnabled(True)
        self.absences.show_person(person, () if unit is None else unit.absences)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def _weekend_note(self, person: Employee) -> str:
        """That a frequency is seldom, or does not fit the length of the rota."""
        return seldom_note(person.weekend_every) or uneven_sentence(
            self._document.unit, person.weekend_every, language()
        )

    def show_together(self, people: Sequence[Employee]) -> None:
        """Fill the form with what two or more have in common."""
        is_other = [who.number for who in people] != [who.number for who in self._together]
        self._together = tuple(people)
        self._body.setEnabled(True)
        self.heading.setText(tr("ui.people.form_together", count=len(people)))
        self._about.setText(tr("ui.people.form_together_hint"))
        self._about.show()
        often = min(people, key=lambda who: who.weekend_every)  # her first weekends are everybody's
        for key, editor in self.editors.items():
            editor.setEnabled(key in TOGETHER)
            field = self._fields.by_key[key]
            if isinstance(editor, ChoiceField) and field.choices is not None:
                editor.set_choices(field.choices(often))
            if is_other or not editor.trouble:
                self._show_common(editor, [field.shown(who) for who in people])
        self.editors["weekend_every"].show_note(seldom_note(max(who.weekend_every for who in people)))
        self._show_notes(people)
        self.absences.setEnabled(False)

    def _show_notes(self, people: Sequence[Employee]) -> None:
        self.editors["long"].show_note(self._long_note(people))
        unit = self._document.unit
        a_year = _common(extra_note(person.extra_weekends, unit.weeks) for person in people)
        usable = _common(extra_weekend_words(unit, person, language()) for person in people)
        told = ". ".join(filter(None, (a_year, usable)))
        self.editors["extra_weekends"].show_note(told, is_odd=bool(usable))

    def _long_note(self, people: Sequence[Employee]) -> str:
        """Long shifts have a box of their own, also for those who work nights only; "" where none does."""
        if not any(self._fields.may_be_long_by_day(person) for person in people):
            return ""
        return tr("ui.people.nights_and_long" if len(people) == 1 else "ui.people.nights_and_long_several")

    @staticmethod
    def _show_common(editor: FormField, shown: Sequence[str]) -> None:
        if len(set(shown)) == 1:
            editor.show_value(shown[0])
        elif isinstance(editor, TicksField):
            letters = [set(entry.split(", ")) for entry in shown]
            editor.show_value(", ".join(set.intersection(*letters)))
            editor.show_letters_mixed((set.union(*letters) - set.intersection(*letters)) & set(editor.boxes))
        else:
            editor.show_mixed()

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
        if key in DATES:
            return DateField(key, name, hint)
        if key == "kinds":
            letters = [(kind.value, tr(f"ui.people.kind_{kind.name.lower()}")) for kind in KINDS]
            return TicksField(key, name, letters, hint)
        placeholder = f"ui.people.placeholder_{key}"
        return LineField(key, name, hint, tr(placeholder) if placeholder in catalogue() else "")

    def _committed(self, key: str, typed: str) -> None:
        people = self._together or (() if self._person is None else (self._person,))
        editor = self.editors[key]
        pairs: list[tuple[Employee, Employee]] = []
        refused: list[tuple[Employee, str]] = []
        for person in people:
            try:
                becomes = self._fields.by_key[key].parse(person, _for_one(editor, person, typed))
            except ValueError as error:
                refused.append((person, str(error)))
            else:
                pairs += [(person, becomes)] if becomes != person else []
        if refused:
            self._show_refusal(editor, _why(refused, len(people)))
            return
        editor.show_trouble("")
        if not pairs:
            self._show_again(editor)
        elif self._together:
            self.edited_together.emit(pairs)
        else:
            self.edited.emit(*pairs[0])

    def _show_refusal(self, editor: FormField, why: str) -> None:
        """What was typed stays to be put right; what was chosen goes back."""
        if not isinstance(editor, LineField):
            self._show_again(editor)
        editor.show_trouble(why)

    def _show_again(self, editor: FormField) -> None:
        """What holds now."""
        people = self._together or (() if self._person is None else (self._person,))
        if people:
            self._show_common(editor, [self._fields.by_key[editor.key].shown(person) for person in people])


def _why(refused: Sequence[tuple[Employee, str]], asked: int) -> str:
    """The sentence; with the name where it is not the same for all."""
    person, why = refused[0]
    is_for_all = len(refused) == asked and len({entry[1] for entry in refused}) == 1
    return why if is_for_all else f"{person.name or person.number}: {why}"


def _for_one(editor: FormField, person: Employee, typed: str) -> str:
    """What was committed as it holds for one: boxes with a dash leave her what she has."""
    if not isinstance(editor, TicksField):
        return typed
    kept = [kind.value for kind in person.kinds if kind.value in editor.left_alone]
    return ", ".join(part for part in (typed, *kept) if part)


def _common(notes: Iterable[str]) -> str:
    """What holds for all of them; "" where they differ."""
    told = set(notes)
    return told.pop() if len(told) == 1 else ""


def _number(person: Employee | None) -> str | None:
    return None if person is None else person.number


def _who(person: Employee | None) -> str:
    if person is None:
        return tr("ui.people.form_nobody")
    return person.name or tr("ui.people.nameless", number=person.number)
