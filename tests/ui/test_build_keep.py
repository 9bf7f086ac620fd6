"""The card on what a build keeps: of no rota, nothing can be kept, and nothing is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from heiltid.model import UnitFile
from tests.ui.desk import desk, in_front
from ui.pages.build import BuildPage
from ui.pages.build.options import KeepCard

WARD = unit(
    weeks=2,
    employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl")),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
FREE = " - - - - - - -"
ROTA = plan(row("D1 D1 D1 D1 D1 - -" + FREE, "1"), row(FREE * 2, "2", 5_000))


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[BuildPage]:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(ROTA,))), BuildPage) as shown:
        yield shown


def card(page: BuildPage) -> KeepCard:
    return page.findChild(KeepCard)


def words(page: BuildPage) -> str:
    return "\n".join(part.text() for part in card(page).findChildren(QLabel) if part.isVisible())


def test_a_first_rota_is_asked_nothing_of_the_one_before(page: BuildPage) -> None:
    kept = card(page)
    assert "Desse skal behalde turnusen sin:" in words(page)
    kept.keep.setCurrentIndex(2)
    kept.only_weeks.setChecked(True)
    kept.last.setValue(1)
    kept._people.item(0).setCheckState(Qt.CheckState.Checked)
    chosen = kept.options(())
    assert (chosen.keep_weight, chosen.kept_people, chosen.weeks) == (10, {"1"}, (1, 1))
    page.document.apply_plan("x", replace(ROTA, rows=plan(row(FREE * 2, "1"), row(FREE * 2, "2")).rows))
    assert words(page).splitlines() == [
        "Tid",
        "",
        "Kor lenge",
        "Det er ingen turnus frå før, så alle vekene blir laga nye, for alle. Fråvær som er lagt inn, står.",
    ]
    chosen = kept.options(())
    assert (chosen.keep_weight, chosen.kept_people, chosen.weeks) == (0, frozenset(), None)
    page.document.undo_stack.undo()
    assert "Desse skal behalde turnusen sin:" in words(page)
    assert kept.options(()).kept_people == {"1"}
