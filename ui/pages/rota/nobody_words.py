"""Why nobody can take a shift, the reason of most first, and only such help as would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from heiltid.advice.long_shift_words import are_long_shifts_advised
from heiltid.advice.takers import Taker
from heiltid.model import ShiftKind, Unit
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
    broken = Counter(entry.breaches[0].rule for entry in others if entry.breaches).most_common(1)
    return broken[0][0] if broken else ""


def _sunday_words(others: Sequence[Taker]) -> str:
    """Where the Sundays stop most of them: what the agreement on them opens."""
    if _usual_rule(others) != SUNDAYS:
        return ""
    found = Counter(entry.breaches[0].text_key for entry in others if entry.breaches)
    key = max(SUNDAY_HELP, key=lambda name: found[name])
    return tr(f"ui.rota.help_{key}") if found[key] else ""


def _help_words(others: Sequence[Taker], unit: Unit) -> str:
    """An extra weekend only where nothing but how often she works them hinders somebody."""
    asked = [entry for entry in others if entry.breaches and _rules(entry) == {FREQUENCY}]
    if any(entry.breaches[0].text_key == OTHER_WEEKEND for entry in asked):
        return tr("ui.rota.help_groups")
    may_be_long = _usual_rule(others) in WEEKEND_RULES and _may_be_long(others, unit)
    if not asked:
        return tr("ui.rota.help_long" if may_be_long else "ui.rota.help_others")
    names = [who_text(entry.employee, unit, language()) for entry in asked]
    who = tr("ui.rota.somebody") if len(names) > MOST_ASKED else tr("ui.rota.either").join(names)
    return tr("ui.rota.help_weekends_long" if may_be_long else "ui.rota.help_weekends", who=who)


def _rules(entry: Taker) -> set[str]:
    return {finding.rule for finding in entry.breaches}


def _may_be_long(others: Sequence[Taker], unit: Unit) -> bool:
    """Whether long shifts could take the place of what is asked about, and save people in the weekends."""
    is_by_day = any(unit.shift_by_code()[entry.code].kind is not ShiftKind.NIGHT for entry in others)
    return is_by_day and are_long_shifts_advised(unit)


def _reason(entry: Taker, unit: Unit) -> str:
    """What keeps one from a shift, in words that follow a number of people."""
    if entry.hindrance is None and entry.breaches[0].text_key in WEEKENDS_IN_PLACE:
        return tr(f"ui.rota.nobody.{entry.breaches[0].text_key}")
    if entry.hindrance is None:
        return tr("ui.rota.nobody.rule", rule=tr(f"rule.{entry.breaches[0].rule}"))
    kind = tr(f"wording.kind.{unit.shift_by_code()[entry.code].kind.name.lower()}")
    return tr(f"ui.rota.nobody.{entry.hindrance.value}", kind=kind)
