"""Two weeks with holes, for tests of what is told of them."""

from __future__ import annotations

from builders import WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.rules.judgement import judge_all

# Two weeks: one by day on every day, a nurse on Sundays; D1 is worked on weekdays but for the last Friday.
WARD = unit(
    2,
    employees=(person("1", competence="assistant"),),
    demand=(
        demand(WEEKDAYS | WEEKEND, "07:30-15:00", 1),
        demand(frozenset({6}), "07:30-15:00", 1, competence="nurse"),
    ),
)
FOUND = judge_all(WARD, plan(row("D1 D1 D1 D1 D1 - - D1 D1 D1 D1 - - -", "1"))).findings
