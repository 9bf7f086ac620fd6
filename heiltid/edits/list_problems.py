"""What does not fit in wishes, absences, agreements and rules."""

from __future__ import annotations

from heiltid.edits.notes import Notes
from heiltid.model import DAYS_PER_WEEK, RuleOverride, Unit, Wish
from heiltid.ranges import LARGEST_RULE_NUMBER, LONGEST_NAME
from heiltid.rulebook import RuleBook, book_names, load_book, parse_value
from heiltid.rules.agreements import SIGNERS
from heiltid.spelling import LIKE_CODE, Known


def _people(unit: Unit) -> list[str]:
    return [person.number for person in unit.employees]


def wishes(unit: Unit, notes: Notes) -> None:
    """Every wish says when and what, once."""
    people, codes = _people(unit), [shift.code for shift in unit.shifts]
    for row, wish in enumerate(unit.wishes):
        notes.mention("problem.employee_unknown", row, "employee", wish.employee, people)
        notes.mention("problem.shift_unknown", row, "code", wish.code, codes, LIKE_CODE)
        if [wish.off, wish.code is not None, wish.kind is not None].count(True) != 1:
            notes.add("edit_problem.wish_what", row, "code")
        _when(notes, row, wish, unit.weeks)


def _when(notes: Notes, row: int, wish: Wish, weeks: int) -> None:
    when = wish.when
    notes.day(row, "when", when.on)
    if (when.on is None) == (when.weekday is None) or (when.week is not None and when.weekday is None):
        notes.add("edit_problem.wish_when", row, "when")
    notes.whole(row, "when", when.weekday, 0, DAYS_PER_WEEK - 1)
    notes.whole(row, "when", when.week, 1, weeks)


def absences(unit: Unit, notes: Notes) -> None:
    """Days known beforehand, with a code that is no shift."""
    people, codes = _people(unit), Known(shift.code for shift in unit.shifts)
    for row, absence in enumerate(unit.absences):
        notes.mention("problem.employee_unknown", row, "employee", absence.employee, people)
        notes.period(row, ("first", "last"), absence.first, absence.last)
        notes.code(row, "code", absence.code)
        if codes.find(absence.code) is not None:
            notes.add("problem.absence_is_shift", row, "code", found=absence.code)


def agreements(unit: Unit, notes: Notes) -> None:
    """Paragraphs some rule rests on, people the unit has."""
    people = _people(unit)
    for row, agreement in enumerate(unit.agreements):
        notes.mention("problem.employee_unknown", row, "employee", agreement.employee, people)
        notes.text(row, "by", agreement.by)
        notes.day(row, "signed_on", agreement.signed_on)
        if agreement.paragraph not in SIGNERS:
            allowed = ", ".join(SIGNERS)
            shown = agreement.paragraph
            notes.add(
                "problem.paragraph_unused", row, "paragraph", found=shown, allowed=allowed, warning=True
            )


def overrides(unit: Unit, notes: Notes) -> None:
    """Parameters of the unit's rule book, each set once, by a value of its kind."""
    if unit.rule_book not in book_names():
        return
    book, people = load_book(unit.rule_book), _people(unit)
    seen: set[tuple[str, str, str | None]] = set()
    for row, override in enumerate(unit.overrides):
        notes.mention("problem.employee_unknown", row, "employee", override.employee, people)
        _override(notes, row, override, book)
        key = (override.rule, override.parameter, override.employee)
        if key in seen:
            notes.add("problem.override_twice", row, "parameter", found=override.parameter)
        seen.add(key)


def _override(notes: Notes, row: int, override: RuleOverride, book: RuleBook) -> None:
    known = book.parameters.get((override.rule, override.parameter))
    if known is None:
        names = [parameter for rule, parameter in book.parameters if rule == override.rule]
        field = "parameter" if names else "rule"
        rules = dict.fromkeys(rule for rule, _ in book.parameters)
        notes.add(
            f"problem.{field}_unknown",
            row,
            field,
            found=getattr(override, field),
            allowed=", ".join(names or rules),
        )
        return
    wants_truth = isinstance(known.value, bool)
    try:
        value = parse_value(override.value)
    except ValueError:
        value = -1
    is_other_kind = None not in (value, known.value) and isinstance(value, bool) != wants_truth
    too_long = len(override.value) > LONGEST_NAME
    if is_other_kind or too_long or (value is not None and not 0 <= value <= LARGEST_RULE_NUMBER):
        key = "problem.rule_yes_no" if wants_truth else "problem.rule_number"
        notes.add(key, row, "value", found=override.value)
