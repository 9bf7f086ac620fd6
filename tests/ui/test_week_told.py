"""A full-time week that is not settled: told among the results, and first among the notes of the rota."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import demand, person, plan, row, unit
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from heiltid.rules.contract import FULL_TIME_WEEK
from heiltid.rules.finding import Severity
from tests.ui import screens
from ui.app import Program
from ui.pages.results.figures import FiguresShop
from ui.pages.rota import RotaPage
from ui.pages.rota.finding_cards import ENTRY_ROLE
from ui.pages.rota.findings_list import Section, sections

# Kari has day, evening, night and a Sunday: below 35.5 h. Ola has neither nights nor a Sunday: 37.5 h.
FILE = UnitFile(
    unit=unit(
        2,
        employees=(person("1", name="Kari Vik"), person("2", name="Ola Berg")),
        demand=(demand(frozenset({0}), "07:30-15:00", 1, target=3),),
    ),
    plans=(plan(row("D1 A1 N1 - - - D1 - - - - - - -", "1"), row("D1 - D1 - - - - D1 - D1 - - - -", "2")),),
)


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with screens.program_at(tmp_path, "results", FILE) as program:
        yield program


def link(made: Program) -> QPushButton:
    found = made.window.findChild(QPushButton, "results_week")
    assert isinstance(found, QPushButton)
    return found


def test_it_comes_first_among_the_notes(made: Program) -> None:
    rules = [finding.rule for finding in sections(made.desk.document)[Section.NOTE]]
    count = rules.count(FULL_TIME_WEEK)
    assert count == 2
    assert rules[:count] == [FULL_TIME_WEEK] * count
    assert len(rules) > count


def test_the_link_the_list_it_opens_and_the_count_of_notes_tell_of_the_same_people(made: Program) -> None:
    # Ola works 30 h in two weeks, 40 % of 37.5 h a week: at 40 % nothing is to be settled for him.
    document, (kari, ola) = made.desk.document, FILE.plans[0].rows
    document.apply_plan("x", replace(document.plan, rows=(kari, replace(ola, position_bp=4_000))))
    screens.settle()
    assert link(made).text() == "Heiltidsveka er ikkje avklart for 1 tilsett (HTA 1 § 4.2.4)"
    notes = sections(document)[Section.NOTE]
    assert [finding.employee for finding in notes if finding.rule == FULL_TIME_WEEK] == ["1"]
    _, counted = FiguresShop().beside(document.file, document.plan)
    assert counted.findings is not None
    assert counted.findings[Severity.NOTE] == len(notes)


def test_the_line_among_the_results_leads_to_its_card_in_the_rota(made: Program) -> None:
    assert link(made).text() == "Heiltidsveka er ikkje avklart for 2 tilsette (HTA 1 § 4.2.1, HTA 1 § 4.2.4)"
    link(made).click()
    screens.settle()
    page = made.window.page("rota")
    assert isinstance(page, RotaPage)
    assert page.isVisible()
    entry = page.panel.findings.view.currentIndex().data(ENTRY_ROLE)
    assert (entry.finding.rule, entry.finding.employee) == (FULL_TIME_WEEK, "1")
    assert page.panel.findings.isVisible()


def test_there_is_no_line_where_the_week_is_reckoned_for_each(made: Program) -> None:
    made.desk.document.apply_unit("x", replace(made.desk.document.unit, full_time_week_minutes=None))
    screens.settle()
    assert link(made).isHidden()
