"""What the File menu says and does: open, import, where to write, papers that cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from heiltid.model.asking import Booking
from heiltid.store import lock_unit, save_unit
from heiltid.texts import Language
from tests.ui.screens import SAMPLES, close, program, sample
from tests.ui.standins import Asked, Told
from ui import samples, targets
from ui.app import Program
from ui.commands import exports, files
from ui.dialogs.import_preview import ImportPreview
from ui.texts import set_language, tr
from ui.theme import ThemeName


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program_made = program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    program_made.desk.files.start_new(sample("liten"))
    program_made.window.show()
    yield program_made
    close(program_made)


def test_a_file_that_does_not_open_is_told_and_the_unit_stays(
    made: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = Told(monkeypatch, files)
    before = made.desk.document.file
    broken = tmp_path / "skadd.heiltid"
    broken.write_bytes(b"rubbish")
    for path in (broken, tmp_path / "borte.xlsx", tmp_path, tmp_path / "brev.txt"):
        assert not made.window.files.open_path(path)
        assert path.name in told.said[-1]
    assert made.desk.document.file is before
    other = tmp_path / "open.heiltid"
    save_unit(other, before)
    with lock_unit(other):
        assert not made.window.files.open_path(other)
    assert "open.heiltid" in told.said[-1]
    assert len(told.said) == 5


def test_an_import_is_shown_first_and_is_one_step(made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    before = made.desk.document.file
    monkeypatch.setattr(ImportPreview, "exec", lambda dialog: False)
    made.window.files.import_path(SAMPLES / "solbakken.xlsx")
    assert made.desk.document.file is before
    monkeypatch.setattr(ImportPreview, "exec", lambda dialog: True)
    made.window.files.import_path(SAMPLES / "solbakken.xlsx")
    assert made.desk.document.unit == sample("solbakken").unit
    assert made.desk.document.plan.rows  # the rota that came with it is shown
    made.desk.document.undo_stack.undo()
    assert made.desk.document.file is before


def test_an_import_keeps_what_the_file_holds_about_open_shifts(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook has none of it: taken into a unit, it must not throw away the lists that were sent."""
    booking = Booking(secret=bytes(32))
    made.desk.document.apply("x", replace(made.desk.document.file, booking=booking))
    monkeypatch.setattr(ImportPreview, "exec", lambda dialog: True)
    made.window.files.import_path(SAMPLES / "solbakken.xlsx")
    assert made.desk.document.unit == sample("solbakken").unit
    assert made.desk.document.file.booking == booking


def test_the_preview_of_a_good_workbook_tells_what_is_in_it(qtbot: QtBot) -> None:
    set_language(Language.NYNORSK)
    preview = ImportPreview(SAMPLES / "liten.xlsx", UnitFile(unit=sample("liten").unit))
    qtbot.addWidget(preview)
    words = " ".join(label.text() for label in preview.findChildren(QLabel))
    people = len(sample("liten").unit.planned_employees)
    assert f"{people} tilsette" in words
    assert tr("ui.import.replaces") in words
    assert preview.findChild(QPushButton, "import_take") is not None


