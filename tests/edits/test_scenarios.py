"""Plans of a file added, named, copied, removed and taken into use; decisions about one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from builders import engine_run, person, plan, row, unit

from heiltid.edits.scenarios import (
    added,
    decided,
    duplicated,
    removed,
    renamed,
    undecided,
    used_as_today,
)
from heiltid.model import Decision, Plan, PlanRole, UnitFile, empty_plan
from heiltid.store.faults import first_fault
from heiltid.texts import Language

UNIT = unit(employees=(person("1", 6_000, wanted_bp=8_000), person("2", 5_000)))
TODAY = plan(row("D1 D1 - - - - -", "1", 6_000), row("- - A1 - - - -", "2", 5_000))
SCENARIO = replace(
    plan(row("D1 D1 D1 D1 - - -", "1", 8_000), row("- - - - A1 - -", "2", 5_000)),
    origin=engine_run(),
)
FILE = UnitFile(unit=UNIT, plans=(TODAY,))
DECISION = Decision(
    rule="weekends", employee="1", days=(5, 6), reason="ønske", by="leiar", decided_at=datetime(2027, 1, 2)
)


def names(file: UnitFile) -> list[tuple[str, str]]:
    return [(entry.role.value, entry.name) for entry in file.plans]


def test_scenarios_get_the_next_number_after_the_highest() -> None:
    one = added(FILE, SCENARIO, "Framlegg")
    three = added(renamed(added(one, SCENARIO, "Framlegg"), 1, "Sommar"), SCENARIO, "Framlegg")
    assert names(three) == [
        ("today", ""),
        ("scenario", "Sommar"),
        ("scenario", "Framlegg 2"),
        ("scenario", "Framlegg 3"),
    ]
    assert one.plans[0] is TODAY
    assert one.plans[1].origin is SCENARIO.origin


def test_a_number_is_used_once_also_when_its_plan_is_renamed_in_use_or_gone() -> None:
    one = added(FILE, SCENARIO, "Framlegg")
    used = used_as_today(one, 1, name="Turnus frå 04.01.2027")
    assert names(added(used, SCENARIO, "Framlegg"))[-1] == ("scenario", "Framlegg 2")
    by_hand = used_as_today(duplicated(FILE, 0, "Framlegg"), 1, name="Turnus frå 04.01.2027")
    assert names(added(by_hand, TODAY, "Framlegg"))[-1] == ("scenario", "Framlegg 2")
    twice = used_as_today(added(used, SCENARIO, "Framlegg"), 2, name="Turnus frå 05.07.2027")
    assert names(added(twice, SCENARIO, "Framlegg"))[-1] == ("scenario", "Framlegg 3")
    renamed_one = renamed(one, 1, "Sommar")
    assert names(added(renamed_one, SCENARIO, "Framlegg"))[-1] == ("scenario", "Framlegg 2")
    gone = removed(added(one, SCENARIO, "Framlegg"), 2)
    assert names(added(gone, SCENARIO, "Framlegg", seen=("Framlegg 2", "")))[-1] == ("scenario", "Framlegg 3")
    bare = used_as_today(UnitFile(unit=UNIT, plans=(SCENARIO_ONLY,)), 0, name="Turnus frå 04.01.2027")
    assert names(added(bare, SCENARIO, "Framlegg"))[-1] == ("scenario", "Framlegg 2")


def test_a_name_that_is_taken_gets_a_number_and_its_own_name_is_no_change() -> None:
    two = added(added(FILE, SCENARIO, "Framlegg"), SCENARIO, "Framlegg")
    assert names(renamed(two, 2, " Framlegg 1 "))[2] == ("scenario", "Framlegg 1 (2)")
    assert renamed(two, 2, "Framlegg 2") is two


def test_a_copy_is_a_scenario_whatever_it_was_and_can_be_removed() -> None:
    copy = duplicated(FILE, 0, "Framlegg")
    assert copy.plans[1] == replace(TODAY, name="Framlegg 1", role=PlanRole.SCENARIO)
    assert removed(copy, 1) == FILE


def test_a_scenario_taken_into_use_gives_the_staff_list_its_positions() -> None:
    """Person 1 grows from 60 to 80 %: Min follows, for nobody has agreed to less."""
    file = added(added(FILE, SCENARIO, "Framlegg"), SCENARIO, "Framlegg")
    after = used_as_today(file, 2)
    assert names(after) == [("today", "Framlegg 2"), ("before", ""), ("scenario", "Framlegg 1")]
    first = after.unit.employees[0]
    assert (first.position_bp, first.min_bp, first.max_bp) == (8_000, 8_000, 8_000)
    assert after.plan(PlanRole.BEFORE) == replace(TODAY, role=PlanRole.BEFORE)
    assert after.plans[0].origin is SCENARIO.origin
    assert first_fault(after) is None


def test_the_agreements_the_rota_rests_on_are_listed() -> None:
    """A day of 12.5 hours rests on an agreement with the representatives."""
    long = plan(row("L1 L1 L1 - - - -", "1", 8_000), row("- - - - - - -", "2", 5_000))
    after = used_as_today(added(FILE, long, "Framlegg"), 1)
    assert "10-5 (2)" in {entry.paragraph for entry in after.unit.agreements}


def test_the_rota_in_force_stays_so_and_the_one_before_can_come_back() -> None:
    used = used_as_today(added(FILE, SCENARIO, "Framlegg"), 1)
    assert used_as_today(used, 0) is used
    back = used_as_today(used, 1)
    assert names(back) == [("today", ""), ("before", "Framlegg 1")]
    assert back.plans[0] == TODAY
    assert [entry.position_bp for entry in back.unit.employees] == [6_000, 5_000]


def test_a_rota_in_use_takes_the_name_it_is_given_and_the_one_before_gives_it_up() -> None:
    first = used_as_today(added(FILE, SCENARIO, "Framlegg"), 1, name="Turnus frå 04.01.2027")
    assert names(first) == [("today", "Turnus frå 04.01.2027"), ("before", "")]
    second = used_as_today(added(first, SCENARIO, "Framlegg"), 2, name="Turnus frå 04.01.2027")
    assert names(second)[:2] == [("today", "Turnus frå 04.01.2027"), ("before", "")]
    other = used_as_today(added(first, SCENARIO, "Framlegg"), 2, name="Turnus frå 05.07.2027")
    assert names(other)[:2] == [("today", "Turnus frå 05.07.2027"), ("before", "Turnus frå 04.01.2027")]
    taken = renamed(added(added(FILE, SCENARIO, "Framlegg"), SCENARIO, "Framlegg"), 1, "Sommar")
    assert names(used_as_today(taken, 2, name="Sommar"))[0] == ("today", "Sommar (2)")


def test_an_earlier_rota_is_kept_as_a_scenario_unless_it_is_empty() -> None:
    file = added(FILE, SCENARIO, "Framlegg")
    twice = used_as_today(added(used_as_today(file, 1), SCENARIO, "Framlegg"), 2, Language.ENGLISH)
    assert names(twice) == [("today", "Framlegg 2"), ("before", "Framlegg 1"), ("scenario", "Earlier rota")]
    assert twice.plans[2].rows == TODAY.rows
    bare = used_as_today(UnitFile(unit=UNIT, plans=(SCENARIO_ONLY,)), 0)
    again = used_as_today(added(bare, SCENARIO, "Framlegg"), 2)
    assert [role for role, _ in names(again)] == ["today", "before"]


SCENARIO_ONLY = replace(SCENARIO, name="Framlegg 1", role=PlanRole.SCENARIO)


def test_without_a_rota_the_positions_of_before_are_kept() -> None:
    after = used_as_today(UnitFile(unit=UNIT, plans=(SCENARIO_ONLY,)), 0)
    assert after.plan(PlanRole.BEFORE) == empty_plan(UNIT, role=PlanRole.BEFORE)


def test_a_decision_takes_the_place_of_one_about_the_same() -> None:
    once = decided(TODAY, DECISION)
    assert once.decisions == (DECISION,)
    other = replace(DECISION, employee=None)
    both = decided(decided(once, other), replace(DECISION, reason="avtalt"))
    assert [entry.reason for entry in both.decisions] == ["ønske", "avtalt"]
    assert undecided(both, DECISION).decisions == (other,)
    assert undecided(TODAY, DECISION) is TODAY


def test_a_decision_never_reaches_beyond_the_plan() -> None:
    file = UnitFile(unit=UNIT, plans=(decided(TODAY, replace(DECISION, days=(-15, -14, 6, 7))),))
    assert file.plans[0].decisions[0].days == (-14, 6)
    assert first_fault(file) is None


def test_a_file_without_plans_gets_its_first() -> None:
    assert names(added(UnitFile(unit=UNIT), Plan(rows=TODAY.rows), "Forslag (nytt)")) == [
        ("scenario", "Forslag (nytt) 1")
    ]
