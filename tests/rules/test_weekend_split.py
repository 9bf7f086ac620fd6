"""The split of worked weekends against all splits of small rotas."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from heiltid.rules.weekend_split import Pattern, beside_ordinary, ordinary_weekends


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    weeks = draw(st.integers(1, 9))
    worked = tuple(sorted(draw(st.sets(st.integers(0, weeks - 1)))))
    every = draw(st.integers(1, 5))
    kind = draw(st.sampled_from(["closed", "open", "dated"]))
    if kind == "dated":
        before = tuple(sorted(draw(st.sets(st.sampled_from([-2, -1])))))
        return Pattern(worked=worked, every=every, before=before)
    return Pattern(worked=worked, every=every, weeks=weeks, closed=kind == "closed")


def _last(pattern: Pattern) -> int | None:
    """The history's ordinary weekend: its first worked one, or every one where all are ordinary."""
    if not pattern.before:
        return None
    return pattern.before[-1] if pattern.every == 1 else pattern.before[0]


def _fits(ordinary: tuple[int, ...], pattern: Pattern) -> bool:
    last = _last(pattern)
    chain = ordinary if last is None else (last, *ordinary)
    if any(after - before < pattern.every for before, after in pairwise(chain)):
        return False
    if not pattern.closed or not ordinary or pattern.weeks is None:
        return True
    return pattern.every == 1 or ordinary[0] + pattern.weeks - ordinary[-1] >= pattern.every


def _notes(ordinary: tuple[int, ...], pattern: Pattern) -> int:
    """Extra weekends one week from an ordinary one, on a line or round a ring."""
    count = 0
    near = set(ordinary) | ({_last(pattern)} if pattern.before else set())
    for week in set(pattern.worked) - set(ordinary):
        beside = {week - 1, week + 1}
        if pattern.weeks is not None:
            beside = {other % pattern.weeks for other in beside}
        count += bool(near & beside)
    return count


@given(patterns())
def test_no_other_choice_has_fewer_extra_weekends_or_notes(pattern: Pattern) -> None:
    best = min(
        (len(pattern.worked) - size, _notes(chosen, pattern))
        for size in range(len(pattern.worked) + 1)
        for chosen in combinations(pattern.worked, size)
        if _fits(chosen, pattern)
    )
    ordinary = ordinary_weekends(pattern)
    assert set(ordinary) <= set(pattern.worked)
    assert _fits(ordinary, pattern)
    assert (len(pattern.worked) - len(ordinary), _notes(ordinary, pattern)) == best
    extra = tuple(week for week in pattern.worked if week not in ordinary)
    assert len(beside_ordinary(extra, ordinary, pattern)) == best[1]


def test_every_zero_has_no_ordinary_weekend() -> None:
    assert ordinary_weekends(Pattern(worked=(0, 2), every=0, weeks=4, closed=True)) == ()
