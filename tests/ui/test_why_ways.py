"""The ways from "Why not more?": each leads to what it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import person, plan, row, unit
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from tests.ui.desk import desk, in_front
from ui.pages.people import PeoplePage
from ui.pages.unit import UnitPage
from ui.places import Lacking, Person, UnitEntry
from ui.widgets.why import WhyPart

WARD = unit(
    employees=(
        person("1", name="Anne Bø"),
        person("2", 5_000, wanted_bp=8_000, name="Eli Ås"),
        person("3", 5_000, wanted_bp=8_000, name="Unn Li", chosen_part_time=True),
    )
)
ROTA = plan(row("- " * 7, "1"), row("- " * 7, "2", 5_986), row("- " * 7, "3", 5_000))


@pytest.fixture
def people(qapp: QApplication, tmp_path: Path) -> Iterator[PeoplePage]:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(ROTA,))), PeoplePage) as shown:
        yield shown


def names(page: PeoplePage) -> list[str]:
    model = page.table.model()
    return [str(model.index(line, 1).data()) for line in range(model.rowCount())]


def test_the_list_shows_those_who_lack_something_and_what_the_plan_gives(people: PeoplePage) -> None:
    people.arrive(Lacking())
    assert names(people) == ["Eli Ås"]
    assert people.narrowed.isVisible()
    assert "Eli Ås 59,86 %" in people.narrowed.words.text()
    button = people.findChild(QPushButton, "people_everybody")
    assert isinstance(button, QPushButton)
    button.click()
    assert names(people) == ["Anne Bø", "Eli Ås", "Unn Li"]
    assert not people.narrowed.isVisible()


def test_whoever_is_sent_to_one_person_sees_her_in_the_whole_list(people: PeoplePage) -> None:
    people.arrive(Lacking())
    people.arrive(Person(employee="1"))
    assert len(names(people)) == 3
    assert people.table.record(people.table.current_row()).number == "1"


def test_a_new_person_is_seen_in_a_narrowed_list(people: PeoplePage) -> None:
    people.arrive(Lacking())
    people.add_person()
    assert len(names(people)) == 4


def test_the_budget_s_way_leads_to_its_field(qapp: QApplication, tmp_path: Path) -> None:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(ROTA,))), UnitPage) as page:
        page.arrive(UnitEntry(key="budget"))
        budget = page.unit_card.editors["budget"]
        focused = page.window().focusWidget()
        assert focused is not None
        assert focused is budget or budget.isAncestorOf(focused)


def test_each_way_says_what_its_page_should_show(qtbot: QtBot) -> None:
    part = WhyPart("test")
    qtbot.addWidget(part)
    part.show_why("Ramma er brukt opp.")
    seen: list[tuple[str, object]] = []

    def heard(page: str, target: object) -> None:
        seen.append((page, target))

    part.wants_page.connect(heard)
    for key in ("staffing", "unit", "people"):
        found = part.findChild(QPushButton, f"test_to_{key}")
        assert isinstance(found, QPushButton)
        found.click()
    assert seen == [("staffing", None), ("unit", UnitEntry(key="budget")), ("people", Lacking())]
