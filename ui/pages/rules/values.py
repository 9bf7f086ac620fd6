"""A limit's value as people write it, both ways: "11 t", "25 %", "8 veker", "ja", "ingen"."""

from __future__ import annotations

import re

from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import basis_points, decimal_of
from heiltid.model import MINUTES_PER_HOUR
from heiltid.rulebook import Parameter, Value
from heiltid.rules.wording import amount_text
from ui.texts import language, tr

MINUTES, MINUTES_A_WEEK, SHARE = "minutes", "minutes a week", "basis points"
_CLOCK = re.compile(r"(\d{1,6}):([0-5]\d)")
_TIME = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:t|h|timar|timer|hours?))?\s*(?:(\d+)\s*min\w*)?", re.IGNORECASE
)
_LEADING = re.compile(r"(\d{1,7})(?:\s+\D.*)?")


def value_words(value: Value, parameter: Parameter) -> str:
    """The value in the parameter's own form."""
    if value is None:
        return tr("ui.rules.none")
    if isinstance(value, bool):
        return tr("ui.rules.yes" if value else "ui.rules.no")
    unit = MINUTES if parameter.unit == MINUTES_A_WEEK else parameter.unit
    return amount_text(value, unit, language())


def value_typed(typed: str, parameter: Parameter) -> Value:
    """What a text means for the parameter. Raises ValueError with the sentence to show."""
    if words.canonical(words.Group.NOTHING, typed) is not None:
        return None
    if isinstance(parameter.value, bool):
        answer = words.canonical(words.Group.YES_NO, typed)
        if answer is None:
            raise ValueError(tr("ui.rules.bad_answer"))
        return answer == "yes"
    if parameter.unit in (MINUTES, MINUTES_A_WEEK):
        return _minutes(typed, is_in_hours=(parameter.value or 0) >= MINUTES_PER_HOUR)
    if parameter.unit == SHARE:
        share_bp = basis_points(RawCell(1, 1, typed))
        if share_bp is None:
            raise ValueError(tr("ui.rules.bad_share"))
        return share_bp
    found = _LEADING.fullmatch(typed)
    if found is None:
        raise ValueError(tr("ui.rules.bad_number"))
    return int(found[1])


def _minutes(typed: str, *, is_in_hours: bool) -> int:
    """ "11:00", "11 t", "12 t 30 min", "30 min"; a bare number in hours where the usual value is."""
    clock = _CLOCK.fullmatch(typed)
    if clock:
        return int(clock[1]) * MINUTES_PER_HOUR + int(clock[2])
    bare = decimal_of(typed)
    if bare is not None and 0 <= bare < 10**6:
        return round(bare * (MINUTES_PER_HOUR if is_in_hours else 1))
    found = _TIME.fullmatch(typed)
    if found is None or (found[1] is None and found[2] is None):
        raise ValueError(tr("ui.rules.bad_time"))
    hours = decimal_of(found[1] or "0")
    minutes = decimal_of(found[2] or "0")
    if hours is None or minutes is None or hours > 10**6 or minutes > 10**6:
        raise ValueError(tr("ui.rules.bad_time"))
    return round(hours * MINUTES_PER_HOUR + minutes)


def stored(value: Value, parameter: Parameter) -> str:
    """A value as an override holds it, and as the workbook shows it: 11:00, 2500, yes, none."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if parameter.unit in (MINUTES, MINUTES_A_WEEK):
        hours, minutes = divmod(value, MINUTES_PER_HOUR)
        return f"{hours}:{minutes:02}" if hours < 1000 else str(value)
    return str(value)
