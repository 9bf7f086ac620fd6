"""Sundays that extra weekends give: against enumeration, and cases by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

import pytest
from builders import person, plan, row, unit

from heiltid.measures.extra_weekends import extra_sundays, most_sundays
from heiltid.model import Agreement, Signed, Unit
from heiltid.rules.finding import Severity
from heiltid.rules.judgement import judge_all


def subsets(weeks: int, apart: int, *, is_round: bool) -> Iterator[frozenset[int]]:
    """All sets of weeks that lie so many apart, over the seam too where the rota is a round."""

    def distance(one: int, other: int) -> int:
        return min(other - one, weeks - other + one) if is_round else other - one

    chosen = chain.from_iterable(combinations(range(weeks), size) for size in range(weeks + 1))
    for weekends in chosen:
        if all(distance(*pair) >= apart for pair in combinations(weekends, 2)):
            yield frozenset(weekends)


@pytest.mark.parametrize("is_cyclic", [True, False])
@pytest.mark.parametrize("every", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("weeks", [1, 4, 6, 7, 9])
def test_most_sundays_are_those_of_the_best_of_all_rotas(weeks: int, every: int, is_cyclic: bool) -> None:
    ordinary = list(subsets(weeks, every, is_round=is_cyclic and weeks % every == 0))
    sundays = list(subsets(weeks, 2, is_round=is_cyclic))
    for extra in range(4):
        best = max(
            len(worked) for worked in sundays if any(len(worked - weekends) <= extra for weekends in ordinary)
        )
        assert most_sundays(weeks, every, extra, is_cyclic=is_cyclic) == best


def rolling(weeks: int, every: int, extra: int, *, signed: Signed) -> Unit:
    people = (person("1", weekend_every=every, extra_weekends=extra),)
    return unit(weeks=weeks, employees=people, agreements=(Agreement(paragraph="10-8 (4)", signed=signed),))


@pytest.mark.parametrize(
    ("weeks", "every", "extra", "sundays"),
    [
        (6, 3, 1, 0),  # weekends 1 and 4: each of the others lies beside one of them
        (6, 3, 2, 1),  # Sundays of 2, 4 and 6; of weekend 1 only the Saturday
        (8, 4, 2, 2),  # 1 and 5, and between them 3 and 7
        (6, 2, 1, 0),
        (6, 0, 1, 0),  # works no weekends
        (6, 3, 0, 0),
    ],
)
def test_sundays_without_the_agreement(weeks: int, every: int, extra: int, sundays: int) -> None:
    here = rolling(weeks, every, extra, signed=Signed.REFUSED)
    assert extra_sundays(here, here.employees[0]) == sundays


@pytest.mark.parametrize(
    ("weeks", "every", "extra", "sundays"),
    [
        # 26 weeks are four rounds and two weeks: 4 x 3 worked, and 2 where two lie side by side: 14 of 26.
        (6, 3, 1, 0),
        # Two rounds and two weeks: 2 x 5 + 2 = 12 of 26; with six 2 x 6 + 2 = 14 are too many.
        (12, 3, 1, 1),
        (12, 3, 2, 1),
        (6, 3, 2, 1),  # as without it
        (52, 3, 5, 5),  # 18 + 5 of 52
        (4, 2, 1, 0),  # half of them already
    ],
)
def test_sundays_with_the_agreement(weeks: int, every: int, extra: int, sundays: int) -> None:
    here = rolling(weeks, every, extra, signed=Signed.YES)
    assert extra_sundays(here, here.employees[0]) == sundays


@pytest.mark.parametrize("signed", [Signed.YES, Signed.REFUSED])
@pytest.mark.parametrize(("weeks", "every", "extra"), [(4, 2, 1), (6, 3, 1), (6, 3, 2), (8, 4, 1), (5, 4, 1)])
def test_the_checker_says_the_same(weeks: int, every: int, extra: int, signed: Signed) -> None:
    here = rolling(weeks, every, extra, signed=signed)
    lawful = max(len(worked) for worked in subsets(weeks, 1, is_round=False) if is_lawful(here, worked))
    without = rolling(weeks, every, 0, signed=Signed.REFUSED)
    ordinary = max(len(worked) for worked in subsets(weeks, 1, is_round=False) if is_lawful(without, worked))
    assert extra_sundays(here, here.employees[0]) == lawful - ordinary


def is_lawful(here: Unit, worked: frozenset[int]) -> bool:
    """Whether she may work a day shift on both days of these weekends, by the checker's two rules."""
    weeks = ("- - - - - D1 D1" if week in worked else "- - - - - - -" for week in range(here.weeks))
    judged = judge_all(here, plan(row(" ".join(weeks))))
    rules = {"sunday_rest", "weekend_frequency"}
    return not any(found.rule in rules and found.severity is Severity.BREACH for found in judged.findings)
