"""The first format of .heiltid files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


TABLES = (
    "about",
    "absence",
    "agreement",
    "competence",
    "demand",
    "employee",
    "plan",
    "plan_row",
    "rule_override",
    "shift_type",
    "unit",
    "wish",
)


def upgrade() -> None:
    """Make all tables in an empty database."""
    _about()
    _absence()
    _agreement()
    _competence()
    _demand()
    _employee()
    _plan()
    _plan_row()
    _rule_override()
    _shift_type()
    _unit()
    _wish()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)


def _about() -> None:
    op.create_table(
        "about",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )


def _absence() -> None:
    op.create_table(
        "absence",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
    )


def _agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("paragraph", sa.Text(), nullable=False),
        sa.Column("employee", sa.Text()),
        sa.Column("signed", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date()),
    )


def _competence() -> None:
    op.create_table(
        "competence",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("covers", sa.Text(), nullable=False),
    )


def _demand() -> None:
    op.create_table(
        "demand",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("red", sa.Boolean(), nullable=False),
        sa.Column("dates", sa.Text(), nullable=False),
        sa.Column("start_minute", sa.Integer()),
        sa.Column("end_minute", sa.Integer()),
        sa.Column("shift", sa.Text()),
        sa.Column("competence", sa.Text()),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("maximum", sa.Integer()),
    )


def _employee() -> None:
    op.create_table(
        "employee",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Text(), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("competence", sa.Text()),
        sa.Column("position_bp", sa.Integer(), nullable=False),
        sa.Column("wanted_bp", sa.Integer(), nullable=False),
        sa.Column("min_bp", sa.Integer(), nullable=False),
        sa.Column("max_bp", sa.Integer(), nullable=False),
        sa.Column("elsewhere_bp", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("chosen_part_time", sa.Boolean(), nullable=False),
        sa.Column("weekend_every", sa.Integer(), nullable=False),
        sa.Column("weekend_offset", sa.Integer()),
        sa.Column("extra_weekends", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("long_shifts", sa.Boolean(), nullable=False),
        sa.Column("max_days_in_row", sa.Integer()),
        sa.Column("max_nights_in_row", sa.Integer()),
        sa.Column("employed_from", sa.Date()),
        sa.Column("employed_to", sa.Date()),
    )


def _plan() -> None:
    op.create_table(
        "plan",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
    )


def _plan_row() -> None:
    op.create_table(
        "plan_row",
        sa.Column("plan", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("position_bp", sa.Integer(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("history", sa.Text(), nullable=False),
    )


def _rule_override() -> None:
    op.create_table(
        "rule_override",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("parameter", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("employee", sa.Text()),
    )


def _shift_type() -> None:
    op.create_table(
        "shift_type",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", sa.Text(), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start_minute", sa.Integer(), nullable=False),
        sa.Column("end_minute", sa.Integer(), nullable=False),
        sa.Column("unpaid_break_minutes", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("red", sa.Boolean(), nullable=False),
        sa.Column("dates", sa.Text(), nullable=False),
        sa.Column("competence", sa.Text()),
    )


def _unit() -> None:
    op.create_table(
        "unit",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("full_time_week_minutes", sa.Integer()),
        sa.Column("residents", sa.Integer()),
        sa.Column("small_position_below_bp", sa.Integer(), nullable=False),
        sa.Column("night_written_on", sa.Text(), nullable=False),
        sa.Column("fte_budget_bp", sa.Integer()),
        sa.Column("rule_book", sa.Text(), nullable=False),
    )


def _wish() -> None:
    op.create_table(
        "wish",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("on_date", sa.Date()),
        sa.Column("weekday", sa.Integer()),
        sa.Column("week", sa.Integer()),
        sa.Column("off", sa.Boolean(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("kind", sa.Text()),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=False),
    )
