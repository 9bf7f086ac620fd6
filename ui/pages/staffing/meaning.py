"""What the demand means: hours, full-time equivalents, people in a weekend, heads, and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from heiltid.advice.long_shift_words import no_saving_words
from heiltid.advice.scarcity_words import weekend_competence_sentences
from heiltid.advice.weekend_need_words import extra_sentence, need_sentence
from heiltid.calendar import Calendar
from heiltid.coverage import Coverage, rows_in_force
from heiltid.measures.budget import full_time_week_minutes
from heiltid.measures.room import people_away
from heiltid.measures.weekend_need import WeekendPart, weekend_needs
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_DAY, DaySelector, ShiftKind, Unit
from heiltid.starters import PeopleNeeded, people_needed, people_sentences
from heiltid.starters.own_people import own_need
from heiltid.texts import decimal
from ui.pages.staffing.gaps import short_shift_words
from ui.room_words import causes_words, more_words
from ui.texts import NO_VALUE, hours, language, tr
from ui.typed import clock_words, days_words
from ui.widgets.basic import Card, label, notice, tip
from ui.widgets.boxes import ChoiceBox

FIGURES = ("hours", "fte", "weekend", "people")
EVERY = (2, 3, 4, 5, 6)
USUAL_EVERY = 3
MOST_GAPS = 2
WEEKEND_DAYS = frozenset({5, 6})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What is shown of a demand; None where it cannot be told.

    rule_of_thumb: the full-time equivalents that ordinary shifts make, where those shown are the people's.
    """

    weekly_minutes: int | None
    full_time_equivalents: float | None
    people_per_weekend: int | None
    people: int | None
    sentence: str
    rule_of_thumb: float | None = None


def is_the_same_every_week(unit: Unit) -> bool:
    """Whether one week tells everything."""
    return unit.is_cyclic and not any(row.days.dates for row in (*unit.demand, *unit.shifts))


def meaning_of(unit: Unit, weekend_every: int, *, one_week: bool) -> Meaning:
    """The arithmetic of a demand. one_week: an ordinary week only, without red days and dates.

    Of the people the unit has, where they can take all of the shifts, as in the rest of the program.
    """
    week = unit.ordinary_week() if one_week else unit
    needed = people_needed(week, weekend_every)
    if needed is not None:
        own = own_need(week, unit)
        shown = needed if own is None else own.beside(needed)
        plain = float(needed.short.full_time_equivalents)
        equivalents = plain if own is None or shown is needed else own.equivalents
        return Meaning(
            weekly_minutes=shown.short.weekly_minutes,
            full_time_equivalents=equivalents,
            people_per_weekend=shown.short.people_per_weekend,
            people=shown.people,
            sentence=" ".join(people_sentences(needed, language())[1:]),
            rule_of_thumb=plain if _differ(plain, equivalents) else None,
        )
    minutes = person_minutes(week)
    key = "no_weekend" if minutes else "nothing"
    return Meaning(
        weekly_minutes=minutes or None,
        full_time_equivalents=minutes / full_time_week_minutes(week) if minutes else None,
        people_per_weekend=None,
        people=None,
        sentence=tr(f"ui.staffing.{key}"),
    )


def own_words(unit: Unit, weekend_every: int, *, one_week: bool) -> str:
    """How the figures differ for the people the unit has: who is away, what they accept, their weekends."""
    week = unit.ordinary_week() if one_week else unit
    needed, own = people_needed(week, weekend_every), own_need(week, unit)
    if needed is None or not unit.planned_employees:
        return ""
    said: list[str] = []
    if own is not None and own.reaches_all:
        needed = own.beside(needed)
        more, away = more_words(float(own.hours_bp), float(own.there_bp)), people_away(unit)
        if more and away:
            said.append(tr("ui.staffing.own_away", more=more, causes=causes_words(unit, away)))
    elif (
        own is not None
        and _differ(own.equivalents, float(needed.short.full_time_equivalents))
        and (not one_week or is_the_same_every_week(unit))
    ):
        said.append(tr("ui.staffing.own_left_out", fte=_equivalents_shown(own.equivalents)))
    said.extend(_weekend_words(week, unit, needed))
    if not one_week or is_the_same_every_week(unit):
        said.extend(weekend_competence_sentences(unit, language()))
    return " ".join(said)


