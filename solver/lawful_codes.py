"""Which codes a person may be planned on at all, by the agreements that may be used.

shift_length, break_duties and the rest a long shift leaves in its own 24 hours depend on nothing but
the code, so they are settled before any variable is made.
"""

from __future__ import annotations

from heiltid.model import MINUTES_PER_DAY, Employee, ShiftType
from heiltid.rulebook import RuleBook

REST, CENTRAL = "10-8 (3)", "10-12 (4)"
ROADS_BY_LEVEL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ordinary_minutes", ()),
    ("individual_minutes", ("10-5 (1)", "10-5 (2)", "10-5 (3)", "SFS 2310", CENTRAL)),
    ("local_minutes", ("10-5 (2)", "10-5 (3)", "SFS 2310", CENTRAL)),
    ("inspection_minutes", ("10-5 (3)", "SFS 2310", CENTRAL)),
    ("special_minutes", ("SFS 2310", CENTRAL)),
)


def is_lawful_code(book: RuleBook, person: Employee, shift: ShiftType) -> bool:
    """Whether the length and the break of a code are lawful for the person."""
    return (
        _length_is_covered(book, person, shift)
        and _leaves_rest(book, person, shift)
        and _break_is_long_enough(book, shift)
    )


def _length_is_covered(book: RuleBook, person: Employee, shift: ShiftType) -> bool:
    for parameter, roads in ROADS_BY_LEVEL:
        limit = book.value("shift_length", parameter, person.number)
        if limit is None or shift.paid_minutes <= limit:
            return not roads or any(book.may_use(road, person.number) for road in roads)
    return book.may_use(CENTRAL, person.number)


def _leaves_rest(book: RuleBook, person: Employee, shift: ShiftType) -> bool:
    rest = MINUTES_PER_DAY - shift.length_minutes
    if rest >= int(book.value("daily_rest", "minutes", person.number) or 0):
        return True
    agreed = int(book.value("daily_rest", "agreed_minutes", person.number) or 0)
    if rest >= agreed and book.may_use(REST, person.number):
        return True
    return book.may_use(CENTRAL, person.number)


def _break_is_long_enough(book: RuleBook, shift: ShiftType) -> bool:
    if shift.unpaid_break_minutes == 0:
        return True
    long_day = book.value("break_duties", "half_hour_from_minutes")
    needed = book.value("break_duties", "half_hour_minutes")
    if long_day is None or needed is None or shift.paid_minutes < int(long_day):
        return True
    return shift.unpaid_break_minutes >= int(needed)
