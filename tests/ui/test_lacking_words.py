"""Where people lack, in a few lines: alike times drawn together, the most frequent first."""

from __future__ import annotations

from builders import WEEKDAYS, WEEKEND, demand, person, plan, row, unit
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.advice.position_why import PositionReasons
from heiltid.calendar import Calendar
from heiltid.measures.lack_groups import lacking
from heiltid.measures.lacks import lacks
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language
from ui.lacking_words import lacking_words
from ui.pages.build.outcome import OutcomeCard
from ui.pages.rota.findings_list import missing_shift
from ui.texts import set_language


def test_alike_holes_are_one_line() -> None:
    set_language(Language.NYNORSK)
    # Two weeks: one person by day on every day, D1 (07:30-15:00) is worked Monday to Friday of both weeks but
    # for the last Friday; a nurse is asked for on Sundays, 07:30-15:00, and there is none.
    ward = unit(
        2,
        employees=(person("1", competence="assistant"),),
        demand=(
            demand(WEEKDAYS | WEEKEND, "07:30-15:00", 1),
            demand(frozenset({6}), "07:30-15:00", 1, competence="nurse"),
        ),
    )
    rota = plan(row("D1 D1 D1 D1 D1 - - D1 D1 D1 D1 - - -", "1"))
    found = judge_all(ward, rota).findings
    assert lacking_words(found, Calendar(ward)).splitlines() == [
        "7 hol i bemanninga, 52,5 timar i alt:",  # 5 x 7.5 + 2 x 7.5
        "•  5 dagar (fre–søn): manglar 1 kl. 07:30–15:00",
        "•  2 dagar (søn): manglar 1 sjukepleiar kl. 07:30–15:00",
    ]


def test_one_day_is_named_and_a_riddle_is_no_shorter_than_its_answer() -> None:
    set_language(Language.NYNORSK)
    times = ("07:00-08:00", "09:00-10:00", "11:00-12:00", "13:00-14:00", "15:00-16:00", "17:00-18:00")
    rows = tuple(demand(frozenset({day}), span, 1) for day, span in enumerate(times))
    rota = plan(row("- - - - - - -", "1"))
    ward = unit(demand=rows[:5])
    assert lacking_words(judge_all(ward, rota).findings, Calendar(ward)).splitlines() == [
        "5 hol i bemanninga, 5,0 timar i alt:",
        "•  v1 mån: manglar 1 kl. 07:00–08:00",
        "•  v1 tys: manglar 1 kl. 09:00–10:00",
        "•  v1 ons: manglar 1 kl. 11:00–12:00",
        "•  v1 tor: manglar 1 kl. 13:00–14:00",
        "•  v1 fre: manglar 1 kl. 15:00–16:00",
    ]
    ward = unit(demand=rows)
    told = lacking_words(judge_all(ward, rota).findings, Calendar(ward)).splitlines()
    assert (len(told), told[-1]) == (5, "og fleire hol: 3")


def test_gaps_are_counted_alike_in_the_findings_the_list_and_why_somebody_lacks_hours() -> None:
    # Two lack on Saturday by day, as one row asks; a nurse lacks there as well: two rows, two gaps.
    set_language(Language.NYNORSK)
    saturday = frozenset({5})
    rows = (demand(saturday, "07:30-15:00", 2), demand(saturday, "07:30-15:00", 1, competence="nurse"))
    ward = unit(employees=(person("1", 5_000, wanted_bp=10_000),), demand=rows)
    judged = judge_all(ward, plan(row("- - - - - - -", "1", 5_000)))
    why = PositionReasons(judged, None).why("1")
    assert why is not None
    assert lacking_words(judged.findings, Calendar(ward)).startswith("2 hol i bemanninga, ")
    assert len(lacks(judged.context)) == why.open.count == len(lacking(judged.findings)) == 2


def test_a_hole_is_asked_about_with_the_shift_that_stands_beside_it_on_paper() -> None:
    # All three lack on Saturday: a long shift would close the first and part of the last.
    saturday = frozenset({5})
    rows = (
        demand(saturday, "07:45-14:30", 1),
        demand(saturday, "07:45-14:30", 1, competence="nurse"),
        demand(saturday, "15:00-20:00", 1),
    )
    judged = judge_all(unit(demand=rows), plan(row("- - - - - - -", "1")))
    asked = [missing_shift(judged.context, finding) for finding in lacking(judged.findings)]
    assert [shift and shift.code for shift in asked] == ["D1", "D1", "A1"]
    assert asked == [lack.shifts[0] for lack in lacks(judged.context)]


def test_a_plan_that_covers_all_says_so() -> None:
    set_language(Language.NYNORSK)
    ward = unit(demand=(demand(WEEKDAYS, "07:30-15:00", 1),))
    rota = plan(row("D1 D1 D1 D1 D1 - -", "1"))
    assert lacking_words(judge_all(ward, rota).findings, Calendar(ward)) == "All bemanning er dekt."


def test_below_the_lines_of_a_build_it_is_told_why_times_are_short(qtbot: QtBot) -> None:
    # The night from Monday (21:45-07:45) is there for the first quarter of an hour of Tuesday's 07:30-15:00.
    set_language(Language.NYNORSK)
    ward = unit(demand=(demand(frozenset({1}), "07:30-15:00", 1),))
    card = OutcomeCard()
    qtbot.addWidget(card)
    below = card.findChild(QLabel, "build_lacking_advice")
    for monday, told in (
        ("N1", "Klokkesletta er tida det manglar folk; resten av tida er dekt av vakter som overlappar."),
        ("-", ""),
    ):
        found = judge_all(ward, plan(row(f"{monday} - - - - - -"))).findings
        card.show_lacking(found, Calendar(ward))
        assert below.text() == told
        assert below.isHidden() is (not told)


def test_below_the_lines_of_a_build_it_is_told_how_many_shifts_close_all(qtbot: QtBot) -> None:
    set_language(Language.NYNORSK)
    saturday = frozenset({5})
    rows = (demand(saturday, "07:30-15:00", 1), demand(saturday, "07:30-15:00", 1, competence="nurse"))
    ward = unit(demand=rows, employees=(person("1", competence="assistant"),))
    card = OutcomeCard()
    qtbot.addWidget(card)
    found = judge_all(ward, plan(row("- - - - - - -", "1"))).findings
    card.show_lacking(found, Calendar(ward), closing="1 vakt (7,5 t)")
    assert card.findChild(QLabel, "build_lacking_advice").text() == (
        "Same mangel kan stå to gonger, i kravet om kompetanse og i rada for alle: "
        "1 vakt (7,5 t) dekkjer alt."
    )
