"""The lists through a real spreadsheet program: filled in, saved by it, read; and no name reckoned by it."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from exchange.booking.lists import BOOKING, code_of, filled, person_list, shared_list, with_rows
from exchange.booking.office import CSV_IN_UTF8, OFFICE, converted

from heiltid.booking.answers.raw_answers import RawAnswer
from heiltid.exchange.booking.answer_workbook import read

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def test_lists_saved_by_libreoffice_are_read_as_before_and_names_stay_text(tmp_path: Path) -> None:
    mine = filled(person_list(tmp_path), {1: "Vil gjerne", 2: "nei", 3: "tja"}, 15)
    ours = with_rows(shared_list(tmp_path), (code_of("9"), "4", "kan"), (code_of("1"), 1, "Can"))
    for before, after in zip((mine, ours), converted(tmp_path, "xlsx", mine, ours), strict=True):
        was, now = read(before, BOOKING), read(after, BOOKING)
        assert sum(isinstance(entry, RawAnswer) for entry in now) == (1 if before is mine else 2)
        assert now == was
        names = openpyxl.load_workbook(after).defined_names
        assert {"heiltid_places", "heiltid_answers"} <= set(names)

    evil = ("=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", '=HYPERLINK("http://x","y")')
    sources = []
    for number, name in enumerate(evil):
        inner = tmp_path / str(number)
        inner.mkdir()
        made = person_list(inner, person=name, shift=name)
        sources.append(made.rename(tmp_path / f"evil-{number}.xlsx"))
    for name, path in zip(evil, converted(tmp_path, CSV_IN_UTF8, *sources), strict=True):
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        assert rows[1][0].startswith(f"{name} · Solbakken")
        assert rows[5][2] == f"D1 {name}"
