"""A question about wishes written out for everybody asked: pages and workbooks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from heiltid.booking.answers.tokens import token
from heiltid.exchange.booking.list_folder import WORKBOOK, ListPart
from heiltid.exchange.booking.page_frame import SUFFIX
from heiltid.exchange.booking.sending_guide import write_guide
from heiltid.exchange.booking.wish_page import write_wish_page
from heiltid.exchange.booking.wish_workbook import write_wish_workbook
from heiltid.exchange.person_files import person_paths
from heiltid.model import Unit
from heiltid.model.asking import Booking, WishRound
from heiltid.texts import Language, text

WRITERS: dict[ListPart, tuple[str, Callable[..., None]]] = {
    ListPart.PAGES: (SUFFIX, write_wish_page),
    ListPart.WORKBOOKS: (WORKBOOK, write_wish_workbook),
}


def write_round(
    folder: Path,
    unit: Unit,
    booking: Booking,
    asked: WishRound,
    language: Language,
    parts: Collection[ListPart] = tuple(WRITERS),
) -> tuple[Path, ...]:
    """Write the parts into a folder of the round's own inside `folder`; returns the files that go out.

    Beside them stands which of them is for whom. Who has left the unit gets none.
    Files of an earlier time are replaced. Raises OSError.
    """
    inner = folder / text("booking_folder.wishes", language, code=asked.code)
    inner.mkdir(parents=True, exist_ok=True)
    people = [person for person in unit.employees if person.number in asked.asked]
    written: list[Path] = []
    files: dict[str, list[Path]] = {}
    for part, (suffix, write) in WRITERS.items():
        for person, path in person_paths(inner, people if part in parts else (), suffix):
            proof = token(booking.secret, asked.code, person.number, asked.deadline)
            write(path, unit, asked, person.number, proof, language, booking.settings.answers_to)
            written.append(path)
            files.setdefault(person.number, []).append(path)
    if files:
        write_guide(inner, [(person, files[person.number]) for person in people], language)
    return tuple(written)
