"""What can be told of a unit: how each field is shown, and what typed text makes of the unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from heiltid.exchange.workbook import values
from heiltid.model import FULL_TIME_BP, RotaKind, Unit
from heiltid.ranges import FULL_TIME_WEEKS_MINUTES, MOST_RESIDENTS, MOST_WEEKS
from heiltid.texts import decimal
from heiltid.typed_dates import date_typed
from ui.refusals import refusal
from ui.texts import NO_VALUE, hours, language, position, tr
from ui.typed import read, whole_typed


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitField:
    """One thing told of a unit. choices: what the user sees -> what is typed for it; None: a line."""

    key: str
    shown: Callable[[Unit], str]
    parse: Callable[[Unit, str], Unit]
    choices: tuple[str, ...] | None = None


def unit_fields() -> tuple[UnitField, ...]:
    """In the order of the form."""
    return (
        UnitField(key="name", shown=lambda unit: unit.name, parse=_name),
        UnitField(key="municipality", shown=lambda unit: unit.municipality, parse=_municipality),
        UnitField(key="residents", shown=_residents_shown, parse=_residents),
        UnitField(key="start", shown=lambda unit: f"{unit.start:%d.%m.%Y}", parse=_start),
        UnitField(key="weeks", shown=lambda unit: str(unit.weeks), parse=_weeks),
        UnitField(key="kind", shown=_kind_shown, parse=_kind, choices=tuple(_kinds())),
        UnitField(
            key="full_time",
            shown=lambda unit: week_words(unit.full_time_week_minutes),
            parse=_full_time,
            choices=tuple(_full_time_weeks()),
        ),
        UnitField(key="small", shown=lambda unit: position(unit.small_position_below_bp), parse=_small),
        UnitField(key="budget", shown=_budget_shown, parse=_budget),
    )


def with_typed(unit: Unit, field: UnitField, typed: str) -> Unit:
    """The unit with a field changed. Raises ValueError with the sentence when that does not fit."""
    changed = field.parse(unit, typed)
    why = refusal(unit, changed)
    if why:
        raise ValueError(why)
    return changed


def _name(unit: Unit, typed: str) -> Unit:
    return replace(unit, name=typed)


def _municipality(unit: Unit, typed: str) -> Unit:
    return replace(unit, municipality=typed)


def _residents(unit: Unit, typed: str) -> Unit:
    return replace(unit, residents=whole_typed(typed, MOST_RESIDENTS) if typed else None)


def _residents_shown(unit: Unit) -> str:
    return "" if unit.residents is None else str(unit.residents)


def _start(unit: Unit, typed: str) -> Unit:
    found = date_typed(typed)
    if found is None:
        raise ValueError(tr("ui.unit.bad_date"))
    return replace(unit, start=found)


def _weeks(unit: Unit, typed: str) -> Unit:
    found = whole_typed(typed, MOST_WEEKS)
    return replace(unit, weeks=found)


def _kinds() -> Mapping[str, RotaKind]:
    return {tr(f"ui.unit.rota_{kind.value}"): kind for kind in RotaKind}


def _kind_shown(unit: Unit) -> str:
    return tr(f"ui.unit.rota_{unit.kind.value}")


def _kind(unit: Unit, typed: str) -> Unit:
    return replace(unit, kind=_kinds()[typed])


def _full_time_weeks() -> Mapping[str, int | None]:
    weeks = (*sorted(FULL_TIME_WEEKS_MINUTES, reverse=True), None)
    return {week_words(minutes): minutes for minutes in weeks}


def week_words(minutes: int | None) -> str:
    """ "35,5 t", or that it is reckoned for each person."""
    if minutes is None:
        return tr("ui.unit.per_person")
    return tr("ui.unit.hours", hours=hours(minutes))


def _full_time(unit: Unit, typed: str) -> Unit:
    return replace(unit, full_time_week_minutes=_full_time_weeks()[typed])


def _small(unit: Unit, typed: str) -> Unit:
    return replace(unit, small_position_below_bp=read(values.percent(0, FULL_TIME_BP), typed))


def _budget(unit: Unit, typed: str) -> Unit:
    """Empty or a dash: what today's positions and the staffing make it."""
    if typed in {"", NO_VALUE, "-"}:
        return replace(unit, fte_budget_bp=None)
    return replace(unit, fte_budget_bp=read(values.full_time_equivalents, typed))


def _budget_shown(unit: Unit) -> str:
    if unit.fte_budget_bp is None:
        return ""
    return decimal(unit.fte_budget_bp / FULL_TIME_BP, language())
