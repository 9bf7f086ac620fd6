"""What can happen to an answer on its way: bytes, signs, words, fields and cells changed."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

import openpyxl
from fuzz.package_mutations import BYTE_MUTATIONS, PART_MUTATIONS

Mutate = Callable[[Random, bytes], bytes]
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ODD_SIGNS = "\u00a0\u2011\u2013\u200b\u202e\ufeff\0\x1f\u2028=+@<>\"'&;:|\u00ad\ufdfa🙂ﬀÅ"
ODD_WORDS = (
    *("kanskje", "alle", "nei takk", "høgst 8", "maks 7,5", "3-6 kan", "99 kan", "12.06.", "> 3 nei", "K7F2"),
    *(
        "=1+1",
        "<script>alert(1)</script>",
        "'; DROP TABLE answer;--",
        "{" * 50,
        "HT1-",
        "\n\n-- \n",
        "og",
        "ikkje",
    ),
    *("9" * 400, "K7F2-00000000: 1 gjerne", "\nFrom: leiar\n"),
)
ODD_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        10**8,
        10**60,
        0.5,
        "",
        "=1+1",
        "\ud800",
        "gladly",
        [],
        {},
        [[[]]],
        "x" * 70_000,
    ),
    *(
        {"place": 1, "answer": "no"},
        [{"place": 1, "answer": "gladly"}],
        "2027-05-16T18:32",
        "0000-00-00T00:00",
    ),
)
ODD_CELLS: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        1.5,
        10**30,
        "=1+1",
        "=NOW()",
        "#REF!",
        "gjerne",
        "kan",
        "nei",
        "kanskje",
        "2",
        "99",
        "K7F2",
    ),
    *("<b>", "x" * 5000, "K7F2-00000000", "\t", "=HYPERLINK(0)"),
)


def change_sign(random: Random, content: bytes) -> bytes:
    """One sign of a code for another, or any byte."""
    if not content:
        return content
    place = random.randrange(len(content))
    other = random.choice(SIGNS).encode() if random.random() < 0.7 else bytes([random.randrange(256)])
    return content[:place] + other + content[place + 1 :]


def move_span(random: Random, content: bytes) -> bytes:
    """A stretch left out, doubled, turned round or moved to the end."""
    first, last = sorted(random.randint(0, len(content)) for _ in range(2))
    piece = content[first:last]
    changed = random.choice((b"", piece * 2, piece[::-1]))
    end = piece if random.random() < 0.2 else b""
    return content[:first] + changed + content[last:] + end


def cut(random: Random, content: bytes) -> bytes:
    """Only the beginning, or only the end."""
    place = random.randint(0, len(content))
    return content[:place] if random.random() < 0.7 else content[place:]


def put_in(random: Random, content: bytes) -> bytes:
    """Odd signs or words anywhere."""
    place = random.randint(0, len(content))
    if random.random() < 0.5:
        odd = "".join(random.choices(ODD_SIGNS, k=random.randint(1, 4)))
    else:
        odd = f" {random.choice(ODD_WORDS)} "
    return content[:place] + odd.encode() + content[place:]


def write_anew(random: Random, content: bytes) -> bytes:
    """The text in another encoding, in other letters, broken or quoted."""
    text = content.decode(errors="replace")
    way = random.randrange(7)
    if way == 0:
        return text.swapcase().encode()
    if way == 1:
        width = random.randint(5, 60)
        return "\r\n> ".join(text[at : at + width] for at in range(0, len(text), width)).encode()
    if way == 2:
        return text.replace("-", random.choice("\u2011\u2013 \n")).encode()
    encoding = random.choice(("utf-16", "utf-16-le", "utf-8-sig", "latin-1", "utf-32", "cp1252", "utf-7"))
    return text.encode(encoding, errors="replace")


def change_number(random: Random, content: bytes) -> bytes:
    """One figure for another."""
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    if not places:
        return content
    place = random.choice(places)
    return content[:place] + str(random.randrange(10)).encode() + content[place + 1 :]


def change_field(random: Random, content: bytes) -> bytes:
    """One field of an object for another value, left out, or a new one."""
    try:
        found = json.loads(content)
    except ValueError:
        return content
    if not isinstance(found, dict) or not found:
        return content
    name = random.choice([*found, "hours", "name"])
    if random.random() < 0.2:
        found.pop(name, None)
    else:
        found[name] = random.choice(ODD_VALUES)
    return json.dumps(found).encode()


def change_choice(random: Random, content: bytes) -> bytes:
    """One answer within the list of them: another place, word or type, doubled or in another order."""
    try:
        found = json.loads(content)
        answers = found["answers"]
        entry = random.choice(answers)
        way = random.randrange(4)
        if way == 0:
            entry["place"] = random.choice((1, 2, 3, 4, 5, *ODD_VALUES))
        elif way == 1:
            entry["answer"] = random.choice(("gladly", "can", "no", *ODD_VALUES))
        elif way == 2:
            answers.append(dict(entry))
        else:
            random.shuffle(answers)
        return json.dumps(found).encode()
    except (ValueError, TypeError, KeyError, IndexError):
        return content


def change_cells(random: Random, content: bytes) -> bytes:
    """Cells written over, rows moved, names of cells gone."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(content))
    except Exception:
        return content
    if not book.worksheets:  # an earlier damage took them
        return content
    sheet = random.choice(book.worksheets)
    for _ in range(random.randint(1, 4)):
        row, column = random.randint(1, sheet.max_row), random.choice((1, 8, random.randint(1, 9)))
        cell = sheet.cell(row, column)
        if type(cell).__name__ != "MergedCell":
            cell.value = random.choice(ODD_CELLS)
    if random.random() < 0.2 and book.defined_names:
        del book.defined_names[random.choice(sorted(book.defined_names))]
    if random.random() < 0.1:
        sheet.insert_rows(random.randint(1, sheet.max_row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def change_parts(random: Random, content: bytes) -> bytes:
    """The parts of a package, or the bytes of it."""
    if content and random.random() < 0.3:
        return random.choice(BYTE_MUTATIONS)(random, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError):
        return content
    random.choice(PART_MUTATIONS)(random, parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


TEXT: tuple[Mutate, ...] = (
    change_sign,
    change_sign,
    move_span,
    cut,
    put_in,
    put_in,
    write_anew,
    change_number,
)
OF_KIND: dict[str, tuple[Mutate, ...]] = {
    "json": (*TEXT, change_field, change_field, change_choice, change_choice),
    "code": TEXT,
    "typed": TEXT,
    "page": TEXT,
    "workbook": (change_cells, change_cells, change_cells, change_parts),
}
