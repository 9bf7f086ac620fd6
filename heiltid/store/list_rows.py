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
    entries = [(False, entry) for entry in sent.allotments] + [(True, entry) for entry in sent.log]
    return [same_named(tables.allotment, entry) | {"is_log": is_log} for is_log, entry in entries]


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
            allotments=tuple(entry for is_log, entry in shared[at] if not is_log),
            log=tuple(entry for is_log, entry in shared[at] if is_log),
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


def _allotment(row: dict[str, Any]) -> tuple[bool, Allotment]:
    return row.pop("is_log"), Allotment(**row)
