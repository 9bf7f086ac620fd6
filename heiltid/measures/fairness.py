"""How evenly the heavy shifts lie, in proportion to position and presence.

A person's fair share of a load is the part of it that her position times her present weeks is of
everybody's who may take it. The deviation per person is shown, not a score. Source: issue section 4, goal 4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from heiltid.measures.work import Work

LOADS: Mapping[str, Callable[[Work], int]] = {
    "weekends": lambda work: work.weekends,
    "nights": lambda work: work.nights,
    "evenings": lambda work: work.evenings,
    "red_days": lambda work: work.red_days,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One person's part of one load."""

    employee: str
    amount: int
    fair_amount: Fraction

    @property
    def deviation(self) -> Fraction:
        """More (+) or less (-) than the fair share."""
        return self.amount - self.fair_amount


def shares(load: str, work: Iterable[Work], takers: frozenset[str]) -> tuple[Share, ...]:
    """Everybody's part of a load (a key of LOADS). `takers`: who may take it (else the fair share is 0)."""
    amount_of = LOADS[load]
    people = tuple(work)
    weights = {
        entry.employee: entry.position_bp * entry.present_weeks if entry.employee in takers else Fraction(0)
        for entry in people
    }
    total_weight = sum(weights.values(), Fraction(0))
    total = sum(amount_of(entry) for entry in people)
    return tuple(
        Share(
            employee=entry.employee,
            amount=amount_of(entry),
            fair_amount=total * weights[entry.employee] / total_weight if total_weight else Fraction(0),
        )
        for entry in people
    )
