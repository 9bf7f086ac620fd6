"""Between the lists that were sent out and the rows of their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Table

from heiltid.model.asking import Allotment, PersonOffer, SentList
from heiltid.model.booking import OpenPlace, OpenWhy
from heiltid.store import booking_tables as tables
from heiltid.store.standings import standings_from_text, standings_to_text
from heiltid.store.unit_rows import numbered, same_named

T = TypeVar("T")
Rows: TypeAlias = list[dict[str, Any]]
ALLOTTED = ("allotments", "log", "told")  # the fields of a list that hold allotments


def list_rows(lists: Sequence[SentList]) -> tuple[tuple[Table, Rows], ...]:
    """Every table of the lists with its rows, in their order."""
    return (
        (tables.sent_list, numbered(same_named(tables.sent_list, sent) for sent in lists)),
        (tables.open_place, of_each("list", lists, lambda sent: map(_place_row, sent.places))),
        (tables.person_offer, of_each("list", lists, lambda sent: map(_offer_row, sent.offers))),
        (tables.allotment, of_each("list", lists, _allotment_rows)),
    )


def of_each(name: str, values: Iterable[T], rows: Callable[[T], Iterable[dict[str, Any]]]) -> Rows:
    """Numbered rows of every value, each with the value's place in the column `name`."""
    return [{name: place, **row} for place, value in enumerate(values) for row in numbered(rows(value))]


def _place_row(place: OpenPlace) -> dict[str, Any]:
    return same_named(tables.open_place, place) | {"why": place.why.value}


def _offer_row(offer: PersonOffer) -> dict[str, Any]:
    return {"employee": offer.employee, "standings": standings_to_text(offer.standings)}


def _allotment_rows(sent: SentList) -> Rows:
    return [
        same_named(tables.allotment, entry) | {"part": part}
        for part in ALLOTTED
        for entry in getattr(sent, part)
    ]


def lists_from_rows(rows: Callable[[Table], Rows]) -> tuple[SentList, ...]:
    """The lists; `rows` gives a table's rows in their order, without the column that carries it."""
    found = rows(tables.sent_list)
    places = by_owner("list", rows(tables.open_place), len(found), _place)
    offers = by_owner("list", rows(tables.person_offer), len(found), _offer)
    shared = by_owner("list", rows(tables.allotment), len(found), _allotment)
    return tuple(
        SentList(
            **row,
            places=places[at],
            offers=offers[at],
            allotments=_part("allotments", shared[at]),
            log=_part("log", shared[at]),
            told=_part("told", shared[at]),
        )
        for at, row in enumerate(found)
    )


def by_owner(name: str, rows: Rows, count: int, value: Callable[[dict[str, Any]], T]) -> list[tuple[T, ...]]:
    """The rows' values, those of each owner together. Raises ValueError for an owner that is not there."""
    found: list[list[T]] = [[] for _ in range(count)]
    for row in rows:
        place = row.pop(name)
        if not 0 <= place < count:
            raise ValueError("a row of something that is not there")
        found[place].append(value(row))
    return [tuple(values) for values in found]


def _place(row: dict[str, Any]) -> OpenPlace:
    return OpenPlace(why=OpenWhy(row.pop("why")), **row)


def _offer(row: dict[str, Any]) -> PersonOffer:
    employee = row["employee"]
    return PersonOffer(employee=employee, standings=standings_from_text(row["standings"], employee))


def _part(part: str, entries: Iterable[tuple[str, Allotment]]) -> tuple[Allotment, ...]:
    return tuple(entry for own, entry in entries if own == part)


def _allotment(row: dict[str, Any]) -> tuple[str, Allotment]:
    part = row.pop("part")
    if part not in ALLOTTED:
        raise ValueError("an allotment of no kind that is known")
    return part, Allotment(**row)
