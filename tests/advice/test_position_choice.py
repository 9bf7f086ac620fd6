"""Who on the same terms got the hours that somebody else wanted too, and by which goal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import engine_run, person, plan, row, unit

from heiltid.advice.position_choice import Choice
from heiltid.advice.position_why import PositionReasons, PositionWhy
from heiltid.advice.position_words import position_sentences, reasons_in_table, sentences_for_herself
from heiltid.jobs import Goal
from heiltid.model import Employee, GoalReached, Unit
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

FREE = "- - - - - - -"
NYNORSK = Language.NYNORSK


def wanting(number: str, position: int, wanted: int = 10_000, **more: object) -> Employee:
    more.setdefault("min_bp", position)
    return person(number, position, wanted_bp=wanted, **more)


def asked(
    now: tuple[int, int], maria: Employee, bente: Employee, *goals: Goal, budget_bp: int | None = None
) -> tuple[Unit, PositionWhy]:
    """Maria is asked about; the positions of the two use up the budget."""
    ward = unit(employees=(maria, bente), fte_budget_bp=sum(now) if budget_bp is None else budget_bp)
    made = engine_run(goals=tuple(GoalReached(name=goal, value=1.0) for goal in goals or Goal))
    rota = replace(plan(row(FREE, "1", now[0]), row(FREE, "2", now[1])), origin=made)
    found = PositionReasons(judge_all(ward, rota), None).why("1")
    assert found is not None
    return ward, found


def choice(now: tuple[int, int], maria: Employee, bente: Employee, *goals: Goal) -> Choice | None:
    return asked(now, maria, bente, *goals)[1].choice


MARIA, BENTE = wanting("1", 7_000, name="Maria Li"), wanting("2", 8_000, name="Bente Bø")


def test_the_last_hours_made_one_more_full_time_and_would_not_have_here() -> None:
    # Bente 80 -> 100 %. Maria with the same 20 % would have 90 %: as much lacks, one fewer works full time.
    ward, found = asked((7_000, 10_000), MARIA, BENTE)
    assert found.queue.alike == ()  # Bente cannot go down to Maria's 70 %
    assert found.choice == Choice(employee="2", gain_bp=2_000, goal=Goal.FULL_TIME)
    said = (
        "Bente Bø har dei same vilkåra. Dei siste 20 % der gav éin til i heiltid; "
        "her hadde dei ikkje gjort det."
    )
    assert list(reasons_in_table(found, ward, NYNORSK))[-1] == said
    told = list(position_sentences(found, ward, NYNORSK))
    assert told[told.index(said) - 1] == (
        "Timane rakk ikkje til alle, og Heiltid måtte velje mellom dei som ønskte meir."
    )
    assert not any("Bente" in sentence for sentence in sentences_for_herself(found, ward, NYNORSK))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("now", "maria", "bente", "goal"),
    [
        ((7_000, 10_000), MARIA, BENTE, Goal.FULL_TIME),
        # Maria lacks 10 %. Without as much Bente would have 45 %, a small position.
        ((5_000, 5_500), wanting("1", 5_000, 6_000), wanting("2", 4_000, name="Bente Bø"), Goal.SMALL),
        # Bente lacks 30 % and would lack 40 %: what lacks beyond 20 % counts more than Maria's 10 %.
        ((5_000, 7_000), wanting("1", 5_000, 6_000), wanting("2", 5_000, name="Bente Bø"), Goal.SPREAD),
        # Both lack between 20 and 40 % whichever of them has the 5 %.
        ((6_500, 7_500), wanting("1", 6_500), wanting("2", 7_000, name="Bente Bø"), None),
    ],
)
def test_each_goal_has_its_words(
    now: tuple[int, int], maria: Employee, bente: Employee, goal: Goal | None, language: Language
) -> None:
    ward, found = asked(now, maria, bente)
    assert found.choice is not None
    assert found.choice.goal == goal
    assert list(reasons_in_table(found, ward, language))[-1].startswith("Bente Bø ")


def test_the_order_is_that_of_the_run() -> None:
    # That nobody lacks much before full time: 10 and 20 % lacking are better than 30 and none.
    assert choice((7_000, 10_000), MARIA, BENTE, Goal.MISSING, Goal.SPREAD, Goal.FULL_TIME) is None
    told = choice((7_000, 10_000), MARIA, BENTE, Goal.MISSING, Goal.FULL_TIME, Goal.SPREAD)
    assert told is not None
    assert choice((7_000, 10_000), MARIA, BENTE, Goal.STAFFING) is None  # made by none that shares hours


def test_it_is_even_where_some_of_the_hours_could_have_gone_here() -> None:
    # Bente 80 -> 100 %, Maria 90 % wants 100 %: with 10 % of Bente's, one has 100 % and one 90 % still.
    told = choice((9_000, 10_000), wanting("1", 9_000), BENTE)
    assert told == Choice(employee="2", gain_bp=2_000, goal=None)


def test_nobody_is_named_who_got_nothing_by_the_goals_or_has_other_terms() -> None:
    raised = replace(BENTE, min_bp=10_000)  # the leader's own choice
    others = (raised, replace(BENTE, competence="nurse"), replace(BENTE, weekend_every=2))
    for other in (*others, replace(BENTE, wanted_bp=8_000)):
        assert choice((7_000, 10_000), MARIA, other) is None
    assert choice((7_000, 8_000), MARIA, BENTE) is None  # as before
    assert choice((7_000, 7_000), MARIA, wanting("2", 5_000)) is None  # no more than Maria
    # 45 % becomes 55 % with 10 % of Bente's: one small position fewer, better than the plan.
    assert choice((4_500, 9_000), wanting("1", 4_500), BENTE) is None


def test_who_wants_less_may_be_named_and_nobody_where_hours_are_left() -> None:
    # Lise wants 80 % and has 70 %: 10 % of Bente's would be enough, and cost one full time.
    told = choice((7_000, 10_000), replace(MARIA, wanted_bp=8_000), BENTE)
    assert told == Choice(employee="2", gain_bp=2_000, goal=Goal.FULL_TIME)
    ward, found = asked((7_000, 10_000), MARIA, BENTE, budget_bp=20_000)
    assert not any("Bente" in sentence for sentence in reasons_in_table(found, ward, NYNORSK))
