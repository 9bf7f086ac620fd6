"""Who gets a smaller position is named where two plans stand beside one another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import person, plan, row, unit
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import Plan, PlanRole, UnitFile
from heiltid.texts import Language
from tests.ui import screens
from ui.document import Document
from ui.pages.build.beside import beside_words
from ui.texts import set_language

NAMES = {"1": "Anne Berg", "2": "Per Li", "3": "Eva Nes", "4": "Kari Vik", "5": "Liv Dal"}
WARD = unit(employees=tuple(person(number, 5_000, name=name) for number, name in NAMES.items()))


def proposal(*positions: int, name: str = "Framlegg 1") -> Plan:
    rows = (row("- - - - - - -", str(number), share) for number, share in enumerate(positions, 1))
    return replace(plan(*rows), name=name, role=PlanRole.SCENARIO)


BASE = proposal(5_000, 5_000, 5_282, 5_000, 5_000)
TWO = proposal(5_000, 4_000, 5_000, 6_282, 5_000, name="Framlegg 2")


def told(made: Plan) -> str:
    set_language(Language.NYNORSK)
    return beside_words(Document(UnitFile(unit=WARD, plans=(BASE, made))), BASE, made, ())


def test_what_came_of_a_build_names_three_and_counts_the_others() -> None:
    assert told(TWO).endswith("mindre stilling for Per Li (50 % → 40 %) og Eva Nes (52,82 % → 50 %).")
    all_five = told(proposal(4_900, 4_000, 4_282, 4_500, 4_800))
    assert (
        "for Per Li (50 % → 40 %), Eva Nes (52,82 % → 42,82 %), Kari Vik (50 % → 45 %) og 2 til." in all_five
    )


def test_what_the_hours_of_a_shift_make_is_not_told() -> None:
    assert "mindre stilling" not in told(proposal(5_000, 4_960, 5_250, 5_000, 5_000))


def test_the_plans_side_by_side_say_it_of_the_one_that_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with screens.program_at(tmp_path, "results", UnitFile(unit=WARD, plans=(BASE, TWO))) as made:
        sentence = made.window.findChild(QLabel, "changes_sentence")
        made.desk.document.show_plan(1)
        assert "Mindre stilling for Per Li (50 % → 40 %) og Eva Nes (52,82 % → 50 %)." in sentence.text()
        made.desk.document.show_plan(0)  # beside the other: Kari loses
        assert "Mindre stilling for Kari Vik (62,82 % → 50 %)." in sentence.text()
