"""The demand as a table to type in: what each column shows, and what typed text makes of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from heiltid.coverage import span_of
from heiltid.model import DemandRow, Unit
from heiltid.spelling import Known
from ui.document import Document
from ui.models.records import Column
from ui.pages.staffing.words import row_cells
from ui.refusals import refusal
from ui.texts import NO_VALUE, tr
from ui.typed import (
    clock_words,
    competence_choices,
    competence_typed,
    days_typed,
    end_after,
    end_typed,
    start_typed,
    whole_typed,
)

DAYS, FROM, TO, COMPETENCE, LEAST, TARGET, MOST, SHIFT = range(8)
DAY_CHOICES = ("all", "all_and_red", "workdays", "saturday_sunday", "red")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandLine:
    """A row with its place in unit.demand."""

    place: int
    row: DemandRow


def demand_lines(unit: Unit) -> tuple[DemandLine, ...]:
    """All rows of the unit."""
    return tuple(DemandLine(place=place, row=row) for place, row in enumerate(unit.demand))


class DemandColumns:
    """The columns, checked against the document's unit as it is when something is typed."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def _unit(self) -> Unit:
        return self._document.unit

    def columns(self) -> tuple[Column, ...]:
        """In the order of the table."""
        return (
            self._column("days", DAYS, _days, 106, choices=_day_choices),
            self._column("from", FROM, self._from, 58, is_number=True),
            self._column("to", TO, self._to, 58, is_number=True),
            self._column("competence", COMPETENCE, self._competence, 88, choices=self._competences),
            self._column("least", LEAST, _least, 46, is_number=True),
            self._column("target", TARGET, _target, 54, is_number=True),
            self._column("most", MOST, _most, 50, is_number=True),
            self._column("shift", SHIFT, self._shift, 74, choices=self._codes),
        )

    def _column(
        self,
        key: str,
        place: int,
        parse: Callable[[DemandRow, str], DemandRow],
        width: int,
        *,
        choices: Callable[[], Sequence[str]] | None = None,
        is_number: bool = False,
    ) -> Column:
        return Column(
            key=key,
            title=tr(f"ui.staffing.column_{key}"),
            shown=lambda line: self._shown(line.row, place),
            parse=lambda line, typed: self.checked(line, parse(line.row, typed)),
            choices=choices,
            sorted_by=lambda line: self._sorted(line.row, place),
            look=_lent_look if place in (FROM, TO) else None,
            tooltip=tr(f"ui.staffing.hint_{key}"),
            is_number=is_number,
            width=width,
            stretches=place == COMPETENCE,
            least_width=88,
        )

    def checked(self, line: DemandLine, row: DemandRow) -> DemandLine:
        """The line with another row, when that fits. Raises ValueError with the sentence."""
        demand = list(self._unit.demand)
        demand[line.place] = row
        why = refusal(self._unit, replace(self._unit, demand=tuple(demand)))
        if why:
            raise ValueError(why)
        return replace(line, row=row)

    def _shown(self, row: DemandRow, place: int) -> str:
        """A row by code shows the times of the shift."""
        if row.shift is not None and place in (FROM, TO):
            return clock_words(self._times(row)[place - FROM])
        return row_cells(row)[place]

    def _sorted(self, row: DemandRow, place: int) -> object:
        return self._times(row)[place - FROM] if place in (FROM, TO) else _sorted(row, place)

    def _times(self, row: DemandRow) -> tuple[int, int]:
        return span_of(row, self._unit.shift_by_code())

    def _from(self, row: DemandRow, typed: str) -> DemandRow:
        """A time in place of a shift begins as the shift's."""
        start = start_typed(typed)
        return replace(row, shift=None, start_minute=start, end_minute=end_after(start, self._times(row)[1]))

    def _to(self, row: DemandRow, typed: str) -> DemandRow:
        start, _ = self._times(row)
        return replace(row, shift=None, start_minute=start, end_minute=end_typed(typed, start))

    def _competence(self, row: DemandRow, typed: str) -> DemandRow:
        return replace(row, competence=competence_typed(typed, self._unit))

    def _competences(self) -> Sequence[str]:
        return competence_choices(self._unit)

    def _shift(self, row: DemandRow, typed: str) -> DemandRow:
        """A code in place of times; without it the row has the times of the shift."""
        if not typed or typed == NO_VALUE:
            start, end = self._times(row)
            return replace(row, shift=None, start_minute=start, end_minute=end)
        known = Known(shift.code for shift in self._unit.shifts)
        return replace(row, shift=known.find(typed) or typed, start_minute=None, end_minute=None)

    def _codes(self) -> Sequence[str]:
        return (NO_VALUE, *(shift.code for shift in self._unit.shifts))


def _day_choices() -> Sequence[str]:
    return tuple(tr(f"ui.days.{key}") for key in DAY_CHOICES)


def _lent_look(line: DemandLine) -> str:
    """Times that are the shift's are grey."""
    return "" if line.row.shift is None else "muted"


def _days(row: DemandRow, typed: str) -> DemandRow:
    return replace(row, days=days_typed(typed))


def _least(row: DemandRow, typed: str) -> DemandRow:
    """The target goes with it where both were the same."""
    least = whole_typed(typed)
    return replace(row, minimum=least, target=least if row.target == row.minimum else row.target)


def _target(row: DemandRow, typed: str) -> DemandRow:
    return replace(row, target=whole_typed(typed))


def _most(row: DemandRow, typed: str) -> DemandRow:
    return replace(row, maximum=None if typed in {"", NO_VALUE} else whole_typed(typed))


def _sorted(row: DemandRow, place: int) -> object:
    """A value of one kind for each column."""
    if place == DAYS:
        order = sorted(row.days.weekdays)
        return (row.days.red and not order, sorted(row.days.dates), order)
    if place == MOST:
        return -1 if row.maximum is None else row.maximum
    if place in (LEAST, TARGET):
        return row.minimum if place == LEAST else row.target
    return row_cells(row)[place]
