"""The unit's shifts as a table: what each column shows, and what typed text makes of a shift."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from heiltid.edits.units import rename_shift
from heiltid.exchange.workbook import values, words
from heiltid.model import EVERY_DAY, DaySelector, ShiftKind, ShiftType, Unit
from heiltid.ranges import MOST_BREAK_MINUTES
from heiltid.starters import service_type
from heiltid.texts import Language
from ui.document import Document
from ui.models.records import Column
from ui.refusals import refusal, sentence_of
from ui.texts import NO_VALUE, hours, tr
from ui.typed import (
    clock_words,
    competence_choices,
    competence_typed,
    competence_words,
    days_typed,
    days_words,
    end_after,
    end_typed,
    read,
    start_typed,
)

CODE, NAME, KIND, FROM, TO, BREAK, PAID, DAYS, COMPETENCE, CLOCK = range(10)
USUAL_TIMES = (8 * 60, 16 * 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLine:
    """A shift with its place in unit.shifts."""

    place: int
    shift: ShiftType


def shift_lines(unit: Unit) -> tuple[ShiftLine, ...]:
    """All shifts of the unit."""
    return tuple(ShiftLine(place=place, shift=shift) for place, shift in enumerate(unit.shifts))


def kind_words(kind: ShiftKind) -> str:
    """ "dagvakt"."""
    return tr(f"wording.kind.{kind.name.lower()}")


def free_code(unit: Unit, like: str) -> str:
    """The next code of the same letters: D1 -> D2."""
    letters = re.sub(r"\d+$", "", like) or like
    taken = {shift.code.casefold() for shift in unit.shifts}
    return next(code for n in count(1) if (code := f"{letters}{n}").casefold() not in taken)


def new_shift(unit: Unit) -> ShiftType:
    """A day shift with a code of its own."""
    start, end = USUAL_TIMES
    code = free_code(unit, ShiftKind.DAY.value)
    return ShiftType(code=code, kind=ShiftKind.DAY, start_minute=start, end_minute=end)


class ShiftColumns:
    """The columns, checked against the document as it is when something is typed."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def _unit(self) -> Unit:
        return self._document.unit

    def columns(self) -> tuple[Column, ...]:
        """In the order of the table."""
        return (
            self._column("code", _code, self._renamed, 64),
            self._column("name", _name, _with_name, 130, stretches=True),
            self._column("kind", _kind, _with_kind, 110, choices=_kinds),
            self._column("from", _from, _with_start, 62, is_number=True),
            self._column("to", _to, _with_end, 62, is_number=True),
            self._column("break", _break, _with_break, 72, is_number=True),
            self._column("paid", _paid, None, 78, is_number=True),
            self._column("days", _days, _with_days, 110, choices=_day_choices),
            self._column("competence", _competence, self._with_competence, 124, choices=self._competences),
            self._column("clock", _clock, None, 160, stretches=True),
        )

    def _column(
        self,
        key: str,
        shown: Callable[[ShiftType], str],
        parse: Callable[[ShiftType, str], ShiftType] | None,
        width: int,
        *,
        choices: Callable[[], Sequence[str]] | None = None,
        is_number: bool = False,
        stretches: bool = False,
    ) -> Column:
        def typed_in(line: ShiftLine, typed: str) -> ShiftLine:
            assert parse is not None
            return self.checked(line, parse(line.shift, typed))

        return Column(
            key=key,
            title=tr(f"ui.unit.column_{key}"),
            shown=lambda line: shown(line.shift),
            parse=None if parse is None else typed_in,
            choices=choices,
            sorted_by=lambda line: _sorted(key, line.shift),
            tooltip=tr(f"ui.unit.column_hint_{key}"),
            is_number=is_number,
            width=width,
            stretches=stretches,
            least_width=width,
        )

    def checked(self, line: ShiftLine, shift: ShiftType) -> ShiftLine:
        """The line with another shift, when that fits. Raises ValueError with the sentence."""
        if shift.code != line.shift.code:
            why = sentence_of(rename_shift(self._document.file, line.shift.code, shift.code).problems)
        else:
            shifts = list(self._unit.shifts)
            shifts[line.place] = shift
            why = refusal(self._unit, replace(self._unit, shifts=tuple(shifts)))
        if why:
            raise ValueError(why)
        return replace(line, shift=shift)

    def _renamed(self, shift: ShiftType, typed: str) -> ShiftType:
        return replace(shift, code=typed)

    def _with_competence(self, shift: ShiftType, typed: str) -> ShiftType:
        return replace(shift, competence=competence_typed(typed, self._unit))

    def _competences(self) -> Sequence[str]:
        return competence_choices(self._unit)


