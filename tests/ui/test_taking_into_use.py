"""The question before a plan is taken into use tells what is not in order yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from builders import L1, WEEKDAYS, demand, person, plan, row, shift, unit

from heiltid.edits.scenarios import added, used_as_today
from heiltid.model import Agreement, Decision, Signed, UnitFile, empty_plan
from heiltid.rules.judgement import judge_all
from ui.pages.results.figures import FiguresShop
from ui.taking_into_use import still_open, use_details

LONG = shift("D9", "07:30-17:00")  # 9.5 hours: AML § 10-5 (1), signed by the employee
WARD = unit(
    start=date(2027, 1, 4),
    shifts=(LONG, L1),
    employees=(person("1", 8_028),),  # 3 x 9.5 h of 35.5 h
    demand=(demand(WEEKDAYS, "07:30-17:00", 1),),
)
ROTA = plan(row("D9 D9 D9 - - - -", "1", 8_028))
EARLY, LATE = date(2026, 11, 1), date(2026, 12, 22)  # the last day to discuss is 21.12.2026

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_agreements_open_shifts_and_a_discussion_too_late_are_listed() -> None:
    lines = still_open(WARD, judge_all(WARD, ROTA), LATE)
    assert "Avtalar som ikkje er underskrivne: 1 av 1" in lines
    (holes,) = [line for line in lines if "hol i bemanninga" in line]
    assert holes.startswith("2 hol i bemanninga, ")
    assert "2 dagar (tor, fre): manglar 1 kl. 07:30–17:00" in holes
    assert lines[-1].startswith("For seint å drøfte: fristen var 21.12.2026")
    assert "For seint" not in use_details(WARD, judge_all(WARD, ROTA), EARLY)


def test_an_old_rota_is_spoken_of_only_where_there_was_one() -> None:
    judged = judge_all(WARD, ROTA)
    kept = "Den gamle turnusen blir ståande"
    assert kept in use_details(WARD, judged, EARLY, replaced=ROTA)
    assert kept not in use_details(WARD, judged, EARLY, replaced=empty_plan(WARD))
    assert kept not in use_details(WARD, judged, EARLY)


def test_a_plan_in_order_is_asked_about_in_two_sentences() -> None:
    signed = replace(
        WARD,
        full_time_week_minutes=2_250,  # days on weekdays: the tariff's week
        agreements=(Agreement(paragraph="10-5 (1)", employee="1", signed=Signed.YES),),
        demand=(demand(frozenset({0, 1, 2}), "07:30-17:00", 1),),
    )
    assert still_open(signed, judge_all(signed, ROTA), EARLY) == ()
    assert "Dette er ikkje i orden" not in use_details(signed, judge_all(signed, ROTA), EARLY)
    # A rota that runs already was discussed, or not, long ago.
    assert still_open(signed, judge_all(signed, ROTA), date(2027, 1, 20)) == ()


def test_before_a_rota_begins_it_is_said_that_it_is_discussed_first() -> None:
    judged = judge_all(WARD, ROTA)
    assert use_details(WARD, judged, EARLY).startswith("Gjer dette når turnusen er drøfta.")
    assert "drøfta" not in use_details(WARD, judged, date(2027, 1, 20))


def test_the_figures_from_before_are_kept_when_a_proposal_is_taken_into_use() -> None:
    today = plan(row("D9 D9 - - - - -", "1", 5_352))
    file = UnitFile(unit=replace(WARD, employees=(person("1", 5_352),)), plans=(today,))
    proposed = added(file, ROTA, "Framlegg")
    used = used_as_today(proposed, 1)
    (was, now), (was_then, now_then) = (
        FiguresShop().beside(entry, next(p for p in entry.plans if p.rows == ROTA.rows))
        for entry in (proposed, used)
    )
    assert was is not None
    assert was_then is not None
    assert (was.figures, now.figures) == (was_then.figures, now_then.figures)
    assert was.figures.average_position_pct == pytest.approx(53.52)


def test_a_full_time_week_that_is_not_settled_is_told_of() -> None:
    # No Sunday and no nights: 37.5 h, where the unit has 35.5 h for everybody.
    weeks = [line for line in still_open(WARD, judge_all(WARD, ROTA), EARLY) if "Heiltidsveka" in line]
    assert weeks == ["Heiltidsveka er ikkje avklart for 1 tilsett (HTA 1 § 4.2.1)"]
    settled = replace(WARD, full_time_week_minutes=2_250)
    assert not [
        line for line in still_open(settled, judge_all(settled, ROTA), EARLY) if "Heiltidsveka" in line
    ]


def test_a_full_time_week_set_aside_with_a_reason_is_settled() -> None:
    decided = Decision(
        rule="full_time_week", employee="1", days=(), reason="Avklart", by="Leiar", decided_at=NOON
    )
    judged = judge_all(WARD, replace(ROTA, decisions=(decided,)))
    assert not [line for line in still_open(WARD, judged, EARLY) if "Heiltidsveka" in line]
