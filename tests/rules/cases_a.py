"""For every rule of rest, hours, nights and contract: a unit and a plan that break it."""

from __future__ import annotations

from builders import person, plan, row, shift, unit

from heiltid.model import Plan, Unit

QUICK = shift("D3", "08:59-17:00")
EVENING = shift("A", "14:00-22:00")
TEN_HOURS = shift("D2", "06:00-16:00")
SHORT_BREAK = shift("D4", "07:00-15:20", unpaid_break_minutes=20)

CASES: dict[str, tuple[Unit, Plan]] = {
    "daily_rest": (unit(shifts=(QUICK, EVENING)), plan(row("A D3 - - - - -"))),
    "weekly_rest": (unit(), plan(row("D1 D1 D1 D1 D1 D1 D1"))),
    "one_work_period": (unit(shifts=(QUICK, shift("N", "22:00-09:00"))), plan(row("N D3 - - - - -"))),
    "shift_length": (unit(), plan(row("- - - - - L1 -"))),
    "weekly_hours": (unit(shifts=(TEN_HOURS,)), plan(row("D2 D2 D2 D2 D2 - -"))),
    "average_weekly_hours": (unit(shifts=(TEN_HOURS,)), plan(row("D2 D2 D2 D2 D2 - D2"))),
    "ordinary_hours": (unit(), plan(row("D1 D1 D1 D1 D1 D1 -"))),
    "break_duties": (unit(shifts=(SHORT_BREAK,)), plan(row("D4 - - - - - -"))),
    "night_average": (unit(), plan(row("N1 N1 N1 N1 N1 - -"))),
    "nights_in_row": (unit(), plan(row("N1 N1 N1 N1 - - -"))),
    "rest_after_nights": (unit(), plan(row("N1 A1 - - - - -"))),
    "position_hours": (unit(), plan(row("D1 - - - - - -"))),
    "full_time_week": (unit(), plan(row("D1 D1 D1 D1 D1 - -"))),
    "position_limits": (
        unit(employees=(person("1", 5_000, max_bp=6_000),)),
        plan(row("D1 D1 D1 D1 D1 - -", position=10_000)),
    ),
    "fte_budget": (unit(fte_budget_bp=9_000), plan(row("D1 D1 D1 D1 D1 - -"))),
}
