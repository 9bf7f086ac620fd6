"""What is kept of open shifts: the roll-out in force, lists, answers, the ledger, wishes from home."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


TABLES = (
    "booking",
    "rollout",
    "booked",
    "known_absence",
    "sent_list",
    "open_place",
    "person_offer",
    "allotment",
    "answer",
    "extra",
    "wish_round",
    "wish_answer",
    "answered_wish",
    "laid_wish",
)


def upgrade() -> None:
    """Older files have no booking."""
    _booking()
    _rollout()
    _booked()
    _known_absence()
    _sent_list()
    _open_place()
    _person_offer()
    _allotment()
    _answer()
    _extra()
    _wish_round()
    _wish_answer()
    _wishes("answered_wish")
    _wishes("laid_wish")


def downgrade() -> None:
    """Take them away again."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _booking() -> None:
    op.create_table(
        "booking",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("ring", sa.Text(), nullable=False),
        sa.Column("most_shifts_in_four_weeks", sa.Integer()),
        sa.Column("allows_overtime", sa.Boolean(), nullable=False),
        sa.Column("shows_names", sa.Boolean(), nullable=False),
        sa.Column("answers_to", sa.Text(), nullable=False),
    )


def _rollout() -> None:
    op.create_table(
        "rollout",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("base", sa.LargeBinary(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("from_week", sa.Integer(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("gives_red_days", sa.Boolean(), nullable=False),
    )


def _booked() -> None:
    op.create_table(
        "booked",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )


def _known_absence() -> None:
    op.create_table(
        "known_absence",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
    )


def _sent_list() -> None:
    op.create_table(
        "sent_list",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", sa.Text(), nullable=False, unique=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("deadline", sa.DateTime(), nullable=False),
        sa.Column("settled_at", sa.DateTime()),
    )


def _open_place() -> None:
    op.create_table(
        "open_place",
        sa.Column("list", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("start_minute", sa.Integer(), nullable=False),
        sa.Column("end_minute", sa.Integer(), nullable=False),
        sa.Column("competence", sa.Text()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("whose", sa.Text()),
        sa.Column("lacking_minutes", sa.Integer(), nullable=False),
    )


def _person_offer() -> None:
    op.create_table(
        "person_offer",
        sa.Column("list", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("standings", sa.Text(), nullable=False),
    )


def _allotment() -> None:
    op.create_table(
        "allotment",
        sa.Column("list", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("employee", sa.Text()),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime()),
    )


def _answer() -> None:
    op.create_table(
        "answer",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("most_minutes", sa.Integer()),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("claimed_at", sa.DateTime()),
    )


def _extra() -> None:
    op.create_table(
        "extra",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("unbound_minutes", sa.Integer(), nullable=False),
        sa.Column("extra_minutes", sa.Integer(), nullable=False),
        sa.Column("overtime_minutes", sa.Integer(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
    )


def _wish_round() -> None:
    op.create_table(
        "wish_round",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", sa.Text(), nullable=False, unique=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("deadline", sa.DateTime(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
    )


def _wish_answer() -> None:
    op.create_table(
        "wish_answer",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("wanted_bp", sa.Integer()),
        sa.Column("weekend_every", sa.Integer()),
        sa.Column("long_shifts", sa.Boolean()),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("claimed_at", sa.DateTime()),
        sa.Column("taken_at", sa.DateTime()),
    )


def _wishes(table: str) -> None:
    op.create_table(
        table,
        sa.Column("answer", sa.Integer(), primary_key=True, autoincrement=False),
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
