"""The unit's own fields as a form, and a sentence on what its kind of rota means."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from heiltid.contract import may_be_three_part
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import FULL_TIME_BP, Unit
from ui.pages.unit.fields import UnitField, unit_fields, with_typed
from ui.starting import discussion_passed, discussion_words
from ui.texts import number, tr
from ui.widgets.basic import Card, label
from ui.widgets.form_fields import ChoiceField, DateField, FormField, LineField

COLUMNS = 3


class UnitCard(Card):
    """Says the unit as it would become; refuses in words beneath the field."""

    edited = Signal(str, object)  # key of the field, Unit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.unit.unit"), parent=parent)
        self._unit: Unit | None = None
        self.fields: dict[str, UnitField] = {field.key: field for field in unit_fields()}
        self.editors: dict[str, FormField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for place, field in enumerate(self.fields.values()):
            editor = _editor(field)
            editor.committed.connect(self._typed)
            self.editors[field.key] = editor
            grid.addWidget(editor, *divmod(place, COLUMNS))
        for column, stretch in enumerate((6, 5, 5)):  # names are long
            grid.setColumnStretch(column, stretch)
        self.body.addLayout(grid)
        self.about = label("", "muted", wraps=True)
        self.body.addWidget(self.about)
        self.week = label("", "muted", wraps=True, name="unit_week")
        self.body.addWidget(self.week)
        self.discussion = label("", "warning", wraps=True)
        self.body.addWidget(self.discussion)
        self.body.addStretch(1)

    def show_unit(self, unit: Unit) -> None:
        """The unit as it is now."""
        self._unit = unit
        for key, field in self.fields.items():
            self.editors[key].show_value(field.shown(unit))
        budget = self.editors["budget"]
        assert isinstance(budget, LineField)
        automatic = number(fte_budget_bp(unit) / FULL_TIME_BP, 2) if unit.employees else ""
        budget.editor.setPlaceholderText(tr("ui.unit.automatic", amount=automatic).strip())
        self.about.setText(tr(f"ui.unit.about_{unit.kind.value}", weeks=unit.weeks, next=unit.weeks + 1))
        self._show_week(unit)
        is_ahead = unit.start > date.today()  # what runs already was discussed, or not, long ago
        self.discussion.setVisible(is_ahead and discussion_passed(unit.start))
        self.discussion.setText(discussion_words(unit.start))

    def _show_week(self, unit: Unit) -> None:
        """That the tariff has a shorter week for some, where the unit has one for all; else whose is what."""
        if unit.full_time_week_minutes is None:
            self.week.setText(tr("ui.unit.three_part_chosen"))
            self.week.setVisible(True)
            return
        count = may_be_three_part(unit)
        self.week.setVisible(count > 0)
        if count:
            key = "ui.unit.three_part_one" if count == 1 else "ui.unit.three_part_many"
            self.week.setText(tr(key, count=count))

    def _typed(self, key: str, typed: str) -> None:
        assert self._unit is not None
        try:
            changed = with_typed(self._unit, self.fields[key], typed)
        except ValueError as why:
            self.editors[key].show_trouble(str(why))
            return
        self.editors[key].show_trouble("")
        self.edited.emit(key, changed)


def _editor(field: UnitField) -> FormField:
    name, hint = tr(f"ui.unit.field_{field.key}"), tr(f"ui.unit.hint_{field.key}")
    if field.key == "start":
        return DateField(field.key, name, hint)
    if field.choices is None:
        return LineField(field.key, name, hint)
    made = ChoiceField(field.key, name, hint)
    made.set_choices(field.choices)
    return made
