"""Between a unit's booking and the rows of its tables.

The base of the roll-out goes in and comes out as bytes and values made elsewhere; the dated plan itself is
never stored, but made again of what it was made of. The readers raise ValueError, KeyError or TypeError
for rows that no Heiltid can have written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Table

from heiltid.booking.dates.rolling import options_problem, rolled
from heiltid.model import Absence, Plan, Unit
from heiltid.model.asking import (
    Answer,
    Booking,
    BookingSettings,
    Channel,
    Choice,
    Extra,
    Willingness,
)
from heiltid.model.booking import Booked, RollOut, RollOutOptions
from heiltid.store import booking_tables as tables
from heiltid.store.cells import cells_from_text, cells_to_text
from heiltid.store.list_rows import list_rows, lists_from_rows
from heiltid.store.unit_rows import numbered, same_named
from heiltid.store.wish_round_rows import wish_answers_from_rows, wish_rounds_from_rows, wish_rows

Rows: TypeAlias = list[dict[str, Any]]
Reader: TypeAlias = Callable[[Table], Rows]


def booking_rows(booking: Booking, base: bytes | None) -> tuple[tuple[Table, Rows], ...]:
    """Every table of the booking with its rows; base: the roll-out's base unit and plan, packed."""
    rollout = booking.rollout
    decisions = () if rollout is None else rollout.decisions
    absences = () if rollout is None else rollout.absences
    return (
        (tables.booking, numbered([_booking_row(booking)])),
        (tables.rollout, _rollout_rows(rollout, base)),
        (tables.booked, numbered([*_booked_rows(decisions, True), *_booked_rows(booking.kept, False)])),
        (tables.known_absence, numbered(same_named(tables.known_absence, entry) for entry in absences)),
        *list_rows(booking.lists),
        (tables.answer, numbered(map(_answer_row, booking.answers))),
        (tables.extra, numbered(same_named(tables.extra, entry) for entry in booking.ledger)),
        *wish_rows(booking.wish_rounds, booking.wish_answers),
    )


def _booking_row(booking: Booking) -> dict[str, Any]:
    ring = json.dumps(booking.settings.ring, ensure_ascii=False)
    return same_named(tables.booking, booking.settings) | {"secret": booking.secret, "ring": ring}


def _rollout_rows(rollout: RollOut | None, base: bytes | None) -> Rows:
    if rollout is None:
        return []
    return numbered([same_named(tables.rollout, rollout.options) | {"base": base}])


def _booked_rows(decisions: Iterable[Booked], in_force: bool) -> Rows:
    return [
        same_named(tables.booked, entry)
        | {"in_force": in_force, "cells": cells_to_text((entry.cell, entry.was))}
        for entry in decisions
    ]


def _answer_row(answer: Answer) -> dict[str, Any]:
    choices = " ".join(f"{choice.place}={choice.willingness.value}" for choice in answer.choices)
    return same_named(tables.answer, answer) | {"choices": choices, "channel": answer.channel.value}


def booking_from_rows(rows: Reader, base: Callable[[bytes], tuple[Unit, Plan]]) -> Booking | None:
    """The booking; None where the file has none. rows: as for plans; base: unpacks that of the roll-out."""
    found = rows(tables.booking)
    if not found:
        return None
    (row,) = found
    secret, ring = row.pop("secret"), json.loads(row.pop("ring"))
    laid = [(entry.pop("in_force"), _booked(entry)) for entry in rows(tables.booked)]
    absences = tuple(Absence(**entry) for entry in rows(tables.known_absence))
    decisions = tuple(entry for in_force, entry in laid if in_force)
    rollout = _rollout(rows(tables.rollout), base, absences, decisions)
    if rollout is None and (decisions or absences):
        raise ValueError("something laid over a roll-out that is not there")
    return Booking(
        secret=secret,
        rollout=rollout,
        settings=BookingSettings(ring=tuple(ring), **row),
        lists=lists_from_rows(rows),
        answers=tuple(map(_answer, rows(tables.answer))),
        ledger=tuple(Extra(**entry) for entry in rows(tables.extra)),
        kept=tuple(entry for in_force, entry in laid if not in_force),
        wish_rounds=wish_rounds_from_rows(rows),
        wish_answers=wish_answers_from_rows(rows),
    )


def _rollout(
    found: Rows,
    base: Callable[[bytes], tuple[Unit, Plan]],
    absences: tuple[Absence, ...],
    decisions: tuple[Booked, ...],
) -> RollOut | None:
    """The roll-out made again. Raises ValueError where the base cannot be laid over those weeks."""
    if not found:
        return None
    (row,) = found
    unit, plan = base(row.pop("base"))
    options = RollOutOptions(**row)
    if options_problem(unit, options) is not None or not _is_in_calendar(options):
        raise ValueError("a roll-out that cannot be")
    return rolled(unit, plan, options, absences, decisions)


def _is_in_calendar(options: RollOutOptions) -> bool:
    return date.min.year + 1 < options.first.year < date.max.year - 1


def _booked(row: dict[str, Any]) -> Booked:
    cell, was = cells_from_text(row.pop("cells"))
    return Booked(cell=cell, was=was, **row)


def _answer(row: dict[str, Any]) -> Answer:
    words = (word.partition("=") for word in row.pop("choices").split())
    choices = tuple(Choice(place=int(place), willingness=Willingness(said)) for place, _, said in words)
    return Answer(choices=choices, channel=Channel(row.pop("channel")), **row)
