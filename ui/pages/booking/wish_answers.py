"""What people answered about wishes, beside what the unit has: the leader chooses what to take over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from heiltid.booking.wishing.taking_over import Difference, TakenPart
from heiltid.booking.wishing.words import answer_sentence, change_words, left_out_words
from heiltid.model import Unit
from heiltid.model.asking import WishRound
from ui.models.records import Column
from ui.pages.booking.words import moment_words, who_words
from ui.texts import NO_VALUE, language, tr
from ui.widgets.basic import Card, button, label, row
from ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One person asked. entry None: she has not answered; chosen: what of it is to be taken."""

    employee: str
    name: str
    entry: Difference | None
    chosen: frozenset[TakenPart] = frozenset()

    @property
    def taken(self) -> frozenset[TakenPart]:
        """What is taken: what changes anything and is chosen; with anything, a no to long shifts."""
        if self.entry is None:
            return frozenset()
        taken = self.chosen.intersection(self.entry.parts)
        return taken | {TakenPart.LONG} if taken and self.entry.closes_long_shifts else taken


class WishAnswers(Card):
    """One line for each person asked; below, the chosen one's whole answer and a tick for each part of it."""

    taking = Signal(object)  # dict[str, frozenset[TakenPart]]: by employee number

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.booking.wishes.answers"), parent=parent)
        self._unticked: dict[tuple[str, str], set[TakenPart]] = {}  # by code and employee number
        self._code = ""
        self.table = RecordTable(_columns(), "wish_answers")
        self.table.setAccessibleName(tr("ui.booking.wishes.answers"))
        self.whole = label("", wraps=True, name="wishes_whole")
        self.left_out = label("", "warning", wraps=True, name="wishes_left_out")
        self.ticks = {part: QCheckBox() for part in TakenPart}
        self.take_one = button("ui.booking.wishes.take_one", name="wishes_take_one")
        self.take_all = button("ui.booking.wishes.take_all", "primary", name="wishes_take_all")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.whole)
        self.body.addWidget(self.left_out)
        ticks = QGridLayout()
        for place, tick in enumerate(self.ticks.values()):
            ticks.addWidget(tick, place // 2, place % 2)
        self.body.addLayout(ticks)
        self.body.addLayout(row(self.take_one, self.take_all, None))
        for tick in self.ticks.values():
            tick.clicked.connect(self._ticked)
        self.table.chosen.connect(self._show_one)
        self.take_one.clicked.connect(self._take_one)
        self.take_all.clicked.connect(self._take_all)

    def show_round(self, asked: WishRound | None, found: Iterable[Difference], unit: Unit) -> None:
        """Everybody asked who is in the unit, those who have answered first."""
        self._code = "" if asked is None else asked.code
        by_number = {entry.before.number: entry for entry in found}
        lines = [
            self._line(number, who_words(number, unit), by_number.get(number))
            for number in (() if asked is None else asked.asked)
            if number in unit.employee_by_number()
        ]
        self.table.set_records(sorted(lines, key=lambda line: line.entry is None))
        if lines and self.table.current_row() < 0:
            self.table.show_row(0)
        self._show_one()

    def _line(self, number: str, name: str, entry: Difference | None) -> AnswerLine:
        unticked = self._unticked.get((self._code, number), set())
        return AnswerLine(
            employee=number, name=name, entry=entry, chosen=frozenset(TakenPart) - frozenset(unticked)
        )

    def lines(self) -> tuple[AnswerLine, ...]:
        """Everybody asked."""
        return self.table.records_model.records

    def current(self) -> AnswerLine | None:
        """Whoever is chosen."""
        place, lines = self.table.current_row(), self.lines()
        return lines[place] if 0 <= place < len(lines) else None

    def _show_one(self, _: int = 0) -> None:
        line = self.current()
        entry = None if line is None else line.entry
        shown = [] if entry is None else [answer_sentence(entry.answer, language())]
        if entry is not None and entry.answer.taken_at is not None:
            shown.append(tr("ui.booking.wishes.taken_at", at=moment_words(entry.answer.taken_at)))
        self.whole.setText("\n".join(shown))
        self.left_out.setText("" if entry is None else left_out_words(entry, language()))
        for part, tick in self.ticks.items():
            self._show_tick(tick, part, line)
        for widget in (self.whole, self.left_out):
            widget.setVisible(bool(widget.text()))
        self.take_one.setEnabled(line is not None and bool(line.taken))
        self.take_all.setEnabled(any(line.taken for line in self.lines()))

    def _show_tick(self, tick: QCheckBox, part: TakenPart, line: AnswerLine | None) -> None:
        """A no to long shifts cannot be left out where anything else is taken: it is voluntary work."""
        entry = None if line is None else line.entry
        change = "" if entry is None else change_words(entry, part, language(), is_short=True)
        must = part is TakenPart.LONG and entry is not None and entry.closes_long_shifts
        tick.setText(f"{tr(f'ui.booking.wishes.part_{part.value}')}: {change}")
        tick.setVisible(bool(change))
        tick.setEnabled(not must)
        tick.setToolTip(tr("ui.booking.wishes.no_is_taken") if must else "")
        tick.setChecked(line is not None and (part in line.taken or part in line.chosen or must))

    def _ticked(self) -> None:
        line = self.current()
        if line is None:
            return
        self._unticked[self._code, line.employee] = {
            part for part, tick in self.ticks.items() if not tick.isChecked()
        }
        lines = [self._line(entry.employee, entry.name, entry.entry) for entry in self.lines()]
        self.table.set_records(lines)
        self._show_one()

    def _take_one(self) -> None:
        line = self.current()
        if line is not None and line.taken:
            self.taking.emit({line.employee: line.taken})

    def _take_all(self) -> None:
        self.taking.emit({line.employee: line.taken for line in self.lines() if line.taken})


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            key="who",
            title=tr("ui.booking.list.who"),
            shown=lambda line: line.name,
            stretches=True,
            least_width=110,
        ),
        Column(
            key="given",
            title=tr("ui.booking.answers.column_given"),
            shown=lambda line: _given(line),
            sorted_by=lambda line: "" if line.entry is None else line.entry.answer.given_at.isoformat(),
            look=lambda line: "warning" if line.entry is None else "",
            width=100,
        ),
        *(
            Column(
                key=part.value,
                title=tr(f"ui.booking.wishes.part_{part.value}"),
                shown=_shown(part),
                look=_look(part),
                width=width,
            )
            for part, width in zip(TakenPart, (138, 120, 150, 92), strict=True)
        ),
    )


def _given(line: AnswerLine) -> str:
    if line.entry is None:
        return tr("ui.booking.answers.none_yet")
    return f"{line.entry.answer.given_at:%d.%m. %H:%M}"


def _shown(part: TakenPart) -> Callable[[AnswerLine], str]:
    """What changes, with a tick where it is going to be taken."""

    def shown(line: AnswerLine) -> str:
        change = "" if line.entry is None else change_words(line.entry, part, language(), is_short=True)
        if not change:
            return NO_VALUE
        return f"✓ {change}" if part in line.taken else change

    return shown


def _look(part: TakenPart) -> Callable[[AnswerLine], str]:
    return lambda line: "" if part in line.taken else "muted"
