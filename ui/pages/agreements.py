"""Agreements: which ones the shown rota needs, who signs, and what has been signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from heiltid.model import Agreement, Signed, Unit
from heiltid.rules.agreement_list import SIGNED_BY_EACH, AgreementUse, agreement_list
from heiltid.rules.agreements import SIGNERS
from heiltid.rules.finding import Signer
from heiltid.rules.wording import when_text, who_text
from ui.desk import Desk
from ui.document import Change
from ui.models.records import Column
from ui.page import Page
from ui.places import Place
from ui.texts import language, tr
from ui.widgets.basic import Card, button, label, notice, row
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import RecordTable

DATE_FORMAT = "%d.%m.%Y"
MOST_NAMES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """One agreement: what the plan makes of it, and the unit's own row where it has one."""

    paragraph: str
    employee: str | None
    signer: Signer
    use: AgreementUse | None
    row: Agreement | None

    @property
    def signed(self) -> Signed:
        """Signed, not yet, or refused."""
        return Signed.NO if self.row is None else self.row.signed


def agreement_lines(unit: Unit, uses: Sequence[AgreementUse]) -> tuple[AgreementLine, ...]:
    """What the plan needs first, then what else the unit has agreed or been refused."""
    rows = {(entry.paragraph, entry.employee): entry for entry in unit.agreements}
    lines, seen = [], set()
    for use in uses:
        each = use.paragraph in SIGNED_BY_EACH and len(use.employees) == 1
        own = use.employees[0] if each else None
        key = (use.paragraph, own if (use.paragraph, own) in rows else None)
        place = key if key in rows else (use.paragraph, own)
        seen.add(place)
        lines.append(
            AgreementLine(
                paragraph=use.paragraph, employee=own, signer=use.signer, use=use, row=rows.get(place)
            )
        )
    others = [
        AgreementLine(
            paragraph=entry.paragraph,
            employee=entry.employee,
            signer=SIGNERS[entry.paragraph],
            use=None,
            row=entry,
        )
        for key, entry in rows.items()
        if key not in seen
    ]
    return (*lines, *others)


def with_line(unit: Unit, line: AgreementLine) -> Unit:
    """The unit with a line's own row put in, or in place of the one it had."""
    assert line.row is not None
    key = (line.row.paragraph, line.row.employee)
    rows = list(unit.agreements)
    for place, entry in enumerate(rows):
        if (entry.paragraph, entry.employee) == key:
            rows[place] = line.row
            return replace(unit, agreements=tuple(rows))
    return replace(unit, agreements=(*rows, line.row))