def _code(shift: ShiftType) -> str:
    return shift.code


def _name(shift: ShiftType) -> str:
    return shift.name


def _with_name(shift: ShiftType, typed: str) -> ShiftType:
    return replace(shift, name=typed)


def _kind(shift: ShiftType) -> str:
    return kind_words(shift.kind)


def _kinds() -> Sequence[str]:
    return tuple(kind_words(kind) for kind in ShiftKind)


def _with_kind(shift: ShiftType, typed: str) -> ShiftType:
    """By its words or its letter."""
    by_words = {kind_words(kind): kind for kind in ShiftKind}
    name = words.canonical(words.Group.SHIFT_KIND, typed)
    if typed not in by_words and name is None:
        raise ValueError(tr("ui.unit.bad_kind", allowed=", ".join(by_words)))
    return _with_times_of(replace(shift, kind=by_words.get(typed) or ShiftKind(name)))


def _with_times_of(shift: ShiftType) -> ShiftType:
    """With a usual time of its kind, where it still has the times a new shift begins with."""
    usual = service_type("nursing_home").shifts(Language.NYNORSK)  # has all kinds but the other one
    like = next((known for known in usual if known.kind is shift.kind), None)
    if like is None or shift.kind is ShiftKind.DAY or (shift.start_minute, shift.end_minute) != USUAL_TIMES:
        return shift
    return replace(shift, start_minute=like.start_minute, end_minute=like.end_minute)


def _from(shift: ShiftType) -> str:
    return clock_words(shift.start_minute)


def _with_start(shift: ShiftType, typed: str) -> ShiftType:
    start = start_typed(typed)
    return replace(shift, start_minute=start, end_minute=end_after(start, shift.end_minute))


def _to(shift: ShiftType) -> str:
    return clock_words(shift.end_minute)


def _with_end(shift: ShiftType, typed: str) -> ShiftType:
    return replace(shift, end_minute=end_typed(typed, shift.start_minute))


def _break(shift: ShiftType) -> str:
    minutes = shift.unpaid_break_minutes
    return tr("ui.unit.minutes", minutes=minutes) if minutes else NO_VALUE


def _with_break(shift: ShiftType, typed: str) -> ShiftType:
    minutes = 0 if typed in {"", NO_VALUE, "-"} else read(values.minutes(0, MOST_BREAK_MINUTES), typed)
    return replace(shift, unpaid_break_minutes=minutes)


def _paid(shift: ShiftType) -> str:
    """7,5 t; quarters get two decimals."""
    digits = 1 if shift.paid_minutes % 6 == 0 else 2
    return tr("ui.unit.hours", hours=hours(shift.paid_minutes, digits))


def _days(shift: ShiftType) -> str:
    return days_words(shift.days, all_means_red_too=True)


def _day_choices() -> Sequence[str]:
    keys = ("ui.days.all", "ui.days.workdays", "ui.days.saturday_sunday")
    return tuple(tr(key) for key in keys)


def _with_days(shift: ShiftType, typed: str) -> ShiftType:
    """A shift for all weekdays may be worked on red days too."""
    days: DaySelector = days_typed(typed)
    is_all = days.weekdays == EVERY_DAY.weekdays and not days.dates
    return replace(shift, days=EVERY_DAY if is_all else days)


def _competence(shift: ShiftType) -> str:
    return competence_words(shift.competence)


def _clock(shift: ShiftType) -> str:
    return f"{clock_words(shift.start_minute)}–{clock_words(shift.end_minute)}"


def _sorted(key: str, shift: ShiftType) -> object:
    numbers = {
        "from": shift.start_minute,
        "to": shift.end_minute,
        "break": shift.unpaid_break_minutes,
        "paid": shift.paid_minutes,
        "clock": shift.start_minute,
    }
    texts = {"code": _code, "name": _name, "kind": _kind, "days": _days, "competence": _competence}
    return numbers[key] if key in numbers else texts[key](shift)