def _weekend_words(week: Unit, unit: Unit, needed: PeopleNeeded) -> Iterator[str]:
    """Beside the people needed: where they lack, and what the extra weekends alone make another figure of."""
    plain = [replace(person, extra_weekends=0) for person in unit.planned_employees]
    is_so = any(
        need.part is WeekendPart.ALL and need.needed == needed.people
        for need in weekend_needs(week, plain, unit)
    )
    for need in weekend_needs(week, unit.planned_employees, unit):
        if is_so and need.part is WeekendPart.ALL and need.needed != needed.people:
            yield extra_sentence(need, language())
        elif need.lacks:
            yield need_sentence(need, language())


def too_short_words(unit: Unit) -> str:
    """Why a long shift asked for in the weekend makes it no easier to staff: it ends before the need does."""
    week = unit.ordinary_week()
    shifts, needed = unit.shift_by_code(), people_needed(week)
    for place, row in enumerate(unit.demand):
        shift = shifts.get(row.shift or "")
        if shift is None or shift.kind is not ShiftKind.LONG or not row.days.weekdays & WEEKEND_DAYS:
            continue
        weekday = min(row.days.weekdays & WEEKEND_DAYS)
        for _, other, (start, end) in rows_in_force(unit.demand, shifts, weekday=weekday):
            if other.shift is None and other.competence is None and start < shift.end_minute < end:
                without = replace(week, demand=(*unit.demand[:place], *unit.demand[place + 1 :]))
                if _heads(people_needed(without)) <= _heads(needed):
                    times = {"end": clock_words(shift.end_minute), "until": clock_words(end)}
                    return tr("ui.staffing.too_short", code=shift.code, count=other.target, **times)
    return ""


def _lacks(unit: Unit) -> bool:
    """Whether the people of an ordinary week's weekends are too few."""
    week = unit.ordinary_week()
    return any(need.lacks for need in weekend_needs(week, unit.planned_employees, unit))


def _heads(needed: PeopleNeeded | None) -> int:
    return 0 if needed is None else needed.short.people_per_weekend


def person_minutes(unit: Unit) -> int:
    """Minutes of presence asked for in an ordinary week, whatever the competence."""
    shifts = unit.shift_by_code()
    return sum(
        row.target * (end - start)
        for weekday in range(DAYS_PER_WEEK)
        for _, row, (start, end) in rows_in_force(unit.demand, shifts, weekday=weekday)
        if row.competence is None
    )


def uncovered(unit: Unit) -> tuple[str, ...]:
    """When somebody is asked for in an ordinary week and no shift is there: "mån–fre 06:00–07:00"."""
    week = unit.ordinary_week()
    days: dict[tuple[int, int], set[int]] = {}
    for segment in Coverage(week, Calendar(week)).segments:
        if not segment.covers and segment.requirement.target:
            midnight = segment.requirement.day * MINUTES_PER_DAY
            span = (segment.start - midnight, segment.end - midnight)
            days.setdefault(span, set()).add(segment.requirement.day)
    return tuple(
        f"{days_words(DaySelector(weekdays=frozenset(on)))} {clock_words(start)}–{clock_words(end)}"
        for (start, end), on in sorted(days.items())
    )


def hours_name(unit: Unit, minutes: int | None, *, one_week: bool) -> str:
    """Those of whole shifts, beside the sum of the times asked for where that is another."""
    plain = person_minutes(unit)
    if minutes in (None, plain) or not (one_week or is_the_same_every_week(unit)):
        return tr("ui.staffing.figure_hours")
    return tr("ui.staffing.figure_hours_whole", plain=hours(plain))


def _hours_shown(minutes: int | None) -> str:
    return NO_VALUE if minutes is None else tr("ui.staffing.value_hours", hours=hours(minutes))


