"""The cards of positions and weekends: rounding where uneven positions are first met, notes with room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heiltid.model import PlanRole
from tests.ui import screens
from ui import rounding
from ui.app import Program
from ui.charts.bars_chart import Bar, BarsChart
from ui.pages.results import ResultsPage
from ui.pages.results.people_cards import PeopleCards


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with screens.program_at(tmp_path, "results") as program:
        yield program


def cards_of(made: Program) -> PeopleCards:
    page = made.window.page("results")
    assert isinstance(page, ResultsPage)
    return page.people


def give_first(made: Program, position_bp: int, role: PlanRole = PlanRole.SCENARIO) -> None:
    """The first person this position in the shown plan, with this part."""
    document = made.desk.document
    plan = document.plan
    first = plan.rows[0]
    rows = {first.employee: replace(first, position_bp=position_bp)}
    document.apply_plan("x", replace(plan.with_rows(rows), role=role))
    screens.settle()


def test_rounding_is_offered_where_an_uneven_position_is_seen(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(rounding, "choose", lambda *words: asked.append(words) or "ui.ask.cancel")
    cards = cards_of(made)
    give_first(made, 6_162)
    assert cards.round.isVisible()
    assert cards.round.text() == "Rund av 61,62 % o.l. …"
    cards.round.click()
    assert len(asked) == 1
    give_first(made, 6_150)  # half a per cent can be written
    assert not cards.round.isVisible()


def test_a_rota_in_use_is_not_offered_for_rounding(made: Program) -> None:
    give_first(made, 6_162, PlanRole.TODAY)
    assert not cards_of(made).round.isVisible()


def test_weekends_of_one_who_comes_later_say_when(made: Program) -> None:
    document, cards = made.desk.document, cards_of(made)
    number = cards.weekend_numbers[0]
    begins = document.unit.start.replace(day=document.unit.start.day + 7)
    people = tuple(
        replace(person, employed_from=begins) if person.number == number else person
        for person in document.unit.employees
    )
    document.apply_unit("x", replace(document.unit, employees=people))
    screens.settle()
    note = cards.weekends.bars[0].note
    assert note.endswith(f" av {document.unit.weeks} · byrjar {begins:%d.%m.%Y}")


def test_notes_are_whole_while_the_bars_have_room(qapp: QApplication) -> None:
    chart = BarsChart("x", ("a", "b"), name_width=100.0, note_width=20.0)
    chart.show_bars([Bar(name="Olga", value=2.0, note="2 av 12 · byrjar 15.02.2027")])
    whole = chart.fontMetrics().horizontalAdvance(chart.bars[0].note)
    assert chart.note_room(1_000.0) >= whole
    assert chart.note_room(220.0) == 24.0  # 220 - 100 for names - 48 for numbers - 48 for the bar
    assert BarsChart("x", ("a", "b")).note_room(1_000.0) == 0.0
