"""Where people lack, in words: the times, the hours, the shifts that would close it."""

from __future__ import annotations

from collections.abc import Sequence

from heiltid.exchange.workbook.dates import clock
from heiltid.measures.lacks import Lack
from heiltid.measures.staffing import OpenShift
from heiltid.rules.wording import amount_text, minutes_text
from heiltid.texts import Language, text

UNKNOWN = "–"


def closing_text(lack: Lack, language: Language) -> str:
    """ "A1 14:30–22:00"; a dash where no code of the unit covers that time."""
    return ", ".join(_shift_text(shift) for shift in lack.shifts if shift.code) or UNKNOWN


def _shift_text(shift: OpenShift) -> str:
    times = f"{clock(shift.start_minute)}–{clock(shift.end_minute)}"
    return f"{shift.code} {times}"


def lacking_text(lacks: Sequence[Lack], language: Language) -> str:
    """ "12 hol i bemanninga, 21 t i alt (1 t 45 min kvart)"; lacks: at least one."""
    minutes = sorted(lack.person_minutes for lack in lacks)
    least, most = (minutes_text(end, language) for end in (minutes[0], minutes[-1]))
    key = "one" if len(lacks) == 1 else "alike" if least == most else "spread"
    return text(
        f"workbook.lacking.{key}",
        language,
        gaps=amount_text(len(lacks), "gaps", language),
        hours=minutes_text(sum(minutes), language),
        least=least,
        most=most,
    )
