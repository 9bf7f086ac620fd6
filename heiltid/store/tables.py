"""The tables of a .heiltid file as they are now. How older files become so: heiltid/store/migrations.

A file holds one unit with all its plans; the tables of its booking stand in booking_tables.py. Lists keep
their order by `position`; sets of weekdays, dates and words are kept as text, sorted, so that the same
values give the same rows.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, MetaData, Table, Text

APPLICATION_ID = 0x48454C54  # "HELT", in the header of every .heiltid file
CURRENT_REVISION = "0003"  # the newest migration; a test holds it to that

metadata = MetaData()


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


def _plan() -> Column[int]:
    """The place of the plan that a row belongs to."""
    return Column("plan", Integer, primary_key=True, autoincrement=False)


def _days() -> tuple[Column[str], Column[bool], Column[str]]:
    """A day selector: weekdays as digits "01234", red days, dates as "2027-05-17 2027-12-24"."""
    return (
        Column("weekdays", Text, nullable=False),
        Column("red", Boolean, nullable=False),
        Column("dates", Text, nullable=False),
    )


about = Table(
    "about",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

unit = Table(
    "unit",
    metadata,
    _position(),
    Column("name", Text, nullable=False),
    Column("municipality", Text, nullable=False),
    Column("start", Date, nullable=False),
    Column("weeks", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("full_time_week_minutes", Integer),
    Column("residents", Integer),
    Column("small_position_below_bp", Integer, nullable=False),
    Column("night_written_on", Text, nullable=False),
    Column("fte_budget_bp", Integer),
    Column("rule_book", Text, nullable=False),
)

shift_type = Table(
    "shift_type",
    metadata,
    _position(),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start_minute", Integer, nullable=False),
    Column("end_minute", Integer, nullable=False),
    Column("unpaid_break_minutes", Integer, nullable=False),
    *_days(),
    Column("competence", Text),
)

demand = Table(
    "demand",
    metadata,
    _position(),
    *_days(),
    Column("start_minute", Integer),
    Column("end_minute", Integer),
    Column("shift", Text),
    Column("competence", Text),
    Column("minimum", Integer, nullable=False),
    Column("target", Integer, nullable=False),
    Column("maximum", Integer),
)

competence = Table(
    "competence",
    metadata,
    _position(),
    Column("name", Text, nullable=False),
    Column("covers", Text, nullable=False),  # JSON list of names
)

employee = Table(
    "employee",
    metadata,
    _position(),
    Column("number", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("competence", Text),
    Column("position_bp", Integer, nullable=False),
    Column("wanted_bp", Integer, nullable=False),
    Column("min_bp", Integer, nullable=False),
    Column("max_bp", Integer, nullable=False),
    Column("elsewhere_bp", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("chosen_part_time", Boolean, nullable=False),
    Column("weekend_every", Integer, nullable=False),
    Column("weekend_offset", Integer),
    Column("extra_weekends", Integer, nullable=False),
    Column("kinds", Text, nullable=False),  # letters, "ADN"
    Column("long_shifts", Boolean, nullable=False),
    Column("max_days_in_row", Integer),
    Column("max_nights_in_row", Integer),
    Column("employed_from", Date),
    Column("employed_to", Date),
)

wish = Table(
    "wish",
    metadata,
    _position(),
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

absence = Table(
    "absence",
    metadata,
    _position(),
    Column("employee", Text, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("code", Text, nullable=False),
)

agreement = Table(
    "agreement",
    metadata,
    _position(),
    Column("paragraph", Text, nullable=False),
    Column("employee", Text),
    Column("signed", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("signed_on", Date),
)

rule_override = Table(
    "rule_override",
    metadata,
    _position(),
    Column("rule", Text, nullable=False),
    Column("parameter", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("employee", Text),
)

plan = Table(
    "plan",
    metadata,
    _position(),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
)

plan_row = Table(
    "plan_row",
    metadata,
    _plan(),
    _position(),
    Column("employee", Text, nullable=False),
    Column("position_bp", Integer, nullable=False),
    Column("cells", Text, nullable=False),  # JSON list, see heiltid/store/cells.py
    Column("history", Text, nullable=False),
)

origin = Table(
    "origin",
    metadata,
    _plan(),
    Column("made_at", DateTime, nullable=False),
    Column("status", Text, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("workers", Integer, nullable=False),
    Column("bound_average_position_bp", Float),
)

goal_reached = Table(
    "goal_reached",
    metadata,
    _plan(),
    _position(),
    Column("name", Text, nullable=False),
    Column("value", Float, nullable=False),
    Column("bound", Float),
)

decision = Table(
    "decision",
    metadata,
    _plan(),
    _position(),
    Column("rule", Text, nullable=False),
    Column("employee", Text),
    Column("days", Text, nullable=False),  # "0 5 6"
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("decided_at", DateTime, nullable=False),
)
