"""What is changed for whom: the shown plan beside any other of the file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from heiltid.measures.changes import Locks, PersonChange, changes_between, locks_between
from heiltid.model import Plan
from heiltid.rules.wording import when_text, who_text
from ui.desk import Desk
from ui.models.records import Column
from ui.plan_names import listed, plan_name
from ui.smaller_words import smaller_words
from ui.texts import language, position, tr
from ui.widgets.basic import Card, label
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import ROW_HEIGHT, RecordTable

HEADER_ROOM = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One person in words."""

    name: str
    change: PersonChange
    when: str


class ChangesCard(Card):
    """A choice of what to compare with, a sentence, and a line for everybody something is changed for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.results.changes"), tr("ui.results.changes_hint"), parent)
        self._document = desk.document
        self._place: int | None = None  # in the file's plans, of what it is compared with
        self._shown: int | None = None
        self._others: list[int] = []
        self.compared_with = ChoiceBox()
        self.compared_with.setObjectName("changes_with")
        self.compared_with.setAccessibleName(tr("ui.results.changes_with"))
        self.compared_with.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.compared_with.activated.connect(self._choose)
        self.head.addWidget(label(tr("ui.results.changes_with")))
        self.head.addWidget(self.compared_with)
        self._sentence = label("", wraps=True, name="changes_sentence")
        self.body.addWidget(self._sentence)
        self.table = RecordTable(_columns(), "changes_table")
        self.table.setAccessibleName(tr("ui.results.changes"))
        self.body.addWidget(self.table)

    def refresh(self) -> None:
        """The plans as they are now; hidden where there is only one."""
        plans, shown = self._document.file.plans, self._document.shown_index
        self._others = [place for place in listed(plans) if place != shown]
        self.setVisible(shown is not None and bool(self._others))
        if shown is None or not self._others:
            self.table.set_records(())
            return
        if self._place not in self._others or self._shown != shown:
            self._place = self._usual()
        self._shown = shown
        self.compared_with.clear()
        self.compared_with.addItems([plan_name(plans[place]) for place in self._others])
        self.compared_with.setCurrentIndex(self._others.index(self._place))
        self._show(plans[self._place])

    def _usual(self) -> int:
        """What the figures are compared with; else the newest of the other plans."""
        file = self._document.file
        base = file.rota_before(self._document.plan)
        return next((place for place in self._others if file.plans[place] is base), self._others[-1])

    def _choose(self, row: int) -> None:
        self._place = self._others[row]
        self._show(self._document.file.plans[self._place])

    def _show(self, was: Plan) -> None:
        unit, now, calendar = self._document.unit, self._document.plan, self._document.calendar
        changes = changes_between(unit, was, now)
        lines = [
            ChangeLine(
                name=who_text(change.employee, unit, language()),
                change=change,
                when=when_text(change.days, calendar, language()) if change.days else "",
            )
            for change in changes
        ]
        smaller = smaller_words(unit, was, now)
        words = [
            _sum_words(changes),
            f"{smaller[:1].upper()}{smaller[1:]}." if smaller else "",
            _lock_words(locks_between(was, now)),
        ]
        self._sentence.setText(" ".join(word for word in words if word))
        self.table.setVisible(bool(lines))
        self.table.set_records(lines)
        self.table.setFixedHeight(HEADER_ROOM + ROW_HEIGHT * len(lines))


def _sum_words(changes: tuple[PersonChange, ...]) -> str:
    if not changes:
        return tr("ui.results.changes_none")
    return tr(
        "ui.results.changes_sum",
        people=sum(bool(change.days) for change in changes),
        days=sum(len(change.days) for change in changes),
        positions=sum(change.was_bp != change.now_bp for change in changes),
    )


def _lock_words(locks: Locks) -> str:
    if not locks.count:
        return ""
    kept = locks.count - len(locks.broken)
    return tr("ui.results.changes_locks", kept=kept, count=locks.count)


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="name", title=tr("ui.results.name"), shown=lambda line: line.name, width=230),
        Column(
            key="before",
            title=tr("ui.results.position_before"),
            shown=lambda line: position(line.change.was_bp),
            sorted_by=lambda line: line.change.was_bp,
            is_number=True,
            width=120,
        ),
        Column(
            key="after",
            title=tr("ui.results.position_after"),
            shown=lambda line: position(line.change.now_bp),
            sorted_by=lambda line: line.change.now_bp,
            look=lambda line: _look(line.change),
            is_number=True,
            width=120,
        ),
        Column(
            key="days",
            title=tr("ui.results.changed_shifts"),
            shown=lambda line: str(len(line.change.days)),
            sorted_by=lambda line: len(line.change.days),
            is_number=True,
            width=120,
        ),
        Column(
            key="when",
            title=tr("ui.results.changed_when"),
            shown=lambda line: line.when,
            stretches=True,
            least_width=200,
        ),
    )


def _look(change: PersonChange) -> str:
    if change.now_bp == change.was_bp:
        return ""
    return "better" if change.now_bp > change.was_bp else "worse"
