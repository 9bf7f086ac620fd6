"""The samples: file name, what builds the unit, and how today's rota of it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from heiltid.model import Employee, Unit, UnitFile, WishStrength
from sample_rotas.rota_text import read_rota
from sample_rotas.units import dated_year, disability_service, home_care, small_ward, solbakken


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One sample workbook, `<name>.xlsx`."""

    name: str
    build: Callable[[], Unit]
    has_today: bool = True
    open_today_minutes: int = 0  # person-minutes below Min today's rota may leave open
    long_shifts_today: bool = False  # whether those who accept long shifts already work them


SAMPLES = (
    Sample(name="liten", build=small_ward.build),
    Sample(name="solbakken", build=solbakken.build),
    Sample(name="heimeteneste", build=home_care.build),
    # With every position as it is, the engine finds no rota that covers the last few hours of 12 weeks.
    Sample(
        name="miljoteneste",
        build=disability_service.build,
        open_today_minutes=900,
        long_shifts_today=True,
    ),
    Sample(name="aarsturnus", build=dated_year.build, has_today=False),
)


def sample(name: str) -> Sample:
    """The sample of that name. Raises KeyError for an unknown one."""
    return {entry.name: entry for entry in SAMPLES}[name]


def unit_file(entry: Sample) -> UnitFile:
    """The unit with the stored rota of today, where the sample has one.

    Raises FileNotFoundError when the rota has not been made yet.
    """
    unit = entry.build()
    return UnitFile(unit=unit, plans=(read_rota(entry.name, unit),) if entry.has_today else ())


def todays_unit(entry: Sample) -> Unit:
    """The unit as it is staffed today: every position fixed, long shifts only where they are in use.

    Its rota is what the sample starts from; lines nobody holds keep their hours.
    """
    unit = entry.build()

    def fixed(person: Employee) -> Employee:
        return replace(
            person,
            wanted_bp=person.position_bp,
            min_bp=person.position_bp,
            max_bp=person.position_bp,
            long_shifts=person.long_shifts and entry.long_shifts_today,
        )

    # Wishes are what the new rota should meet; today's was made without asking, but what must be must be.
    musts = tuple(wish for wish in unit.wishes if wish.strength is WishStrength.MUST)
    return replace(unit, employees=tuple(fixed(person) for person in unit.employees), wishes=musts)
