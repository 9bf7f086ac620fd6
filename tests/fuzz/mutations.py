"""What can happen to a workbook on its way: changes of cells, rows, columns and sheets."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from fuzz.tiny_xlsx import CLOCK, DATE, DURATION, GENERAL, PERCENT, Item, Sheet

MutateSheets = Callable[[Random, list[Sheet]], None]

_TEXTS = (
    *("", " ", "x", "D1", "A1", "N1", "F1", "FE", "(A1) FE", "(D1)", "()", "!", "!!", "! N1", "1", "007"),
    *(
        "100 %",
        "12O %",
        "73,24 %",
        "-5 %",
        "7.3",
        "7,30",
        "24:00",
        "25:61",
        "0730",
        "w3 Tue",
        "v1 mån",
        "w-1 Mon",
    ),
    *(
        "2027-01-04",
        "31.02.2027",
        "9999-99-99",
        "all",
        "red",
        "Mon-Fri",
        "Fri-",
        ",,",
        "ja",
        "nei",
        "avslått",
    ),
    *("nurse", "sjukepleier", "10-5 (2)", "SFS 2310", "three-part", "cyclic", "datert", "end", "law", "none"),
    *(
        "{found}",
        "%s",
        "Σ",
        "=",
        "+1",
        "@x",
        "\u202e",
        "e\u0301",
        "Å",
        "ﬁ",
        "١٢",
        "\U0001f600",
        "NaN",
        "inf",
        "1e5",
    ),
    *("x" * 300, "9" * 5_000, "D1, " * 900, "a\nb\tc", "_x0000_", "null", "TRUE"),
)
_NUMBERS = (
    *("0", "1", "2", "-1", "0.5", "0.3125", "7.3", "730", "2400", "52", "53", "100", "1e300", "-0", "1E-300"),
    *("46391", "2958465", "2958466", "99999999999", "9" * 400, "35.5", "0.7324", "60", "1.0000001"),
)
_HEADINGS = (
    *(
        "Number",
        "Nummer",
        "Position",
        "Stiling",
        "Code",
        "Kode",
        "Min",
        "Minst",
        "w1 Mon",
        "w9 Sun",
        "w0 Sun",
    ),
    *("w-1 Mon", "Key", "Value", "Days", "Dager", "From", "Frå", "Who", "Colour", "Start", "Strength"),
)
_TITLES = (
    "Unit",
    "Enhet",
    "Shifts",
    "Vakter",
    "Demand",
    "Rota",
    "Turnus",
    "Employes",
    "Før",
    "Funn",
    "Notes",
    "x" * 40,
)
_FORMULAS = ("1+1", "[1]Other!A1", "SUM(A:A)", "'[book.xlsx]S'!$A$1", "INDIRECT(A1)", "HYPERLINK(1)", "")
_BAD_KINDS = ("n", "s", "b", "e", "str", "d", "inlineStr", "z", "")
_BAD_PLACES = ("A0", "XFD1048576", "XFE1", "ZZZZ1", "A99999999999", "1A", "", "a1", "A1:B2", "$A$1", "A-1")


def _any_cell(random: Random, sheets: list[Sheet]) -> tuple[Sheet, tuple[int, int]] | None:
    filled = [sheet for sheet in sheets if sheet.cells]
    if not filled:
        return None
    sheet = random.choice(filled)
    return sheet, random.choice(sorted(sheet.cells))


def any_item(random: Random) -> Item:
    """A cell of any type with any content."""
    kind = random.choice(
        ("text", "text", "number", "styled", "bool", "error", "iso", "cached", "uncached", "odd")
    )
    if kind == "text":
        return Item(random.choice(_TEXTS), random.choice(("inlineStr", "s")))
    if kind in ("number", "styled"):
        styles = (GENERAL,) if kind == "number" else (PERCENT, DATE, CLOCK, DURATION)
        return Item(random.choice(_NUMBERS), "n", random.choice(styles))
    if kind == "bool":
        return Item(random.choice("01"), "b")
    if kind == "error":
        return Item(random.choice(("#REF!", "#DIV/0!", "#N/A", "#NAME?", "what")), "e")
    if kind == "iso":
        return Item(random.choice(("2027-01-04", "2027-01-04T07:30:00", "07:30:00", "99:99", "P1D")), "d")
    if kind == "cached":
        return Item(
            random.choice((*_NUMBERS, *_TEXTS)), random.choice(("n", "str")), formula=random.choice(_FORMULAS)
        )
    if kind == "uncached":
        return Item(None, random.choice(("n", "str")), formula=random.choice(_FORMULAS))
    return Item(
        random.choice((*_NUMBERS, *_TEXTS)), random.choice(_BAD_KINDS), random.choice((0, 1, 4, 5, -1, 9999))
    )


def change_cell(random: Random, sheets: list[Sheet]) -> None:
    """Another content or type in a cell."""
    if found := _any_cell(random, sheets):
        found[0].cells[found[1]] = any_item(random)


def remove_cell(random: Random, sheets: list[Sheet]) -> None:
    """A cell emptied."""
    if found := _any_cell(random, sheets):
        del found[0].cells[found[1]]


def swap_cells(random: Random, sheets: list[Sheet]) -> None:
    """Two cells change places, perhaps across sheets."""
    one, other = _any_cell(random, sheets), _any_cell(random, sheets)
    if one and other:
        first, second = one[0].cells[one[1]], other[0].cells[other[1]]
        one[0].cells[one[1]], other[0].cells[other[1]] = second, first


def add_cell(random: Random, sheets: list[Sheet]) -> None:
    """Content near the table, or very far from it."""
    if sheets:
        row = random.choice((1, 2, 5, 30, 5_000, 5_001, 60_000, 1_048_576))
        column = random.choice((1, 2, 10, 40, 1_000, 1_001, 16_384))
        random.choice(sheets).cells[row, column] = any_item(random)


def change_heading(random: Random, sheets: list[Sheet]) -> None:
    """A heading renamed, doubled or removed."""
    headings = [(sheet, place) for sheet in sheets for place in sheet.cells if place[0] == 1]
    if headings:
        sheet, place = random.choice(headings)
        sheet.cells[place] = Item(random.choice((*_HEADINGS, *_TEXTS)))


def move_rows(random: Random, sheets: list[Sheet]) -> None:
    """All rows down, or a row copied over another."""
    if not sheets:
        return
    sheet = random.choice(sheets)
    if random.random() < 0.5:
        sheet.cells = {(row + 1, column): cell for (row, column), cell in sheet.cells.items()}
    else:
        source, target = random.randint(1, 5), random.randint(1, 8)
        row = {column: cell for (at, column), cell in sheet.cells.items() if at == source}
        sheet.cells.update({(target, column): cell for column, cell in row.items()})


def move_columns(random: Random, sheets: list[Sheet]) -> None:
    """Columns in another order, which is right, or one taken away."""
    if not sheets:
        return
    sheet = random.choice(sheets)
    columns = sorted({column for _, column in sheet.cells})
    order = random.sample(columns, len(columns))
    if random.random() < 0.5 and order:
        order = order[1:]
    new = {old: place for place, old in enumerate(order, start=1)}
    sheet.cells = {(row, new[column]): cell for (row, column), cell in sheet.cells.items() if column in new}


def change_sheets(random: Random, sheets: list[Sheet]) -> None:
    """A sheet missing, doubled, renamed, or two with their names changed round."""
    if not sheets:
        return
    sheet, what = random.choice(sheets), random.randrange(5)
    if what == 0:
        sheets.remove(sheet)
    elif what == 1:
        sheets.append(Sheet(random.choice(_TITLES), dict(sheet.cells)))
    elif what == 2:
        sheet.title = random.choice(_TITLES)
    elif what == 3:
        other = random.choice(sheets)
        sheet.title, other.title = other.title, sheet.title
    else:
        random.shuffle(sheets)


def odd_references(random: Random, sheets: list[Sheet]) -> None:
    """A cell that says it is somewhere else, or nowhere."""
    if found := _any_cell(random, sheets):
        found[0].cells[found[1]].place = random.choice(_BAD_PLACES)


def odd_extras(random: Random, sheets: list[Sheet]) -> None:
    """Merged ranges, validations, false sizes, unknown elements."""
    if not sheets:
        return
    sheet = random.choice(sheets)
    sheet.extra += random.choice(
        (
            '<mergeCells><mergeCell ref="A1:C3"/></mergeCells>',
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            '<mergeCells><mergeCell ref="nonsense"/></mergeCells>',
            '<dataValidations><dataValidation type="odd" sqref="A1:XFD1048576"/></dataValidations>',
            '<conditionalFormatting sqref="A1"><cfRule type="odd"/></conditionalFormatting>',
            "<unknown/>",
            "<sheetData><row><c/></row></sheetData>",
            "<row/>" * 500,
            "<row><c/></row>" * 60_000 if random.random() < 0.05 else "<row><c/></row>",
        )
    )
    sheet.dimension = random.choice((None, "A1", "A1:XFD1048576", "XFD1:A1", "zzz"))


def huge_sheet(random: Random, sheets: list[Sheet]) -> None:
    """Thousands of rows or columns of content."""
    if sheets and random.random() < 0.1:
        sheet = random.choice(sheets)
        rows, columns = random.choice(((6_000, 2), (3, 1_200), (300, 60)))
        for row in range(1, rows + 1):
            for column in range(1, columns + 1):
                sheet.cells.setdefault((row, column), Item("x"))


SHEET_MUTATIONS: tuple[tuple[MutateSheets, int], ...] = (
    (change_cell, 30),
    (swap_cells, 10),
    (remove_cell, 8),
    (add_cell, 6),
    (change_heading, 8),
    (move_rows, 5),
    (move_columns, 5),
    (change_sheets, 8),
    (odd_references, 3),
    (odd_extras, 4),
    (huge_sheet, 3),
)
