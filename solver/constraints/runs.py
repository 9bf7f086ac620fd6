"""Runs of days: days_in_row, nights_in_row, long_shifts_in_row, isolated days."""

from __future__ import annotations

from solver.constraints.succession import touched
from solver.expressions import Expression
from solver.frame import Frame
from solver.variables import Literal, Piece


def hard_limit(frame: Frame, p: int, rule: str) -> int | None:
    """The most days in a row a person may have by that rule; None = no limit."""
    person = frame.people[p]
    own = {"days_in_row": person.max_days_in_row, "nights_in_row": person.max_nights_in_row}
    if own.get(rule) is not None:
        return own[rule]
    value = frame.book.value(rule, "hard", person.number)
    return None if value is None else int(value)


def soft_limit(frame: Frame, p: int, rule: str) -> int | None:
    """The number of days in a row above which each further one costs."""
    value = frame.book.value(rule, "soft", frame.people[p].number)
    return None if value is None else int(value)


def days_in_row(piece: Piece, p: int, weight: int) -> None:
    """Working days in a row, any code."""
    _run(piece, p, "days_in_row", None, weight)


def nights_in_row(piece: Piece, p: int, weight: int) -> None:
    """Night shifts in a row."""
    _run(piece, p, "nights_in_row", piece.frame.nights, weight)


def long_shifts_in_row(piece: Piece, p: int, weight: int) -> None:
    """Long shifts in a row."""
    _run(piece, p, "long_shifts_in_row", piece.frame.longs, weight)


def _run(piece: Piece, p: int, rule: str, codes: frozenset[int] | None, weight: int) -> None:
    hard, soft = hard_limit(piece.frame, p, rule), soft_limit(piece.frame, p, rule)
    if hard is not None:
        for window in _windows(piece, p, hard + 1, codes):
            piece.at_most(window, hard)
    if soft is not None and weight and (hard is None or soft < hard):
        for window in _windows(piece, p, soft + 1, codes):
            piece.penalise(weight, piece.excess(window, soft))


def _windows(piece: Piece, p: int, length: int, codes: frozenset[int] | None) -> list[list[Literal]]:
    """Literals of every stretch of `length` days that meets a free cell."""
    if piece.frame.is_cyclic and length > piece.frame.days:
        length = piece.frame.days  # a run longer than the rota: every day would have to be worked
    found = []
    for day in touched(piece, p, length - 1):
        window: list[Literal] = []
        for k in range(length):
            if codes is None:
                window.append(piece.work(p, day + k))
            else:
                window.extend(piece.literals(p, day + k, codes))
        found.append(window)
    return found


def isolated_days(piece: Piece, p: int, weight: int) -> None:
    """A single working day between free days, and a single free day between working days."""
    if not piece.frame.book.is_on("isolated_days", employee=piece.frame.people[p].number):
        return
    for day in touched(piece, p, 2):
        before, middle, after = (piece.work(p, day + k) for k in range(3))
        if any(not isinstance(literal, int) for literal in (before, middle, after)):
            _penalise_pattern(piece, weight, (before, middle, after), middle_works=True)
            _penalise_pattern(piece, weight, (before, middle, after), middle_works=False)


def _penalise_pattern(
    piece: Piece, weight: int, days: tuple[Literal, Literal, Literal], *, middle_works: bool
) -> None:
    """Costs `weight` when the middle day differs from both its neighbours in the way asked."""
    before, middle, after = days
    if isinstance(middle, int) and bool(middle) != middle_works:
        return
    for side in (before, after):
        if isinstance(side, int) and bool(side) == middle_works:
            return
    single = piece.model.new_bool_var("")
    total: Expression
    total = middle - before - after if middle_works else before + after - middle - 1
    piece.model.add(single >= total)
    piece.penalise(weight, single)