def test_a_workbook_with_errors_cannot_be_taken_in(qtbot: QtBot, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(SAMPLES / "liten.xlsx")
    people = next(
        sheet for sheet in book.worksheets if sheet.max_row > 5 and sheet.title.lower()[:3] == "til"
    )
    people.cell(row=people.max_row, column=3, value="hundre prosent")
    people.cell(row=people.max_row - 1, column=4, value="mykje")
    path = tmp_path / "feil.xlsx"
    book.save(path)
    preview = ImportPreview(path, sample("liten"))
    qtbot.addWidget(preview)
    assert preview.file is None
    assert any(not problem.warning for problem in preview.problems)
    assert preview.findChild(QPushButton, "import_take") is None
    shown = preview.findChild(QPlainTextEdit).toPlainText()
    assert all(problem.cell in shown for problem in preview.problems if problem.cell)


def test_a_file_that_is_no_workbook_is_said_to_be_none(qtbot: QtBot, tmp_path: Path) -> None:
    for name, content in (("tom.xlsx", b""), ("brev.txt", b"Hei")):
        path = tmp_path / name
        path.write_bytes(content)
        preview = ImportPreview(path, sample("liten"))
        qtbot.addWidget(preview)
        assert preview.file is None
        assert preview.findChild(QPushButton, "import_take") is None


def test_no_file_is_replaced_unasked(made: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = Asked(monkeypatch, where=targets)

    def ask(chosen: str) -> Path | None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
        return targets.ask_target("", tmp_path / "x", "*.pdf", ".pdf", made.window)

    there = tmp_path / "rapport.pdf"
    assert ask("") is None
    assert ask(str(tmp_path / "rapport")) == there
    assert ask(str(tmp_path / "rapport v1.2")) == tmp_path / "rapport v1.2.pdf"
    there.touch()
    assert ask(str(there)) == there  # the dialog has asked itself
    asked.answers = ["ui.ask.cancel", "ui.ask.replace"]
    assert ask(str(tmp_path / "rapport")) is None
    assert ask(str(tmp_path / "rapport")) == there
    assert len(asked.headlines) == 2


@pytest.mark.parametrize(
    ("unit_name", "wanted"),
    [
        ("Solbakken, avd. 2", "Solbakken, avd. 2"),
        ("A/B: «Lia» <1>", "A B «Lia» 1"),
        ("..", "eining"),
        ("", "eining"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_units_name_becomes_a_name_a_file_can_have(unit_name: str, wanted: str) -> None:
    set_language(Language.NYNORSK)
    assert targets.file_name(unit_name) == wanted


def test_papers_of_two_plans_are_never_offered_under_the_same_name(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(parent: object, title: str, suggested: str, pattern: str) -> tuple[str, str]:
        offered.append(Path(suggested).name)
        return "", ""

    set_language(Language.NYNORSK)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    file = sample("liten")
    second = replace(file.plans[-1], name="Framlegg 2/B")
    made.desk.files.start_new(replace(file, plans=(*file.plans, second)))
    document, owner = made.desk.document, made.window._owners["exports"]
    row = next(row for row in document.plan.rows if any(cell.shift for cell in row.cells))
    slots = (
        owner.export_workbook,
        owner.export_report,
        owner.export_rota,
        partial(owner.export_sheet, row.employee),
    )
    for place in range(len(document.file.plans)):
        document.show_plan(place)
        for slot in slots:
            slot()
    assert len(set(offered)) == len(slots) * 3  # of the rota of today and two proposals
    unit = document.unit.name
    assert offered[1] == f"{unit} - Dagens turnus - drøfting.pdf"
    assert [name for name in offered if "drøfting" in name][1:] == [
        f"{unit} - Framlegg 1 - drøfting.pdf",
        f"{unit} - Framlegg 2 B - drøfting.pdf",
    ]
    assert f"{unit} - Framlegg 2 B - turnus og resultat.xlsx" in offered


def test_a_paper_of_a_unit_and_a_plan_with_long_names_tells_what_it_is_all_the_same() -> None:
    set_language(Language.NYNORSK)
    shown = replace(sample("liten").plans[-1], name="p" * 200)
    assert targets.paper_name("u" * 200, shown, "drøfting") == f"{'u' * 50} - {'p' * 50} - drøfting"
    assert targets.paper_name("..", replace(shown, name="?"), "drøfting") == "eining - drøfting"


def test_a_paper_that_cannot_be_written_is_told(
    made: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = Told(monkeypatch, exports)
    target = tmp_path / "borte" / "turnus.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    owner = made.window._owners["exports"]
    for slot in ("export_workbook", "export_report", "export_rota", "export_people", "export_calendars"):
        getattr(owner, slot)()
    assert len(told.said) == 5
    assert all("turnus.pdf" in words for words in told.said)
    assert not target.parent.exists()


def test_a_sample_is_saved_among_ones_own_files(
    made: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered: list[str] = []

    def ask(parent: object, title: str, suggested: str, pattern: str) -> tuple[str, str]:
        offered.append(suggested)
        return "", ""

    monkeypatch.setattr(samples.QStandardPaths, "writableLocation", lambda place: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    made.window.files.open_path(SAMPLES / "liten.xlsx")
    assert not made.window.files.save()
    elsewhere = tmp_path / "arbeid"
    elsewhere.mkdir()
    made.desk.files.save(elsewhere / "lia.heiltid")
    assert not made.window.files.save_as()
    assert [Path(each).parent for each in offered] == [tmp_path, elsewhere]
