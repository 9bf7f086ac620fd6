"""By what the proposal was made: the least positions the leader set, and the goals in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from heiltid.advice.goal_order import goals_of, sharing_goals
from heiltid.exchange.pdf.discussion.facts import Facts, PersonChange
from heiltid.exchange.pdf.discussion.full_time_week import needed_week_words, own_weeks_words
from heiltid.exchange.pdf.discussion.more_weekends import more_weekends_words
from heiltid.exchange.pdf.discussion.since_made import since_made_words
from heiltid.exchange.pdf.page import BODY, paragraph
from heiltid.jobs import Goal
from heiltid.model import FULL_TIME_BP, Employee, PlanRole
from heiltid.rules.name_list import listed_names
from heiltid.rules.weekends import split_weekends, worked_weekends


def choice_part(facts: Facts) -> Iterator[Any]:
    """The flowables, beneath what the leader has decided."""
    yield from (paragraph(words, BODY) for words in choice_sentences(facts))


def choice_sentences(facts: Facts) -> Iterator[str]:
    """Weeks, whose least position was raised, the cap, weekends, goals, how they part people, edits since."""
    yield from filter(None, [own_weeks_words(facts)])
    raised = [_raised_words(facts, change) for change in facts.changes if is_raised(facts, change)]
    if raised:
        yield facts.words("pdf_report.choice.raised", people=listed_names(raised))
    elif facts.plan.role is PlanRole.SCENARIO:
        yield facts.words("pdf_report.choice.none_raised")
    yield from _frame_sentence(facts)
    yield from filter(None, [more_weekends_words(facts)])
    yield from _extra_weekends_sentence(facts)
    known = goals_of(facts.plan)
    order = known or tuple(Goal)
    named = (facts.words(f"ui.goal.{goal.value}") for goal in order)
    goals = " ".join(f"{place}. {name}." for place, name in enumerate(named, 1))
    yield facts.words(f"pdf_report.choice.{'goals' if known else 'goals_usual'}", goals=goals)
    limit = facts.share(facts.unit.small_position_below_bp)
    yield facts.words("pdf_report.choice.who")
    for goal in sharing_goals(facts.plan):
        yield facts.words(f"pdf_report.choice.rule.{goal.value}", limit=limit)
    yield facts.words("pdf_report.choice.bounds")
    yield from filter(None, [since_made_words(facts)])


def extra_weekends(facts: Facts) -> tuple[tuple[Employee, tuple[int, ...]], ...]:
    """Those in the plan who may have extra weekends, each with the weeks she has one in, from 1."""
    people = (change.person for change in facts.changes if change.now_bp)
    willing = [person for person in people if person.weekend_every and person.extra_weekends]
    return tuple((person, _weeks_of(facts, person)) for person in willing)


def _weeks_of(facts: Facts, person: Employee) -> tuple[int, ...]:
    context = facts.judgement.context
    split = split_weekends(context, person, worked_weekends(context, person))
    return tuple(week + 1 for week in split.extra)


def _frame_sentence(facts: Facts) -> Iterator[str]:
    budget_bp = facts.unit.fte_budget_bp
    if budget_bp is None:
        return
    yield facts.words(
        "pdf_report.choice.frame",
        budget=facts.number(budget_bp / FULL_TIME_BP, 2),
        needed=facts.number(facts.position_reasons.room.needed_bp / FULL_TIME_BP, 2),
        of_week=needed_week_words(facts),
    )


def _extra_weekends_sentence(facts: Facts) -> Iterator[str]:
    named = [
        facts.words(
            f"pdf_report.choice.extra_weekends_{'taken' if weeks else 'not_taken'}",
            who=facts.name(person),
            extra=person.extra_weekends,
            taken=len(weeks),
            weeks=" ".join(map(str, weeks)),
        )
        for person, weeks in extra_weekends(facts)
    ]
    if named:
        yield facts.words("pdf_report.choice.extra_weekends", people=listed_names(named))


def is_raised(facts: Facts, change: PersonChange) -> bool:
    """Whether somebody's least position was set above the one before, as far as is known.

    A rota that was taken into use took along the least position of who may not be cut: where the two are
    alike, nobody knows whether it was set.
    """
    person = change.person
    if not change.is_counted or not change.was_bp < person.min_bp <= change.now_bp:
        return False
    if facts.plan.role is PlanRole.SCENARIO:
        return person.min_bp > person.position_bp
    return person.min_bp != person.position_bp


def _raised_words(facts: Facts, change: PersonChange) -> str:
    return facts.words(
        "pdf_report.choice.person",
        who=facts.name(change.person),
        was=facts.share(change.was_bp),
        least=facts.share(change.person.min_bp),
    )
