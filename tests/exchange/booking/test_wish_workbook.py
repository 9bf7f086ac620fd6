"""The workbook of wishes, written and read back: words, moved rows, lost names, refused cells."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from booking.wishing_round import ASKED, BOOKING, KARI, NOW, OLA, UNIT, code_of, said, token_of
from exchange.booking.test_answer_workbook import saved

from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused
from heiltid.booking.answers.receiving import State, preview
from heiltid.booking.wishing.said import RawWishes
from heiltid.exchange.booking.answer_files import read_answers
from heiltid.exchange.booking.list_folder import ListPart
from heiltid.exchange.booking.wish_folder import write_round
from heiltid.exchange.booking.wish_workbook import HEADING_ROW, WISHES, write_wish_workbook
from heiltid.model.asking import Channel
from heiltid.texts import Language


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "kari.xlsx")


def written(path: Path, language: Language = Language.NYNORSK, **more: Any) -> Path:
    home = replace(UNIT, name="Solbakken", **more)
    write_wish_workbook(path, home, ASKED, KARI, token_of(KARI), language, "leiar@example.no")
    return path


def fill(
    path: Path, cells: dict[str, Any] | None = None, change: Callable[[Any], None] = lambda book: None
) -> Path:
    """Write in cells such as "3.6" (Saturday of week 3) or "F5"."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for name, value in (cells or {}).items():
        if name[0].isdigit():
            week, weekday = map(int, name.split("."))
            sheet.cell(HEADING_ROW + 2 * week, weekday + 1).value = value
        else:
            sheet[name] = value
    change(book)
    book.save(path)
    return saved(path, "2027-05-17T08:00:00Z")


def only(path: Path) -> RawWishes:
    (found,) = read_answers(path, BOOKING)
    assert isinstance(found, RawWishes), found
    return found


def refusals(path: Path) -> list[tuple[NotAnAnswer, str]]:
    return [
        (entry.why, entry.source.place) for entry in read_answers(path, BOOKING) if isinstance(entry, Refused)
    ]


def test_a_filled_calendar_is_an_answer(path: Path) -> None:
    fill(path, {"3.6": "fri", "4.2": "ikkje kveld!", "6.7": "Natt", "F5": 80, "F6": 3, "F7": "nei"})
    found = only(path)
    assert found.said == said("3.6=F 4.2=-A! 6.7=N", percent=80, weekend_every=3, long_shifts=False)
    assert (found.list, found.token, found.channel) == ("W3TA", token_of(KARI)[:8], Channel.WORKBOOK)
    assert f"{found.given_at:%d.%m. %H:%M}" == "17.05. 10:00"  # 08:00 UTC on the Norwegian clock
    (entry,) = preview(BOOKING, [found], NOW).wishes
    assert (entry.state, entry.answer.employee) == (State.NEW, KARI)


@pytest.mark.parametrize("language", list(Language))
def test_every_word_it_offers_is_read(tmp_path: Path, language: Language) -> None:
    path = written(tmp_path / "kari.xlsx", language)
    (rule,) = openpyxl.load_workbook(path).worksheets[0].data_validations.dataValidation
    words = rule.formula1.strip('"').split(",")
    assert len(words) == 9  # five kinds, four of them turned round
    fill(path, {f"{1 + at // 7}.{1 + at % 7}": word for at, word in enumerate(words)})
    expected = "1.1=F 1.2=D 1.3=A 1.4=N 1.5=L 1.6=-D 1.7=-A 2.1=-N 2.2=-L"
    assert only(path).said == said(expected)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("F", "F"),
        ("d", "D"),
        ("K!", "A!"),
        ("-N", "-N"),
        ("− natt", "-N"),
        ("IKKE dag", "-D"),
        (" fri ! ", "F!"),
        ("long", "L"),
    ],
)
def test_short_words_in_cells(path: Path, typed: str, meant: str) -> None:
    assert only(fill(path, {"1.1": typed})).said == said(f"1.1={meant}")


