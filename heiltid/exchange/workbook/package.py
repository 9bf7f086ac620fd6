"""Is this file a workbook that can be opened without harm? Asked before anything is parsed.

Excel packages are zip files of XML. A few kilobytes may unpack to gigabytes, so sizes, ratios and the
number of XML elements are bounded first; document types and entities are refused.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from heiltid.errors import InputError, Problem

MEBIBYTE = 1024 * 1024
LARGEST_FILE_BYTES = 25 * MEBIBYTE
LARGEST_UNPACKED_BYTES = 64 * MEBIBYTE  # all XML parts together
LARGEST_OTHER_PART_BYTES = 12 * MEBIBYTE  # a part that is parsed in one piece, not row by row
MOST_PARTS = 3_000
MOST_MARKS = 3_000_000  # "<" and "=" in all XML parts: elements and attributes, the parser's memory
MOST_MARKS_IN_ROW = 200_000  # a row is parsed in one piece; 16 384 cells have 115 000
MOST_ROW_ELEMENTS = 50_000
LARGEST_RATIO = 300  # XML of real workbooks packs 5-40 times
RATIO_COUNTS_FROM_BYTES = MEBIBYTE
CHUNK_BYTES = 64 * 1024

_OLE_START = bytes.fromhex("D0CF11E0A1B11AE1")  # .xls, and the wrapping of an encrypted .xlsx
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_XML_ENDS = (".xml", ".rels", ".vml")
_STREAMED = re.compile(r"worksheets/[^/]*\.xml$|sharedstrings\.xml$", re.IGNORECASE)
_SHEET = re.compile(r"worksheets/[^/]*\.xml$", re.IGNORECASE)
_ROW_START = re.compile(rb"<(?:\w{1,20}:)?row(?=[\s/>])")
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
# Every way zipfile and its decompressors say that the bytes are not what they claim to be.
DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    KeyError,
)


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file that may be a workbook. Raises InputError when it cannot be one."""
    shown = str(path)
    try:
        place = Path(path)
        if place.stat().st_size > LARGEST_FILE_BYTES:
            raise _refused("file_too_large", shown, f"{LARGEST_FILE_BYTES // MEBIBYTE} MiB")
        content = place.read_bytes()
    except FileNotFoundError:
        raise _refused("file_missing", shown) from None
    except (OSError, ValueError):  # ValueError: a path with a null character
        raise _refused("file_unreadable", shown) from None
    _check_kind(content, shown)
    _check_package(content, shown)
    return content


def _refused(key: str, found: str, allowed: str | None = None) -> InputError:
    return InputError((Problem(key=key, found=found, allowed=allowed),))


def _check_kind(content: bytes, shown: str) -> None:
    """Name the usual mistakes: an old .xls, a password, a text file."""
    if not content:
        raise _refused("file_empty", shown)
    if content.startswith(_OLE_START):
        raise _refused("file_encrypted" if _ENCRYPTED in content else "file_old_excel", shown)
    if not content.startswith(_ZIP_STARTS):
        is_text = b"\0" not in content[:4096] and content[:1] != b"\x89"
        raise _refused("file_is_text" if is_text else "file_no_workbook", shown)


def _check_package(content: bytes, shown: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            key = _fault_of(package)
    except RuntimeError:  # zipfile's word for a password on a part
        raise _refused("file_encrypted", shown) from None
    except DAMAGED_ZIP:
        raise _refused("file_damaged", shown) from None
    if key is not None:
        raise _refused(key, shown)


def _fault_of(package: zipfile.ZipFile) -> str | None:
    """The key of the first fault in the package, or None."""
    entries = package.infolist()
    names = {entry.filename for entry in entries}
    if "mimetype" in names and "content.xml" in names:
        return "file_open_document"
    if "[Content_Types].xml" not in names:
        return "file_no_workbook"
    if len(entries) > MOST_PARTS:
        return "file_too_large_inside"
    parts = [entry for entry in entries if entry.filename.lower().endswith(_XML_ENDS)]
    if any(_is_bomb(entry) for entry in parts):
        return "file_too_large_inside"
    if sum(entry.file_size for entry in parts) > LARGEST_UNPACKED_BYTES:
        return "file_too_large_inside"
    return _scan(package, parts)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    size = entry.file_size
    if size > LARGEST_OTHER_PART_BYTES and not _STREAMED.search(entry.filename):
        return True
    return size > RATIO_COUNTS_FROM_BYTES and size > LARGEST_RATIO * max(1, entry.compress_size)


def _scan(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str | None:
    """Read every XML part once in pieces: it must unpack, stay small, and declare no entities."""
    marks = rows = 0
    for entry in parts:
        with package.open(entry) as part:
            found = _count(part)
        if found is None:
            return "file_forbidden_xml"
        marks += found.marks
        rows += found.rows
        row_too_wide = bool(_SHEET.search(entry.filename)) and found.most_in_row > MOST_MARKS_IN_ROW
        if marks > MOST_MARKS or rows > MOST_ROW_ELEMENTS or row_too_wide:
            return "file_too_large_inside"
    return None


@dataclass(slots=True)
class _Counts:
    """Marks ("<" and "=") of a part, its rows, and the most marks between two row starts."""

    marks: int = 0
    rows: int = 0
    most_in_row: int = 0


def _count(part: IO[bytes]) -> _Counts | None:
    """Count a part without parsing it; None when it declares a document type or an entity."""
    counts, since_row, tail = _Counts(), 0, b""
    while piece := part.read(CHUNK_BYTES):
        plain = piece.replace(b"\0", b"")  # UTF-16 too
        if _DECLARATION.search(tail + plain):
            return None
        stretches = _ROW_START.split(plain)
        counts.rows += len(stretches) - 1
        for place, stretch in enumerate(stretches):
            marks = stretch.count(b"<") + stretch.count(b"=")
            counts.marks += marks
            since_row = marks if place else since_row + marks
            counts.most_in_row = max(counts.most_in_row, since_row)
        tail = plain[-16:]
    return counts
