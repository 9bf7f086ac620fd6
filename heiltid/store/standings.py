"""What a list holds for one person as text: a JSON list with one entry for each place.

[3,480,0,0] may take place 3, all 480 minutes unbound (then extra, then overtime), and any rules she would
strain after that: [3,0,480,0,"weekend_frequency"]. [5,"works"] may not take place 5, and [7,"rest",
"daily_rest"] not by that rule. So 329 places take some 5 KiB, and a person can still read it.
"""

from __future__ import annotations

import json
from typing import TypeAlias

from heiltid.model.booking import Refusal, Standing

Entry: TypeAlias = list[int | str]
_REFUSALS = {refusal.value: refusal for refusal in Refusal}


def standings_to_text(standings: tuple[Standing, ...]) -> str:
    """The standings as JSON text; whose they are stands beside it."""
    return json.dumps([_entry(standing) for standing in standings], ensure_ascii=False, separators=(",", ":"))


def standings_from_text(text: str, employee: str) -> tuple[Standing, ...]:
    """One person's standings. Raises ValueError for what `standings_to_text` cannot have written."""
    entries = json.loads(text)
    if not isinstance(entries, list):
        raise ValueError("standings are a list")
    return tuple(_standing(entry, employee) for entry in entries)


def _entry(standing: Standing) -> Entry:
    if standing.refusal is not None:
        rule = [] if standing.rule is None else [standing.rule]
        return [standing.place, standing.refusal.value, *rule]
    minutes = (standing.unbound_minutes, standing.extra_minutes, standing.overtime_minutes)
    return [standing.place, *minutes, *standing.strains]


def _standing(entry: object, employee: str) -> Standing:
    match entry:
        case [int(place), str(refusal)]:
            return Standing(place=place, employee=employee, refusal=_REFUSALS[refusal])
        case [int(place), str(refusal), str(rule)]:
            return Standing(place=place, employee=employee, refusal=_REFUSALS[refusal], rule=rule)
        case [int(place), int(unbound), int(extra), int(overtime), *strains]:
            return Standing(
                place=place,
                employee=employee,
                unbound_minutes=unbound,
                extra_minutes=extra,
                overtime_minutes=overtime,
                strains=tuple(_word(rule) for rule in strains),
            )
    raise ValueError("neither minutes nor a refusal")


def _word(part: object) -> str:
    if not isinstance(part, str):
        raise ValueError("a rule is a word")
    return part
