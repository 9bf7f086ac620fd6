"""What stands in format-0001.heiltid, a file saved by the Heiltid that knew no other format.

It was made once, by that program's save_unit(path, CONTENT), and is never made anew.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from heiltid.model import (
    DEFAULT_COMPETENCES,
    EVERY_DAY,
    FREE,
    Absence,
    Agreement,
    Cell,
    Competence,
    DaySelector,
    DemandRow,
    Employee,
    NightWrittenOn,
    Plan,
    PlanRole,
    PlanRow,
    RotaKind,
    RuleOverride,
    ShiftKind,
    ShiftType,
    Signed,
    Status,
    Unit,
    UnitFile,
    Wish,
    WishDays,
    WishStrength,
)

PATH = Path(__file__).with_name("format-0001.heiltid")
_SHIFTS = (
    ShiftType(
        code="D1",
        name="Dag",
        kind=ShiftKind.DAY,
        start_minute=450,
        end_minute=900,
        unpaid_break_minutes=30,
        days=DaySelector(weekdays=frozenset({0, 1, 2, 3, 4}), red=True, dates=frozenset({date(2027, 5, 17)})),
        competence="nurse",
    ),
    ShiftType(code="N1", name="Natt", kind=ShiftKind.NIGHT, start_minute=1305, end_minute=1905),
)
_EMPLOYEES = (
    Employee(
        number="101",
        name="Åse Ødegård",
        competence="nurse",
        position_bp=7_324,
        wanted_bp=10_000,
        min_bp=5_000,
        max_bp=9_000,
        elsewhere_bp=1_000,
        chosen_part_time=True,
        weekend_every=2,
        weekend_offset=1,
        extra_weekends=1,
        kinds=frozenset({ShiftKind.DAY, ShiftKind.NIGHT}),
        long_shifts=True,
        max_days_in_row=5,
        max_nights_in_row=3,
        employed_from=date(2026, 1, 1),
        employed_to=date(2028, 12, 31),
    ),
    Employee(number="L1", position_bp=0, wanted_bp=0, min_bp=0, max_bp=10_000, status=Status.VACANT),
)
_UNIT = Unit(
    name="Solbakken «2. høgda»",
    municipality="Vestvåg",
    start=date(2027, 1, 4),
    weeks=1,
    kind=RotaKind.DATED,
    full_time_week_minutes=None,
    residents=24,
    small_position_below_bp=4_000,
    night_written_on=NightWrittenOn.END,
    fte_budget_bp=189_400,
    rule_book="tariff",
    shifts=_SHIFTS,
    demand=(
        DemandRow(
            days=EVERY_DAY,
            start_minute=450,
            end_minute=900,
            competence="nurse",
            minimum=2,
            target=3,
            maximum=4,
        ),
        DemandRow(days=DaySelector(red=True), shift="N1", minimum=1, target=1),
    ),
    competences=(
        *DEFAULT_COMPETENCES,
        Competence(name="vernepleiar", covers=frozenset({"nurse", "assistant"})),
    ),
    employees=_EMPLOYEES,
    wishes=(
        Wish(employee="101", when=WishDays(on=date(2027, 1, 5)), off=True, strength=WishStrength.MUST),
        Wish(employee="101", when=WishDays(weekday=4, week=1), code="N1", negated=True),
        Wish(employee="L1", when=WishDays(weekday=0), kind=ShiftKind.DAY, strength=WishStrength.STRONG),
    ),
    absences=(Absence(employee="101", first=date(2027, 1, 9), last=date(2027, 1, 10), code="FE"),),
    agreements=(
        Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="Fagforbundet", signed_on=date(2026, 11, 2)),
        Agreement(paragraph="10-8 (4)", employee="101", signed=Signed.REFUSED),
    ),
    overrides=(
        RuleOverride(rule="daily_rest", parameter="minutes", value="11:00"),
        RuleOverride(rule="nights_in_row", parameter="most", value="2", employee="101"),
    ),
)
_NIGHT = Cell(shift="N1")
_LINE = (
    Cell(shift="D1"),
    Cell(shift="D1", locked=True),
    Cell(shift="D1", absence="SJUK"),
    Cell(day_off="F1"),
    Cell(locked=True),
    Cell(absence="FE"),
    FREE,
)
_TODAY = Plan(
    rows=(
        PlanRow(employee="101", position_bp=7_324, cells=_LINE, history=(*(FREE,) * 13, _NIGHT)),
        PlanRow(employee="L1", position_bp=0, cells=(FREE,) * 7),
    )
)
_BEFORE = Plan(
    role=PlanRole.BEFORE,
    rows=(
        PlanRow(employee="101", position_bp=6_000, cells=(FREE,) * 7),
        PlanRow(employee="L1", position_bp=2_000, cells=(_NIGHT,) * 2 + (FREE,) * 5),
    ),
)
_SCENARIO = Plan(
    name="Framlegg 1",
    role=PlanRole.SCENARIO,
    rows=(
        PlanRow(employee="101", position_bp=9_000, cells=(_NIGHT,) * 2 + (FREE,) * 5),
        PlanRow(employee="L1", position_bp=0, cells=(FREE,) * 7),
    ),
)
CONTENT = UnitFile(unit=_UNIT, plans=(_TODAY, _BEFORE, _SCENARIO))
