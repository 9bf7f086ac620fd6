"""A list written to a folder: a file for everybody who may take something, by names that are safe."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from heiltid.booking.answers.raw_answers import Refused
from heiltid.booking.answers.tokens import personal_code, token
from heiltid.exchange.booking.answer_files import read_answers
from heiltid.exchange.booking.list_folder import ListPart, write_list
from heiltid.model.asking import Booking, BookingSettings
from heiltid.texts import Language
from tests.exchange.booking.lists import CODE, DEADLINE, SECRET, SENT, home


def test_everybody_with_something_to_take_gets_page_and_workbook(tmp_path: Path) -> None:
    # Of the three on the list one may take nothing: 2 pages, 2 workbooks, 1 for all.
    booking = Booking(secret=SECRET, settings=BookingSettings(answers_to="leiar@example.no"))
    written = write_list(tmp_path, home(), booking, SENT, Language.NYNORSK)
    assert {path.parent for path in written} == {tmp_path / f"Ekstravakter {CODE}"}
    names = sorted(path.name for path in written)
    assert len(names) == 5
    assert names[-1] == f"Alle vaktene {CODE}.xlsx"
    assert sum(name.endswith(".html") for name in names) == 2
    page = next(path for path in written if path.name == "1-Kari-Nordmann.html").read_text("utf-8")
    assert personal_code(CODE, token(SECRET, CODE, "1", DEADLINE)) in page
    assert "leiar@example.no" in page


def test_beside_the_files_stands_which_is_for_whom(tmp_path: Path) -> None:
    booking = Booking(secret=SECRET)
    written = write_list(tmp_path, home(), booking, SENT, Language.NYNORSK)
    guide = tmp_path / f"Ekstravakter {CODE}" / "Kven skal ha kva fil.xlsx"
    assert guide.exists()
    assert guide not in written
    rows = [[cell.value for cell in row] for row in load_workbook(guide).active.iter_rows()]
    assert rows[0] == ["Kven", "Send éi av filene", "Sendt (kryss av)"]
    assert rows[1] == ["Kari Nordmann", "1-Kari-Nordmann.html\n1-Kari-Nordmann.xlsx", None]
    assert len(rows) == 3
    proof = token(SECRET, CODE, "1", DEADLINE)
    assert not any(personal_code(CODE, proof) in str(cell) for row in rows for cell in row)
    # Answers dropped in as a whole folder may bring it along: it is no answer, and no trouble.
    (refused,) = read_answers(guide, Booking(secret=SECRET, lists=(SENT,)))
    assert isinstance(refused, Refused)


def test_only_what_is_asked_for_is_written_and_written_again(tmp_path: Path) -> None:
    booking = Booking(secret=SECRET)
    for _ in range(2):
        written = write_list(tmp_path, home(), booking, SENT, Language.ENGLISH, (ListPart.SHARED,))
    assert [path.name for path in written] == [f"All shifts {CODE}.xlsx"]
    assert len(list((tmp_path / f"Extra shifts {CODE}").iterdir())) == 1
