"""By what hours were shared between people who wanted more, as the one who got nothing is told it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import engine_run, person, plan, row, unit

from heiltid.advice.goal_order import goals_of, sharing_goals
from heiltid.advice.position_why import PositionReasons
from heiltid.advice.position_words import position_sentences, sentences_for_herself
from heiltid.jobs import Goal
from heiltid.model import GoalReached, Plan
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

# Anne Bø wants more and got nothing; Bo Li, a nurse, got all: they are not alike, the hours are used up.
WARD = unit(
    employees=(
        person("1", 6_000, wanted_bp=10_000, min_bp=6_000, name="Anne Bø"),
        person("2", 8_000, wanted_bp=10_000, min_bp=8_000, competence="nurse", name="Bo Li"),
    ),
    fte_budget_bp=16_000,
)
ROWS = plan(row("- - - - - - -", "1", 6_000), row("- - - - - - -", "2", 10_000))
CHOSE = "Timane rakk ikkje til alle, og Heiltid måtte velje mellom dei som ønskte meir"


def made_by(*goals: str) -> Plan:
    return replace(ROWS, origin=engine_run(goals=tuple(GoalReached(name=name, value=1.0) for name in goals)))


def told(rota: Plan, language: Language = Language.NYNORSK) -> list[str]:
    found = PositionReasons(judge_all(WARD, rota), None).why("1")
    assert found is not None
    return list(position_sentences(found, WARD, language))


def test_the_usual_order_is_told_as_far_as_three_goals() -> None:
    assert (
        f"{CHOSE}: først at alle til saman manglar minst mogleg, så at færrast mogleg har små stillingar, "
        "så at flest mogleg får heil stilling."
    ) in told(made_by(*Goal))
    assert told(made_by(*Goal)) == told(made_by())  # a file that tells no goals


def test_the_order_is_that_of_the_run_and_goals_that_share_nothing_stay_out() -> None:
    rota = made_by(Goal.STAFFING, Goal.FULL_TIME, Goal.CALM, Goal.MISSING)
    assert sharing_goals(rota) == (Goal.FULL_TIME, Goal.MISSING)
    said = "først at flest mogleg får heil stilling, så at alle til saman manglar minst mogleg."
    assert f"{CHOSE}: {said}" in told(rota)
    assert f"{CHOSE}: at flest mogleg får heil stilling." in told(made_by(Goal.FULL_TIME))
    assert f"{CHOSE}." in told(made_by(Goal.STAFFING))  # made by none that shares hours


def test_goals_unknown_to_this_version_are_left_out() -> None:
    assert goals_of(made_by("joy", Goal.SMALL)) == (Goal.SMALL,)


def test_the_sheet_she_gets_herself_stays_short() -> None:
    found = PositionReasons(judge_all(WARD, made_by(*Goal)), None).why("1")
    assert found is not None
    assert f"{CHOSE}." in sentences_for_herself(found, WARD, Language.NYNORSK)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.BOKMAL, "først at alle til sammen mangler minst mulig, så at færrest mulig har små"),
        (Language.ENGLISH, "first that all together lack as little as possible, then that as few as"),
    ],
)
def test_in_the_other_languages(language: Language, said: str) -> None:
    assert any(said in sentence for sentence in told(made_by(*Goal), language))
