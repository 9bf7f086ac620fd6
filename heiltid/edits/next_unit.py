"""A unit whose new rota is in force: the new positions are today's, needed agreements are listed.

So a result workbook carries it, and so a scenario taken into use leaves it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heiltid.model import Agreement, Employee, Plan, Unit
from heiltid.rules.agreement_list import SIGNED_BY_EACH, AgreementUse


def next_unit(unit: Unit, after: Plan, uses: Iterable[AgreementUse]) -> Unit:
    """The unit after the plan has become today's."""
    positions = {row.employee: row.position_bp for row in after.rows}
    return replace(
        unit,
        employees=tuple(
            with_position(person, positions.get(person.number, person.position_bp))
            for person in unit.employees
        ),
        agreements=with_needed(unit.agreements, uses),
    )


def with_position(person: Employee, position_bp: int) -> Employee:
    """The person in a new position.

    Who has not agreed to less than today's position has not agreed to less than the new one either;
    a line nobody holds wants what it has. Max never lies below the position.
    """
    unchanged_minimum = person.min_bp == person.position_bp
    minimum = position_bp if unchanged_minimum and not person.may_close else person.min_bp
    wanted = person.wanted_bp
    if person.may_close and wanted == person.position_bp:
        wanted = position_bp
    return replace(
        person,
        position_bp=position_bp,
        min_bp=min(minimum, position_bp),
        wanted_bp=wanted,
        max_bp=max(person.max_bp, position_bp),
    )


def with_needed(agreements: tuple[Agreement, ...], uses: Iterable[AgreementUse]) -> tuple[Agreement, ...]:
    """The unit's agreements, then a row to sign for each one the plan rests on and that has none.

    A row of the whole unit holds for everybody, so no row of a person is put before it.
    """
    found = list(agreements)
    known = {(entry.paragraph, entry.employee) for entry in agreements}
    for use in uses:
        if (use.paragraph, None) in known:
            continue
        lacking = [number for number in use.employees if (use.paragraph, number) not in known]
        if use.employees and not lacking:
            continue
        who: list[str | None] = list(lacking) if use.paragraph in SIGNED_BY_EACH else [None]
        for number in who or [None]:
            known.add((use.paragraph, number))
            found.append(Agreement(paragraph=use.paragraph, employee=number))
    return tuple(found)
