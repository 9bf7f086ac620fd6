"""Rules: the book, every limit in words with its source, and what the unit has made different."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from heiltid.edits.losses import losses_text
from heiltid.edits.units import losses, with_unit
from heiltid.model import Unit
from heiltid.rules.wording import who_text
from heiltid.spelling import normal
from ui.asking import choose
from ui.desk import Desk
from ui.document import Change
from ui.models.records import Column
from ui.page import Page
from ui.pages.rules.explanation import ExplanationCard
from ui.pages.rules.limits import (
    Limit,
    book_title,
    limit_words,
    limits_of,
    marked,
    now_words,
    rule_title,
    source_words,
    typed_into,
    usual_words,
    with_book,
    with_value,
    without_change,
)
from ui.texts import language, tr
from ui.widgets.basic import WIDE_GAP, Card, label, row, tip
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import RecordTable

LEAST_WORDS = 280  # what a limit is, must be readable
BOOKS = ("local", "tariff", "law")  # the usual one first


class RulesPage(Page):
    """A table of limits, and below it what the chosen one means."""

    key = "rules"
    help_name = "rules"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table = RecordTable(self._columns(), "rules_table")
        self.table.setSortingEnabled(False)  # rule by rule, each name once
        self.table.setAccessibleName(tr("ui.rules.table"))
        self.explanation = ExplanationCard()
        self.column.addWidget(self._book_card())
        self.column.addWidget(self._table_card(), 1)
        self.column.addWidget(self.explanation)
        self._connect()

    def _book_card(self) -> Card:
        card = Card()
        self.book = ChoiceBox()
        self.book.setObjectName("rules_book")
        self.book.setAccessibleName(tr("ui.rules.book"))
        for name in BOOKS:
            self.book.addItem(book_title(name), name)
        self._book_about = label("", "muted", wraps=True)
        line = row(label(tr("ui.rules.book"), "heading"), self.book, self._book_about, stretch_last=True)
        line.setSpacing(WIDE_GAP)
        card.body.addLayout(line)
        return card

    def _table_card(self) -> Card:
        card = Card()
        self.whom = ChoiceBox()
        self.whom.setObjectName("rules_whom")
        self.whom.setAccessibleName(tr("ui.rules.whom"))
        self.whom.setToolTip(tip(tr("ui.rules.whom_hint")))
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(tr("ui.rules.filter"))
        self.filter.setAccessibleName(tr("ui.rules.filter"))
        self.only_changed = QCheckBox(tr("ui.rules.only_changed"))
        line = row(label(tr("ui.rules.whom")), self.whom, self.filter, self.only_changed)
        line.setStretch(2, 1)
        card.body.addLayout(line)
        card.body.addWidget(self.table, 1)
        self._count = label("", "muted")
        card.body.addWidget(self._count)
        return card

    def _connect(self) -> None:
        self.book.activated.connect(self._book_chosen)
        self.whom.activated.connect(self._show)
        self.filter.textChanged.connect(self._show)
        self.only_changed.toggled.connect(self._show)
        self.table.edited.connect(self._edited)
        self.table.removed.connect(self._back)
        self.table.chosen.connect(self._explain)
        self.explanation.wants_usual.connect(self._back_chosen)

    def subtitle(self) -> str:
        return tr("ui.rules.subtitle")

    def refresh(self, change: Change) -> None:
        if not change.unit:
            return
        unit = self.document.unit
        self.book.setCurrentIndex(BOOKS.index(unit.rule_book))
        self._book_about.setText(tr(f"ui.rules.book_about.{unit.rule_book}"))
        self._fill_people(unit)
        self._show()

    def arrive(self, target: object) -> None:
        """Show the first limit of a rule, by its name."""
        self.filter.clear()
        self.only_changed.setChecked(False)
        for place, limit in enumerate(self.table.records_model.records):
            if limit.rule == target:
                self.table.show_row(place)
                return

    def _fill_people(self, unit: Unit) -> None:
        """The whole unit, then everybody; whoever was chosen stays so while there."""
        chosen = self.whom.currentData()
        self.whom.clear()
        self.whom.addItem(tr("ui.rules.everybody"), None)
        for person in unit.planned_employees:
            self.whom.addItem(who_text(person.number, unit, language()), person.number)
        self.whom.setCurrentIndex(max(0, self.whom.findData(chosen)) if chosen is not None else 0)

    def _show(self) -> None:
        """The limits that fit filter and tick; the chosen one stays chosen."""
        unit, before = self.document.unit, self._chosen()
        employee = self.whom.currentData()
        words = normal(self.filter.text())
        limits = marked(
            tuple(
                limit
                for limit in limits_of(unit, employee)
                if (limit.is_changed or not self.only_changed.isChecked()) and _fits(limit, words)
            )
        )
        self.table.set_records(limits)
        key = None if before is None else (before.rule, before.parameter)
        places = [place for place, limit in enumerate(limits) if (limit.rule, limit.parameter) == key]
        if places:
            self.table.show_row(places[0])
        self._explain(places[0] if places else -1)
        count = len(unit.overrides)
        ending = "none" if count == 0 else "one" if count == 1 else "count"
        self._count.setText(tr(f"ui.rules.changed_{ending}", count=count))

    def _chosen(self) -> Limit | None:
        place = self.table.current_row()
        found: Limit | None = self.table.record(place) if place >= 0 else None
        return found

    def _explain(self, place: int) -> None:
        limit = self.table.record(place) if place >= 0 else None
        self.explanation.show_limit(self.document.unit, limit)

    def _book_chosen(self) -> None:
        """Another book; changes it has no place for are told first."""
        unit = self.document.unit
        changed = with_book(unit, str(self.book.currentData()))
        lost = losses(self.document.file, with_unit(self.document.file, changed))
        answers = ("ui.rules.take_book", "ui.ask.cancel")
        if lost:
            headline, details = tr("ui.rules.book_question"), losses_text(lost, language())
            if choose(headline, details, answers, self.window()) != answers[0]:
                self.book.setCurrentIndex(BOOKS.index(unit.rule_book))
                return
        self.document.apply_unit(tr("ui.rules.step_book"), changed)

    def _edited(self, place: int, limit: Limit) -> None:
        unit = self.document.unit
        self.document.apply_unit(tr("ui.rules.step"), with_value(unit, limit, limit.value))

    def _back(self, places: list[int]) -> None:
        """Del: the usual value again."""
        unit = self.document.unit
        for place in places:
            unit = without_change(unit, self.table.record(place))
        self.document.apply_unit(tr("ui.rules.step"), unit)

    def _back_chosen(self) -> None:
        if self.table.current_row() >= 0:
            self._back([self.table.current_row()])

    def _columns(self) -> tuple[Column, ...]:
        return (
            _column("rule", lambda limit: rule_title(limit.rule) if limit.is_first else "", 180),
            _column("what", limit_words, 300, stretches=True),
            _column(
                "value",
                now_words,
                100,
                parse=lambda limit, typed: self._typed(limit, typed),
                look=lambda limit: "warning" if limit.is_changed else "",
                tooltip=tr("ui.rules.hint_value"),
            ),
            _column("usual", usual_words, 100, look=_muted, tooltip=tr("ui.rules.hint_usual")),
            _column("source", source_words, 222, look=_muted),
            _column("mark", _mark, 110, tooltip=tr("ui.rules.hint_mark"), hover=_mark_meaning),
        )

    def _typed(self, limit: Limit, typed: str) -> Limit:
        if limit.is_fixed:
            raise ValueError(tr("ui.rules.fixed_note"))
        return typed_into(self.document.unit, limit, typed)


def _column(
    key: str,
    shown: Callable[[Limit], str],
    width: int,
    *,
    parse: Callable[[Limit, str], Limit] | None = None,
    look: Callable[[Limit], str] | None = None,
    tooltip: str = "",
    hover: Callable[[Limit], str] | None = None,
    stretches: bool = False,
) -> Column:
    return Column(
        key=key,
        title=tr(f"ui.rules.column_{key}"),
        shown=shown,
        parse=parse,
        look=look,
        tooltip=tooltip,
        hover=hover,
        width=width,
        stretches=stretches,
        least_width=LEAST_WORDS,
    )


def _muted(limit: Limit) -> str:
    return "muted"


def _mark(limit: Limit) -> str:
    """ "endra", "sjekk", both or neither."""
    marks = [tr("ui.rules.changed")] if limit.is_changed else []
    return ", ".join([*marks, *([tr("ui.rules.check")] if limit.entry.check else [])])


def _mark_meaning(limit: Limit) -> str:
    return tr("ui.rules.check_note") if limit.entry.check else ""


def _fits(limit: Limit, words: str) -> bool:
    texts = (rule_title(limit.rule), limit_words(limit), source_words(limit))
    return not words or any(words in normal(text) for text in texts)
