"""Why nobody can take a shift, the reason of most first, and only such help as would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from heiltid.advice.extra_weekend_words import extra_weekend_words, more_often
from heiltid.advice.hinders import told_breach
from heiltid.advice.long_shift_words import are_long_shifts_advised
from heiltid.advice.takers import Taker
from heiltid.model import Employee, ShiftKind, Unit
from heiltid.rules.weekends import WEEKENDS_IN_PLACE
from heiltid.rules.wording import who_text
from ui.texts import language, tr

FREQUENCY, SUNDAYS = "weekend_frequency", "sunday_rest"
WEEKEND_RULES = (FREQUENCY, SUNDAYS, "extra_weekend_spacing")
OTHER_WEEKEND = "weekend_frequency_other"
SUNDAY_HELP = ("sunday_rest_refused", "sunday_rest_average")  # what an agreement opens, and what none does
MOST_ASKED = 2  # by name


def nobody_words(others: Sequence[Taker], unit: Unit) -> str:
    """What keeps people from it, and what may help."""
    if not others:
        return tr("ui.rota.nobody_can")
    counted = Counter(_reason(entry, unit) for entry in others)
    return tr(
        "ui.rota.nobody_because",
        all=len(others),
        reasons=", ".join(f"{count} {reason}" for reason, count in counted.most_common()),
        what=" ".join(filter(None, (_sunday_words(others), _help_words(others, unit)))),
    )


def _usual_rule(others: Sequence[Taker]) -> str:
    """The rule that stops most of them; "" where none does."""
    broken = Counter(told_breach(entry).rule for entry in others if entry.breaches).most_common(1)
    return broken[0][0] if broken else ""


def _sunday_words(others: Sequence[Taker]) -> str:
    """Where the Sundays stop most of them: what the agreement on them opens."""
    if _usual_rule(others) != SUNDAYS:
        return ""
    found = Counter(told_breach(entry).text_key for entry in others if entry.breaches)
    key = max(SUNDAY_HELP, key=lambda name: found[name])
    return tr(f"ui.rota.help_{key}") if found[key] else ""


def _help_words(others: Sequence[Taker], unit: Unit) -> str:
    """An extra weekend only where nothing but how often she works them hinders somebody."""
    asked = [entry for entry in others if entry.breaches and _rules(entry) == {FREQUENCY}]
    if any(told_breach(entry).text_key == OTHER_WEEKEND for entry in asked):
        return tr("ui.rota.help_groups")
    may_be_long = _usual_rule(others) in WEEKEND_RULES and _may_be_long(others, unit)
    if asked:
        key = "ui.rota.help_weekends_long" if may_be_long else "ui.rota.help_weekends"
        return f"{tr(key, who=_either(asked, unit))} {_of_extra(asked, unit)}".strip()
    oftener = [entry for entry in others if entry.breaches and _may_work_oftener(entry, unit)]
    if oftener:
        key = "ui.rota.help_oftener_long" if may_be_long else "ui.rota.help_oftener"
        every = min(more_often(_person(entry, unit)) for entry in oftener)
        return tr(key, who=_either(oftener, unit), every=every)
    return tr("ui.rota.help_long" if may_be_long else "ui.rota.help_others")


def _either(entries: Sequence[Taker], unit: Unit) -> str:
    """ "Kari eller Ola"; "nokon" of many."""
    names = [who_text(entry.employee, unit, language()) for entry in entries]
    return tr("ui.rota.somebody") if len(names) > MOST_ASKED else tr("ui.rota.either").join(names)


def _of_extra(asked: Sequence[Taker], unit: Unit) -> str:
    """What one weekend more would leave to be worked, where that is the same for all of them."""
    people = [_person(entry, unit) for entry in asked]
    more = [replace(person, extra_weekends=person.extra_weekends + 1) for person in people]
    said = {extra_weekend_words(unit, person, language()) for person in more}
    return said.pop() if len(said) == 1 else ""


def _may_work_oftener(entry: Taker, unit: Unit) -> bool:
    """Whether weekends more often would help: every second Sunday may be worked without an agreement."""
    keys = {finding.text_key for finding in entry.breaches if finding.rule == SUNDAYS}
    is_too_often = _rules(entry) == {FREQUENCY, SUNDAYS} and keys <= set(SUNDAY_HELP)
    is_other = told_breach(entry).text_key == OTHER_WEEKEND
    return is_too_often and not is_other and more_often(_person(entry, unit)) > 0


def _person(entry: Taker, unit: Unit) -> Employee:
    return unit.employee_by_number()[entry.employee]


def _rules(entry: Taker) -> set[str]:
    return {finding.rule for finding in entry.breaches}


def _may_be_long(others: Sequence[Taker], unit: Unit) -> bool:
    """Whether long shifts could take the place of what is asked about, and save people in the weekends."""
    is_by_day = any(unit.shift_by_code()[entry.code].kind is not ShiftKind.NIGHT for entry in others)
    return is_by_day and are_long_shifts_advised(unit)


def _reason(entry: Taker, unit: Unit) -> str:
    """What keeps one from a shift, in words that follow a number of people."""
    if entry.hindrance is not None:
        kind = tr(f"wording.kind.{unit.shift_by_code()[entry.code].kind.name.lower()}")
        return tr(f"ui.rota.nobody.{entry.hindrance.value}", kind=kind)
    told = told_breach(entry)
    if told.rule == FREQUENCY:
        return tr(f"ui.rota.nobody.{told.text_key if told.text_key in WEEKENDS_IN_PLACE else FREQUENCY}")
    return tr("ui.rota.nobody.rule", rule=tr(f"rule.{told.rule}"))
