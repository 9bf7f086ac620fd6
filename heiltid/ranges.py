"""How large what people fill in may be, in the workbook and in the window alike. Source: workbook.md."""

from __future__ import annotations

MOST_WEEKS = 52
MOST_PEOPLE = 999
MOST_BREAK_MINUTES = 600
MOST_DAYS_IN_ROW = 366
MOST_RESIDENTS = 9_999
MOST_FULL_TIME_EQUIVALENTS = 1_000
LARGEST_RULE_NUMBER = 1_000_000
LONGEST_NAME = 200
LONGEST_NUMBER = 40
FIRST_YEAR, LAST_YEAR = 2000, 2100
FULL_TIME_WEEKS_MINUTES = (2130, 2016, 2250)  # 35.5, 33.6, 37.5 h
