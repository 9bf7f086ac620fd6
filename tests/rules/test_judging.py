"""What holds for rest, hours, nights and contract together: order does not matter, and it is quick."""

from __future__ import annotations

import random
import time
import tomllib
from dataclasses import replace

from builders import SHIFTS, person, plan, row, shift, unit
from cases_a import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import override

from heiltid.calendar import Calendar
from heiltid.model import Employee, Plan, PlanRole, RotaKind, Unit
from heiltid.rules import contract, hours, nights, rest
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import check
from heiltid.rules.wording import because_text, finding_text
from heiltid.texts import Language
from resources import read_text

RULES = (*rest.RULES, *hours.RULES, *nights.RULES, *contract.RULES)
CODES = ["D1", "A1", "N1", "L1", "-", "-", "(D1)FE"]
LINES = st.lists(st.sampled_from(CODES), min_size=14, max_size=14).map(" ".join)


def key(finding: Finding) -> str:
    return repr(finding)


@settings(max_examples=30, deadline=None)
@given(st.lists(LINES, min_size=3, max_size=3), st.permutations(range(3)), st.sampled_from(RotaKind))
def test_findings_do_not_depend_on_the_order_of_employees(
    lines: list[str], order: list[int], kind: RotaKind
) -> None:
    people = [person(str(number)) for number in range(3)]
    rows = [row(line, str(number)) for number, line in enumerate(lines)]
    first = unit(weeks=2, employees=tuple(people), kind=kind, fte_budget_bp=20_000)
    second = replace(first, employees=tuple(people[place] for place in order))
    one = check(Context(first, plan(*rows)), RULES)
    other = check(Context(second, plan(*(rows[place] for place in order))), RULES)
    assert sorted(one, key=key) == sorted(other, key=key)


@settings(max_examples=30, deadline=None)
@given(LINES, st.integers(0, 1))
def test_a_cyclic_rota_may_begin_with_any_of_its_weeks(line: str, turn: int) -> None:
    """The same findings, moved by whole weeks (texts and amounts alike)."""
    words = line.split()
    turned = words[7 * turn :] + words[: 7 * turn]
    here = unit(weeks=2)
    one = check(Context(here, plan(row(line))), RULES)
    other = check(Context(here, plan(row(" ".join(turned)))), RULES)
    assert sorted(key(moved(finding, 7 * turn)) for finding in one) == sorted(map(key, other))


def moved(finding: Finding, by: int) -> Finding:
    return replace(finding, days=tuple(sorted((day - by) % 14 for day in finding.days)))


def year(kind: RotaKind) -> tuple[Unit, Plan]:
    """40 people x 52 weeks of everything."""
    draw = random.Random(1)
    people: tuple[Employee, ...] = tuple(person(str(number)) for number in range(40))
    lines = [
        row(" ".join(draw.choice([*(entry.code for entry in SHIFTS), "-", "-", "-"]) for _ in range(364)), n)
        for n in map(str, range(40))
    ]
    return unit(weeks=52, employees=people, kind=kind), plan(*lines)


def test_a_year_of_forty_people_is_judged_quickly() -> None:
    for kind in RotaKind:
        context = Context(*year(kind))
        start = time.process_time()
        assert check(context, RULES)
        assert time.process_time() - start < 3  # well below one second on an idle machine


def more_cases() -> list[tuple[Unit, Plan]]:
    """Plans for the texts that the one case per rule leaves out."""
    rolling = override("weekly_rest", "rolling", "yes")
    fourteen = shift("L", "07:00-21:00")
    limits = (person("1", 5_000, min_bp=6_000), person("1", 5_000, max_bp=4_000))
    proposal = replace(plan(row("D1 D1 - - - - -", position=5_000)), role=PlanRole.SCENARIO)
    ten, nine_and_a_half = shift("D5", "06:00-16:00"), shift("D6", "06:00-15:30")
    return [
        (unit(shifts=(*SHIFTS, fourteen)), plan(row("L L L - - - -"))),
        (
            unit(weeks=2, shifts=(*SHIFTS, ten, nine_and_a_half)),
            plan(row("D5 D5 D5 D5 D6 - - D5 D5 D5 D5 D5 - -")),
        ),
        (unit(overrides=(rolling,)), plan(row("D1 D1 D1 D1 D1 D1 D1"))),
        (unit(), plan(row("N1 N1 N1 N1 N1 N1 N1"))),
        (unit(), plan(row("N1 - D1 - - - -"))),
        (unit(), plan(row("L1 L1 L1 L1 - - -", position=9_000))),
        *((unit(employees=(who,)), proposal) for who in limits),
    ]


def test_every_text_of_these_families_is_used_and_whole() -> None:
    used = set()
    for a_unit, a_plan in [*CASES.values(), *more_cases()]:
        for finding in check(Context(a_unit, a_plan), RULES):
            used.add(finding.text_key)
            shown = [finding_text(finding, a_unit, Calendar(a_unit), language) for language in Language]
            assert len(set(shown)) == len(shown)  # three languages, three sentences
            if finding.severity is Severity.NEEDS_AGREEMENT:
                assert all(because_text(finding, Calendar(a_unit), language) for language in Language)
    assert used == set(tomllib.loads(read_text("texts", "rules_a.toml"))["finding"])
