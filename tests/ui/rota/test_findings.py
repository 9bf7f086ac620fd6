"""The side panel: findings in order of gravity, ways to their cells, notes set aside, who else could."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from heiltid.rules.finding import Severity
from heiltid.rules.judgement import judge_all
from tests.ui.desk import desk, in_front
from ui.pages.rota import RotaPage
from ui.pages.rota import menu as rota_menu
from ui.pages.rota.finding_cards import FindingsModel
from ui.pages.rota.findings_list import Entry, Kind, Section, in_order
from ui.pages.rota.kinds_words import kinds_words, of_person
from ui.pages.rota.looks import Mark

WARD = unit(
    weeks=3,
    employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl")),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
WEEK, FREE = " D1 D1 D1 D1 D1 - -", " - - - - - - -"
# Anne: a night that ends 07:45 on Thursday and a day shift from 07:30: a breach. Bjørg: single shifts,
# each of them a note. Nobody works the third week: five open shifts.
FILE = UnitFile(
    unit=WARD,
    plans=(
        plan(
            row(" D1 D1 N1 D1 D1 - -" + FREE * 2, "1"),
            row(FREE + " D1 D1 D1 D1 D1 - -" + FREE, "2", 5_000),
        ),
    ),
)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, FILE), RotaPage) as shown:
        shown.panel.findings.show_now()
        yield shown


def cards(page: RotaPage) -> tuple[Entry, ...]:
    model = page.panel.findings.view.model()
    assert isinstance(model, FindingsModel)
    return model.entries


def select(page: RotaPage, section: Section) -> Entry:
    """Choose the first card of a section."""
    for place, entry in enumerate(cards(page)):
        if entry.kind is Kind.CARD and entry.section is section:
            page.panel.findings.view.setCurrentIndex(page.panel.findings.view.model().index(place, 0))
            return entry
    raise AssertionError(section)


def test_the_gravest_come_first_and_long_lists_are_folded(page: RotaPage) -> None:
    headings = [entry.section for entry in cards(page) if entry.kind is Kind.SECTION]
    assert headings[:2] == [Section.BREACH, Section.OPEN_SHIFTS]
    assert headings == sorted(headings, key=list(Section).index)
    breach = next(entry for entry in cards(page) if entry.kind is Kind.CARD)
    assert breach.section is Section.BREACH
    assert breach.who == "Anne Berg"
    assert "Anne Berg" not in breach.body
    folded = [entry for entry in cards(page) if entry.kind is Kind.FOLD]
    # Monday to Friday of the third week, and Wednesday of the first, where the night took Anne away.
    assert [(entry.section, entry.count, entry.counted, entry.is_open) for entry in folded] == [
        (Section.OPEN_SHIFTS, 6, "6 stader", False)
    ]
    delegate = page.panel.findings.view.itemDelegate()
    head = delegate._boxes(folded[0], QRect(0, 0, 400, 400))[0][0]
    assert head == "▸ Minstebemanning · 6\u00a0stader"  # a bare number below "11 avtalar" reads as agreements


def test_a_heading_unfolds_by_key_and_folds_again(page: RotaPage) -> None:
    view = page.panel.findings.view
    place = next(place for place, entry in enumerate(cards(page)) if entry.kind is Kind.FOLD)
    view.setCurrentIndex(view.model().index(place, 0))
    before = len(cards(page))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(cards(page)) == before + 6
    assert view.currentIndex().row() == place
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(cards(page)) == before


def test_people_draw_their_findings_together(page: RotaPage) -> None:
    page.panel.findings._groupings.button(1).click()
    folds = [entry for entry in cards(page) if entry.kind is Kind.FOLD]
    breach = next(entry for entry in folds if entry.section is Section.BREACH)
    assert (breach.title, breach.is_open) == ("Anne Berg", True)  # above a single card too
    nobody_s = next(entry for entry in folds if entry.section is Section.OPEN_SHIFTS)
    assert (nobody_s.title, nobody_s.count, nobody_s.is_open) == ("Eininga", 6, False)
    assert not any(entry.who for entry in cards(page))  # the name stands above
    page.panel.findings._flip(breach)
    assert all(entry.section is not Section.BREACH for entry in cards(page) if entry.kind is Kind.CARD)


def test_enter_on_a_card_goes_to_its_cells(page: RotaPage) -> None:
    entry = select(page, Section.BREACH)
    assert entry.finding is not None
    page.grid.cells.go(1, 20)
    QTest.keyClick(page.panel.findings.view, Qt.Key.Key_Return)
    assert page.grid.cells.selected_cells() == [(0, day) for day in entry.finding.days]
    start = page.document.file
    assert page.document.file is start


def test_the_next_finding_goes_through_all_and_around(page: RotaPage) -> None:
    seen = []
    count = sum(1 for entry in cards(page) if entry.kind is Kind.SECTION for _ in range(entry.count))
    for _ in range(count + 1):
        page.next_finding()
        seen.append(page.panel.findings._last_shown)
    assert seen[0] == seen[count]
    assert len(set(seen)) == count


def test_a_note_is_set_aside_with_a_reason_and_taken_back(
    page: RotaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(dialog: rota_menu.SetAsideDialog) -> bool:
        assert not dialog._yes.isEnabled()
        dialog._reason.setPlainText("Ho ønskjer det sjølv")
        dialog._by.setText("Kari")
        return dialog._yes.isEnabled()

    monkeypatch.setattr(rota_menu.SetAsideDialog, "exec", answered)
    entry = select(page, Section.NOTE)
    assert entry.finding is not None
    page.panel.findings._aside.click()
    (decision,) = page.document.plan.decisions
    assert (decision.reason, decision.by, decision.rule) == (
        "Ho ønskjer det sjølv",
        "Kari",
        entry.finding.rule,
    )
    assert page.desk.settings.word("user") == "Kari"
    page.panel.findings.show_now()
    section = next(entry for entry in cards(page) if entry.section is Section.SET_ASIDE)
    assert (section.count, section.is_open) == (1, False)
    page.panel.findings._flip(section)
    aside = select(page, Section.SET_ASIDE)
    assert aside.source.startswith("«Ho ønskjer det sjølv» · Kari")
    page.panel.findings._back.click()
    assert page.document.plan.decisions == ()


def test_what_is_set_aside_marks_no_cell(page: RotaPage) -> None:
    page.document.apply_plan("x", plan(row("D1" + FREE * 2 + " - - - - - -"), row(FREE * 3, "2", 5_000)))
    found = page.grid.model.findings_at(0, 0)
    note = next(entry for entry in found if entry.rule == "isolated_work_day")
    look = page.grid.model.looks[0][0]
    assert look is not None
    assert look.mark is Mark.NOTE
    for finding in found:
        page.edits.set_aside(finding, "slik skal det vere", "Kari")
    look = page.grid.model.looks[0][0]
    assert look is not None
    assert look.mark is Mark.NONE
    page.document.undo_stack.undo()
    assert note in page.grid.model.findings_at(0, 0)


def test_the_menu_offers_to_set_a_note_aside(page: RotaPage) -> None:
    page.document.apply_plan("x", plan(row("D1" + FREE * 2 + " - - - - - -"), row(FREE * 3, "2", 5_000)))
    page.grid.cells.go(0, 0)
    names = [action.objectName() for action in page.menu.made().actions() if action.objectName()]
    assert names[:2] == ["rota_menu_lock", "rota_menu_clear"]
    assert "rota_menu_aside_0" in names


def test_a_colleague_takes_the_shift_over(page: RotaPage, qtbot: QtBot) -> None:
    page.grid.cells.go(0, 0)
    page.panel.cell.show_all_takers()

    def button() -> QPushButton | None:
        found = page.panel.cell.findChildren(QPushButton)
        return next((entry for entry in found if entry.text() == "Gi vakta"), None)

    qtbot.waitUntil(lambda: button() is not None)
    made = button()
    assert made is not None
    assert "Bjørg Dahl" in made.accessibleName()
    made.click()
    assert [plan_row.cells[0].shift for plan_row in page.document.plan.rows] == [None, "D1"]
    page.document.undo_stack.undo()
    assert page.document.file is FILE


def test_an_open_shift_names_who_could_take_it(page: RotaPage, qtbot: QtBot) -> None:
    fold = next(entry for entry in cards(page) if entry.kind is Kind.FOLD)
    page.panel.findings._flip(fold)
    page.panel.findings.view.setFocus()
    entry = select(page, Section.OPEN_SHIFTS)
    page._card_chosen(entry.finding) if not page.panel.findings.view.hasFocus() else None
    qtbot.waitUntil(lambda: bool(page.panel.cell._all))
    assert page.panel.cell._title.text() == "Vakt som tettar holet · veke 1 ons 6. jan. · D1 07:30–15:00"
    assert {taker.employee for taker in page.panel.cell._all} == {"1", "2"}


def test_the_numbers_of_the_sections_add_up_to_all_findings_and_are_told_by_kind(page: RotaPage) -> None:
    found = [entry for entry in cards(page) if entry.kind is Kind.SECTION]
    told = sum(entry.count for entry in found if entry.section is not Section.SET_ASIDE)
    count = {entry.section: entry.count for entry in found}
    holes, notes = count[Section.OPEN_SHIFTS], count[Section.NOTE]
    words = page.panel.kinds.text().replace("\u00a0", " ")
    assert words.startswith(f"{count[Section.BREACH]} brot · {holes} hol i bemanninga · ")
    assert words.endswith(f" · {notes} merknader")
    assert page.panel.tabs.button(0).text() == f"Funn: {count[Section.BREACH]} brot"
    assert len(in_order(page.document)) == told
    for entry in found:
        if entry.section is Section.AGREEMENT:
            places, papers = entry.counted.split(", ")  # papers to sign, beside the places
            assert places == f"{entry.count} stad{'' if entry.count == 1 else 'er'}"
            assert papers.endswith((" avtale", " avtalar"))


def test_where_there_is_no_breach_no_sum_of_notes_stands_in_its_place(page: RotaPage) -> None:
    document = page.document
    rows = document.plan.rows
    lawful = (rows[1], row(FREE + " D1 D1 D1 D1 D1 - -" + FREE, "1"))
    document.apply_plan("utan brot", replace(document.plan, rows=(lawful[1], lawful[0])))
    page.panel.findings.show_now()
    assert page.panel.tabs.button(0).text() == "Funn"
    assert page.panel.kinds.text().replace("\u00a0", " ").startswith("Ingen brot · ")
    page.panel.tabs.button(1).click()
    assert page.panel.kinds.isVisible() is page.panel.findings.isVisible()


def test_each_kind_is_counted_and_what_is_set_aside_is_not() -> None:
    assert kinds_words({}) == ""
    judged = judge_all(WARD, FILE.plans[0]).findings
    notes = [finding for finding in judged if finding.severity is Severity.NOTE and finding.employee]
    assert kinds_words({Section.SET_ASIDE: notes}) == ""
    assert kinds_words({Section.NOTE: notes[:1], Section.SET_ASIDE: notes}) == "Ingen brot · 1 merknad"
    two = {Section.NOTE: notes[:2], Section.BREACH: notes[:1]}
    assert kinds_words(two) == "1 brot · 2 merknader"
    hers = of_person({Section.NOTE: notes}, "2")[Section.NOTE]
    assert hers
    assert {finding.employee for finding in hers} == {"2"}
