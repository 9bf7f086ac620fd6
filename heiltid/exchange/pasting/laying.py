"""What was pasted of somebody laid over her line as it is; all that was not pasted stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from heiltid.edits.people import shares_followed
from heiltid.model import FULL_TIME_BP, Employee, Status

# Heading of the Employees sheet -> the field it sets. The number is the line's own and never changes.
FIELDS: Mapping[str, str] = {
    "Name": "name",
    "Competence": "competence",
    "Position": "position_bp",
    "Wanted": "wanted_bp",
    "Min": "min_bp",
    "Max": "max_bp",
    "Elsewhere": "elsewhere_bp",
    "Status": "status",
    "Chosen part-time": "chosen_part_time",
    "Weekend every": "weekend_every",
    "Weekend offset": "weekend_offset",
    "Extra weekends": "extra_weekends",
    "Kinds": "kinds",
    "Long shifts": "long_shifts",
    "Max days in row": "max_days_in_row",
    "Max nights in row": "max_nights_in_row",
    "From": "employed_from",
    "To": "employed_to",
}


def laid_over(was: Employee, read: Employee, pasted: frozenset[str]) -> Employee | None:
    """The line with the pasted fields of `read`; None when they do not fit with those that stay.

    Wanted, Min and Max follow the position where they stood as by default (workbook.md, Employees).
    """
    values: dict[str, Any] = {name: getattr(read, name) for key, name in FIELDS.items() if key in pasted}
    if was.name:
        values.pop("name", None)  # the same name, perhaps in other letters
    given = {FIELDS[key] for key in pasted if key in FIELDS}
    now = shares_followed(was, replace(was, **values), given)
    return now if _fits(now) else None


def _fits(person: Employee) -> bool:
    room = FULL_TIME_BP - person.elsewhere_bp
    is_hourly_with_position = person.status is Status.HOURLY and person.position_bp > 0
    is_late = person.weekend_offset is not None and person.weekend_offset > person.weekend_every
    first, last = person.employed_from, person.employed_to
    is_reversed = first is not None and last is not None and last < first
    shares_fit = person.min_bp <= person.max_bp <= room and person.position_bp <= room
    return shares_fit and not (is_hourly_with_position or is_late or is_reversed)
