"""The JSON of `solve`: its schema is held, and every status is written in the same shape."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders import demand, engine_run, person, plan, row, unit
from pydantic import BaseModel

from heiltid.command_reports import CheckReport, CompareReport, StatsReport
from heiltid.jobs import Clash, Goal, GoalValue, SolveReport
from heiltid.jobs import Status as RunStatus
from heiltid.model import Agreement, Plan, Signed, Status, Unit, Wish, WishDays
from heiltid.report import Report, build_report, report_of_plan
from heiltid.texts import Language

SCHEMA = Path(__file__).parent.parent / "docs" / "solve.schema.json"

RUN = engine_run()

TOP = {
    "status",
    "seconds",
    "first_plan_seconds",
    "seed",
    "workers",
    "objective",
    "before",
    "after",
    "fte_budget",
    "fte_used",
    "bound_average_position_pct",
    "positions",
    "findings",
    "agreements",
    "clashes",
}
POSITION_FIGURES = {
    "employees",
    "fte",
    "vacant_fte",
    "positions_to_announce",
    "average_position_pct",
    "full_time_share_pct",
    "bands",
    "small_positions",
    "large_positions",
    "unwanted_part_time",
    "all_lines",
}
ROTA_FIGURES = {
    "understaffed_person_hours",
    "open_shifts",
    "wishes_met_pct",
    "weekends_per_year",
    "weekend_hours_per_year",
    "long_shifts",
    "quick_returns",
    "paid_hours",
    "employees_met_per_week",
}


def test_the_schema_file_is_the_models_own() -> None:
    # Write it anew with: python -m heiltid.report_model > docs/solve.schema.json
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == Report.model_json_schema()


@pytest.fixture
def ward() -> Unit:
    return unit(
        demand=(demand(frozenset({0, 1, 5}), "07:30-15:00", 1),),
        employees=(
            person("1", 2_000, wanted_bp=5_000),
            person("2", 4_000, status=Status.VACANT),
        ),
        wishes=(Wish(employee="1", when=WishDays(weekday=2), off=True),),
    )


def answer(plan: Plan | None, status: RunStatus = RunStatus.FEASIBLE) -> SolveReport:
    return SolveReport(
        status=status,
        plan=plan,
        objective=(
            GoalValue(goal=Goal.STAFFING, value=450.0, bound=0.0),
            GoalValue(goal=Goal.MISSING, value=1_500.0),
        ),
        bound_average_position_bp=5_123.456,
        fte_budget_bp=6_000,
        seconds=12.345678,
        first_plan_seconds=1.5,
        seed=3,
        workers=2,
    )


NEW = plan(row("D1 - - - - - -", "1", 2_113), row("- - - - - D1 -", "2", 2_100))


def report(ward: Unit, **more: object) -> dict[str, object]:
    made = build_report(ward, None, NEW, answer(NEW), **more)  # type: ignore[arg-type]
    loaded: dict[str, object] = json.loads(made.to_json())
    return loaded


def test_a_plan_gives_every_field(ward: Unit) -> None:
    found = report(ward)
    assert found.keys() == TOP
    after = found["after"]
    assert isinstance(after, dict)
    assert after.keys() >= POSITION_FIGURES | ROTA_FIGURES
    assert None not in after.values()
    assert list(after["bands"]) == ["0-24.9", "25-49.9", "50-74.9", "75-99.9", "100"]
    assert after["weekends_per_year"].keys() == {"min", "mean", "max"}
    assert after["paid_hours"].keys() == {"ordinary", "evening", "night", "saturday_sunday", "red"}
    assert after["unwanted_part_time"] == {"people": 1, "missing_pct": 28.87}
    assert after["all_lines"] == {"lines": 2, "fte": 0.4213, "average_position_pct": 21.065}


def test_the_figures_of_a_plan(ward: Unit) -> None:
    found = Report.model_validate(report(ward))
    assert found.before is not None
    assert found.after is not None
    assert (found.before.employees, found.after.employees) == (1, 2)
    assert (found.before.average_position_pct, found.before.vacant_fte) == (20.0, 0.4)
    assert found.after.understaffed_person_hours == 7.5
    assert found.after.open_shifts is not None
    assert [(s.day, s.when, s.code, s.start, s.end) for s in found.after.open_shifts] == [
        (1, "v1 tys", "D1", "07:30", "15:00")
    ]
    assert found.after.weekends_per_year is not None
    assert found.after.weekends_per_year.model_dump() == {"min": 0, "mean": 26, "max": 52}
    assert found.after.wishes_met_pct == 100
    assert (found.fte_budget, found.fte_used) == (0.6, 0.4213)
    assert found.bound_average_position_pct == 51.2346
    assert [line.name for line in found.objective] == ["understaffed_person_minutes", "missing_position_bp"]
    assert (found.seconds, found.first_plan_seconds) == (12.3457, 1.5)


def test_one_line_per_employee_number(ward: Unit) -> None:
    found = Report.model_validate(report(ward)).positions
    assert found["1"].model_dump() == {
        "before": 20,
        "wanted": 50,
        "after": 21.13,
        "hours": 7.5,
        "deviation": -0.0011,  # 7.5 h less 21.13 % of 35.5 h
        "weekends": 0,
        "weekend_hours": 0,
    }
    assert (found["2"].weekends, found["2"].weekend_hours) == (1, 7.5)


def test_before_has_rota_figures_when_there_is_a_rota_today(ward: Unit) -> None:
    today = plan(row("D1 D1 - - - D1 -", "1", 2_000), row("- - - - - - -", "2", 4_000))
    found = build_report(ward, today, NEW, answer(NEW))
    assert found.before is not None
    assert found.before.understaffed_person_hours == 0
    without = build_report(ward, None, NEW, answer(NEW))
    assert without.before is not None
    assert without.before.understaffed_person_hours is None


@pytest.mark.parametrize("status", list(RunStatus))
def test_every_status_has_the_same_fields(ward: Unit, status: RunStatus) -> None:
    bare = replace(
        answer(None, status), objective=(), bound_average_position_bp=None, first_plan_seconds=None
    )
    found = json.loads(build_report(ward, None, None, bare).to_json())
    assert found.keys() == TOP
    assert (found["status"], found["after"], found["fte_used"]) == (status.value, None, None)
    assert found["before"]["employees"] == 1
    assert found["positions"]["1"]["after"] is None


def test_clashes_are_named_in_words_and_numbers(ward: Unit) -> None:
    clash = Clash(rules=("daily_rest", "must_wish"), employee="1", days=(0, 1), amount=90, unit="minutes")
    found = build_report(
        ward,
        None,
        None,
        replace(answer(None, RunStatus.IMPOSSIBLE), clashes=(clash,)),
        language=Language.ENGLISH,
    ).clashes[0]
    assert (found.rules, found.employee, found.days) == (("daily_rest", "must_wish"), "1", (0, 1))
    assert found.text.startswith("1, w1 Mon–Tue: these cannot hold together: ")
    assert "1 h 30 min" in found.text


LONG = plan(row("L1 - - - - L1 -", "1", 4_000), row("- - - - - - -", "2", 0))


def test_agreements_tell_who_signs_and_whether_they_have(ward: Unit) -> None:
    willing = replace(ward, employees=(replace(ward.employees[0], long_shifts=True), ward.employees[1]))
    unsigned = build_report(willing, None, LONG, answer(LONG)).agreements
    assert [(a.paragraph, a.who, a.where, a.signed_by, a.signed) for a in unsigned] == [
        ("10-5 (2)", ("1",), (0, 5), "union representatives", False)
    ]
    signed = replace(willing, agreements=(Agreement(paragraph="10-5 (2)", signed=Signed.YES),))
    assert [a.signed for a in build_report(signed, None, LONG, answer(LONG)).agreements] == [True]


def test_findings_are_written_in_the_users_language(ward: Unit) -> None:
    texts = {
        language: [f.text for f in build_report(ward, None, LONG, answer(LONG), language=language).findings]
        for language in Language
    }
    assert all(texts.values())
    assert len({tuple(found) for found in texts.values()}) == 3
    first = build_report(ward, None, LONG, answer(LONG)).findings[0]
    assert first.model_dump().keys() == {
        "rule",
        "paragraph",
        "severity",
        "employee",
        "days",
        "amount",
        "unit",
        "text",
    }


def fields_of(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {name for part in parts for name in part.get("properties", {})}


@pytest.mark.parametrize("model", [Report, CheckReport, StatsReport, CompareReport])
def test_every_field_is_documented(model: type[BaseModel]) -> None:
    page = (SCHEMA.parent / "json.md").read_text(encoding="utf-8")
    assert {name for name in fields_of(model) if f"`{name}`" not in page} == set()


def test_the_report_of_a_copy_tells_of_no_change(ward: Unit) -> None:
    found = report_of_plan(ward, NEW, replace(NEW, name="kopi"))
    assert found.after == found.before
    assert found.before.employees == 1  # the vacant line counts on neither side
    built = report_of_plan(ward, NEW, replace(NEW, origin=RUN)).after
    assert built is not None
    assert built.employees == 2  # a run kept it: a position to announce
