"""Files with answers: told apart by what stands in them, and none of them stops the program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from answers import BOOKING, KARI, NOW, OLA, at, choices, code_of, page_file, short_code, token_of, typed
from openpyxl import load_workbook

from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.answers.receiving import preview
from heiltid.booking.answers.tokens import check
from heiltid.exchange.booking.answer_files import MOST_TEXT_BYTES, read_answers
from heiltid.exchange.booking.refused_file import refused_file
from heiltid.model.asking import Channel
from heiltid.texts import Language

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252")


def read(tmp_path: Path, content: str | bytes, name: str = "svar.json") -> tuple[RawAnswer | Refused, ...]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_answers(path, BOOKING)


def why(tmp_path: Path, content: str | bytes, name: str = "svar.json") -> NotAnAnswer:
    (only,) = read(tmp_path, content, name)
    assert isinstance(only, Refused)
    return only.why


def changed(**fields: Any) -> str:
    """A page's file with other fields; "..." leaves one out."""
    found = json.loads(page_file("3g 5c", given=at(17))) | fields
    return json.dumps({name: value for name, value in found.items() if value != "..."})


def test_a_page_file_is_an_answer(tmp_path: Path) -> None:
    assert read(tmp_path, page_file("3g 5c", given=at(17), hours=20)) == (
        RawAnswer(
            source=Source(name="svar.json"),
            channel=Channel.PAGE,
            list="K7F2",
            token=token_of(KARI),
            choices=choices("3g 5c"),
            most_minutes=1200,
            given_at=at(17),
        ),
    )


@pytest.mark.parametrize("between", ["", "\n", "\n\nOg her er mitt:\n"])
def test_several_page_files_in_one_text_are_as_many_answers(tmp_path: Path, between: str) -> None:
    found = read(tmp_path, between.join((page_file("3g"), page_file("4c", OLA))))
    assert [raw.choices for raw in found if isinstance(raw, RawAnswer)] == [choices("3g"), choices("4c")]
    assert len(found) == 2


def test_the_form_is_that_of_the_contract(tmp_path: Path) -> None:
    found = json.loads(page_file("5c 3g", given=at(16, 18, 32), hours=20))
    assert list(found) == ["heiltid", "version", "list", "token", "given", "most_hours", "answers", "check"]
    assert (found["heiltid"], found["version"], found["given"]) == ("answer", 1, "2027-05-16T18:32")
    assert found["answers"] == [{"place": 3, "answer": "gladly"}, {"place": 5, "answer": "can"}]


@pytest.mark.parametrize("name", ["svar.txt", "svar", "svar.json.txt", "svar.html", "svar.xlsx"])
def test_the_name_of_a_file_does_not_matter(tmp_path: Path, name: str) -> None:
    assert isinstance(read(tmp_path, page_file("3g"), name)[0], RawAnswer)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_may_be_written_in_any_way(tmp_path: Path, encoding: str) -> None:
    text = f"Hei på deg, leiar! Så bra, Åse.\r\n{typed('3g', hours=8)}\r\nBlåbærhelsing"
    (found,) = read(tmp_path, text.encode(encoding), "svar.txt")
    assert isinstance(found, RawAnswer)
    assert (found.choices, found.most_minutes) == (choices("3g"), 480)
    (page,) = read(tmp_path, page_file("3g").encode(encoding))
    assert isinstance(page, RawAnswer)


@pytest.mark.parametrize(
    "content",
    [
        changed(version=2),
        changed(version=True),
        changed(version="1"),
        changed(heiltid="wish"),
        changed(heiltid=["answer"]),
        "{}",
        "{",
        '{"heiltid": "answer"',
        page_file("3g")[:-1] + ',"check":"00000"}',  # a name twice
        page_file("3g").replace("null", "NaN"),
        page_file("3g").replace("null", "1e400"),
        page_file("3g").replace("null", "-Infinity"),
        page_file("3g").replace("null", "9" * 5000),
        page_file("3g").replace("null", "[" * 60_000 + "]" * 4),
        page_file("3g").replace("null", '{"a":{"b":{"c":{"d":1}}}}'),
        "<!DOCTYPE html><html><body>K7F2",
        '<?xml version="1.0"?><a/>',
        b"%PDF-1.7 K7F2",
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"PK\x03\x04 no package",
        b"\0\1\2\3\0\0\5",
        "{\\rtf1 K7F2}",
    ],
)
def test_what_is_no_answer_is_unreadable(tmp_path: Path, content: str | bytes) -> None:
    assert why(tmp_path, content) is NotAnAnswer.UNREADABLE


