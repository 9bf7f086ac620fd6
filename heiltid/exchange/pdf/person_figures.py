"""What a rota means to one person, in figures and in sentences: before, after, a year.

Of one who leaves within the rota it is what she has left there, and what she had says nothing of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from heiltid.advice.short_words import dates_inside
from heiltid.exchange.pdf.rota_words import NO_DEVIATION, deviation_text
from heiltid.measures.work import work_of
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR, Employee, PlanRow
from heiltid.rules.context import Context
from heiltid.rules.contract import deviation_minutes
from heiltid.rules.wording import percent_text
from heiltid.texts import Language, decimal, difference, text

A_YEAR = ("weekends", "weekend_hours", "long_shifts", "nights", "evenings", "quick_returns")
DIGITS = {"week_hours": 1, "weekends": 1}  # decimals; others are whole numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One person in one plan. `figures`: hours a week, and what she has a year or has left, by text key."""

    position_bp: int
    deviation_minutes: int
    row: PlanRow
    figures: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A person now, and before. before None: no rota to compare with, only the position is known.

    ends: her last day, where it lies inside the rota.
    """

    person: Employee
    ends: date | None
    position_before_bp: int
    before: State | None
    after: State


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure as it is printed."""

    name: str
    before: str
    after: str
    change: str


def change_of(now: Context, was: Context | None, person: Employee) -> Change:
    """`was` is the plan before, if there is one; an empty one tells the position only."""
    row = None if was is None else was.rows.get(person.number)
    has_rota = was is not None and row is not None and not was.plan.is_empty
    return Change(
        person=person,
        ends=dates_inside(now.calendar, person)[1],
        position_before_bp=person.position_bp if row is None else row.position_bp,
        before=_state(was, person) if was is not None and has_rota else None,
        after=_state(now, person),
    )


def _state(context: Context, person: Employee) -> State:
    work = work_of(context, person)
    is_leaving = dates_inside(context.calendar, person)[1] is not None

    def counted(amount: int) -> Fraction:
        return Fraction(amount) if is_leaving else work.per_year(amount)

    week_minutes = (
        context.paid_hours(person).total / work.present_weeks if work.present_weeks else Fraction(0)
    )
    return State(
        position_bp=work.position_bp,
        deviation_minutes=deviation_minutes(context, person),
        row=context.row(person),
        figures={
            "week_hours": week_minutes / MINUTES_PER_HOUR,
            "weekends": counted(work.weekends),
            "weekend_hours": counted(work.weekend_minutes) / MINUTES_PER_HOUR,
            "long_shifts": counted(work.long_shifts),
            "nights": counted(work.nights),
            "evenings": counted(work.evenings),
            "quick_returns": counted(work.quick_returns),
        },
    )


def figure_lines(change: Change, language: Language) -> Iterator[FigureLine]:
    """Position, wish, hours, weekends and heavy shifts, each a year; in the rota for one who leaves in it."""
    before, after = change.before, change.after
    yield _share_line(change, language)
    wanted = percent_text(change.person.wanted_bp, language)
    yield FigureLine(name=text("pdf_person.figure.wanted", language), before="", after=wanted, change="")
    for key in ("week_hours", *A_YEAR):
        is_left = change.ends is not None and key in A_YEAR
        was = None if before is None or is_left else before.figures[key]
        name = text(f"pdf_person.{'left' if is_left else 'figure'}.{key}", language)
        yield _line(name, was, after.figures[key], DIGITS.get(key, 0), language)
        if key == "week_hours":
            yield from _deviation_line(after, language)


def _deviation_line(after: State, language: Language) -> Iterator[FigureLine]:
    """How far the hours lie off what the position pays for; nothing where they do not."""
    shown = deviation_text(after.deviation_minutes, language)
    if shown != NO_DEVIATION:
        yield FigureLine(
            name=text("pdf_person.figure.deviation", language), before="", after=shown, change=""
        )


def _share_line(change: Change, language: Language) -> FigureLine:
    was, now = (Fraction(bp, 100) for bp in (change.position_before_bp, change.after.position_bp))
    line = _line(text("pdf_person.figure.position", language), was, now, 2, language)
    return FigureLine(name=line.name, before=f"{line.before} %", after=f"{line.after} %", change=line.change)


def _line(name: str, was: Fraction | None, now: Fraction, digits: int, language: Language) -> FigureLine:
    shown = decimal(float(now), language, digits)
    if was is None:
        return FigureLine(name=name, before="", after=shown, change="")
    changed = difference(float(was), float(now), digits)
    sign = "+" if changed > 0 else ""
    return FigureLine(
        name=name,
        before=decimal(float(was), language, digits),
        after=shown,
        change=sign + decimal(changed, language, digits),
    )


def change_sentences(change: Change, language: Language) -> Iterator[str]:
    """What becomes different for her, the weightiest first."""
    yield _position_sentence(change, language)
    yield from _wish_sentence(change, language)
    before, after = change.before, change.after
    if change.ends is not None:
        yield text("pdf_person.change.left", language, date=f"{change.ends:%d.%m.%Y}")
    if before is None:
        return
    for key in ("weekends", "weekend_hours", "long_shifts", "nights") if change.ends is None else ():
        was, now = before.figures[key], after.figures[key]
        if was or now:
            yield _compared(key, was, now, DIGITS.get(key, 0), language)
    if len(before.row.cells) == len(after.row.cells):
        pairs = zip(before.row.cells, after.row.cells, strict=True)
        changed = sum(was.shift != now.shift for was, now in pairs)
        yield text("pdf_person.change.days", language, count=changed, all=len(after.row.cells))


def _position_sentence(change: Change, language: Language) -> str:
    was, now = change.position_before_bp, change.after.position_bp
    key = "same" if was == now else "new" if was == 0 else "up" if now > was else "down"
    return text(
        f"pdf_person.change.position_{key}",
        language,
        before=percent_text(was, language),
        after=percent_text(now, language),
    )


def _wish_sentence(change: Change, language: Language) -> Iterator[str]:
    """Nothing is lacking for whoever has chosen part-time, or has full time with a post elsewhere."""
    person, now = change.person, change.after.position_bp
    missing = person.wanted_bp - now
    if missing == 0:
        yield text("pdf_person.change.wish_met", language, wanted=percent_text(person.wanted_bp, language))
    elif missing > 0 and not person.chosen_part_time and now + person.elsewhere_bp < FULL_TIME_BP:
        yield text(
            "pdf_person.change.wish_missing",
            language,
            wanted=percent_text(person.wanted_bp, language),
            missing=percent_text(missing, language),
        )


def _compared(name: str, was: Fraction, now: Fraction, digits: int, language: Language) -> str:
    before, after = (decimal(float(part), language, digits) for part in (was, now))
    if before == after:
        key = "same"
    elif after == "0":
        key = "none"
    else:
        key = "first" if before == "0" else "other"
    return text(f"pdf_person.change.{name}_{key}", language, before=before, after=after)
