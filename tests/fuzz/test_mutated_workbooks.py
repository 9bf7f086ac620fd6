"""Mutated workbooks in the ordinary check: some hundred; HEILTID_MUTATIONS says how many."""

from __future__ import annotations

import os
from pathlib import Path

from fuzz.mutate_workbook import MEMORY_BYTES, check_result, mutated, peak_memory_bytes, run
from fuzz.originals import originals
from fuzz.tiny_xlsx import packed, parts_of

from heiltid.exchange.workbook.read import read_workbook
from heiltid.model import PlanRole

COUNT = int(os.environ.get("HEILTID_MUTATIONS", "400"))
SEED = int(os.environ.get("HEILTID_MUTATION_SEED", "1"))


def test_the_originals_are_right(tmp_path: Path) -> None:
    for sheets in originals():
        path = tmp_path / "original.xlsx"
        path.write_bytes(packed(parts_of(sheets)))
        result = read_workbook(path)
        assert [problem.key for problem in result.warnings] == []
        assert [plan.role for plan in result.file.plans] == [PlanRole.TODAY, PlanRole.BEFORE]
        check_result(result)


def test_mutated_workbooks_give_a_unit_or_problems_with_places() -> None:
    tally = run(COUNT, SEED)
    assert tally.count == COUNT
    # The mutations must reach both ends, or nothing is tested.
    assert tally.read > COUNT // 20
    assert tally.refused > COUNT // 3
    assert len(tally.problems) > min(25, COUNT // 10)


def test_memory_stays_bounded() -> None:
    peak = peak_memory_bytes()
    assert peak is None or peak < MEMORY_BYTES


def test_the_same_seed_gives_the_same_workbooks() -> None:
    assert [mutated(3, number) for number in range(20)] == [mutated(3, number) for number in range(20)]
    assert mutated(3, 0) != mutated(4, 0)
