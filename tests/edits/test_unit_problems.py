"""What does not fit in a unit: told at its place, all at once, by the limits of the workbook's reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import A1, D1, MONDAY, WEEKDAYS, demand, person, unit

from heiltid.edits.problem import EditProblem, Where, problem_sentence
from heiltid.edits.units import unit_problems
from heiltid.errors import InputError
from heiltid.exchange.workbook.read import read_workbook
from heiltid.exchange.workbook.write import write_unit
from heiltid.model import (
    Absence,
    Agreement,
    Competence,
    DaySelector,
    DemandRow,
    RuleOverride,
    ShiftKind,
    Status,
    Unit,
    UnitFile,
    Wish,
    WishDays,
)
from heiltid.texts import Language

NEED = demand(WEEKDAYS, "07:30-15:00", 1)
GOOD = unit(shifts=(D1, A1), demand=(NEED,), employees=(person("1"),))
WISH = Wish(employee="1", when=WishDays(weekday=0), off=True)
ABSENCE = Absence(employee="1", first=MONDAY, last=MONDAY, code="FE")
RULE = RuleOverride(rule="daily_rest", parameter="minutes", value="11:00")


def test_a_unit_that_fits_and_one_that_is_only_begun_have_no_problem() -> None:
    full = replace(GOOD, wishes=(WISH,), absences=(ABSENCE,), agreements=(Agreement(paragraph="10-5 (2)"),))
    assert unit_problems(full) == ()
    bare = Unit(start=MONDAY, weeks=6, shifts=(), demand=(), competences=(), employees=())
    assert unit_problems(bare) == ()


def shift_problem(**changes: Any) -> Unit:
    return replace(GOOD, shifts=(D1, replace(A1, **changes)))


def need(**changes: Any) -> Unit:
    return replace(GOOD, demand=(replace(NEED, **changes),))


def staff(**changes: Any) -> Unit:
    return replace(GOOD, employees=(replace(person("1"), **changes),))


# (the unit, key, part, row, field): the workbook's reader refuses the first group, too.
REFUSED_BY_BOTH = [
    (replace(GOOD, start=date(2027, 1, 5)), "problem.start_not_monday", "unit", None, "start"),
    (replace(GOOD, weeks=53), "problem.whole_number", "unit", None, "weeks"),
    (replace(GOOD, name="x" * 201), "problem.text_too_long", "unit", None, "name"),
    (replace(GOOD, residents=10_000), "problem.whole_number", "unit", None, "residents"),
    (
        replace(GOOD, small_position_below_bp=10_001),
        "problem.percent",
        "unit",
        None,
        "small_position_below_bp",
    ),
    (replace(GOOD, fte_budget_bp=10_000_001), "problem.fte", "unit", None, "fte_budget_bp"),
    (shift_problem(code="A 1"), "problem.code", "shifts", 1, "code"),
    (shift_problem(code="x" * 13), "problem.code", "shifts", 1, "code"),
    (shift_problem(code="F1"), "problem.code_is_day_off", "shifts", 1, "code"),
    (shift_problem(code="D1"), "edit_problem.twice", "shifts", 1, "code"),
    (shift_problem(competence="lege"), "problem.competence_unknown", "shifts", 1, "competence"),
    (shift_problem(unpaid_break_minutes=601), "problem.whole_number", "shifts", 1, "unpaid_break_minutes"),
    (shift_problem(unpaid_break_minutes=450), "problem.whole_number", "shifts", 1, "unpaid_break_minutes"),
    (need(minimum=2), "problem.not_below", "demand", 0, "target"),
    (need(target=3, maximum=2), "problem.not_below", "demand", 0, "maximum"),
    (need(maximum=1_000), "problem.whole_number", "demand", 0, "maximum"),
    (need(competence="lege"), "problem.competence_unknown", "demand", 0, "competence"),
    (need(shift="D1"), "problem.demand_time_and_shift", "demand", 0, "shift"),
    (need(days=DaySelector()), "edit_problem.no_days", "demand", 0, "days"),
    (
        replace(GOOD, competences=(*GOOD.competences, Competence(name="Sjukepleiar"))),
        *("edit_problem.twice", "competences", 3, "name"),
    ),
    (staff(number=""), "edit_problem.empty", "employees", 0, "number"),
    (staff(number="x" * 41), "problem.text_too_long", "employees", 0, "number"),
    (staff(competence="lege"), "problem.competence_unknown", "employees", 0, "competence"),
    (staff(wanted_bp=10_001), "problem.percent", "employees", 0, "wanted_bp"),
    (staff(position_bp=8_000, elsewhere_bp=3_000), "problem.above_room", "employees", 0, "position_bp"),
    (staff(position_bp=5_000, elsewhere_bp=3_000), "problem.above_room", "employees", 0, "max_bp"),
    (staff(position_bp=5_000, max_bp=6_000), "problem.min_above_max", "employees", 0, "min_bp"),
    (staff(status=Status.HOURLY), "problem.hourly_position", "employees", 0, "position_bp"),
    (staff(weekend_every=53), "problem.whole_number", "employees", 0, "weekend_every"),
    (staff(weekend_offset=4), "problem.whole_number", "employees", 0, "weekend_offset"),
    (
        staff(weekend_every=0, weekend_offset=1),
        "edit_problem.never_weekend",
        "employees",
        0,
        "weekend_offset",
    ),
    (staff(extra_weekends=2), "problem.whole_number", "employees", 0, "extra_weekends"),
    (staff(max_nights_in_row=0), "problem.whole_number", "employees", 0, "max_nights_in_row"),
    (staff(kinds=frozenset({ShiftKind.LONG})), "problem.kinds", "employees", 0, "kinds"),
    (
        staff(employed_from=date(2027, 2, 1), employed_to=date(2027, 1, 31)),
        *("problem.date_not_before", "employees", 0, "employed_to"),
    ),
    (replace(GOOD, employees=(person("1"), person("1"))), "edit_problem.twice", "employees", 1, "number"),
    (
        replace(GOOD, absences=(replace(ABSENCE, code="a1"),)),
        *("problem.absence_is_shift", "absences", 0, "code"),
    ),
    (
        replace(GOOD, absences=(replace(ABSENCE, last=date(2026, 1, 1)),)),
        *("problem.date_not_before", "absences", 0, "last"),
    ),
    (
        replace(GOOD, wishes=(replace(WISH, employee="2"),)),
        "problem.employee_unknown",
        "wishes",
        0,
        "employee",
    ),
    (
        replace(GOOD, wishes=(replace(WISH, when=WishDays(weekday=0, week=2)),)),
        *("problem.whole_number", "wishes", 0, "when"),
    ),
    (
        replace(GOOD, wishes=(replace(WISH, off=False, code="X9"),)),
        "problem.shift_unknown",
        "wishes",
        0,
        "code",
    ),
    (replace(GOOD, overrides=(RULE, RULE)), "problem.override_twice", "overrides", 1, "parameter"),
    (replace(GOOD, overrides=(replace(RULE, rule="x"),)), "problem.rule_unknown", "overrides", 0, "rule"),
    (
        replace(GOOD, overrides=(replace(RULE, parameter="x"),)),
        *("problem.parameter_unknown", "overrides", 0, "parameter"),
    ),
    (replace(GOOD, overrides=(replace(RULE, value="ja"),)), "problem.rule_number", "overrides", 0, "value"),
]
# Values that no workbook can hold, or that it reads as something else: only the window can make them.
REFUSED_HERE = [
    (need(start_minute=None), "edit_problem.time_or_shift", "demand", 0, "start_minute"),
    (replace(GOOD, weeks=0), "problem.whole_number", "unit", None, "weeks"),
    (
        replace(GOOD, full_time_week_minutes=2000),
        "edit_problem.full_time_week",
        "unit",
        None,
        "full_time_week_minutes",
    ),
    (replace(GOOD, rule_book="svensk"), "problem.choice", "unit", None, "rule_book"),
    (replace(GOOD, start=date(2101, 1, 3)), "problem.date", "unit", None, "start"),
    (shift_problem(end_minute=870), "edit_problem.end_after_start", "shifts", 1, "end_minute"),
    (shift_problem(end_minute=2_311), "edit_problem.end_after_start", "shifts", 1, "end_minute"),
    (shift_problem(start_minute=1_440, end_minute=1_500), "problem.time", "shifts", 1, "start_minute"),
    (need(end_minute=450), "edit_problem.end_after_start", "demand", 0, "end_minute"),
    (staff(number="Σ"), "edit_problem.number", "employees", 0, "number"),
    (staff(number=" 1"), "edit_problem.number", "employees", 0, "number"),
    (replace(GOOD, competences=(Competence(name="a,b"),)), "edit_problem.comma", "competences", 0, "name"),
    (replace(GOOD, competences=(Competence(name=" "),)), "edit_problem.empty", "competences", 0, "name"),
    (
        replace(GOOD, competences=(Competence(name="a", covers=frozenset({"b"})),)),
        *("problem.competence_unknown", "competences", 0, "covers"),
    ),
    (replace(GOOD, wishes=(replace(WISH, off=False),)), "edit_problem.wish_what", "wishes", 0, "code"),
    (replace(GOOD, wishes=(replace(WISH, when=WishDays()),)), "edit_problem.wish_when", "wishes", 0, "when"),
    (
        replace(GOOD, demand=(DemandRow(days=NEED.days, shift="X9", minimum=1, target=1),)),
        *("problem.shift_unknown", "demand", 0, "shift"),
    ),
]


@pytest.mark.parametrize(("bad", "key", "part", "row", "field"), [*REFUSED_BY_BOTH, *REFUSED_HERE])
def test_each_limit(bad: Unit, key: str, part: str, row: int | None, field: str) -> None:
    (problem,) = unit_problems(bad)
    assert (problem.key, problem.where) == (key, Where(part=part, row=row, field=field))
    for language in Language:
        assert problem_sentence(problem, language)[0].isupper() or problem.found


# Each takes a quarter of a second: every third is tried, all of them were when this was written.
@pytest.mark.parametrize("bad", [entry[0] for entry in REFUSED_BY_BOTH[::3]])
def test_what_is_refused_here_is_refused_in_a_workbook(bad: Unit, tmp_path: Path) -> None:
    write_unit(tmp_path / "x.xlsx", UnitFile(unit=bad), Language.NYNORSK)
    with pytest.raises(InputError):
        read_workbook(tmp_path / "x.xlsx")


def test_a_paragraph_no_rule_rests_on_is_only_noted() -> None:
    (problem,) = unit_problems(replace(GOOD, agreements=(Agreement(paragraph="14-1 b"),)))
    assert (problem.key, problem.warning) == ("problem.paragraph_unused", True)


def test_every_problem_is_told_at_once_in_the_order_of_the_parts() -> None:
    bad = replace(staff(position_bp=11_000, number=""), weeks=0)
    assert [problem.where.field for problem in unit_problems(bad)] == ["weeks", "number", "position_bp"]


def test_the_sentences_speak_the_users_language() -> None:
    (problem,) = unit_problems(staff(competence="sjukepleir", min_bp=0))
    assert problem_sentence(problem, Language.NYNORSK) == (
        "Kompetansen «sjukepleir» er ukjend; dei kjende er: sjukepleiar, helsefagarbeidar, assistent."
    )
    (above,) = unit_problems(staff(position_bp=5_000, max_bp=9_050, min_bp=0, elsewhere_bp=1_025))
    assert problem_sentence(above, Language.BOKMAL) == (
        "Fant «90.5», skal være fra 0 til 89,75 prosent: 100 % minus det som arbeides andre steder."
    )
    meant = EditProblem(key="problem.text", where=Where(part="unit"), found="x", suggestion="y")
    assert problem_sentence(meant, Language.ENGLISH) == "Found “x”, must be text. Did you mean “y”?"