@pytest.mark.parametrize(
    ("cells", "why", "at"),
    [
        ({"1.1": "kanskje"}, NotAnAnswer.UNKNOWN_WISH, "B10"),
        ({"1.1": "=1/0"}, NotAnAnswer.UNKNOWN_WISH, "B10"),
        ({"F5": "mykje"}, NotAnAnswer.UNKNOWN_WISH, "F5"),
        ({"F5": 101}, NotAnAnswer.UNKNOWN_WISH, "F5"),
        ({"F5": 79.5}, NotAnAnswer.UNKNOWN_WISH, "F5"),
        ({"F6": 0}, NotAnAnswer.UNKNOWN_WISH, "F6"),
        ({"F7": "kanskje"}, NotAnAnswer.UNKNOWN_WISH, "F7"),
        ({"A10": 7, "1.1": "fri"}, NotAnAnswer.NO_SUCH_DAY, "B10"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_by_itself(
    path: Path, cells: dict[str, Any], why: NotAnAnswer, at: str
) -> None:
    fill(path, {"2.2": "fri", **cells})
    answers = [entry for entry in read_answers(path, BOOKING) if isinstance(entry, RawWishes)]
    assert [entry.said for entry in answers] == [said("2.2=F")]
    assert refusals(path) == [(why, f"Ønske!{at}")]


def test_percent_in_any_form(path: Path) -> None:
    assert only(fill(path, {"F5": "80 %"})).said.percent == 80

    def as_share(book: Any) -> None:
        book.worksheets[0]["F5"] = 1
        book.worksheets[0]["F5"].number_format = "0%"

    assert only(fill(path, change=as_share)).said.percent == 100


def test_moved_rows_keep_their_week_and_a_week_twice_contradicts(path: Path) -> None:
    fill(path, {"1.1": "fri", "A10": 5})  # the row of week 1 now says week 5
    assert only(path).said == said("5.1=F")
    fill(path, {"5.1": "natt"})
    assert refusals(path) == [(NotAnAnswer.CONTRADICTS, "Ønske!B10"), (NotAnAnswer.CONTRADICTS, "Ønske!B18")]


def test_without_its_names_the_headings_tell(path: Path) -> None:
    def nameless(book: Any) -> None:
        for name in list(book.defined_names):
            del book.defined_names[name]

    fill(path, {"3.6": "fri", "F5": 80, "F6": 4, "F7": "ja"}, nameless)
    assert WISHES not in openpyxl.load_workbook(path).defined_names
    assert only(path).said == said("3.6=F", percent=80, weekend_every=4, long_shifts=True)


def test_nothing_filled_in_a_broken_code_and_a_foreign_one(path: Path) -> None:
    assert refusals(path) == [(NotAnAnswer.EMPTY, "")]
    assert refusals(fill(path, {"1.1": "fri", "C4": "W3TA-123"})) == [(NotAnAnswer.BROKEN_CODE, "Ønske!C4")]
    fill(path, {"C4": "W3TA-00000000"})
    shown = preview(BOOKING, read_answers(path, BOOKING), NOW)
    assert [entry.why for entry in shown.refused] == [NotAnAnswer.FOREIGN]


def test_names_never_become_formulas_and_nobody_else_stands_in_it(tmp_path: Path) -> None:
    people = (replace(UNIT.employees[0], name="=1+1"), UNIT.employees[1])
    path = written(tmp_path / "kari.xlsx", employees=people)
    cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert not any("Ola" in str(cell.value) or OLA in str(cell.value) for cell in cells)


def test_a_round_is_written_to_a_folder_for_everybody_asked(tmp_path: Path) -> None:
    asked = replace(ASKED, asked=(KARI, OLA, "gone"))
    files = write_round(tmp_path, UNIT, BOOKING, asked, Language.NYNORSK)
    assert [path.relative_to(tmp_path).as_posix() for path in files] == [
        "Ønske W3TA/1007-Kari-Nes.html",
        "Ønske W3TA/1008-Ola-Vik.html",
        "Ønske W3TA/1007-Kari-Nes.xlsx",
        "Ønske W3TA/1008-Ola-Vik.xlsx",
    ]
    assert code_of(KARI) in files[0].read_text(encoding="utf-8")
    assert code_of(OLA) not in files[0].read_text(encoding="utf-8")
    pages = write_round(tmp_path, UNIT, BOOKING, asked, Language.NYNORSK, (ListPart.PAGES,))
    assert len(pages) == 2


def test_a_damaged_workbook_is_unreadable(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(io.BytesIO(content[: len(content) // 2]).getvalue())
    assert refusals(path) == [(NotAnAnswer.UNREADABLE, "")]
