"""The kinds of service a new unit can begin from, one TOML file each in resources/starters.

[[shift]] a code with `times`, `name` by language, `days` (all when left out) and `unpaid_break_minutes`.
[[demand]] a row of the staffing plan: `days`, `times`, `competence`, and `size_per_person`: one person for
so many beds or users, rounded to the nearest, halves up, at least one. Both stand from `least_size` on and
up to `most_size`, where these are given. [[competence]] only where the usual three do not fit. A name or
competence is one word for all languages, or a table of `nn`, `nb` and `en`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from heiltid.model import (
    DEFAULT_COMPETENCES,
    EVERY_DAY,
    MINUTES_PER_DAY,
    MINUTES_PER_HOUR,
    SATURDAY,
    SUNDAY,
    Competence,
    DaySelector,
    DemandRow,
    ShiftKind,
    ShiftType,
)
from heiltid.texts import Language
from resources import names, read_text

FOLDER = "starters"
MOST_SIZE = 999  # beds or users; more is another kind of unit
_DAYS: Mapping[str, DaySelector] = {
    "all": EVERY_DAY,
    "weekdays": DaySelector(weekdays=frozenset(range(SATURDAY))),
    "weekend": DaySelector(weekdays=frozenset({SATURDAY, SUNDAY})),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceType:
    """One kind of service, ready to be scaled to a size and written in a language."""

    key: str
    document: Mapping[str, object]

    def title(self, language: Language) -> str:
        """As "Sjukeheimsavdeling"."""
        return _said(self.document["title"], language)

    def about(self, language: Language) -> str:
        """A sentence or two on what a unit of this kind begins with."""
        return _said(self.document["about"], language)

    def size_word(self, language: Language) -> str:
        """What its size counts: beds, users, residents."""
        return _said(self.document["size"], language)

    @property
    def usual_size(self) -> int:
        """A size to propose; 0 for the empty unit, which needs none."""
        return _whole(self.document["usual_size"])

    @property
    def usual_weeks(self) -> int:
        """A length of rotation to propose."""
        return _whole(self.document["usual_weeks"])

    @property
    def full_time_week_minutes(self) -> int:
        """Of the full-time week. Who works all three kinds may have another; the checker then says so."""
        return int(Fraction(str(self.document["full_time_week"])) * MINUTES_PER_HOUR)

    def competences(self, language: Language) -> tuple[Competence, ...]:
        """The three usual ones unless the service has its own."""
        rows = _rows(self.document, "competence")
        own = tuple(
            Competence(name=_said(row["name"], language), covers=frozenset(_words(row["covers"])))
            for row in rows
        )
        return own or DEFAULT_COMPETENCES

    def shifts(self, language: Language, size: int = MOST_SIZE) -> tuple[ShiftType, ...]:
        """The codes for so many beds or users; the first letter of each is its kind."""
        rows = _rows(self.document, "shift")
        return tuple(_shift(row, language) for row in rows if _is_of_size(row, size))

    def demand(self, size: int, language: Language) -> tuple[DemandRow, ...]:
        """The staffing plan for so many beds or users."""
        rows = _rows(self.document, "demand")
        return tuple(_demand_row(row, size, language) for row in rows if _is_of_size(row, size))


def people_for(size: int, size_per_person: int) -> int:
    """How many for a size: the nearest whole number, halves up, at least one."""
    return max(1, (2 * size + size_per_person) // (2 * size_per_person))


def _is_of_size(row: Mapping[str, object], size: int) -> bool:
    return _whole(row.get("least_size", 0)) <= size <= _whole(row.get("most_size", MOST_SIZE))


def _shift(row: Mapping[str, object], language: Language) -> ShiftType:
    code = str(row["code"])
    start, end = _span(str(row["times"]))
    return ShiftType(
        code=code,
        name=_said(row["name"], language),
        kind=ShiftKind(code[0]),
        start_minute=start,
        end_minute=end,
        unpaid_break_minutes=_whole(row.get("unpaid_break_minutes", 0)),
        days=_DAYS[str(row.get("days", "all"))],
    )


def _demand_row(row: Mapping[str, object], size: int, language: Language) -> DemandRow:
    start, end = _span(str(row["times"]))
    people = people_for(size, _whole(row["size_per_person"]))
    return DemandRow(
        days=_DAYS[str(row["days"])],
        start_minute=start,
        end_minute=end,
        competence=_said(row["competence"], language) if "competence" in row else None,
        minimum=people,
        target=people,
    )


def _span(times: str) -> tuple[int, int]:
    """Minutes of "21:45-07:45"; an end not after its start is the next day's."""
    parts = [part.split(":") for part in times.split("-")]
    start, end = (int(hour) * MINUTES_PER_HOUR + int(minute) for hour, minute in parts)
    return start, end if end > start else end + MINUTES_PER_DAY


def _said(entry: object, language: Language) -> str:
    """A word for all languages, or the one of this language."""
    return str(entry[language.value]) if isinstance(entry, Mapping) else str(entry)


def _rows(document: Mapping[str, object], name: str) -> tuple[Mapping[str, object], ...]:
    rows = document.get(name, [])
    assert isinstance(rows, list), name
    return tuple(rows)


def _words(entry: object) -> tuple[str, ...]:
    assert isinstance(entry, list)
    return tuple(str(word) for word in entry)


def _whole(entry: object) -> int:
    assert isinstance(entry, int)
    return entry


def _all() -> tuple[ServiceType, ...]:
    found = [
        ServiceType(key=name.removesuffix(".toml"), document=tomllib.loads(read_text(FOLDER, name)))
        for name in names(FOLDER, ".toml")
    ]
    return tuple(sorted(found, key=lambda service: _whole(service.document["order"])))


SERVICE_TYPES = _all()  # in the order they are offered


def service_type(key: str) -> ServiceType:
    """The service of a name: nursing_home, home_care, disability_service, blank. Raises KeyError."""
    return {service.key: service for service in SERVICE_TYPES}[key]
