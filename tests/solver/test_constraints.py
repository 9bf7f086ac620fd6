"""Every hard rule of the engine on both edges, and silent once it is switched off.

Each case has a line just inside and one just outside a single rule; the arithmetic stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from builders import A1, D1, L1, N1, person, row, shift, unit
from one_line import allows, shop_of

from heiltid.model import Agreement, Employee, PlanRow, RotaKind, RuleOverride, Signed, Unit
from heiltid.rulebook import book_of
from solver.build import RULES
from solver.lawful_codes import is_lawful_code

FREE_WEEK = " - - - - - - -"
DATED = RotaKind.DATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A rule, what it is asked of, a line it admits and one it forbids."""

    rule: str
    inside: str
    outside: str
    unit: dict[str, object] = field(default_factory=dict)
    person: dict[str, object] = field(default_factory=dict)
    history: str = ""

    def made(self) -> Unit:
        weeks = len(self.inside.split()) // 7
        more = {"weekend_every": 1, "long_shifts": True, "min_bp": 0, **self.person}
        return unit(weeks, employees=(person(**more),), **{"fte_budget_bp": 20_000, **self.unit})  # type: ignore[arg-type]

    def past(self) -> PlanRow | None:
        return (
            row(" - " * 7 * (len(self.inside.split()) // 7), history=self.history) if self.history else None
        )


def override(rule: str, parameter: str, value: str) -> dict[str, object]:
    return {"overrides": (RuleOverride(rule=rule, parameter=parameter, value=value),)}


def refused(paragraph: str) -> dict[str, object]:
    return {"agreements": (Agreement(paragraph=paragraph, signed=Signed.REFUSED),)}


LATE_8 = shift("A2", "16:00-23:30")  # 8 h before 07:30
LATE_7 = shift("A3", "16:00-23:45")  # 7 h 45 min
EARLY_OK, EARLY_SOON = shift("D5", "03:30-08:30"), shift("D6", "03:00-08:00")
AFTER_NIGHT = shift("D7", "07:45-15:00")  # 24 h after a night ends 07:45; D1 starts after 23 h 45 min
DAY_TOO = shift("D2", "08:00-14:00")
EVENING_35 = shift("A2", "13:00-20:30")  # 20:30 to 07:30 two days later is 35 h
FOUR, FOUR_AND = shift("D8", "07:00-11:00"), shift("D9", "07:00-11:15")
TO_48, ABOVE_48 = shift("D8", "07:00-17:30"), shift("D9", "07:00-17:45")  # 10.5 and 10.75 h
NIGHT_665, NIGHT_670 = shift("N2", "20:55-08:00"), shift("N3", "20:50-08:00")
TO_18, TO_1815 = shift("D8", "10:00-18:00"), shift("D9", "10:15-18:15")

CASES = (
    # 23:30 -> 07:30 is 8 h, lawful with 10-8 (3); 23:45 -> 07:30 is not.
    Case(
        rule="daily_rest",
        inside="A2 D1 - - - - -",
        outside="A3 D1 - - - - -",
        unit={"shifts": (D1, LATE_8, LATE_7)},
    ),
    # Without 10-8 (3) the 9.5 h of 22:00 -> 07:30 are too few, the 16.5 h of 15:00 -> 07:30 are not.
    Case(
        rule="daily_rest",
        inside="A1 - D1 D1 - - -",
        outside="A1 D1 - D1 - - -",
        unit={"shifts": (D1, A1), **refused("10-8 (3)")},
    ),
    # A rest of 9.5 h lacks 1.5 h: the next is 12.5 h, 15:00 -> 03:30, not 03:00.
    Case(
        rule="daily_rest",
        inside="A1 D1 D5 - - - -",
        outside="A1 D1 D6 - - - -",
        unit={"shifts": (D1, A1, EARLY_OK, EARLY_SOON)},
    ),
    # 24 h after the last night, 07:45 -> 07:45, not 07:30.
    Case(
        rule="daily_rest",
        inside="N1 - D7 - - - -",
        outside="N1 - D1 - - - -",
        unit={"shifts": (D1, AFTER_NIGHT, N1)},
    ),
    # The last night of the history ends 07:45 on the first day.
    Case(
        rule="daily_rest",
        inside="- D7 - - - - -",
        outside="- D1 - - - - -",
        unit={"shifts": (D1, AFTER_NIGHT, N1), "kind": DATED},
        history="- " * 13 + "N1",
    ),
    # Round the seam: Sunday 22:00 -> Monday 07:30 without 10-8 (3).
    Case(
        rule="daily_rest",
        inside="- D1 - - - - - " + "- - - - - - A1",
        outside="D1 - - - - - - " + "- - - - - - A1",
        unit={"shifts": (D1, A1), **refused("10-8 (3)")},
    ),
    # Two evening-to-day returns in a week where two are allowed, or three.
    Case(
        rule="quick_returns",
        inside="A1 D1 A1 D1 - - -" + FREE_WEEK,
        outside="A1 D1 A1 D1 - A1 D1" + FREE_WEEK,
        unit={"shifts": (D1, A1), "kind": DATED, **override("quick_returns", "hard", "2")},
    ),
    # Only one is allowed.
    Case(
        rule="quick_returns",
        inside="A1 D1 - - - - -",
        outside="A1 D1 A1 D1 - - -",
        unit={"shifts": (D1, A1), **override("quick_returns", "hard", "1")},
    ),
    # The same where several codes make the return.
    Case(
        rule="quick_returns",
        inside="A1 D1 - - - - -",
        outside="A1 D1 A2 D2 - - -",
        unit={"shifts": (D1, A1, LATE_8, DAY_TOO), **override("quick_returns", "hard", "1")},
    ),
    # The week of the later shift counts: Monday's return belongs to the second week.
    Case(
        rule="quick_returns",
        inside="- - - - - - A1 " + "D1 - - - - - -",
        outside="- - - - - - A1 " + "D1 - A1 D1 - - -",
        unit={"shifts": (D1, A1), "kind": DATED, **override("quick_returns", "hard", "1")},
    ),
    # Six days in a row over a week's end, or seven.
    Case(
        rule="days_in_row",
        inside="- - D1 D1 D1 D1 D1 " + "D1 - - - - - -",
        outside="- - D1 D1 D1 D1 D1 " + "D1 D1 - - - - -",
        unit={"kind": DATED},
    ),
    # Her own limit of three, round the seam of a cyclic rota.
    Case(
        rule="days_in_row",
        inside="D1 - - - - - - " + "- - - - - D1 D1",
        outside="D1 D1 - - - - - " + "- - - - - D1 D1",
        person={"max_days_in_row": 3},
    ),
    # Four nights, or five (50 h in the first of two weeks).
    Case(
        rule="nights_in_row",
        inside="N1 N1 N1 N1 - - -" + FREE_WEEK,
        outside="N1 N1 N1 N1 N1 - -" + FREE_WEEK,
    ),
    # Two nights of the history count.
    Case(
        rule="nights_in_row",
        inside="N1 N1 - - - - -",
        outside="N1 N1 N1 - - - -",
        unit={"kind": DATED},
        history="- " * 12 + "N1 N1",
    ),
    # Three long shifts, or four (50 h in the first of two weeks).
    Case(
        rule="long_shifts_in_row",
        inside="L1 L1 L1 - - - -" + FREE_WEEK,
        outside="L1 L1 L1 L1 - - -" + FREE_WEEK,
    ),
    # The only free day is Wednesday: 20:30 -> 07:30 is 35 h, 22:00 -> 07:30 is 33.5 h.
    Case(
        rule="weekly_rest",
        inside="D1 A2 - D1 D1 D1 D1" + FREE_WEEK,
        outside="D1 A1 - D1 D1 D1 D1" + FREE_WEEK,
        unit={"kind": DATED, "shifts": (D1, A1, EVENING_35)},
    ),
    # 4 x 12.5 + 4 = 54 h, or a quarter of an hour more.
    Case(
        rule="weekly_hours",
        inside="D8 L1 L1 - L1 L1 -" + FREE_WEEK,
        outside="D9 L1 L1 - L1 L1 -" + FREE_WEEK,
        unit={"kind": DATED, "shifts": (L1, FOUR, FOUR_AND)},
    ),
    # 3 x 12.5 + 10.5 = 48 h every week, or 48.25 h.
    Case(
        rule="average_weekly_hours",
        inside="L1 L1 L1 - D8 - -",
        outside="L1 L1 L1 - D9 - -",
        unit={"shifts": (L1, TO_48, ABOVE_48)},
    ),
    # 4 x 665 = 2660 minutes a week are 10 640 in four weeks; 4 x 670 are too many.
    Case(
        rule="night_average",
        inside="N2 N2 N2 N2 - - -",
        outside="N3 N3 N3 N3 - - -",
        unit={"shifts": (NIGHT_665, NIGHT_670)},
    ),
    # One weekend in four, or two (half of the Sundays, which sunday_rest admits).
    Case(
        rule="weekend_frequency",
        inside="- - - - - D1 D1" + FREE_WEEK * 3,
        outside="- - - - - D1 D1" + FREE_WEEK + " - - - - - D1 D1" + FREE_WEEK,
        person={"weekend_every": 4},
    ),
    # One extra weekend, or two.
    Case(
        rule="weekend_frequency",
        inside=("- - - - - D1 D1" + FREE_WEEK + " ") * 2 + FREE_WEEK * 2,
        outside=("- - - - - D1 D1" + FREE_WEEK + " ") * 3,
        person={"weekend_every": 6, "extra_weekends": 1},
    ),
    # Every second weekend from the second week on.
    Case(
        rule="weekend_frequency",
        inside=FREE_WEEK + " - - - - - D1 D1",
        outside="- - - - - D1 D1" + FREE_WEEK,
        person={"weekend_every": 2, "weekend_offset": 2},
    ),
    # Two weekends in six either way, but the ordinary ones lie three weeks apart.
    Case(
        rule="weekend_frequency",
        inside="- - - - - D1 D1" + FREE_WEEK * 2 + " - - - - - D1 D1" + FREE_WEEK * 2,
        outside="- - - - - D1 D1" + " - - - - - D1 D1" + FREE_WEEK * 4,
        person={"weekend_every": 3},
    ),
    # Never at weekends: Friday night ends on Saturday, which is lawful; Saturday night is not.
    Case(
        rule="weekend_frequency",
        inside="- - - - N1 - -" + FREE_WEEK,
        outside="- - - - - N1 -" + FREE_WEEK,
        person={"weekend_every": 0},
    ),
    # By agreement half of the Sundays, one of two; not both.
    Case(
        rule="sunday_rest",
        inside="- - - - - - D1" + FREE_WEEK,
        outside="- - - - - - D1 " + "- - - - - - D1",
    ),
    # Without it the Sunday after a worked one is free: Saturday until 18:00 is no Sunday work, 18:15 is.
    Case(
        rule="sunday_rest",
        inside="- - - - - - D1 " + "- - - - - D8 -",
        outside="- - - - - - D1 " + "- - - - - D9 -",
        unit={"shifts": (D1, TO_18, TO_1815), **refused("10-8 (4)")},
    ),
    # A worked Sunday in the history.
    Case(
        rule="sunday_rest",
        inside="- - - - - D8 - ",
        outside="- - - - - - D1",
        unit={"shifts": (D1, TO_18), "kind": DATED, **refused("10-8 (4)")},
        history="- " * 13 + "D1",
    ),
)


def name_of(case: Case) -> str:
    return f"{case.rule}: {case.outside.strip()}"


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == set(RULES)


@pytest.mark.parametrize("case", CASES, ids=name_of)
@pytest.mark.parametrize("soft_rules", [False, True])
def test_both_edges(case: Case, soft_rules: bool) -> None:
    shop = shop_of(case.made(), case.past())
    assert allows(shop, row(case.inside), soft_rules=soft_rules)
    assert not allows(shop, row(case.outside), soft_rules=soft_rules)


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_switched_off_the_rule_forbids_nothing(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RULES, case.rule)
    assert allows(shop_of(case.made(), case.past()), row(case.outside))


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_it_is_the_only_rule_that_forbids_the_line(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    for rule in set(RULES) - {case.rule}:
        monkeypatch.delitem(RULES, rule)
    assert not allows(shop_of(case.made(), case.past()), row(case.outside))


# A free day is the last of a long rest, and four days of work follow: 16:00 on day 1 to 07:30 on day 4.
ROLLING = Case(
    rule="weekly_rest",
    inside="D1 - - D1 D1 D1 D1 " + "- - D1 D1 - - -",
    outside="D1 - - D1 D1 D1 D1 " + "D1 - D1 D1 - - -",
    unit={"kind": DATED, **override("weekly_rest", "rolling", "yes"), **refused("10-8 (3)")},
)
# With 28 h agreed two rests may lie 168 - 2 x 28 = 112 h apart. Five days of D1 last 4 x 24 + 7.5 = 103.5 h,
# D1 on Wednesday to N1 on Sunday night 4 x 24 + 24.25 = 120.25 h.
ROLLING_AGREED = Case(
    rule="weekly_rest",
    inside="D1 - - D1 D1 D1 D1 " + "D1 - - D1 - - -",
    outside="D1 - D1 D1 A1 A1 N1 " + "- - - D1 - - -",
    unit={"kind": DATED, "shifts": (D1, A1, N1), **override("weekly_rest", "rolling", "yes")},
)


@pytest.mark.parametrize("case", [*CASES, ROLLING, ROLLING_AGREED], ids=name_of)
def test_what_is_lawful_as_a_whole_is_so_with_any_part_of_it_kept(case: Case) -> None:
    """Windows and neighbourhoods keep most of a line; a rule must not ask more of the part that is left."""
    shop, line = shop_of(case.made(), case.past()), row(case.inside)
    days = np.arange(shop.frame.days)
    for cut in days:
        for part in (days >= cut, days < cut, days == cut):
            assert allows(shop, line, part[None, :]), part


@pytest.mark.parametrize("case", [ROLLING, ROLLING_AGREED], ids=["35 h", "28 h agreed"])
def test_a_rest_may_begin_the_day_before_the_stretch_it_is_asked_of(case: Case) -> None:
    shop = shop_of(case.made())
    assert allows(shop, row(case.inside))
    assert not allows(shop, row(case.outside))  # 35 h: day 2 to day 8 are five days of work without a rest


def test_full_time_in_five_days_a_week_stands_where_28_hours_are_agreed() -> None:
    # One rest a week of 62 h and more: some seven days hold but half of it, 31 h and more, at either end.
    weeks = "D1 D1 D1 D1 D1 - - " * 3
    rolling = override("weekly_rest", "rolling", "yes")
    assert allows(shop_of(unit(3, employees=(person(min_bp=0),), **rolling)), row(weeks))
    strict = {**rolling, **refused("10-8 (3)")}
    assert not allows(shop_of(unit(3, employees=(person(min_bp=0),), **strict)), row(weeks))


LENGTHS = (
    # paid minutes, agreements used beyond the book, book, lawful
    (540, (), "law", True),
    (541, (), "law", False),
    (600, ("10-5 (1)",), "law", True),
    (601, ("10-5 (1)",), "law", False),
    (600, (), "local", True),
    (750, (), "local", True),
    (751, (), "local", False),
    (780, ("10-5 (3)",), "local", True),
    (781, ("10-5 (3)",), "local", False),
    (900, ("SFS 2310",), "local", True),
    (901, ("SFS 2310",), "local", False),
    (901, ("10-12 (4)",), "local", True),
)


@pytest.mark.parametrize(("minutes", "signed", "book", "lawful"), LENGTHS)
def test_length_of_a_code(minutes: int, signed: tuple[str, ...], book: str, lawful: bool) -> None:
    end = 7 * 60 + minutes
    code = shift("L1", f"07:00-{end // 60 % 24:02d}:{end % 60:02d}")
    agreements = tuple(Agreement(paragraph=name, signed=Signed.YES) for name in signed)
    who = person(long_shifts=True)
    made = unit(shifts=(code,), employees=(who,), agreements=agreements, rule_book=book)
    assert is_lawful_code(book_of(made), who, code) is lawful


@pytest.mark.parametrize(
    ("paid_from", "pause", "lawful"), [("15:29", 20, True), ("15:50", 20, False), ("15:50", 30, True)]
)
def test_break_of_a_code(paid_from: str, pause: int, lawful: bool) -> None:
    # 07:30-15:29 less 20 minutes is 7 h 39 min; to 15:50 it is 8 h, where half an hour is due.
    code = shift("D1", f"07:30-{paid_from}", unpaid_break_minutes=pause)
    who: Employee = person()
    assert is_lawful_code(book_of(unit(shifts=(code,))), who, code) is lawful
