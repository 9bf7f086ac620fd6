"""What became of one person's own wishes: days met, and those that are not. A wish carries no reason."""

from __future__ import annotations

from heiltid.model import Employee
from heiltid.rules.context import Context
from heiltid.rules.wording import day_text
from heiltid.texts import Language, text
from heiltid.wishes import wish_days, wishes_kept

MOST_DAYS = 14  # two weeks; the sheet is one page


def wishes_sentence(now: Context, person: Employee, language: Language) -> str:
    """As "12 av 14 dagar er oppfylte. Ikkje oppfylt: v7 ons (D1)."; "" without wishes or a rota."""
    own = [] if now.plan.is_empty else now.wishes_of(person)
    cells = now.row(person).cells
    kept = wishes_kept([(wish, wish_days(wish, now.calendar)) for wish in own], cells, now.shifts)
    if not kept.days:
        return ""
    if not kept.unmet:
        return text("pdf_person.wishes.all", language, days=kept.days)
    told = []
    for day in list(kept.unmet)[:MOST_DAYS]:
        there = cells[day].shift or cells[day].day_off or text("pdf_person.wishes.free", language)
        told.append(f"{day_text(day, now.calendar, language)} ({there})")
    if len(kept.unmet) > MOST_DAYS:
        told.append(text("pdf_person.wishes.more", language, count=len(kept.unmet) - MOST_DAYS))
    return text("pdf_person.wishes.some", language, met=kept.met, days=kept.days, list=", ".join(told))
