"""What is said of a report that was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import person, plan, row, shift, unit
from PySide6.QtWidgets import QApplication

from heiltid.model import Agreement, Signed, UnitFile
from heiltid.texts import Language
from ui.document import Document
from ui.papers import write_report
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