@pytest.mark.parametrize(
    "content",
    [
        changed(check="00000"),
        changed(check=5),
        changed(check="..."),
        changed(list="M3TA"),
        changed(list="k7f2"),
        changed(list=None),
        changed(token=token_of(OLA)),
        changed(token=token_of(KARI)[:8]),
        changed(token=token_of(KARI).lower()),
        changed(given="2027-05-17T12:01"),
        changed(given="2027-02-30T12:00"),
        changed(given="2027-05-17 12:00"),
        changed(given="2027-05-17T12:00:00"),
        changed(given="\u0662027-05-17T12:0"),
        changed(given=20270517),
        changed(most_hours=20),
        changed(most_hours=0),
        changed(most_hours=True),
        changed(most_hours="20"),
        changed(most_hours=256),
        changed(answers=[]),
        changed(answers={"3": "gladly"}),
        changed(answers=[{"place": 3, "answer": "gladly"}]),
        changed(answers=[{"place": 3, "answer": "gladly"}, {"place": 3, "answer": "no"}]),
        changed(answers=[{"place": True, "answer": "gladly"}]),
        changed(answers=[{"place": 3, "answer": "GLADLY"}]),
        changed(answers=[{"place": 3, "answer": ["gladly"]}]),
        changed(answers=[{"place": 3, "answer": "gladly", "hours": 12}]),
        changed(answers=["3=gladly"]),
        changed(hours=12),
        changed(name="=HYPERLINK(1)"),
        changed(**{"\ud800": "\ud800"}),
    ],
)
def test_an_altered_answer_is_refused(tmp_path: Path, content: str) -> None:
    assert why(tmp_path, content) is NotAnAnswer.ALTERED


def sealed(**fields: Any) -> str:
    """As `changed`, by somebody who makes a check that fits it."""
    found = json.loads(changed(**fields))
    said = ",".join(f"{each['place']}={each['answer']}" for each in found["answers"])
    hours = "" if found["most_hours"] is None else found["most_hours"]
    proof = check(found["token"], f"{found['list']}|{found['given']}|{hours}|{said}")
    return json.dumps(found | {"check": proof})


@pytest.mark.parametrize(
    "content",
    [
        # Her personal code is in every message of hers: it is no token to seal a file with.
        sealed(token=token_of(KARI)[:8]),
        sealed(list="K7F"),
        sealed(most_hours=0),
        sealed(most_hours=256),
        sealed(given="2027-05-17T12:00:00"),
        sealed(answers=[{"place": 3, "answer": "gladly"}, {"place": 3, "answer": "no"}]),
        sealed(answers=[{"place": 3, "answer": "gladly", "hours": 12}]),
        sealed(hours=12),
    ],
)
def test_what_no_page_writes_is_refused_though_its_check_fits(tmp_path: Path, content: str) -> None:
    assert isinstance(read(tmp_path, sealed())[0], RawAnswer)
    assert why(tmp_path, content) is NotAnAnswer.ALTERED


def test_a_forged_answer_with_a_right_check_is_nobodys(tmp_path: Path) -> None:
    raws = read(tmp_path, page_file("3g", secret=b"a guess"))
    shown = preview(BOOKING, raws, NOW)
    assert [refused.why for refused in shown.refused] == [NotAnAnswer.FOREIGN]


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    assert why(tmp_path, page_file("3g")[:-1] + " " * 70_000 + "}") is NotAnAnswer.TOO_LARGE
    assert why(tmp_path, b"a" * (MOST_TEXT_BYTES + 1), "svar.txt") is NotAnAnswer.TOO_LARGE
    assert why(tmp_path, b"a" * (MOST_TEXT_BYTES - 1), "svar.txt") is NotAnAnswer.TOO_LARGE


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json", Path("a\0b")):
        (only,) = read_answers(path, BOOKING)
        assert isinstance(only, Refused)
        assert only.why is NotAnAnswer.UNREADABLE
    assert why(tmp_path, b"") is NotAnAnswer.EMPTY


def test_refused_rows_are_given_back_as_text(tmp_path: Path) -> None:
    rows = [
        Refused(
            source=Source(name="=cmd|' /C calc'!A0", place="4"), why=NotAnAnswer.UNKNOWN_WORD, found="=1+1"
        ),
        Refused(source=Source(), why=NotAnAnswer.FOREIGN, found="@SUM(A1)\0", employee="1007"),
    ]
    path = tmp_path / "refused.xlsx"
    refused_file(path, rows, Language.NYNORSK)
    sheet = load_workbook(path).worksheets[0]
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found[0] == ["Kvar det stod", "Tilsettnr.", "Det som stod der", "Kvifor"]
    assert found[1][:3] == ["=cmd|' /C calc'!A0, linje 4", None, "=1+1"]
    assert found[2][:3] == ["innlimt tekst", "1007", "@SUM(A1)"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert all(cell.quotePrefix for cell in (sheet["A2"], sheet["C2"], sheet["C3"]))


def test_several_answers_in_one_text(tmp_path: Path) -> None:
    found = read(tmp_path, f"{short_code('3g')}\n{page_file('4c', OLA)}\n{typed('5n')}", "alle.txt")
    assert [raw.channel for raw in found if isinstance(raw, RawAnswer)] == [
        Channel.PAGE,
        Channel.CODE,
        Channel.TYPED,
    ]


@pytest.mark.parametrize("content", ['{"heiltid": "answer"', "{}", b"%PDF-1.7", changed(most_hours=21)])
def test_a_damaged_file_tells_whose_it_is_by_its_name(tmp_path: Path, content: str | bytes) -> None:
    for name, whose in ((code_of(KARI), KARI), (code_of(OLA).lower(), OLA), ("K7F2-00000000", None)):
        (found,) = read(tmp_path, content, f"heiltid-{name}.json")
        assert isinstance(found, Refused)
        assert (found.employee, found.found) == (whose, "")
        assert found.source.name == f"heiltid-{name}.json"


def test_a_name_lends_no_one_an_answer(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "Eg kan ta nr 3", f"heiltid-{code_of(KARI)}.txt")
    assert isinstance(found, Refused)
    assert (found.why, found.employee) == (NotAnAnswer.NO_CODE, None)
