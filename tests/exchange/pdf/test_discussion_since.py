"""Whether the rota is as the engine made it: by the rota as it was then, else by what lacked in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import engine_run, row
from exchange.pdf.discussion_case import PROPOSED, facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.exchange.pdf.discussion.since_made import since_made_words
from heiltid.jobs import Goal
from heiltid.model import FREE, GoalReached, Plan

# Per is there Monday to Friday, which is all that is asked for; 7.5 h are 450 minutes.
REACHED = ((Goal.STAFFING, 0.0), (Goal.TARGET, 0.0))


def made(*reached: tuple[Goal, float]) -> Plan:
    """The proposal of a run of 04.01.2027 that came to this."""
    goals = tuple(GoalReached(name=goal.value, value=value) for goal, value in reached)
    return replace(PROPOSED, origin=engine_run(goals=goals))


def test_what_lacked_when_it_was_made_tells_that_something_was_changed() -> None:
    facts = facts_of(made((Goal.STAFFING, 450.0), (Goal.TARGET, 450.0)))
    assert since_made_words(facts) == (
        "Turnusen eller eininga er endra etter at Heiltid laga turnusen 04.01.2027: då mangla det 7,5 t på "
        "minstebemanninga, no 0 t."
    )
    assert since_made_words(facts) in page_text(agreements_part(facts))


def test_as_much_lacking_as_then_proves_nothing_and_nothing_is_said() -> None:
    for proposal in (made(*REACHED), made()):
        assert since_made_words(facts_of(proposal)) == ""


@pytest.mark.parametrize(
    "proposal",
    [
        PROPOSED,  # by hand
        replace(made(*REACHED), rows=tuple(replace(line, cells=(FREE,) * 7) for line in PROPOSED.rows)),
    ],
)
def test_nothing_is_told_of_what_no_run_made(proposal: Plan) -> None:
    assert since_made_words(facts_of(proposal)) == ""


def test_while_the_rota_of_the_run_is_known_it_is_told_whose_shifts_were_changed() -> None:
    # Kari was free on Friday and Saturday, Ola worked Thursday too; what lacked is no matter then.
    then = replace(
        made((Goal.STAFFING, 450.0)),
        rows=(row("D1 - - - - - -", "1", 6_000), row("- D1 D1 D1 - - -", "2", 4_000), *PROPOSED.rows[2:]),
    )
    now = replace(then, rows=PROPOSED.rows)
    assert since_made_words(facts_of(now, as_made=then)) == (
        "Etter at Heiltid laga turnusen 04.01.2027, er vakter endra for hand for "
        "Kari Wiśniewska (2 dagar) og Ola Å (1 dag)."
    )
    assert (
        since_made_words(facts_of(now, as_made=now))
        == "Ingen vakter er endra for hand etter at Heiltid laga turnusen."
    )


def test_a_rota_of_another_length_is_no_longer_the_one_of_the_run() -> None:
    longer = replace(
        made(*REACHED), rows=tuple(replace(line, cells=line.cells * 2) for line in PROPOSED.rows)
    )
    assert since_made_words(facts_of(made(*REACHED), as_made=longer)) == ""
