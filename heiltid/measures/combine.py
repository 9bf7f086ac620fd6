"""Several units' position figures taken together: sums, so that every average comes out weighted."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from heiltid.measures.positions import PositionFigures


def combined(figures: Sequence[PositionFigures]) -> PositionFigures:
    """The figures of all units as if they were one."""
    same_people = sum(entry.same_people for entry in figures)
    same_bp = sum((entry.same_people_average_bp * entry.same_people for entry in figures), Fraction(0))
    bands: dict[str, int] = {}
    for entry in figures:
        for name, count in entry.bands:
            bands[name] = bands.get(name, 0) + count
    return PositionFigures(
        employees=sum(entry.employees for entry in figures),
        fte_bp=sum(entry.fte_bp for entry in figures),
        vacant_fte_bp=sum(entry.vacant_fte_bp for entry in figures),
        positions_to_announce=sum(entry.positions_to_announce for entry in figures),
        same_people=same_people,
        same_people_average_bp=same_bp / same_people if same_people else Fraction(0),
        full_time=sum(entry.full_time for entry in figures),
        bands=tuple(bands.items()),
        small=sum(entry.small for entry in figures),
        large=sum(entry.large for entry in figures),
        unwanted_people=sum(entry.unwanted_people for entry in figures),
        missing_bp=sum(entry.missing_bp for entry in figures),
        lines=sum(entry.lines for entry in figures),
        lines_fte_bp=sum(entry.lines_fte_bp for entry in figures),
    )
