"""A plan's origin, the goals its run reached, and the decisions made about it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Plans of older files have none of them."""
    op.create_table(
        "origin",
        sa.Column("plan", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=False),
        sa.Column("bound_average_position_bp", sa.Float()),
    )
    op.create_table(
        "goal_reached",
        sa.Column("plan", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("bound", sa.Float()),
    )
    op.create_table(
        "decision",
        sa.Column("plan", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("employee", sa.Text()),
        sa.Column("days", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
    )


def downgrade() -> None:
    """Take them away again."""
    for table in ("decision", "goal_reached", "origin"):
        op.drop_table(table)
