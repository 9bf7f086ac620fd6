"""What somebody's position comes to in the weeks of a list when she takes places on it.

Hours up to full time add to what she works; unbound hours are in her position already, and overtime
makes no position larger.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from heiltid.contract import ROTA_WEEK_MINUTES
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, Unit
from heiltid.model.asking import Extra, SentList
from heiltid.model.booking import Standing


def list_weeks(sent: SentList) -> tuple[date, int]:
    """The Monday the list's first place lies after, and the number of weeks to its last place."""
    days = [place.on for place in sent.places] or [sent.made_at.date()]
    first = min(days) - timedelta(days=min(days).weekday())
    return first, (max(days) - first).days // DAYS_PER_WEEK + 1


def position_if_taken(unit: Unit, sent: SentList, employee: str, taken: Iterable[Standing | Extra]) -> int:
    """Her position over the list's weeks with these places, in basis points.

    A three-part unit is reckoned with 35.5 hours, for the shifts she might take are not known yet.
    """
    person = unit.employee_by_number()[employee]
    _, weeks = list_weeks(sent)
    full_time = (unit.full_time_week_minutes or ROTA_WEEK_MINUTES) * weeks
    extra = sum(standing.extra_minutes for standing in taken)
    most = max(person.position_bp, FULL_TIME_BP - person.elsewhere_bp)
    return min(most, person.position_bp + round(extra * FULL_TIME_BP / full_time))
