"""A list of open shifts written out for everybody on it: pages, workbooks, and the one workbook for all."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path

from heiltid.booking.answers.tokens import token
from heiltid.exchange.booking.list_workbook import write_person_list
from heiltid.exchange.booking.page import SUFFIX, write_page
from heiltid.exchange.booking.sending_guide import write_guide
from heiltid.exchange.booking.shared_workbook import write_shared_list
from heiltid.exchange.person_files import person_paths
from heiltid.model import Unit
from heiltid.model.asking import Booking, PersonOffer, SentList
from heiltid.texts import Language, text

WORKBOOK = ".xlsx"


class ListPart(StrEnum):
    """What a list can be written as, by the word the command line knows it by."""

    PAGES = "pages"
    WORKBOOKS = "workbooks"
    SHARED = "shared"


WRITERS: dict[ListPart, tuple[str, Callable[..., None]]] = {
    ListPart.PAGES: (SUFFIX, write_page),
    ListPart.WORKBOOKS: (WORKBOOK, write_person_list),
}


def with_something_to_take(sent: SentList) -> tuple[PersonOffer, ...]:
    """The offers of those who may take anything at all: only they get a list."""
    return tuple(offer for offer in sent.offers if offer.offered)


def write_list(
    folder: Path,
    unit: Unit,
    booking: Booking,
    sent: SentList,
    language: Language,
    parts: Collection[ListPart] = tuple(ListPart),
) -> tuple[Path, ...]:
    """Write the parts into a folder of the list's own inside `folder`; returns the files that go out.

    Beside them stands which of them is for whom. unit: the dated one the list was made of. Files of an
    earlier time are replaced. Raises OSError.
    """
    inner = folder / text("booking_folder.list", language, code=sent.code)
    inner.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    people = unit.employee_by_number()
    files: dict[str, list[Path]] = {}
    offers = [offer for offer in with_something_to_take(sent) if offer.employee in people]
    for part, (suffix, write) in WRITERS.items():
        if part not in parts:
            continue
        asked = [people[offer.employee] for offer in offers]
        for offer, (_, path) in zip(offers, person_paths(inner, asked, suffix), strict=True):
            proof = token(booking.secret, sent.code, offer.employee, sent.deadline)
            write(path, unit, sent, offer, proof, language, booking.settings.answers_to)
            written.append(path)
            files.setdefault(offer.employee, []).append(path)
    if files:
        write_guide(inner, [(people[employee], paths) for employee, paths in files.items()], language)
    if ListPart.SHARED in parts:
        path = inner / text("booking_folder.shared", language, code=sent.code)
        write_shared_list(path, unit, sent, language)
        written.append(path)
    return tuple(written)
