"""Every rule has a plan that breaks it, and without the rule nobody tells of it."""

from __future__ import annotations

import pytest
from cases_a import CASES as REST_HOURS_NIGHTS_CONTRACT
from cases_b import CASES as OTHER_FAMILIES

from heiltid.calendar import Calendar
from heiltid.rules.context import Context
from heiltid.rules.registry import RULES, check
from heiltid.rules.wording import finding_text
from heiltid.texts import Language, catalogue

CASES = {**REST_HOURS_NIGHTS_CONTRACT, **OTHER_FAMILIES}
NAMES = [rule.name for rule in RULES]


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert sorted(CASES) == sorted(NAMES)
    assert len(REST_HOURS_NIGHTS_CONTRACT) + len(OTHER_FAMILIES) == len(CASES)


@pytest.mark.parametrize("name", NAMES)
def test_switched_off_the_rule_is_silent(name: str) -> None:
    context = Context(*CASES[name])
    assert name in {finding.rule for finding in check(context)}
    without = [rule for rule in RULES if rule.name != name]
    assert name not in {finding.rule for finding in check(context, without)}


@pytest.mark.parametrize("name", NAMES)
def test_only_the_rule_itself_tells_of_it(name: str) -> None:
    context = Context(*CASES[name])
    alone = [rule for rule in RULES if rule.name == name]
    assert {finding.rule for finding in check(context, alone)} == {name}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
def test_rules_and_findings_have_texts(name: str, language: Language) -> None:
    unit, plan = CASES[name]
    assert catalogue()[f"rule.{name}"][language.value]
    assert catalogue()[f"rule_help.{name}"][language.value].endswith(".")
    for finding in check(Context(unit, plan)):
        shown = finding_text(finding, unit, Calendar(unit), language)
        assert shown
        assert "{" not in shown
