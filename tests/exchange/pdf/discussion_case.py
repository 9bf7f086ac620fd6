"""A small ward with a proposal beside its rota of today, for tests of the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from builders import WEEKDAYS, demand, person, plan, row, unit

from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.model import Plan, PlanRole, Status, UnitFile
from heiltid.report import report_of_plan
from heiltid.rules.registry import judge
from heiltid.texts import Language

# Start 04.01.2027: to be discussed at the latest 21.12.2026.
WARD = unit(
    weeks=1,
    name="Solbakken",
    municipality="Fjellvik",
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
    employees=(
        person("1", 4_000, wanted_bp=8_000, name="Kari Wiśniewska"),
        person("2", 6_000, min_bp=2_000, wanted_bp=6_000, chosen_part_time=True, name="Ola Å"),
        person("3", 10_000, min_bp=0, name="Per Ø"),
        person("4", 2_000, min_bp=0, status=Status.VACANT),
        person("5", 3_000, min_bp=0, status=Status.TEMPORARY, name="Eva Vikar"),
    ),
)
TODAY = plan(
    row("D1 - - - D1 - -", "1", 4_000),
    row("- D1 D1 D1 - - -", "2", 6_000),
    row("D1 D1 D1 D1 D1 - -", "3", 10_000),
    row("- - - - - D1 -", "4", 2_000),
    row("- - - - - - D1", "5", 3_000),
)
# Kari 40 -> 60 %, Ola 60 -> 40 %, Per as before; the vacant line and the temporary one go out.
PROPOSED = replace(
    plan(
        row("D1 - - - D1 D1 -", "1", 6_000),
        row("- D1 D1 - - - -", "2", 4_000),
        row("D1 D1 D1 D1 D1 - -", "3", 10_000),
        row("- - - - - - -", "4", 0),
        row("- - - - - - -", "5", 0),
    ),
    role=PlanRole.SCENARIO,
    name="Framlegg 1",
)
A_DAY = date(2026, 12, 1)


def facts_of(
    plan_: Plan = PROPOSED,
    *,
    ward: Any = WARD,
    today: Plan | None = TODAY,
    language: Language = Language.NYNORSK,
    on: date = A_DAY,
    as_made: Plan | None = None,
) -> Facts:
    """The facts of a plan beside today's rota, judged and reported as the command does it."""
    file = UnitFile(unit=ward, plans=(plan_,) if today is None else (today, plan_))
    findings = judge(ward, plan_)
    before = file.rota_before(plan_)
    report = report_of_plan(ward, before, plan_, language=language, findings=findings)
    return Facts(file, plan_, report, findings, language, on, as_made)
