"""Tiny requests drawn by chance, the same for the same seed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from builders import A1, D1, MONDAY, demand, shift, unit
from tiny_units import DAY, EVENING, FULL_WEEKLY_REST, MEETING, on, someone, wish

from heiltid.jobs import SolveRequest
from heiltid.model import Cell, Employee, Plan, PlanRow, RotaKind, Status, Unit, Wish, WishStrength


def tiny_request(seed: int) -> SolveRequest:
    """A unit of 2-3 lines and at most a few thousand plans, drawn by chance."""
    dice = Random(seed)
    count = dice.choice((2, 2, 3))
    dated = dice.random() < 0.4
    evening = dice.random() < 0.5
    days = dice.sample(range(5), 5 if count == 2 and not evening else 3 if evening and count == 3 else 4)
    shifts = [on(D1, *days)]
    if evening:
        shifts.append(on(dice.choice((A1, shift("A2", "15:00-21:00"))), *days[:2]))
    people = tuple(_line(dice, str(number + 1)) for number in range(count))
    rows = [demand(frozenset(days), "07:30-15:00", dice.choice((0, 1, 1, 2)), target=2)]
    if evening:
        rows.append(demand(frozenset(days), "16:00-21:00", dice.choice((0, 1))))
    if dice.random() < 0.5:
        rows.append(demand(frozenset(days[:2]), "08:00-12:00", 1, competence="nurse"))
    if dice.random() < 0.3:
        rows[0] = replace(rows[0], maximum=2)
    made = unit(
        kind=RotaKind.DATED if dated else RotaKind.CYCLIC,
        start=date(2027, 5, 3) if dated else MONDAY,
        shifts=(*shifts, MEETING),
        employees=people,
        demand=tuple(rows),
        wishes=tuple(_wish(dice, str(number + 1)) for number in range(count) if dice.random() < 0.7),
        overrides=(FULL_WEEKLY_REST,),
        fte_budget_bp=dice.choice((None, None, 12_000, 16_000)),
    )
    today = Plan(rows=tuple(_today(dice, made, person_) for person_ in people))
    return SolveRequest(
        unit=made,
        today=today if dice.random() < 0.6 else None,
        keep_today_weight=dice.choice((0, 0, 2)),
        seed=seed,
    )


def _line(dice: Random, number: str) -> Employee:
    position = dice.choice((2_000, 4_000, 5_000, 7_500))
    may_close = int(number) > 1 and dice.random() < 0.4
    return someone(
        number,
        position,
        wanted_bp=position if may_close else dice.choice((position, 8_000, 10_000)),
        min_bp=0 if may_close else dice.choice((0, 1_000, 2_000)),
        status=dice.choice((Status.VACANT, Status.TEMPORARY)) if may_close else Status.PERMANENT,
        competence=dice.choice(("nurse", "health worker", None)),
        kinds=dice.choice((frozenset({DAY}), frozenset({DAY, EVENING}), frozenset({DAY, EVENING}))),
        elsewhere_bp=dice.choice((0, 0, 0, 2_000)),
        max_days_in_row=dice.choice((None, None, 3)),
    )


def _wish(dice: Random, number: str) -> Wish:
    strength = dice.choice((WishStrength.WEAK, WishStrength.STRONG))
    what = dice.choice(({"off": True}, {"code": "D1"}, {"kind": EVENING}, {"code": "D1", "negated": True}))
    return wish(number, dice.randrange(5), strength, **what)


def _today(dice: Random, made: Unit, person_: Employee) -> PlanRow:
    cells = []
    for day in range(7):
        works = day < 5 and dice.random() < 0.4 and day in made.shifts[0].days.weekdays
        cell = Cell(shift="D1") if works else Cell()
        if dice.random() < 0.15 and person_.min_bp == 0 and not person_.may_close:
            cell = dice.choice((replace(cell, locked=True), Cell(shift="O1")))
        cells.append(cell if day < 5 else Cell())
    return PlanRow(employee=person_.number, position_bp=person_.position_bp, cells=tuple(cells))
