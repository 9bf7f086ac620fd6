"""The cheapest cover against counting every possibility."""

import itertools
import random

import pytest

from heiltid.measures import covering
from heiltid.measures.covering import Row, cheapest_cover


def brute_force(costs: list[int], rows: list[Row]) -> int:
    most = max((need for _, need in rows), default=0)
    return min(
        sum(cost * count for cost, count in zip(costs, counts, strict=True))
        for counts in itertools.product(range(most + 1), repeat=len(costs))
        if all(sum(counts[column] for column in covers) >= need for covers, need in rows)
    )


def random_case(chance: random.Random) -> tuple[list[int], list[Row]]:
    width = chance.randint(1, 5)
    costs = [chance.choice((0, 450, 600, 750, 440)) for _ in range(width)]
    rows = [
        (frozenset(chance.sample(range(width), chance.randint(1, width))), chance.randint(0, 3))
        for _ in range(chance.randint(0, 6))
    ]
    return costs, rows


@pytest.mark.parametrize("seed", range(150))
def test_the_cheapest_cover_is_the_cheapest(seed: int) -> None:
    costs, rows = random_case(random.Random(seed))
    found = cheapest_cover(costs, rows)
    assert found.counts is not None
    assert found.cost == brute_force(costs, rows)
    assert found.cost == sum(cost * count for cost, count in zip(costs, found.counts, strict=True))
    assert all(sum(found.counts[column] for column in covers) >= need for covers, need in rows)


TRIANGLE: list[Row] = [(frozenset(pair), 1) for pair in ((0, 1), (1, 2), (0, 2))]


def test_a_cover_whose_relaxation_is_not_whole_is_branched_to_the_true_least() -> None:
    assert cheapest_cover([2, 2, 2], TRIANGLE).cost == 4  # the relaxation says 3


def test_a_search_cut_off_gives_a_lower_figure_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covering, "NODE_LIMIT", 1)
    covering._solve_part.cache_clear()
    found = cheapest_cover([20, 20, 21], TRIANGLE)
    covering._solve_part.cache_clear()
    assert found.counts is None
    assert 30 < found.cost <= 40


def test_a_need_nobody_covers_is_refused() -> None:
    with pytest.raises(ValueError, match="no column"):
        cheapest_cover([1], [(frozenset(), 1)])


def test_nothing_needed_costs_nothing() -> None:
    assert cheapest_cover([5, 5], [(frozenset({0}), 0)]).cost == 0
