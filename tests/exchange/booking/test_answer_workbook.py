"""Answers read from workbooks: words, moved rows, damage, and nothing else believed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from exchange.booking.lists import (
    BOOKING,
    CODE,
    MADE,
    SENT,
    code_of,
    filled,
    person_list,
    shared_list,
    token_of,
    with_rows,
)
from openpyxl.workbook.defined_name import DefinedName

from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused
from heiltid.booking.answers.receiving import preview
from heiltid.exchange.booking.answer_workbook import read, saved_at
from heiltid.model.asking import Channel, Willingness
from heiltid.texts import Language

GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO


def said(answer: RawAnswer | Refused) -> dict[int, Willingness]:
    assert isinstance(answer, RawAnswer), answer
    return {choice.place: choice.willingness for choice in answer.choices}


def only(path: Path) -> RawAnswer:
    (found,) = read(path, BOOKING)
    assert isinstance(found, RawAnswer), found
    return found


def refusals(path: Path) -> list[tuple[NotAnAnswer, str]]:
    return [(entry.why, entry.source.place) for entry in read(path, BOOKING) if isinstance(entry, Refused)]


def changed(path: Path, change: Callable[[Any], None]) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def with_part(path: Path, name: str, content: Callable[[bytes], bytes | None]) -> Path:
    """The package with one part changed, or left out where `content` gives None."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            data: bytes | None = old.read(entry)
            if entry == name:
                data = content(old.read(entry))
            if data is not None:
                new.writestr(entry, data)
    path.write_bytes(made.getvalue())
    return path


def saved(path: Path, when: str) -> Path:
    pattern = re.compile(rb"(modified[^>]*>)[^<]*<")
    return with_part(
        path, "docProps/core.xml", lambda old: pattern.sub(rb"\g<1>" + when.encode() + b"<", old)
    )


def test_a_filled_list_is_an_answer(tmp_path: Path) -> None:
    path = filled(person_list(tmp_path), {1: "Vil gjerne", 2: "Kan", 3: "Nei"}, 20)
    found = only(saved(path, "2027-05-16T16:32:41Z"))
    assert said(found) == {1: GLADLY, 2: CAN, 3: NO}
    assert (found.list, found.token, found.channel) == (CODE, token_of("1")[:8], Channel.WORKBOOK)
    assert found.most_minutes == 20 * 60
    assert found.source.name == "list-1.xlsx"
    # 16:32 by the world's clock is 18:32 in Norway in May.
    assert found.given_at == datetime(2027, 5, 16, 18, 32)


@pytest.mark.parametrize("language", list(Language))
def test_every_language_of_the_list_is_understood_and_mixed_words_too(
    tmp_path: Path, language: Language
) -> None:
    path = filled(person_list(tmp_path, language=language), {1: "GLADLY", 2: " kan ", 3: "Kan ikkje."})
    assert said(only(path)) == {1: GLADLY, 2: CAN, 3: NO}


@pytest.mark.parametrize(
    ("typed", "hours"),
    [(None, None), (20, 20), ("20", 20), (" 20 t", 20), ("7 timar", 7), (7.0, 7), ("255", 255), ("8,0", 8)],
)
def test_the_most_hours_are_whole_hours_however_written(
    tmp_path: Path, typed: Any, hours: int | None
) -> None:
    found = only(filled(person_list(tmp_path), {1: "kan"}, typed))
    assert found.most_minutes == (None if hours is None else hours * 60)


@pytest.mark.parametrize("typed", [0, 256, -4, 7.5, "mange", True, "=A1", "9" * 400, datetime(2027, 1, 1)])
def test_with_hours_nobody_can_read_nothing_is_taken(tmp_path: Path, typed: Any) -> None:
    # Without her limit she might get more than she wants.
    path = filled(person_list(tmp_path), {1: "kan"}, typed)
    assert refusals(path) == [(NotAnAnswer.BAD_HOURS, "Svar!H4")]
    assert len(read(path, BOOKING)) == 1


