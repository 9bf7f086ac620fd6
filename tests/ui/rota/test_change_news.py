"""What an edit brought, told at once with the way back beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, shift, unit
from PySide6.QtWidgets import QApplication

from heiltid.model import Agreement, Signed, UnitFile
from heiltid.rules.finding import Severity
from heiltid.rules.judgement import judge_all
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.pages.rota import RotaPage
from ui.pages.rota.change_words import change_words, difference_words, open_minutes

# Both work 37.5 h a week in shifts of 7.5 h; one is asked for each weekday, and Anne is there.
WARD = unit(
    weeks=2,
    employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl")),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
FREE = " - - - - - - -"
ROWS = plan(row(" D1 D1 D1 D1 D1 - -" * 2, "1"), row(FREE * 2, "2", 5_000))
MONDAY, TUESDAY, WEDNESDAY = range(3)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(ROWS,))), RotaPage) as shown:
        settle()
        yield shown


def test_hours_that_open_and_the_person_s_deviation_are_told(page: RotaPage) -> None:
    assert page.news.isHidden()
    page.edits.clear([("1", WEDNESDAY)])
    # 75 h in two weeks less 71 h paid for is +4.0 h; without the shift 67.5 h, -3.5 h.
    told = page.news.words.text()
    assert told.startswith("Tømminga: udekt +7,5 t")
    assert told.endswith("Anne Berg: avvik +4,0 → −3,5 t")
    assert page.news.isVisible()


def test_a_nurse_who_is_missing_counts_in_two_rows_and_both_are_told() -> None:
    # Monday asks for two from 07:30 to 22:00, one of them a nurse. The nurse's L2 (09:30-22:00) becomes a
    # D1 (07:30-15:00): 15:00-22:00 is open for 7 h in both rows, and 07:30-09:30 closed in both.
    monday = frozenset({0})
    ward = unit(
        shifts=(shift("D1", "07:30-15:00"), shift("L2", "09:30-22:00")),
        employees=(person("1", competence="nurse"), person("2", competence="assistant")),
        demand=(
            demand(monday, "07:30-22:00", 1),
            demand(monday, "07:30-22:00", 1, competence="nurse"),
        ),
    )
    long, short = (plan(row(f"{code} - - - - - -", "1"), row(FREE, "2")) for code in ("L2", "D1"))
    told = change_words(judge_all(ward, long), judge_all(ward, short))
    assert told.startswith("udekt +10,0 t (+5,0 t i rada for alle, +5,0 t i rada for sjukepleiar)")
    alone = replace(ward, demand=ward.demand[:1])
    told = change_words(judge_all(alone, long), judge_all(alone, short))
    assert told.startswith("udekt +5,0 t,")


def test_less_that_opens_than_the_shift_lasts_is_told_with_its_times() -> None:
    # N1 (21:45-07:45) and A1 (14:30-22:00) cover the ends of D1 (07:30-15:00): 07:45-14:30 opens, 6.75 h.
    monday = frozenset({0})
    ward = unit(
        employees=(person("1", competence="nurse"), person("2"), person("3")),
        demand=(demand(monday, "07:30-15:00", 1),),
    )
    others = row("A1 - - - - - -", "2"), row("- - - - - - N1", "3")  # the night of the Sunday before
    full, empty, other = (plan(row(f"{code} - - - - - -", "1"), *others) for code in ("D1", "-", "A1"))
    told = change_words(judge_all(ward, full), judge_all(ward, empty))
    assert told.startswith("udekt +6,8 t (07:45–14:30, resten av vakta er dekt), ")
    told = change_words(judge_all(ward, full), judge_all(ward, other))
    assert told.startswith("udekt +6,8 t (07:45–14:30, resten av vakta er dekt)")
    told = change_words(judge_all(ward, empty), judge_all(ward, full))
    assert told.startswith("udekt −6,8 t,")
    nurses = replace(ward, demand=(*ward.demand, demand(monday, "07:30-15:00", 1, competence="nurse")))
    told = change_words(judge_all(nurses, full), judge_all(nurses, empty))
    assert "resten av vakta" not in told  # the ends of the nurses' row are open, too


def test_a_shift_moved_to_a_day_as_short_opens_nothing_in_all() -> None:
    # 07:45-14:30 opens on Monday and closes on Tuesday.
    both = frozenset({0, 1})
    ward = unit(employees=(person("1"), person("2"), person("3")), demand=(demand(both, "07:30-15:00", 1),))
    others = row("A1 A1 - - - - -", "2"), row("N1 - - - - - N1", "3")
    one, other = (plan(row(f"{days} - - - - -", "1"), *others) for days in ("D1 -", "- D1"))
    assert "udekt" not in change_words(judge_all(ward, one), judge_all(ward, other))


def test_a_breach_is_counted_as_at_the_bottom_of_the_window(page: RotaPage) -> None:
    before = page.document.judgement
    page.edits.type([("1", MONDAY)], "N1")  # until 07:45, then D1 from 07:30
    after = page.document.judgement
    breaches = [
        sum(entry.severity is Severity.BREACH for entry in judged.findings) for judged in (before, after)
    ]
    count = breaches[1] - breaches[0]
    assert count >= 1
    words = "1 nytt brot" if count == 1 else f"{count} nye brot"
    opened = f"udekt +{(open_minutes(after) - open_minutes(before)) / 60:.1f} t".replace(".", ",")
    assert page.news.words.text().startswith(f"Endringa: {opened}, {words}")
    assert page.news.words.property("look") == "worse"


def test_undo_beside_it_takes_the_change_back_and_the_words_with_it(page: RotaPage) -> None:
    page.edits.clear([("1", WEDNESDAY)])
    page.news.undo.click()
    assert page.document.plan == ROWS
    assert page.news.words.text() == ""
    assert page.news.undo.isHidden()


def test_undo_leaves_no_empty_band_and_hands_the_focus_to_the_grid(page: RotaPage) -> None:
    page.edits.clear([("1", WEDNESDAY)])
    settle()
    page.news.undo.setFocus()
    page.news.undo.click()
    settle()
    assert page.news.isHidden()
    assert page.grid.cells.hasFocus()


def test_the_next_step_s_words_stay_where_those_of_the_last_stood(page: RotaPage) -> None:
    page.edits.clear([("1", WEDNESDAY)])
    settle()
    page.edits.clear([("1", TUESDAY)])
    assert page.news.isVisible()  # not put away between the two: the grid would jump
    settle()
    assert page.news.isVisible()


def test_what_moves_no_shift_is_no_news(page: RotaPage) -> None:
    page.edits.clear([("1", WEDNESDAY)])
    page.edits.toggle_lock([("1", MONDAY)])
    assert page.news.words.text() == ""


def test_the_way_back_tells_what_is_gone() -> None:
    bad = plan(row(" N1 D1 D1 D1 D1 - -" + " D1 D1 D1 D1 D1 - -", "1"), row(FREE * 2, "2", 5_000))
    one, other = judge_all(WARD, ROWS), judge_all(WARD, bad)
    assert any("nytt brot" in part or "nye brot" in part for part in difference_words(one, other))
    assert any("borte" in part for part in difference_words(other, one))
    assert change_words(one, one) == "ingen nye funn"


def test_the_current_cell_stays_in_sight_when_the_line_takes_its_room(
    qapp: QApplication, tmp_path: Path
) -> None:
    many = tuple(person(str(number), name=f"Nr {number:02}") for number in range(30))
    rows = plan(*(row(FREE * 2, entry.number) for entry in many))
    ward = unit(weeks=2, employees=many, demand=(demand(WEEKDAYS, "07:30-15:00", 1),))
    with in_front(desk(tmp_path, UnitFile(unit=ward, plans=(rows,))), RotaPage, (1000, 400)) as page:
        settle()
        cells = page.grid.cells
        lowest = cells.rowAt(cells.viewport().height() - 3)
        cells.go(lowest, 1)
        page.edits.type([(str(lowest), 1)], "D1")
        settle()
        settle()
        assert cells.viewport().rect().contains(cells.visualRect(cells.currentIndex()))


def test_a_finding_on_another_day_afterwards_is_told_as_moved() -> None:
    # A rest of 9.5 h from A1 (to 22:00) to D1 (07:30), on Wednesday, then on Thursday; then none.
    alone = replace(WARD, demand=())
    first, second, none = (
        judge_all(alone, plan(row(days + FREE, "1"), row(FREE * 2, "2", 5_000)))
        for days in (" D1 A1 D1 D1 D1 - -", " D1 A1 A1 D1 D1 - -", " D1 D1 D1 D1 D1 - -")
    )
    assert difference_words(first, second) == ["«Døgnkvile» flyttar til v1 tor (Anne Berg)"]
    assert difference_words(first, none) == ["1 stad mindre treng avtale"]


def test_a_finding_that_an_agreement_covers_is_told_too() -> None:
    paper = Agreement(paragraph="10-8 (3)", signed=Signed.YES)
    alone = replace(WARD, demand=(), agreements=(paper,))
    first, second, none = (
        judge_all(alone, plan(row(days + FREE, "1"), row(FREE * 2, "2", 5_000)))
        for days in (" D1 A1 D1 D1 D1 - -", " D1 A1 A1 D1 D1 - -", " D1 D1 D1 D1 D1 - -")
    )
    assert difference_words(first, second) == ["«Døgnkvile» flyttar til v1 tor (Anne Berg)"]
    assert difference_words(first, none) == ["1 funn mindre"]
    assert difference_words(none, first) == ["1 nytt funn med underskriven avtale"]
