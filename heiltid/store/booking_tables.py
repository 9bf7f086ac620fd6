"""The tables of a unit's booking: the roll-out in force, lists, answers, the ledger, wishes from home.

Lists keep their order by `position`; what belongs to a list or a wish answer names it by its place.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Table, Text

from heiltid.store.tables import metadata


def _position(name: str = "position") -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


booking = Table(
    "booking",
    metadata,
    _position(),
    Column("secret", LargeBinary, nullable=False),
    Column("ring", Text, nullable=False),  # JSON list of names
    Column("most_shifts_in_four_weeks", Integer),
    Column("allows_overtime", Boolean, nullable=False),
    Column("shows_names", Boolean, nullable=False),
    Column("answers_to", Text, nullable=False),
)

rollout = Table(
    "rollout",
    metadata,
    _position(),
    Column("base", LargeBinary, nullable=False),  # a whole file of the base unit and plan, packed
    Column("first", Date, nullable=False),
    Column("from_week", Integer, nullable=False),
    Column("weeks", Integer, nullable=False),
    Column("gives_red_days", Boolean, nullable=False),
)

booked = Table(
    "booked",
    metadata,
    _position(),
    Column("in_force", Boolean, nullable=False),  # decided on the roll-out in force, else kept for another
    Column("employee", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("cells", Text, nullable=False),  # two cells as in heiltid/store/cells.py: it now, and what was
    Column("by", Text, nullable=False),
    Column("at", DateTime, nullable=False),
)

known_absence = Table(
    "known_absence",
    metadata,
    _position(),
    Column("employee", Text, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("code", Text, nullable=False),
)

sent_list = Table(
    "sent_list",
    metadata,
    _position(),
    Column("code", Text, nullable=False, unique=True),
    Column("made_at", DateTime, nullable=False),
    Column("deadline", DateTime, nullable=False),
    Column("settled_at", DateTime),
)

open_place = Table(
    "open_place",
    metadata,
    _position("list"),
    _position(),
    Column("number", Integer, nullable=False),
    Column("on", Date, nullable=False),
    Column("code", Text),
    Column("start_minute", Integer, nullable=False),
    Column("end_minute", Integer, nullable=False),
    Column("competence", Text),
    Column("why", Text, nullable=False),
    Column("whose", Text),
    Column("lacking_minutes", Integer, nullable=False),
)

person_offer = Table(
    "person_offer",
    metadata,
    _position("list"),
    _position(),
    Column("employee", Text, nullable=False),
    Column("standings", Text, nullable=False),  # JSON, see heiltid/store/standings.py
)

allotment = Table(
    "allotment",
    metadata,
    _position("list"),
    _position(),
    Column("part", Text, nullable=False),  # the field of the list it stands in
    Column("place", Integer, nullable=False),
    Column("employee", Text),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", DateTime),
)

answer = Table(
    "answer",
    metadata,
    _position(),
    Column("list", Text, nullable=False),  # its code
    Column("employee", Text, nullable=False),
    Column("choices", Text, nullable=False),  # "3=gladly 5=can"
    Column("most_minutes", Integer),
    Column("given_at", DateTime, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("channel", Text, nullable=False),
    Column("claimed_at", DateTime),
)

extra = Table(
    "extra",
    metadata,
    _position(),
    Column("employee", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("code", Text, nullable=False),
    Column("unbound_minutes", Integer, nullable=False),
    Column("extra_minutes", Integer, nullable=False),
    Column("overtime_minutes", Integer, nullable=False),
    Column("list", Text, nullable=False),
)

wish_round = Table(
    "wish_round",
    metadata,
    _position(),
    Column("code", Text, nullable=False, unique=True),
    Column("made_at", DateTime, nullable=False),
    Column("deadline", DateTime, nullable=False),
    Column("first", Date, nullable=False),
    Column("weeks", Integer, nullable=False),
    Column("asked", Text, nullable=False),  # JSON list of employee numbers
)

wish_answer = Table(
    "wish_answer",
    metadata,
    _position(),
    Column("round", Text, nullable=False),  # its code
    Column("employee", Text, nullable=False),
    Column("wanted_bp", Integer),
    Column("weekend_every", Integer),
    Column("long_shifts", Boolean),
    Column("given_at", DateTime, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("channel", Text, nullable=False),
    Column("claimed_at", DateTime),
    Column("taken_at", DateTime),
)


def _wish_columns() -> tuple[Column[Any], ...]:
    return (
        Column("employee", Text, nullable=False),
        Column("on_date", Date),
        Column("weekday", Integer),
        Column("week", Integer),
        Column("off", Boolean, nullable=False),
        Column("code", Text),
        Column("kind", Text),
        Column("negated", Boolean, nullable=False),
        Column("strength", Text, nullable=False),
    )


answered_wish = Table("answered_wish", metadata, _position("answer"), _position(), *_wish_columns())

# Of the unit's wishes those that came there by an answer.
laid_wish = Table("laid_wish", metadata, _position("answer"), _position(), *_wish_columns())
