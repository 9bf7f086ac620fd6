"""Dates in a pasted list of people."""

from __future__ import annotations

from datetime import date

from pasted_lines import lines, paste


def test_dates_may_be_short() -> None:
    (kari,) = paste(lines("Namn | Stilling | Frå | Til", "Kari Li | 80 | 1/9-26 | 17.1.27")).new
    assert (kari.employed_from, kari.employed_to) == (date(2026, 9, 1), date(2027, 1, 17))
