"""How many shifts would close all gaps of a plan, each shift once however many gaps it closes."""

from __future__ import annotations

from heiltid.measures.staffing import holes, open_shifts
from heiltid.model import MINUTES_PER_HOUR
from heiltid.rules.context import Context
from heiltid.rules.wording import amount_text
from heiltid.texts import Language, decimal, text


def closing_words(context: Context, language: Language) -> str:
    """ "51 vakter (387,5 t)", in paid hours; "" for no gap, or where a time has no code that covers it."""
    minutes = count = 0
    for shift in open_shifts(context, holes(context)):
        if shift.code is None:
            return ""
        count += shift.people
        minutes += shift.people * context.shifts[shift.code].paid_minutes
    if not count:
        return ""
    hours = decimal(minutes / MINUTES_PER_HOUR, language, 1)
    return text("lacking.closing", language, shifts=amount_text(count, "shifts", language), hours=hours)
