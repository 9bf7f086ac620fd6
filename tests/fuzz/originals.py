"""Right workbooks for the mutations to start from: every sheet filled, in three languages, two kinds."""

from __future__ import annotations

from fuzz.tiny_xlsx import CLOCK, DATE, PERCENT, Item, Sheet, sheets_of

Rows = list[list[object]]
_FREE = [None] * 12


def _english() -> dict[str, Rows]:
    days = [f"w{week} {day}" for week in (1, 2) for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    return {
        "Guide": [["Anything at all"]],
        "Unit": [
            ["Key", "Value"],
            ["Name", "Solbakken"],
            ["Start", "2027-01-04"],
            ["Weeks", 2],
            ["Kind", "cyclic"],
            ["Full-time week", 35.5],
            ["FTE budget", 2.5],
            ["Rule book", "local"],
        ],
        "Shifts": [
            ["Code", "Name", "Kind", "Start", "End", "Unpaid break", "Days", "Competence"],
            ["D1", "Day", "D", "07:30", "15:00", 0, "all", None],
            ["A1", "Evening", "A", "14:30", "22:00", None, None, None],
            ["N1", "Night", "N", "21:45", "07:45", 30, "Mon-Fri", "nurse"],
            ["L1", None, "L", 730, "20.00", None, "Sat,Sun,red", None],
        ],
        "Demand": [
            ["Days", "From", "To", "Shift", "Competence", "Min", "Target", "Max"],
            ["Mon-Fri", "07:30", "15:00", None, None, 1, 1, 2],
            ["Sat,Sun", None, None, "L1", None, 1, None, None],
            ["2027-01-06", "14:30", "22:00", None, "nurse", 1, 2, 3],
        ],
        "Competences": [
            ["Competence", "Covers"],
            ["nurse", "health worker"],
            ["health worker", "assistant"],
            ["assistant", None],
        ],
        "Employees": [
            [
                *("Number", "Name", "Competence", "Position", "Wanted", "Min", "Max", "Elsewhere", "Status"),
                *("Chosen part-time", "Weekend every", "Weekend offset", "Extra weekends", "Kinds"),
                *("Long shifts", "Max days in row", "Max nights in row", "From", "To"),
            ],
            [
                "1",
                "Kari",
                "nurse",
                100,
                None,
                None,
                None,
                None,
                "permanent",
                "no",
                3,
                1,
                0,
                "D,A,N",
                "yes",
                5,
                3,
            ],
            [
                "2",
                "Ola",
                "assistant",
                "50 %",
                "80 %",
                "40 %",
                "90 %",
                "10 %",
                "temporary",
                "yes",
                4,
                2,
                1,
                "D A",
            ],
            ["3", None, None, 20, None, None, None, None, "vacant"],
            ["4", "Per", "health worker", 0, None, None, None, None, "hourly"],
        ],
        "Wishes": [
            ["Number", "When", "Wish", "Strength"],
            ["1", "w2 Tue", "off", "must"],
            ["2", "Sat", "not N", "weak"],
            ["2", "2027-01-07", "D1", "strong"],
        ],
        "Absence": [["Number", "From", "To", "Code"], ["2", "2027-01-15", "2027-01-16", "FE"]],
        "Rota": [
            ["Number", "Name", *days],
            ["1", "Kari", "D1", "!D1", *_FREE],
            ["2", "Ola", None, "A1", "F1", "(A1) FE", "!", *_FREE[3:]],
            ["Σ", "07:30", "1▼", 2],
        ],
        "Agreements": [
            ["Paragraph", "Who", "Signed", "By", "Date"],
            ["10-5 (2)", None, "yes", "The union", "2026-12-01"],
            ["§ 10-5(1)", "1", "no", None, None],
        ],
        "Rules": [
            ["Rule", "Parameter", "Value", "Who"],
            ["daily_rest", "minutes", "11:00", None],
            ["days_in_row", "hard", 5, "2"],
        ],
        "Before": [["Number", "Name", *days], ["1", None, "D1"], ["2", None, None, "A1"]],
        "Positions": [["Number", "Before", "Wanted"], ["1", "90 %", 1], ["2", 50, 1], ["3", 0], ["4", 0]],
        "Results": [["Figure", "Before"], ["x", "=1/0"]],
    }


_NYNORSK = {
    "Unit": "Eining",
    "Shifts": "Vakter",
    "Demand": "Bemanning",
    "Employees": "Tilsette",
    "Wishes": "Ønske",
    "Absence": "Fravaer",
    "Rota": "Turnus",
}


def _typed(sheets: list[Sheet]) -> list[Sheet]:
    """The same in typed cells: a date, a share, a clock time, shared text."""
    by_title = {sheet.title: sheet for sheet in sheets}
    by_title["Unit"].cells[3, 2] = Item("46391", "n", DATE)
    by_title["Employees"].cells[2, 4] = Item("1", "n", PERCENT)
    by_title["Shifts"].cells[2, 4] = Item("0.3125", "n", CLOCK)
    for sheet in sheets:
        for cell in sheet.cells.values():
            if cell.kind == "inlineStr" and not str(cell.value).isdigit():
                cell.kind = "s"
    return sheets


def originals() -> list[list[Sheet]]:
    """Four right workbooks, made anew each time for the mutations change them."""
    plain, typed, dated, ending = (sheets_of(_english()) for _ in range(4))
    for sheet in dated:
        sheet.title = _NYNORSK.get(sheet.title, sheet.title)
    _unit(dated, "Eining").cells[5, 2] = Item("datert")
    keys = _unit(ending, "Unit").cells
    keys[9, 1], keys[9, 2] = Item("Night written on"), Item("end")
    return [plain, _typed(typed), dated, ending]


def _unit(sheets: list[Sheet], title: str) -> Sheet:
    return next(sheet for sheet in sheets if sheet.title == title)
