"""Between the questions about the next rota, what was answered to them, and the rows of their tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Table

from heiltid.model.asking import Channel, WishAnswer, WishRound
from heiltid.store import booking_tables as tables
from heiltid.store.list_rows import by_owner, of_each
from heiltid.store.unit_rows import numbered, same_named, wish_from_row, wish_row

Rows: TypeAlias = list[dict[str, Any]]


def wish_rows(rounds: Sequence[WishRound], answers: Sequence[WishAnswer]) -> tuple[tuple[Table, Rows], ...]:
    """Every table of the wish rounds with its rows, in their order."""
    return (
        (tables.wish_round, numbered(map(_round_row, rounds))),
        (tables.wish_answer, numbered(map(_answer_row, answers))),
        (tables.answered_wish, of_each("answer", answers, lambda answer: map(wish_row, answer.wishes))),
        (tables.laid_wish, of_each("answer", answers, lambda answer: map(wish_row, answer.laid))),
    )


def _round_row(asked: WishRound) -> dict[str, Any]:
    return same_named(tables.wish_round, asked) | {"asked": json.dumps(asked.asked, ensure_ascii=False)}


def _answer_row(answer: WishAnswer) -> dict[str, Any]:
    return same_named(tables.wish_answer, answer) | {"channel": answer.channel.value}


def wish_rounds_from_rows(rows: Callable[[Table], Rows]) -> tuple[WishRound, ...]:
    """The rounds; `rows` gives a table's rows in their order, without the column that carries it."""
    return tuple(
        WishRound(asked=tuple(json.loads(row.pop("asked"))), **row) for row in rows(tables.wish_round)
    )


def wish_answers_from_rows(rows: Callable[[Table], Rows]) -> tuple[WishAnswer, ...]:
    """The answers, each with its wishes."""
    found = rows(tables.wish_answer)
    wishes = by_owner("answer", rows(tables.answered_wish), len(found), wish_from_row)
    laid = by_owner("answer", rows(tables.laid_wish), len(found), wish_from_row)
    return tuple(
        WishAnswer(channel=Channel(row.pop("channel")), wishes=wishes[place], laid=laid[place], **row)
        for place, row in enumerate(found)
    )
