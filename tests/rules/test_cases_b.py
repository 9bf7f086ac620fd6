"""Every rule of these families has a plan that breaks it alone, and speaks three languages."""

from __future__ import annotations

import re
import string
import time
import tomllib

import pytest
from builders import demand, person, plan, row, unit
from cases_b import CASES, COMPANIONS

from heiltid.calendar import Calendar
from heiltid.model import ALL_WEEKDAYS, RotaKind
from heiltid.rules import availability, coverage, long_shifts, patterns, weekends, wishes
from heiltid.rules.context import Context
from heiltid.rules.registry import check, judge
from heiltid.rules.wording import finding_text
from heiltid.texts import Language, catalogue, text
from resources import read_text

MODULES = (availability, weekends, long_shifts, patterns, wishes, coverage)
RULES = tuple(rule for module in MODULES for rule in module.RULES)
TEXTS = tomllib.loads(read_text("texts", "rules_b.toml"))


def test_every_rule_has_a_case_and_texts() -> None:
    assert {rule.name for rule in RULES} == set(CASES)
    assert set(TEXTS["rule"]) == set(TEXTS["rule_help"]) == set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_case_breaks_that_rule_and_no_other(name: str) -> None:
    found = {finding.rule for finding in judge(*CASES[name])}
    assert found == {name} | COMPANIONS.get(name, frozenset())


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize("language", list(Language))
def test_its_findings_are_whole_sentences(name: str, language: Language) -> None:
    a_unit, a_plan = CASES[name]
    for finding in (entry for entry in judge(a_unit, a_plan) if entry.rule == name):
        sentence = finding_text(finding, a_unit, Calendar(a_unit), language)
        assert sentence.endswith(".")
        assert not re.search(r"[{}]|None|\s\s", sentence)
    assert text(f"rule.{name}", language)
    assert text(f"rule_help.{name}", language).endswith(".")


@pytest.mark.parametrize("key", sorted(f"finding.{key}" for key in TEXTS["finding"]))
def test_the_languages_use_the_same_values(key: str) -> None:
    used = [
        {field for _, field, _, _ in string.Formatter().parse(sentence) if field}
        for sentence in catalogue()[key].values()
    ]
    assert len(used) == 3
    assert used[0] == used[1] == used[2]


def test_forty_people_over_a_year_are_judged_in_a_moment() -> None:
    week = [
        "D1",
        "D1",
        "A1",
        "-",
        "N1",
        "N1",
        "-",
        "-",
        "-",
        "L1",
        "L1",
        "-",
        "A1",
        "D1",
        "-",
        "A1",
        "A1",
        "D1",
        "-",
        "-",
        "-",
    ]
    cells = (week * 18)[: 52 * 7]
    people = tuple(person(str(number), extra_weekends=number % 3) for number in range(40))
    rows = (demand(ALL_WEEKDAYS, times, 4) for times in ("07:30-15:00", "14:30-22:00", "21:45-07:45"))
    a_unit = unit(52, kind=RotaKind.DATED, employees=people, demand=tuple(rows))
    turned = [" ".join(cells[number:] + cells[:number]) for number in range(40)]
    a_plan = plan(*(row(line, str(number)) for number, line in enumerate(turned)))
    context = Context(a_unit, a_plan)
    started = time.process_time()
    assert check(context, RULES)
    assert time.process_time() - started < 1.0  # 0.2 s measured
