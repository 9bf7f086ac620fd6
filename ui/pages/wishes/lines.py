"""Wishes as lines of a table, and whether the shown rota meets them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from heiltid.calendar import Calendar
from heiltid.edits.wishes import WishPlace, asked_by, place_of
from heiltid.model import Plan, Unit, Wish
from heiltid.rules.wording import who_text
from heiltid.spelling import normal
from heiltid.wishes import is_met, wish_days, wishes_spoken_of
from ui.models.records import Column
from ui.pages.wishes.words import (
    asked_typed,
    options,
    strengths,
    when_typed,
    when_words,
)
from ui.refusals import refusal
from ui.texts import language, tr
from ui.wish_words import asked_word, strength_word

TICK, CROSS = "✓", "✗"


@dataclass(frozen=True, slots=True, kw_only=True)
class WishLine:
    """A wish, its place in the unit's list, and on how many of its days the rota meets it (None: no rota)."""

    place: int
    wish: Wish
    met: int | None = None
    days: int = 0


def wish_lines(calendar: Calendar, plan: Plan) -> tuple[WishLine, ...]:
    """All wishes of the unit, judged by the plan where it has a rota."""
    shifts, rows = calendar.unit.shift_by_code(), plan.row_of()
    lines = []
    for place, wish in enumerate(calendar.unit.wishes):
        days, row = wish_days(wish, calendar), rows.get(wish.employee)
        met = None
        if row is not None and not plan.is_empty:
            met = sum(is_met(wish, day, row.cells[day], shifts) for day in days)
        lines.append(WishLine(place=place, wish=wish, met=met, days=len(days)))
    return tuple(lines)


def stands_on(wish: Wish, place: WishPlace, calendar: Calendar) -> bool:
    """Whether a wish is for a place: a day by itself or by its weekday."""
    there = place_of(wish.when, calendar)
    return there == place or there == WishPlace(weekday=place.weekday)


def met_words(line: WishLine) -> str:
    """As "✓ oppfylt", "✗ ikkje", "✗ 9 av 12"; empty without a rota or days."""
    if line.met is None or not line.days:
        return ""
    if line.met == line.days:
        return f"{TICK} {tr('ui.wishes.met')}"
    if line.days == 1:
        return f"{CROSS} {tr('ui.wishes.unmet')}"
    return f"{CROSS} {tr('ui.wishes.met_of', met=line.met, days=line.days)}"


def met_share(lines: Sequence[WishLine]) -> tuple[int, int] | None:
    """Days met and days wished for; None without a rota or wishes."""
    judged = [line for line in lines if line.met is not None]
    days = sum(line.days for line in judged)
    return (sum(line.met or 0 for line in judged), days) if days else None


def wishes_words(lines: Sequence[WishLine], calendar: Calendar) -> str:
    """As "3 ønske": a week off is one, though it has a line for each day."""
    count = wishes_spoken_of((line.wish for line in lines), calendar)
    return tr("wording.count.wishes.one" if count == 1 else "wording.count.wishes.many", count=count)


def count_words(lines: Sequence[WishLine], calendar: Calendar) -> str:
    """As "3 ønske, 15 dagar": a week off is one wish; the days only where they are not as many."""
    count, days = wishes_spoken_of((line.wish for line in lines), calendar), sum(line.days for line in lines)
    words = wishes_words(lines, calendar)
    if days in (0, count):
        return words
    told = tr("wording.count.days.one" if days == 1 else "wording.count.days.many", count=days)
    return f"{words}, {told}"


def wish_columns(calendar: Callable[[], Calendar]) -> tuple[Column, ...]:
    """Who, when, what, how strongly, met. `calendar` gives the unit as it is when something is typed."""

    def unit() -> Unit:
        return calendar().unit

    def changed(line: WishLine, **fields: Any) -> WishLine:
        becomes = replace(line.wish, **fields)
        there = unit().wishes
        why = refusal(
            unit(), replace(unit(), wishes=(*there[: line.place], becomes, *there[line.place + 1 :]))
        )
        if why:
            raise ValueError(why)
        return replace(line, wish=becomes)

    def with_when(line: WishLine, typed: str) -> WishLine:
        if typed == when_words(line.wish.when, calendar()):
            return line
        return changed(line, when=when_typed(unit(), typed))

    def with_asked(line: WishLine, typed: str) -> WishLine:
        asked = asked_typed(unit(), typed)
        return changed(line, off=asked.off, code=asked.code, kind=asked.kind, negated=asked.negated)

    def with_strength(line: WishLine, typed: str) -> WishLine:
        known = {normal(word): strength for word, strength in strengths().items()}
        if normal(typed) not in known:
            raise ValueError(tr("ui.wishes.bad_strength", allowed=", ".join(strengths())))
        return changed(line, strength=known[normal(typed)])

    def when_order(line: WishLine) -> tuple[int, int]:
        place = place_of(line.wish.when, calendar())
        if place is None:
            return (10_000, 0)
        return (-1, place.weekday) if place.day is None else (place.day, 0)

    return (
        Column(
            key="who",
            title=tr("ui.wishes.column_who"),
            shown=lambda line: who_text(line.wish.employee, unit(), language()),
            stretches=True,
        ),
        Column(
            key="when",
            title=tr("ui.wishes.column_when"),
            shown=lambda line: when_words(line.wish.when, calendar()),
            parse=with_when,
            sorted_by=when_order,
            width=130,
        ),
        Column(
            key="wish",
            title=tr("ui.wishes.column_wish"),
            shown=lambda line: asked_word(asked_by(line.wish)),
            parse=with_asked,
            choices=lambda: [asked_word(asked) for asked in options(unit())],
            width=150,
        ),
        Column(
            key="strength",
            title=tr("ui.wishes.column_strength"),
            shown=lambda line: strength_word(line.wish.strength),
            parse=with_strength,
            choices=lambda: tuple(strengths()),
            width=100,
        ),
        Column(
            key="met",
            title=tr("ui.wishes.column_met"),
            shown=met_words,
            look=_met_look,
            sorted_by=lambda line: -1.0 if line.met is None or not line.days else line.met / line.days,
            width=150,
        ),
    )


def _met_look(line: WishLine) -> str:
    if line.met is None or not line.days:
        return ""
    return "better" if line.met == line.days else "worse"