class AgreementsPage(Page):
    """A table to tick off in, and a way to each place in the rota."""

    key = "agreements"
    help_name = "agreements"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        frame, self._sentence = notice("")
        self.column.addWidget(frame)
        card = Card(tr("ui.agreements.list"), tr("ui.agreements.list_hint"))
        self._table = RecordTable(self._columns(), "agreements_table")
        self._table.setAccessibleName(tr("ui.agreements.list"))
        self._table.edited.connect(self._edited)
        self._table.removed.connect(self._removed)
        card.body.addWidget(self._table, 1)
        self._new = ChoiceBox()
        self._new.setAccessibleName(tr("ui.agreements.add"))
        for paragraph in SIGNERS:
            self._new.addItem(_shown(paragraph), paragraph)
        add, see = button("ui.agreements.add"), button("ui.agreements.see")
        add.clicked.connect(self._add)
        see.clicked.connect(self._see)
        card.body.addLayout(row(see, None, self._new, add))
        self.column.addWidget(card, 1)
        self.column.addWidget(label(tr("ui.agreements.note"), "muted", wraps=True))

    def subtitle(self) -> str:
        return tr("ui.agreements.of_plan", plan=self.document.plan.name or tr("ui.plan.today"))

    def refresh(self, change: Change) -> None:
        uses = agreement_list(self.document.judgement.findings)
        self._table.set_records(agreement_lines(self.document.unit, uses))
        signed = sum(use.signed is Signed.YES for use in uses)
        key = "none" if not uses else "all_signed" if signed == len(uses) else "some"
        self._sentence.setText(tr(f"ui.agreements.{key}", needed=len(uses), signed=signed))
        self.subtitle_changed.emit()

    def _columns(self) -> tuple[Column, ...]:
        states = {tr(f"ui.agreements.signed_{state.value}"): state for state in Signed}
        return (
            Column(key="paragraph", title=tr("ui.agreements.paragraph"), shown=_paragraph, width=90),
            Column(key="what", title=tr("ui.agreements.what"), shown=_what, width=230, stretches=True),
            Column(key="who", title=tr("ui.agreements.who"), shown=self._who, width=180),
            Column(key="when", title=tr("ui.agreements.when"), shown=self._when, width=130),
            Column(
                key="signer",
                title=tr("ui.agreements.signer"),
                shown=_signer,
                width=130,
            ),
            Column(
                key="signed",
                title=tr("ui.agreements.signed"),
                shown=lambda line: tr(f"ui.agreements.signed_{line.signed.value}"),
                parse=lambda line, typed: _with_state(line, states, typed),
                choices=lambda: tuple(states),
                look=_look,
                width=110,
            ),
            Column(
                key="by",
                title=tr("ui.agreements.by"),
                shown=lambda line: "" if line.row is None else line.row.by,
                parse=lambda line, typed: _changed(line, by=typed),
                width=110,
            ),
            Column(
                key="date",
                title=tr("ui.agreements.date"),
                shown=_date,
                parse=_with_date,
                width=100,
            ),
        )

    def _who(self, line: AgreementLine) -> str:
        numbers = line.use.employees if line.use is not None else ()
        if line.employee is not None:
            numbers = (line.employee,)
        if not numbers:
            return tr("wording.whole_unit")
        names = [who_text(number, self.document.unit, language()) for number in numbers[:MOST_NAMES]]
        more = len(numbers) - MOST_NAMES
        return ", ".join(names) + (" " + tr("ui.agreements.and_more", count=more) if more > 0 else "")

    def _when(self, line: AgreementLine) -> str:
        if line.use is None:
            return tr("ui.agreements.not_used")
        return when_text(line.use.days, self.document.calendar, language())

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
        place = self._table.current_row()
        use = self._table.record(place).use if place >= 0 else None
        if use is not None:
            employee = use.employees[0] if use.employees else None
            self.desk.go_to("rota", Place(employee=employee, days=use.days))


def _changed(line: AgreementLine, **fields: object) -> AgreementLine:
    own = line.row or Agreement(paragraph=line.paragraph, employee=line.employee)
    return replace(line, row=replace(own, **fields))  # type: ignore[arg-type]


def _with_state(line: AgreementLine, states: dict[str, Signed], typed: str) -> AgreementLine:
    if typed not in states:
        raise ValueError(tr("ui.agreements.bad_state", allowed=", ".join(states)))
    state = states[typed]
    on = line.row.signed_on if line.row is not None else None
    return _changed(line, signed=state, signed_on=(on or date.today()) if state is Signed.YES else None)


def _with_date(line: AgreementLine, typed: str) -> AgreementLine:
    if not typed:
        return _changed(line, signed_on=None)
    try:
        return _changed(line, signed_on=datetime.strptime(typed, DATE_FORMAT).date())
    except ValueError:
        raise ValueError(tr("ui.agreements.bad_date")) from None


def _shown(paragraph: str) -> str:
    return f"§ {paragraph}" if paragraph[:1].isdigit() else paragraph


def _paragraph(line: AgreementLine) -> str:
    return _shown(line.paragraph)


def _what(line: AgreementLine) -> str:
    if line.use is None:
        return tr("ui.agreements.not_needed")
    return ", ".join(tr(f"rule.{rule}") for rule in line.use.rules)


def _signer(line: AgreementLine) -> str:
    return tr(f"signer.{line.signer.name.lower()}")


def _date(line: AgreementLine) -> str:
    on = line.row.signed_on if line.row is not None else None
    return "" if on is None else f"{on:{DATE_FORMAT}}"


def _look(line: AgreementLine) -> str:
    if line.use is None:
        return "muted"
    return {Signed.YES: "better", Signed.NO: "warning", Signed.REFUSED: "worse"}[line.signed]