def _differ(first: float, second: float) -> bool:
    """Whether they are two as they are shown."""
    return _equivalents_shown(first) != _equivalents_shown(second)


def _equivalents_shown(equivalents: float | None) -> str:
    """As the sentence below the figures writes them."""
    return NO_VALUE if equivalents is None else decimal(equivalents, language())


def fte_name(unit: Unit, rule_of_thumb: float | None = None) -> str:
    """With the week they are reckoned at; where each has her own, that it is only for this figure."""
    key = "ui.staffing.figure_fte" if unit.full_time_week_minutes else "ui.staffing.figure_fte_each"
    name = tr(key, week=hours(full_time_week_minutes(unit)))
    if rule_of_thumb is None:
        return name
    return tr("ui.staffing.figure_fte_thumb", name=name, plain=_equivalents_shown(rule_of_thumb))


class MeaningCard(Card):
    """Four figures and a sentence, reckoned anew for every change."""

    every_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.staffing.meaning"), parent=parent)
        self.every = ChoiceBox()
        self.every.setObjectName("staffing_every")
        self.every.setAccessibleName(tr("ui.staffing.every"))
        self.every.setToolTip(tip(tr("ui.staffing.every_hint")))
        for count in EVERY:
            self.every.addItem(tr("starters.every", every=count), count)
        self.every.setCurrentIndex(EVERY.index(USUAL_EVERY))
        self.every.currentIndexChanged.connect(self.every_changed)
        self.head.addWidget(self.every)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        self.values, self.names = {}, {}
        for place, key in enumerate(FIGURES):
            line, column = divmod(place, 2)
            self.values[key] = label(NO_VALUE, "big")
            self.names[key] = label("", "muted", wraps=True)
            self.names[key].setAlignment(Qt.AlignmentFlag.AlignTop)
            self.values[key].setMinimumHeight(self.values[key].fontMetrics().height())
            grid.addWidget(self.values[key], 2 * line, column)
            grid.addWidget(self.names[key], 2 * line + 1, column)
            grid.setColumnStretch(column, 1)
        for shown in (self.values["hours"], self.names["hours"]):
            shown.setToolTip(tip(tr("ui.staffing.hours_hint")))
        self.body.addLayout(grid)
        frame, self.sentence = notice("", "told")
        self.body.addWidget(frame)
        self.own = label("", "muted", wraps=True)
        self.body.addWidget(self.own)
        self.trouble = label("", "warning", wraps=True)
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)

    def show_meaning(self, unit: Unit, *, one_week: bool) -> None:
        """Reckon and show."""
        every = int(self.every.currentData())
        found = meaning_of(unit, every, one_week=one_week)
        heads = found.people_per_weekend
        shown = {
            "hours": _hours_shown(found.weekly_minutes),
            "fte": _equivalents_shown(found.full_time_equivalents),
            "weekend": NO_VALUE if heads is None else str(heads),
            "people": NO_VALUE if found.people is None else str(found.people),
        }
        for key in FIGURES:
            self.values[key].setText(shown[key])
        self.names["fte"].setText(fte_name(unit, found.rule_of_thumb))
        self.names["weekend"].setText(tr("ui.staffing.figure_weekend"))
        self.names["people"].setText(tr("ui.staffing.figure_people", every=tr("starters.every", every=every)))
        self.names["hours"].setText(hours_name(unit, found.weekly_minutes, one_week=one_week))
        self.sentence.setText(found.sentence)
        long = too_short_words(unit) or (no_saving_words(unit, language()) if _lacks(unit) else "")
        own = " ".join(filter(None, (long, own_words(unit, every, one_week=one_week))))
        self.own.setText(own)
        self.own.setVisible(bool(own))
        lacking = uncovered(unit)
        told = [tr("ui.staffing.uncovered", times=", ".join(lacking[:4]))] if lacking else []
        told += short_shift_words(unit)[:MOST_GAPS]
        self.trouble.setVisible(bool(told))
        self.trouble.setText("\n".join(told))
