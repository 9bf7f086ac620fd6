"""Files and pasted text with answers, of any kind, told apart by what stands in them.

Names lie: mail programs call a page's file .txt and phones call a workbook .bin. Nothing here raises:
what cannot be read is a refusal like any other.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source, shortened
from heiltid.booking.answers.text_answers import LONGEST_TEXT, answers_in_text
from heiltid.booking.answers.tokens import Holders, normalised
from heiltid.booking.wishing.said import Raw
from heiltid.exchange.booking import answer_workbook
from heiltid.exchange.booking.answer_json import answer_of
from heiltid.exchange.booking.strict_json import MOST_BYTES
from heiltid.model.asking import Booking

_WORKBOOK_START = b"PK\x03\x04"
_NO_TEXT = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_TEXT_BYTES = 4 * LONGEST_TEXT
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b|\A\s*<\?xml", re.IGNORECASE)  # what a page is made of
_CODE = re.compile(r"(?<![0-9A-Za-z])([0-9A-Za-z]{4})-([0-9A-Za-z]{8})(?![0-9A-Za-z])")
_DAMAGED = frozenset({NotAnAnswer.UNREADABLE, NotAnAnswer.TOO_LARGE, NotAnAnswer.ALTERED})
_INSIDE = re.compile(r'\{\s*"heiltid"')


def read_answers(path: Path, booking: Booking) -> tuple[Raw, ...]:
    """Every answer in a file, and whatever in it was meant as one and is none; never empty.

    Whom a damaged file is from is told by the personal code in its name, so that she can be asked again.
    """
    found = _read(path, booking)
    holder = _named_in(path.stem, booking)
    if holder is None:
        return found
    return tuple(
        replace(raw, employee=holder)
        if isinstance(raw, Refused) and raw.employee is None and raw.why in _DAMAGED
        else raw
        for raw in found
    )


def _named_in(name: str, booking: Booking) -> str | None:
    """Whose personal code stands in the name of a file."""
    holders = Holders(booking)
    for code in _CODE.finditer(name):
        holder = holders.of(normalised(code[1]), normalised(code[2]))
        if holder is not None:
            return holder[0]
    return None


def _read(path: Path, booking: Booking) -> tuple[Raw, ...]:
    source = Source(name=path.name)
    try:
        with path.open("rb") as file:
            start = file.read(MOST_TEXT_BYTES + 1)
        if start.startswith(_WORKBOOK_START):
            return answer_workbook.read(path, booking)
    except (OSError, ValueError):  # ValueError: a name with a null character
        return (Refused(source=source, why=NotAnAnswer.UNREADABLE),)
    if start.startswith(_NO_TEXT):
        return (Refused(source=source, why=NotAnAnswer.UNREADABLE),)
    if len(start) > MOST_TEXT_BYTES:
        return (Refused(source=source, why=NotAnAnswer.TOO_LARGE),)
    text = decoded(start)
    if text is None:
        return (Refused(source=source, why=NotAnAnswer.UNREADABLE),)
    return _of_text(text, booking, source)


def read_text(text: str, booking: Booking) -> tuple[Raw, ...]:
    """As `read_answers`, of text that was pasted."""
    return _of_text(text, booking, Source())


def decoded(content: bytes) -> str | None:
    """The text of some bytes, however it was written; None: they are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    nulls = content[:1000:2].count(0), content[1:1000:2].count(0)
    if max(nulls) > len(content[:1000]) // 8:
        encoding = "utf-16-be" if nulls[0] > nulls[1] else "utf-16-le"
        return content.decode(encoding, errors="replace") if min(nulls) < max(nulls) // 4 else None
    if b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _of_text(text: str, booking: Booking, source: Source) -> tuple[Raw, ...]:
    """A page's file is one object and nothing else, but may be pasted in the middle of a message, too."""
    whole = text.strip().removeprefix("\ufeff")
    is_object = whole.startswith("{") and whole.endswith("}")
    if len(text) > LONGEST_TEXT:
        return (Refused(source=source, why=NotAnAnswer.TOO_LARGE),)
    spans = tuple(_objects(text))
    if is_object and len(spans) < 2:  # else the contents of several files were pasted one after another
        return (_of_object(whole, source),)
    if _PAGE.search(text):
        return (Refused(source=source, why=NotAnAnswer.UNREADABLE),)
    if whole.startswith("{") and not spans:
        found = "" if source.name else shortened(whole)  # brackets and quotes say less than the file's name
        return (Refused(source=source, why=NotAnAnswer.UNREADABLE, found=found),)
    inside = [_of_object(text[start:end], source) for start, end in spans]
    for start, end in reversed(spans):
        text = text[:start] + "\n" * text.count("\n", start, end) + text[end:]
    rest = answers_in_text(text, booking, source)
    is_bare = all(isinstance(raw, Refused) and _is_nothing(raw) for raw in rest)
    return tuple(inside) if inside and is_bare else (*inside, *rest)


def _is_nothing(refused: Refused) -> bool:
    """Whether it only says that no answer was found. One that lacks its code tells where it stands."""
    no_code = refused.why is NotAnAnswer.NO_CODE and not refused.source.place
    return no_code or refused.why is NotAnAnswer.EMPTY


def _of_object(text: str, source: Source) -> Raw:
    if len(text.encode(errors="replace")) > MOST_BYTES:
        return Refused(source=source, why=NotAnAnswer.TOO_LARGE)
    return answer_of(text, source)


def _objects(text: str) -> Iterator[tuple[int, int]]:
    """Where contents of pages' files stand in a text, from the first bracket to the one that ends it."""
    begins = [begin.start() for begin in _INSIDE.finditer(text)]
    for begin, limit in zip(begins, [*begins[1:], len(text)], strict=False):
        depth = 0
        for place in range(begin, limit):
            depth += (text[place] == "{") - (text[place] == "}")
            if depth == 0:
                yield begin, place + 1
                break
