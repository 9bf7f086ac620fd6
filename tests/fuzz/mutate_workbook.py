"""Mutated workbooks: whatever is in the file, the reader gives a unit or a list of problems with places.

Run N mutations: PYTHONPATH=.:tests python -m fuzz.mutate_workbook --count 10000 --seed 1
Look at one again: ... --seed 1 --only 1234 --keep broken.xlsx
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from fuzz.mutations import SHEET_MUTATIONS
from fuzz.originals import originals
from fuzz.package_mutations import BYTE_MUTATIONS, PART_MUTATIONS
from fuzz.tiny_xlsx import packed, parts_of

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage
from heiltid.errors import InputError, Problem
from heiltid.exchange.problems import problem_text
from heiltid.exchange.workbook.read import ReadResult, read_workbook
from heiltid.model import FULL_TIME_BP, HISTORY_DAYS, Plan, Unit
from heiltid.rulebook import book_of
from heiltid.texts import Language

SLOWEST_SECONDS = 15.0
MEMORY_BYTES = 1024**3
_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_OF_THE_FILE = re.compile(r"file_|too_many_sheets$")
_OF_A_SHEET = re.compile(
    r"sheet_|column_missing$|key_missing$|no_rows$|rota_days_missing$|before_unreadable$"
)


@dataclass
class Tally:
    """What a run came to."""

    count: int = 0
    read: int = 0
    refused: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    slowest_seconds: float = 0.0


def mutated(seed: int, number: int) -> bytes:
    """The bytes of one mutated workbook; the same for the same seed and number."""
    random = Random(f"{seed}/{number}")
    sheets = random.choice(originals())
    mutations, weights = zip(*SHEET_MUTATIONS, strict=True)
    for mutate in random.choices(mutations, weights, k=random.choice((0, 1, 1, 1, 2, 3, 5))):
        mutate(random, sheets)
    parts = parts_of(sheets)
    level = random.random()
    if level < 0.15:
        random.choice(PART_MUTATIONS)(random, parts)
    method = zipfile.ZIP_DEFLATED if random.random() < 0.3 else zipfile.ZIP_STORED
    content = packed(parts, method)
    return random.choice(BYTE_MUTATIONS)(random, content) if level > 0.9 else content


def check_one(path: Path, content: bytes, tally: Tally) -> None:
    """Read one workbook; AssertionError, or whatever the reader raises, when it does not behave."""
    path.write_bytes(content)
    stamp = path.stat().st_mtime_ns
    started = time.perf_counter()
    tally.count += 1
    found = outcome(path)
    if isinstance(found, ReadResult):
        tally.read += 1
        assert all(problem.warning for problem in found.warnings)
        check_problems(found.warnings)
        check_result(found)
    else:
        tally.refused += 1
        check_problems(found)
        assert any(not problem.warning for problem in found), "refused without an error"
        tally.problems.update(problem.key for problem in found)
    seconds = time.perf_counter() - started
    tally.slowest_seconds = max(tally.slowest_seconds, seconds)
    assert seconds < SLOWEST_SECONDS, f"took {seconds:.1f} s"
    assert path.read_bytes() == content, "the file was changed"
    assert path.stat().st_mtime_ns == stamp, "the file was written"


def outcome(path: Path) -> ReadResult | tuple[Problem, ...]:
    """What the reader makes of a file: a unit, or its problems. Any other exception passes through."""
    try:
        return read_workbook(path)
    except InputError as refused:
        return refused.problems


def check_problems(problems: tuple[Problem, ...]) -> None:
    """Every problem has its place and its sentence."""
    for problem in problems:
        for language in Language:
            line = problem_text(problem, language)
            assert "\n" not in line
        assert len(problem.found or "") <= 4_096
        if _OF_THE_FILE.match(problem.key):
            assert problem.sheet is None, problem
            continue
        assert problem.sheet, problem
        assert len(problem.found or "") <= 60, problem
        if problem.cell is None:
            assert _OF_A_SHEET.match(problem.key), problem
        else:
            assert _CELL.fullmatch(problem.cell), problem


def check_result(result: ReadResult) -> None:
    """What was read is a unit that the rest of the program can work on."""
    unit = result.file.unit
    assert unit.start.weekday() == 0
    assert 1 <= unit.weeks <= 52
    assert unit.shifts
    assert unit.employees
    assert unit.demand
    assert len(unit.shift_by_code()) == len(unit.shifts)
    assert len(unit.employee_by_number()) == len(unit.employees)
    for person in unit.employees:
        assert 0 <= person.min_bp <= person.max_bp <= FULL_TIME_BP - person.elsewhere_bp
    numbers = unit.employee_by_number()
    for entry in (*unit.wishes, *unit.absences):
        assert entry.employee in numbers
    book_of(unit)
    assert Coverage(unit, Calendar(unit)).segments is not None
    for plan in result.file.plans:
        check_plan(unit, plan)


def check_plan(unit: Unit, plan: Plan) -> None:
    """A row for everybody, as long as the rota, of codes that exist."""
    assert [row.employee for row in plan.rows] == [person.number for person in unit.employees]
    codes = unit.shift_by_code()
    for row in plan.rows:
        assert len(row.cells) == unit.day_count
        assert len(row.history) in (0, HISTORY_DAYS)
        assert all(cell.shift is None or cell.shift in codes for cell in (*row.cells, *row.history))


def run(count: int, seed: int, first: int = 0) -> Tally:
    """Check `count` mutations; the first that fails is told with what is needed to see it again."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mutated.xlsx"
        for number in range(first, first + count):
            try:
                check_one(path, mutated(seed, number), tally)
            except Exception as fault:
                raise AssertionError(f"seed {seed}, number {number}: {fault!r}") from fault
    return tally


def peak_memory_bytes() -> int | None:
    """The most memory this process has had, None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def limit_memory() -> None:
    """Let no more than MEMORY_BYTES be had: a reader that wants more fails loudly."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    limit_memory()
    if asked.keep is not None:
        asked.keep.write_bytes(mutated(asked.seed, asked.only or 0))
    started = time.perf_counter()
    tally = run(asked.count, asked.seed) if asked.only is None else run(1, asked.seed, asked.only)
    seconds = time.perf_counter() - started
    print(f"{tally.count} workbooks in {seconds:.0f} s: {tally.read} read, {tally.refused} refused")
    print(f"slowest {tally.slowest_seconds:.2f} s, peak memory {(peak_memory_bytes() or 0) >> 20} MiB")
    print(", ".join(f"{key} {times}" for key, times in tally.problems.most_common()))


if __name__ == "__main__":
    main()
