"""Names of files that hold one person each: safe on every system, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from heiltid.model import Employee, Plan, Unit

LONGEST_STEM = 60  # characters: folders of shared disks are deep, and Windows counts the whole path
_UNSAFE = re.compile(r"[\W_]+")
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)?", re.IGNORECASE)


def people_with_work(unit: Unit, plan: Plan) -> tuple[Employee, ...]:
    """Everybody with a shift in the plan, posts nobody holds left out: a file needs a reader."""
    rows = plan.row_of()
    return tuple(
        person
        for person in unit.planned_employees
        if not (person.may_close and not person.name)
        and person.number in rows
        and any(cell.shift is not None for cell in rows[person.number].cells)
    )


def person_paths(folder: Path, people: Iterable[Employee], suffix: str) -> Iterator[tuple[Employee, Path]]:
    """A path in the folder for each person, such as 1001-Kari-Nordmann.ics.

    Numbers get noughts in front, so that a folder sorts them as a list of staff does: 02 before 10. Two
    people whose names come out alike get -2, -3, ... in the order of the staff list.
    """
    people = tuple(people)
    longest = max((len(person.number) for person in people if person.number.isdecimal()), default=0)
    taken: set[str] = set()
    for person in people:
        number = person.number.zfill(longest) if person.number.isdecimal() else person.number
        stem = safe_stem(f"{number} {person.name}")
        chosen = next(name for name in _numbered(stem) if name.lower() not in taken)
        taken.add(chosen.lower())
        yield person, folder / f"{chosen}{suffix}"


def safe_stem(words: str) -> str:
    """Letters and digits of any alphabet with hyphens between; never empty."""
    stem = _UNSAFE.sub("-", words).strip("-")[:LONGEST_STEM].strip("-")
    return f"{stem}-0".strip("-") if _TAKEN_BY_WINDOWS.fullmatch(stem) else stem


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
