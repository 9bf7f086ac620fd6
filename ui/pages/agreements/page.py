"""Agreements: which ones the shown rota needs, who signs, and what has been signed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalMapper
from PySide6.QtWidgets import QWidget

from heiltid.model import Agreement, Signed
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.agreements import SIGNERS
from heiltid.rules.finding import Signer
from ui.desk import Desk
from ui.document import Change
from ui.models.records import Column
from ui.page import Page
from ui.pages.agreements.explanation import ExplanationCard
from ui.pages.agreements.lines import (
    WHEN_LETTERS,
    WHO_LETTERS,
    AgreementLine,
    agreement_lines,
    changed,
    date_words,
    is_nameless,
    look_of,
    marked,
    short_paragraph,
    shown_state,
    signer_shortly,
    what_words,
    when_words,
    who_words,
    with_date,
    with_line,
    with_typed_state,
)
from ui.places import Place
from ui.plan_names import plan_name
from ui.texts import tr
from ui.widgets.basic import Card, button, label, notice, row, set_look
from ui.widgets.boxes import ChoiceBox
from ui.widgets.column_room import column_room
from ui.widgets.record_table import RecordTable

LONG_DATE = "00.00.0000"
MARKS = (Signed.YES, Signed.REFUSED, Signed.NO)


class AgreementsPage(Page):
    """A table with buttons to mark what was signed, and a way to each place in the rota."""

    key = "agreements"
    help_name = "agreements"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._notice, self._sentence = notice("")
        self.column.addWidget(self._notice)
        card = Card(tr("ui.agreements.list"), tr("ui.agreements.list_hint"))
        self._table = RecordTable(self._columns(), "agreements_table")
        self._table.setAccessibleName(tr("ui.agreements.list"))
        self._table.edited.connect(self._edited)
        self._table.removed.connect(self._removed)
        self._table.selectionModel().selectionChanged.connect(self._show_chosen)
        card.body.addWidget(self._table, 1)
        self._make_buttons(card)
        self.column.addWidget(card, 1)
        self._explanation = ExplanationCard()
        self.column.addWidget(self._explanation)
        self.column.addWidget(label(tr("ui.agreements.note"), "muted", wraps=True))

    def _make_buttons(self, card: Card) -> None:
        mapper = QSignalMapper(self)
        mapper.mappedString.connect(self._mark)
        self._marks = {state: button(f"ui.agreements.mark_{state.value}") for state in MARKS}
        for state, made in self._marks.items():
            mapper.setMapping(made, state.value)
            made.clicked.connect(mapper.map)
        self._marks[Signed.NO].setToolTip(tr("ui.agreements.mark_no_hint"))
        self._see_button, add = button("ui.agreements.see"), button("ui.agreements.add")
        self._see_button.clicked.connect(self._see)
        add.clicked.connect(self._add)
        self._new = ChoiceBox()
        self._new.setAccessibleName(tr("ui.agreements.add"))
        for paragraph in SIGNERS:
            self._new.addItem(short_paragraph(paragraph), paragraph)
        card.body.addLayout(row(*self._marks.values(), self._see_button, None, self._new, add))

    def subtitle(self) -> str:
        return tr("ui.agreements.of_plan", plan=plan_name(self.document.plan))

    def refresh(self, change: Change) -> None:
        uses = agreement_list(self.document.judgement.findings)
        self._table.set_records(agreement_lines(self.document.unit, uses))
        signed = sum(use.signed is Signed.YES for use in uses)
        key = "none" if not uses else "all_signed" if signed == len(uses) else "some"
        if self.document.plan.is_empty:
            key = "no_rota"
        self._sentence.setText(tr(f"ui.agreements.{key}", needed=len(uses), signed=signed))
        set_look(self._notice, "notice" if key == "some" else "told")
        self._show_chosen()
        self.subtitle_changed.emit()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                key="paragraph",
                title=tr("ui.agreements.paragraph"),
                shown=lambda line: short_paragraph(line.paragraph),
                width=82,
            ),
            Column(
                key="what",
                title=tr("ui.agreements.what"),
                shown=self._what,
                stretches=True,
                least_width=200,
            ),
            Column(
                key="who", title=tr("ui.agreements.who"), shown=self._who, stretches=True, least_width=168
            ),
            Column(
                key="when", title=tr("ui.agreements.when"), shown=self._when, stretches=True, least_width=182
            ),
            Column(
                key="signer",
                title=tr("ui.agreements.signer"),
                shown=lambda line: signer_shortly(line.signer),
                width=_room("signer", *map(signer_shortly, Signer)),
            ),
            Column(
                key="signed",
                title=tr("ui.agreements.signed"),
                shown=lambda line: shown_state(line.signed),
                parse=with_typed_state,
                choices=lambda: tuple(shown_state(state) for state in Signed),
                look=look_of,
                width=_room("signed", *map(shown_state, Signed)),
            ),
            Column(
                key="by",
                title=tr("ui.agreements.by"),
                tooltip=tr("ui.agreements.by_hint"),
                shown=lambda line: "" if line.row is None else line.row.by,
                parse=lambda line, typed: changed(line, by=typed),
                note=lambda line: tr("ui.agreements.write_name") if is_nameless(line) else "",
                look=lambda line: "muted" if is_nameless(line) else "",
                width=_room("by", tr("ui.agreements.write_name")),
            ),
            Column(
                key="date",
                title=tr("ui.agreements.date"),
                shown=date_words,
                parse=with_date,
                is_date=True,
                width=_room("date", LONG_DATE),
            ),
        )

    def _what(self, line: AgreementLine) -> str:
        return tr("ui.agreements.not_used") if self.document.plan.is_empty else what_words(line)

    def _who(self, line: AgreementLine) -> str:
        return who_words(line, self.document.unit, WHO_LETTERS)

    def _when(self, line: AgreementLine) -> str:
        return when_words(line, self.document.calendar, WHEN_LETTERS)

    def _chosen(self) -> list[AgreementLine]:
        return [self._table.record(place) for place in self._table.selected_rows()]

    def _show_chosen(self) -> None:
        """What the buttons act on, and what it is that somebody signs."""
        lines = self._chosen()
        for made in (*self._marks.values(), self._see_button):
            made.setEnabled(bool(lines))
        place = self._table.current_row()
        current = self._table.record(place) if lines and place >= 0 else None
        self._explanation.show_line(current if current in lines else next(iter(lines), None), self.document)

    def _mark(self, state: str) -> None:
        unit = marked(self.document.unit, self._chosen(), Signed(state))
        self.document.apply_unit(tr("ui.agreements.step"), unit)

    def _edited(self, place: int, line: AgreementLine) -> None:
        self.document.apply_unit(tr("ui.agreements.step"), with_line(self.document.unit, line))

    def _removed(self, places: list[int]) -> None:
        gone = {id(self._table.record(place).row) for place in places}
        kept = tuple(entry for entry in self.document.unit.agreements if id(entry) not in gone)
        self.document.apply_unit(tr("ui.agreements.step"), replace(self.document.unit, agreements=kept))

    def _add(self) -> None:
        paragraph = str(self._new.currentData())
        unit = self.document.unit
        if all((entry.paragraph, entry.employee) != (paragraph, None) for entry in unit.agreements):
            rows = (*unit.agreements, Agreement(paragraph=paragraph))
            self.document.apply_unit(tr("ui.agreements.step"), replace(unit, agreements=rows))

    def _see(self) -> None:
        use = next((line.use for line in self._chosen() if line.use is not None), None)
        if use is not None:
            employee = use.employees[0] if use.employees else None
            self.desk.go_to("rota", Place(employee=employee, days=use.days))


def _room(key: str, *words: str) -> int:
    """Width for a column's heading and all it can hold, in the window's language."""
    return column_room(tr(f"ui.agreements.{key}"), *words)