def test_a_list_nobody_filled_in_is_no_answer(tmp_path: Path) -> None:
    assert refusals(person_list(tmp_path)) == [(NotAnAnswer.EMPTY, "")]
    assert refusals(filled(person_list(tmp_path), {1: "  "}, 20)) == [(NotAnAnswer.EMPTY, "")]
    assert refusals(shared_list(tmp_path)) == [(NotAnAnswer.EMPTY, "")]


def test_a_word_that_is_none_of_the_answers_costs_its_own_row_only(tmp_path: Path) -> None:
    path = filled(person_list(tmp_path), {1: "kanskje", 2: "kan", 3: '=HYPERLINK("x")'})
    first, *others = read(path, BOOKING)
    assert said(first) == {2: CAN}
    assert [
        (entry.why, entry.source.place, entry.found) for entry in others if isinstance(entry, Refused)
    ] == [
        (NotAnAnswer.UNKNOWN_WORD, "Svar!H6", "kanskje"),
        (NotAnAnswer.UNKNOWN_WORD, "Svar!H8", '=HYPERLINK("x")'),
    ]


def test_times_and_hours_in_the_file_are_never_used(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        for row in range(6, 9):
            for column in range(2, 8):
                book.worksheets[0].cell(row, column).value = "24 t, 100 %"

    path = filled(person_list(tmp_path), {1: "kan"})
    assert read(changed(path, edit), BOOKING) == read(filled(person_list(tmp_path), {1: "kan"}), BOOKING)


def test_numbers_as_text_and_moved_rows_and_other_sheets(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book.worksheets[0]
        for column in (1, 8):  # rows 6 and 8 change places
            first, last = sheet.cell(6, column), sheet.cell(8, column)
            first.value, last.value = last.value, first.value
        sheet["A7"].value = "2."
        book.move_sheet(sheet, 1)
        book.create_sheet("Notat").append(["Nr.", "Svar"])

    path = filled(person_list(tmp_path), {1: "gjerne", 2: "kan", 3: "nei"})
    assert said(only(changed(path, edit))) == {1: GLADLY, 2: CAN, 3: NO}


def test_a_row_put_in_between_says_nothing_about_others(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        # As a spreadsheet does it: the cells move down and the names reach one row further.
        sheet = book.worksheets[0]
        sheet.move_range("A7:H8", rows=1)
        book.defined_names["heiltid_places"].attr_text = "Svar!$A$6:$A$9"
        book.defined_names["heiltid_answers"].attr_text = "Svar!$H$6:$H$9"
        sheet["C7"].value = "hugs ferie"

    path = filled(person_list(tmp_path), {1: "gjerne", 2: "kan", 3: "nei"})
    assert said(only(changed(path, edit))) == {1: GLADLY, 2: CAN, 3: NO}


def test_a_place_that_was_not_offered_costs_its_own_row_only(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book.worksheets[0]["A6"].value = 4
        book.worksheets[0]["A7"].value = "to"

    path = changed(filled(person_list(tmp_path), {1: "gjerne", 2: "kan", 3: "nei"}), edit)
    first, *_ = read(path, BOOKING)
    assert said(first) == {3: NO}
    assert refusals(path) == [(NotAnAnswer.NOT_OFFERED, "Svar!A6"), (NotAnAnswer.NOT_OFFERED, "Svar!A7")]


def test_two_different_answers_to_one_place_are_none(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book.worksheets[0]["A7"].value = 1

    path = changed(filled(person_list(tmp_path), {1: "gjerne", 2: "kan", 3: "nei"}), edit)
    assert said(read(path, BOOKING)[0]) == {3: NO}
    assert refusals(path) == [(NotAnAnswer.CONTRADICTS, "Svar!H6"), (NotAnAnswer.CONTRADICTS, "Svar!H7")]


def test_without_names_the_headings_and_the_form_of_the_code_tell(tmp_path: Path) -> None:
    # Phone programs and web sheets save a workbook without its names.
    def edit(book: Any) -> None:
        book.defined_names.clear()

    path = filled(person_list(tmp_path, language=Language.BOKMAL), {1: "gjerne", 2: "kan"}, 9)
    found = only(changed(path, edit))
    assert said(found) == {1: GLADLY, 2: CAN}
    assert (found.token, found.most_minutes) == (token_of("1")[:8], 9 * 60)
    rows = ((code_of("9"), 1, "gjerne"), (code_of("1"), 3, "nei"))
    shared = changed(with_rows(shared_list(tmp_path), *rows), edit)
    assert [said(entry) for entry in read(shared, BOOKING)] == [{1: GLADLY}, {3: NO}]


@pytest.mark.parametrize(
    "reference", ["#REF!", "", "Svar!$A$9999999:$ZZZ$1", "'", "[1]Ark!$A$1", "Svar!A1:A2:A3", "5", "x" * 9000]
)
def test_names_that_point_nowhere_do_no_harm(tmp_path: Path, reference: str) -> None:
    def edit(book: Any) -> None:
        book.defined_names["heiltid_answers"].attr_text = reference

    found = read(changed(filled(person_list(tmp_path), {1: "gjerne"}), edit), BOOKING)
    answers = [said(entry) for entry in found if isinstance(entry, RawAnswer)]
    assert found
    assert answers in ([], [{1: GLADLY}])


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (None, NotAnAnswer.NO_CODE),
        ("K7F2", NotAnAnswer.BROKEN_CODE),
        ("K7F2-9QXM3T8A-0", NotAnAnswer.BROKEN_CODE),
        ("K7F2-9QXM3T8Æ", NotAnAnswer.BROKEN_CODE),
        (3.5, NotAnAnswer.BROKEN_CODE),
    ],
)
def test_a_list_without_a_whole_code_is_refused(tmp_path: Path, code: Any, why: NotAnAnswer) -> None:
    def edit(book: Any) -> None:
        book.worksheets[0]["C4"].value = code

    path = changed(filled(person_list(tmp_path), {1: "gjerne"}), edit)
    assert [entry for entry, _ in refusals(path)] == [why]


def test_a_code_is_read_as_people_write_it_and_not_judged_here(tmp_path: Path) -> None:
    def write(code: str) -> Path:
        def edit(book: Any) -> None:
            book.worksheets[0]["C4"].value = code

        return changed(filled(person_list(tmp_path), {1: "gjerne"}), edit)

    loose = code_of("1").lower().replace("-", " – ").replace("0", "o").replace("1", "l")
    assert only(write(loose)).token == token_of("1")[:8]
    assert only(write("zzzz-zzzz zzzz")).list == "ZZZZ"


def test_hours_in_the_shared_workbook_are_nobodys(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book.worksheets[1]["F1"].value = 8
        name = DefinedName("heiltid_most_hours", attr_text=f"'{book.worksheets[1].title}'!$F$1")
        book.defined_names["heiltid_most_hours"] = name

    path = changed(with_rows(shared_list(tmp_path), (code_of("1"), 1, "Gladly")), edit)
    assert only(path).most_minutes is None


def test_the_shared_workbook_holds_several_peoples_answers(tmp_path: Path) -> None:
    path = with_rows(
        shared_list(tmp_path),
        (code_of("1"), 1, "Gladly"),
        (code_of("9"), "1", "kan"),
        (code_of("1").lower(), 3, "nei"),
        (code_of("9"), 2, "kan"),
        (None, 3, "kan"),
        ("tull", 3, "kan"),
        (code_of("9"), None, "kan"),
        (code_of("9"), 4, None),
    )
    kari, substitute, *_ = read(path, BOOKING)
    assert said(kari) == {1: GLADLY, 3: NO}
    assert said(substitute) == {1: CAN}
    assert isinstance(substitute, RawAnswer)
    assert substitute.token == token_of("9")[:8]
    assert refusals(path) == [
        (NotAnAnswer.NOT_OFFERED, "Svar!B6"),
        (NotAnAnswer.NO_CODE, "Svar!C7"),
        (NotAnAnswer.BROKEN_CODE, "Svar!A8"),
        (NotAnAnswer.NOT_OFFERED, "Svar!C9"),
    ]


def test_a_workbook_was_answered_when_it_was_last_saved_and_may_say_no_time(tmp_path: Path) -> None:
    path = filled(person_list(tmp_path), {1: "kan"})
    old = saved(path, "2001-01-01T00:00:00Z")
    assert only(old).given_at == datetime(2001, 1, 1, 1, 0)  # the Norwegian clock
    (entry,) = preview(BOOKING, read(old, BOOKING), datetime(2027, 5, 18)).entries
    assert entry.answer.given_at == MADE.replace(second=0)  # never older than its list
    assert only(saved(path, "9999-12-31T23:59:59Z")).given_at is None
    assert only(saved(path, "2027-05-16T16:32:41")).given_at == datetime(2027, 5, 16, 18, 32)
    for nonsense in ("yesterday", "2027-99-99T00:00:00Z"):  # the library opens no such workbook
        assert refusals(saved(path, nonsense)) == [(NotAnAnswer.UNREADABLE, "")]
        filled(person_list(tmp_path), {1: "kan"})
    assert only(with_part(path, "docProps/core.xml", lambda _: b"<x/>")).given_at is None
    assert saved_at(b"no package") is None


def test_winter_and_summer_have_their_own_clock(tmp_path: Path) -> None:
    path = filled(person_list(tmp_path), {1: "kan"})
    content = saved(path, "2027-11-30T11:00:59.125Z").read_bytes()
    assert saved_at(content) == datetime(2027, 11, 30, 12)
    assert saved_at(saved(path, "2027-06-30T11:00:00+02:00").read_bytes()) == datetime(2027, 6, 30, 11)


def test_files_that_are_no_workbooks_are_refused_with_the_reason(tmp_path: Path) -> None:
    whole = filled(person_list(tmp_path), {1: "kan"}).read_bytes()
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<x/>")
        package.writestr("xl/workbook.xml", b"<a>" + b" " * 20_000_000 + b"</a>")
    for content, why in (
        (b"", NotAnAnswer.UNREADABLE),
        (b"K7F2: 3 kan", NotAnAnswer.UNREADABLE),
        (whole[: len(whole) // 2], NotAnAnswer.UNREADABLE),
        (bomb.getvalue(), NotAnAnswer.TOO_LARGE),
    ):
        path = tmp_path / "x.xlsx"
        path.write_bytes(content)
        assert refusals(path) == [(why, "")]
    assert refusals(tmp_path / "nothing.xlsx") == [(NotAnAnswer.UNREADABLE, "")]


def test_a_workbook_of_something_else_has_no_code(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nr.", "Namn"])
    book.save(tmp_path / "x.xlsx")
    assert refusals(tmp_path / "x.xlsx") == [(NotAnAnswer.NO_CODE, "")]


def test_links_to_other_workbooks_and_bytes_gone_wrong_never_break_it(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book.worksheets[0]["H6"].value = "='[other.xlsx]Ark1'!$A$1"

    linked = changed(filled(person_list(tmp_path), {1: "kan", 2: "kan"}), edit)
    assert said(read(linked, BOOKING)[0]) == {2: CAN}
    whole = linked.read_bytes()
    for at in range(0, len(whole), 97):
        broken = bytearray(whole)
        broken[at] ^= 0x5A
        linked.write_bytes(broken)
        assert read(linked, BOOKING)


def test_a_settled_or_unknown_list_is_left_to_whoever_takes_answers_in(tmp_path: Path) -> None:
    path = filled(person_list(tmp_path), {1: "kan"})
    bare = replace(BOOKING, lists=())
    settled = BOOKING.with_list(replace(SENT, settled_at=MADE))
    for booking in (bare, settled):
        (found,) = read(path, booking)
        assert said(found) == {1: CAN}
