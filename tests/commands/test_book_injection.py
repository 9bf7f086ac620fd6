"""Names and codes that programs would run as formulas or scripts, through a whole round: always just text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from book_desk import NOW, ROTA, WARD, Desk, rolled_out
from booking.robot import Said, fill_workbook
from exchange.booking.browser import Phone, lacking, phone
from exchange.booking.office import OFFICE, converted
from openpyxl import load_workbook
from selenium.common.exceptions import NoAlertPresentException

from heiltid.model import Competence, Plan, Unit
from heiltid.model.asking import Willingness
from heiltid.store import open_unit

LINK = '=HYPERLINK("http://127.0.0.1:9/x","click")'
SCRIPT = "<script>alert(1)</script>"
COMMAND = "+cmd|' /C calc'!A0"
IMAGE = '"><img src=x onerror=alert(1)>'
SUM = "@SUM(1,1)"
MINUS = "-2+3"
EVIL = (LINK, SCRIPT, COMMAND, IMAGE, SUM, MINUS)

pytestmark = pytest.mark.skipif(bool(OFFICE is None or lacking()), reason="needs LibreOffice and Chromium")


def evil_ward() -> tuple[Unit, Plan]:
    """The ward with such words wherever words may stand."""
    kari, ola, vikar = WARD.employees
    day = next(shift for shift in WARD.shifts if shift.code == "D1")
    others = [shift for shift in WARD.shifts if shift is not day]
    ward = replace(
        WARD,
        name=SCRIPT,
        competences=(Competence(name=COMMAND),),
        shifts=(replace(day, code=MINUS, name=LINK), *others),
        employees=(
            replace(kari, name=LINK, competence=COMMAND),
            replace(ola, name=IMAGE),
            replace(vikar, number=SUM, name=COMMAND),
        ),
    )
    rows = tuple(
        replace(
            row,
            employee=SUM if row.employee == vikar.number else row.employee,
            cells=tuple(replace(cell, shift=MINUS) if cell.shift == "D1" else cell for cell in row.cells),
        )
        for row in ROTA.rows
    )
    return ward, Plan(rows=rows)


def assert_just_text(folder: Path, books: list[Path], *words: str) -> None:
    """No cell holds a formula, neither as written nor as LibreOffice opens and saves it; words are shown."""
    shown = []
    for book, flat in zip(books, converted(folder, "fods", *books), strict=True):
        cells = [cell for sheet in load_workbook(book) for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"], book.name
        content = flat.read_text(encoding="utf-8")
        assert "table:formula" not in content, book.name
        assert re.findall('xlink:href="([^#"]+)', content) == [], book.name  # within the book there may be
        shown.append(content)
    together = "".join(shown)
    for word in ("=HYPERLINK(", "+cmd|", "&lt;script&gt;alert(1)", "-2+3", *words):
        assert word in together, word


def assert_nothing_runs(screen: Phone, page: Path) -> None:
    """A page shows the words and does nothing but what it is for."""
    screen.open(page.read_text(encoding="utf-8"))
    screen.answer(1, "gladly")
    screen.tap("#save-button")
    screen.saved()
    with pytest.raises(NoAlertPresentException):
        screen.driver.switch_to.alert.accept()
    assert screen.complaints() == []
    assert {url.rsplit("/", 1)[1] for url in screen.asked_for()} == {"page.html"}
    assert screen.all("img") == []
    assert SCRIPT in screen.said("header")
    assert f"{MINUS} {LINK}" in screen.said(".card")


def evil_desk(folder: Path) -> Desk:
    """Rolled out, with a list for everybody."""
    ward, rota = evil_ward()
    desk = rolled_out(folder, ward, rota)
    desk.export("--answers-to", IMAGE)
    return desk


def test_words_that_could_be_run_stay_words_through_a_whole_round(tmp_path: Path) -> None:
    desk = evil_desk(tmp_path)
    lists = sorted(desk.list_folder.glob("*.xlsx"))
    assert len(lists) == 4  # two people, all shifts, and which file is whose
    assert_just_text(tmp_path / "1", lists)
    own = tmp_path / "phone"
    own.mkdir()
    with phone(own) as opened:
        screen = opened.ready(own)
        for page in sorted(desk.list_folder.glob("*.html")):
            assert_nothing_runs(screen, page)

    mine = next(path for path in lists if path.name.startswith("1-"))
    said = Said(employee="1", words={1: Willingness.GLADLY, 2: Willingness.CAN}, hours=15)
    (saved,) = converted(tmp_path / "2", "xlsx", fill_workbook(mine, said, desk.language))
    odd = load_workbook(saved)
    ((sheet, area),) = odd.defined_names["heiltid_answers"].destinations
    odd[sheet][area][2][0].value, odd[sheet][area][2][0].data_type = LINK, "s"
    odd.save(saved)
    refused = tmp_path / "refused.xlsx"
    typed = f"{desk.code(SUM)}: 3 can, 2 {SCRIPT}\n{COMMAND}: 1 gladly"
    shown = desk.good("import", saved, "-", "--refused", refused, stdin=typed)
    assert "new: 2" in shown
    desk.good("allocate")
    desk.good("confirm", "--by", LINK, "--names", "--to", tmp_path / "told")
    told = list((tmp_path / "told").rglob("*.xlsx"))
    assert_just_text(tmp_path / "3", [*told, refused], "@SUM(1,1)")
    for calendar in (tmp_path / "told").rglob("*.ics"):
        lines = calendar.read_bytes().decode().replace("\r\n ", "").split("\r\n")
        assert all(re.match(r"[A-Z-]+[:;]", line) for line in lines if line)
        assert not [line for line in lines if line.startswith(("ATTACH", "ATTENDEE", "URL"))]
    rollout = open_unit(desk.file).booking
    assert rollout is not None
    assert rollout.rollout is not None
    assert {entry.by for entry in rollout.rollout.decisions} == {LINK}
    assert NOW.replace(tzinfo=None) in {entry.at for entry in rollout.rollout.decisions}
