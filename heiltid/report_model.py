"""What `heiltid solve --json` writes: the same shape for every status, documented in docs/json.md.

Shares are floats in percent, full-time equivalents floats (1.0 = one full position), times floats in
hours. Days count from 0 = the rota's first Monday. A part that does not exist (no plan, no rota
today) is null, never left out. The schema is held by docs/solve.schema.json and a test.
"""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict

StatusName = Literal["optimal", "feasible", "impossible", "no_answer", "stopped"]
SeverityName = Literal["breach", "needs_agreement", "note"]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class UnwantedPartTime(_Value):
    """People whose position is below what they want, and the sum of what they miss, in % of full time."""

    people: int
    missing_pct: float


class AllLines(_Value):
    """Every line with a position, vacant and temporary ones included: like for like."""

    lines: int
    fte: float
    average_position_pct: float


class Spread(_Value):
    """A figure over the people who have a position: least, mean, most."""

    min: float
    mean: float
    max: float


class PaidHoursBy(_Value):
    """Paid hours of the whole rota. An hour stands in each category it belongs to; ordinary = in none."""

    ordinary: float
    evening: float  # 17-21
    night: float  # 21-06
    saturday_sunday: float
    red: float


class OpenShiftLine(_Value):
    """A shift that would close a hole in the least staffing. code None: no code of the unit covers it."""

    day: int
    when: str  # in the user's language
    code: str | None
    start: str  # HH:MM
    end: str
    competence: str | None  # None: anyone
    people: int


class Figures(_Value):
    """The figures of one state of the unit. Fields from `understaffed_person_hours` on need a rota."""

    employees: int
    fte: float
    vacant_fte: float  # vacant and temporary lines with a position
    positions_to_announce: int
    average_position_pct: float
    same_people_average_position_pct: float  # of those who held a position before
    full_time_share_pct: float
    bands: dict[str, int]
    small_positions: int
    large_positions: int
    unwanted_part_time: UnwantedPartTime
    all_lines: AllLines
    understaffed_person_hours: float | None = None
    open_shifts: tuple[OpenShiftLine, ...] | None = None
    wishes_met_pct: float | None = None  # None also when nobody wishes anything
    weekends_per_year: Spread | None = None
    weekend_hours_per_year: Spread | None = None
    long_shifts: int | None = None
    quick_returns: int | None = None
    paid_hours: PaidHoursBy | None = None
    employees_met_per_week: float | None = None


class ObjectiveLine(_Value):
    """One goal, in the order the goals count."""

    name: str
    value: float
    bound: float | None


class PositionLine(_Value):
    """One line of the staff list. hours, deviation, weekends are over the whole rota after."""

    before: float
    wanted: float
    after: float | None
    hours: float | None
    deviation: float | None
    weekends: int | None
    weekend_hours: float | None


class FindingLine(_Value):
    """A finding of the checker; `text` in the user's language."""

    rule: str
    paragraph: str
    severity: SeverityName
    employee: str | None
    days: tuple[int, ...]
    amount: int
    unit: str
    text: str


class AgreementLine(_Value):
    """An agreement the plan rests on: whose shifts use it and where, who signs, and whether they have.

    An individual agreement has one person in `who`; any other is the unit's and names all concerned.
    """

    paragraph: str
    who: tuple[str, ...]  # employee numbers; empty = the whole unit
    where: tuple[int, ...]  # days
    signed_by: str
    signed: bool


class ClashLine(_Value):
    """Rules that cannot hold together, when nothing lawful exists."""

    rules: tuple[str, ...]
    employee: str | None
    days: tuple[int, ...]
    amount: int | None
    unit: str | None
    text: str


class Report(_Value):
    """The whole answer of one run."""

    status: StatusName
    seconds: float
    first_plan_seconds: float | None
    seed: int
    workers: int
    objective: tuple[ObjectiveLine, ...]
    before: Figures | None
    after: Figures | None
    fte_budget: float | None
    fte_used: float | None
    bound_average_position_pct: float | None
    positions: dict[str, PositionLine]
    findings: tuple[FindingLine, ...]
    agreements: tuple[AgreementLine, ...]
    clashes: tuple[ClashLine, ...]

    def to_json(self) -> str:
        """The text of the JSON file, with a line end."""
        return self.model_dump_json(indent=2) + "\n"


def main() -> None:
    """Print the JSON schema of the report, as docs/solve.schema.json holds it."""
    print(json.dumps(Report.model_json_schema(), indent=2))


if __name__ == "__main__":
    main()
