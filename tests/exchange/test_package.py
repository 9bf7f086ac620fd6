"""Files that are no workbook, or a harmful one: refused in plain words before anything is parsed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import books
import pytest

from heiltid.errors import InputError
from heiltid.exchange.workbook import package
from heiltid.exchange.workbook.read import read_workbook


def right_bytes(folder: Path) -> bytes:
    return books.save(folder / "right.xlsx", books.base()).read_bytes()


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    (problem,) = caught.value.problems
    assert problem.sheet is None
    assert problem.found == str(path)
    return problem.key


def rezipped(content: bytes, **changed: bytes) -> bytes:
    """The package with parts replaced or added; "/" in a name is written "__", "." is written "_dot_"."""
    parts = {name.replace("__", "/").replace("_dot_", "."): data for name, data in changed.items()}
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.pop(name, None) or old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "file_empty"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "file_old_excel"),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le") + bytes(600),
            "file_encrypted",
        ),
        (b"Nummer;Stilling\n1;100 %\n", "file_is_text"),
        ("Nummer;Stilling\nÅse".encode("latin-1"), "file_is_text"),
        (b"<html><table></table></html>", "file_is_text"),
        (b"\x89PNG\r\n\x1a\n", "file_no_workbook"),
        (bytes(100), "file_no_workbook"),
        (b"PK\x03\x04 and nothing more", "file_damaged"),
    ],
)
def test_files_that_are_no_workbook(content: bytes, key: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert refused(path) == key


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx") == "file_missing"
    assert refused(tmp_path) == "file_unreadable"
    with pytest.raises(InputError) as caught:
        read_workbook("null\0sign.xlsx")
    assert caught.value.problems[0].key in ("file_unreadable", "file_missing")


def test_other_zip_files(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "hello")
    assert refused(path) == "file_no_workbook"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<a/>")
    assert refused(path) == "file_open_document"


@pytest.mark.parametrize("kept", [4, 30, 200, 0.3, 0.6, 0.9, 0.999])
def test_truncated_files(kept: float, tmp_path: Path) -> None:
    content = right_bytes(tmp_path)
    path = tmp_path / "book.xlsx"
    path.write_bytes(content[: int(kept if kept >= 1 else kept * len(content))])
    assert refused(path) == "file_damaged"


def test_a_part_with_a_password(tmp_path: Path) -> None:
    content = bytearray(right_bytes(tmp_path))
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1  # the flag that says: encrypted
    local = content.index(b"PK\x03\x04")
    content[local + 6] |= 1
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert refused(path) == "file_encrypted"


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = right_bytes(tmp_path)
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    monkeypatch.setattr(package, "LARGEST_FILE_BYTES", len(content) - 1)
    assert refused(path) == "file_too_large"
    monkeypatch.setattr(package, "LARGEST_FILE_BYTES", len(content))
    read_workbook(path)


@pytest.mark.parametrize(
    "bomb",
    [
        b"<a>" + b" " * 70 * package.MEBIBYTE + b"</a>",  # more than everything together may be
        b"<a>" + b" " * 2 * package.MEBIBYTE + b"</a>",  # packed a thousand times
    ],
)
def test_zip_bombs(bomb: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(rezipped(right_bytes(tmp_path), xl__worksheets__sheet9_dot_xml=bomb))
    assert refused(path) == "file_too_large_inside"


def test_many_elements_in_one_row(tmp_path: Path) -> None:
    row = b"<c/>" * (package.MOST_MARKS_IN_ROW + 1)
    sheet = b"<worksheet><sheetData><row>" + row + b"</row></sheetData></worksheet>"
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:  # stored, so that no ratio gives it away
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    assert refused(path) == "file_too_large_inside"


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!doctype a SYSTEM "file:///etc/passwd"><a/>',
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        b" " * (package.CHUNK_BYTES - 4) + b"<!DOCTYPE a><a/>",  # across two pieces
    ],
)
def test_document_types_and_entities(declared: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(rezipped(right_bytes(tmp_path), xl__sharedStrings_dot_xml=declared))
    assert refused(path) == "file_forbidden_xml"


def test_parts_that_are_no_xml_are_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    for part in ("xl__workbook_dot_xml", "xl__styles_dot_xml", "[Content_Types]_dot_xml"):
        path.write_bytes(rezipped(right_bytes(tmp_path), **{part: b"<a><b></a>"}))
        assert refused(path) == "file_damaged", part


def test_a_damaged_sheet_is_named_and_others_are_still_read(tmp_path: Path) -> None:
    book = books.base()
    book["Employees"].append(["3", "much"])
    content = books.save(tmp_path / "right.xlsx", book).read_bytes()
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        cut_off = archive.read("xl/worksheets/sheet2.xml")[:-60]
    path.write_bytes(rezipped(content, xl__worksheets__sheet2_dot_xml=cut_off))
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    found = [(problem.key, problem.sheet, problem.cell) for problem in caught.value.problems]
    assert found == [("sheet_damaged", "Shifts", None), ("percent", "Employees", "B4")]


def test_the_file_is_not_touched(tmp_path: Path) -> None:
    path = books.save(tmp_path / "book.xlsx", books.base())
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    read_workbook(path)
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == stamp
    assert [entry.name for entry in tmp_path.iterdir()] == ["book.xlsx"]
