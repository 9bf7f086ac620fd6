"""The report: what is said of it when it is written, and what it is given to tell of the run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import engine_run, person, plan, row, shift, unit
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from heiltid.model import Agreement, Plan, PlanRole, Signed, UnitFile
from heiltid.texts import Language
from tests.ui import screens
from ui import papers
from ui.document import Document
from ui.papers import write_report
from ui.run_record import NOT_KNOWN, KnownRuns
from ui.texts import set_language

# A Monday of 12.5 hours, 10-5 (2), beside a Friday evening and a Saturday morning 9.5 hours apart, 10-8 (3).
WARD = unit(
    shifts=(shift("D1", "07:30-15:00"), shift("A1", "14:30-22:00"), shift("L1", "07:30-20:00")),
    employees=(person("1", long_shifts=True),),
)
ROTA = plan(row("L1 - - - A1 D1 -", "1", 7_500))


def test_only_agreements_that_are_not_signed_are_counted_as_pages_to_sign(
    qapp: QApplication, tmp_path: Path
) -> None:
    set_language(Language.NYNORSK)
    signed = Agreement(paragraph="10-5 (2)", signed=Signed.YES)
    told = [
        write_report(Document(UnitFile(unit=ward, plans=(ROTA,))), tmp_path / "report.pdf")
        for ward in (WARD, replace(WARD, agreements=(signed,)))
    ]
    pages = [int(line.split()[0]) for line in told]
    assert "av dei 2 avtalar med kvar si side" in told[0]
    assert "avtalar" not in told[1]
    assert pages[0] == pages[1] + 1


MADE = replace(ROTA, name="Framlegg 1", role=PlanRole.SCENARIO, origin=engine_run())


def test_a_plan_as_its_run_left_it_is_known_by_the_run() -> None:
    runs = KnownRuns()
    runs.keep(MADE, NOT_KNOWN, WARD)
    runs.keep(ROTA, NOT_KNOWN, WARD)
    assert runs.made(replace(MADE, name="Sommar", rows=())) is MADE
    assert runs.made(replace(MADE, origin=engine_run(seed=7))) is None
    assert runs.made(ROTA) is None  # of two without a run nothing tells that they are one


def test_the_report_is_given_the_rota_as_the_run_left_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Plan | None] = []

    def write(*_: object, as_made: Plan | None) -> int:
        given.append(as_made)
        return 1

    monkeypatch.setattr(papers, "write_discussion_report", write)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "r.pdf"), ""))
    with screens.program_at(tmp_path, "rota", UnitFile(unit=WARD, plans=(MADE,))) as made:
        made.desk.runs.keep(MADE, NOT_KNOWN, WARD)
        document = made.desk.document
        document.apply_plan("tøm", replace(document.plan, rows=plan(row("- - - - - - -", "1")).rows))
        made.window._owners["exports"].export_report()
        made.desk.runs = KnownRuns()
        made.window._owners["exports"].export_report()
    assert given == [MADE, None]
