"""A workbook written by hand, so that every part of it can be made wrong: cells, styles, references, parts.

Far quicker than a real writer, and it writes what no real writer would.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

GENERAL, PERCENT, DATE, CLOCK, DURATION = range(5)  # styles in _STYLES, in this order
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet xmlns="{_NAMESPACE}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts>'
    '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="20"/>'
    '<xf numFmtId="164"/></cellXfs></styleSheet>'
)


@dataclass
class Item:
    """One cell: `kind` as in the file ("n", "s", "inlineStr", "b", "e", "str", "d"), `value` its text."""

    value: str | None = None
    kind: str = "inlineStr"
    style: int = GENERAL
    formula: str | None = None
    place: str | None = None  # a reference other than its own


@dataclass
class Sheet:
    """A sheet: cells by (row, column) from 1, and XML put after the cells."""

    title: str
    cells: dict[tuple[int, int], Item] = field(default_factory=dict)
    extra: str = ""
    dimension: str | None = None


def item(value: object) -> Item:
    """A cell of a Python value; text beginning with "=" is a formula without a cached value."""
    if isinstance(value, bool):
        return Item(str(int(value)), "b")
    if isinstance(value, int | float):
        return Item(repr(value), "n")
    if isinstance(value, str) and value.startswith("="):
        return Item(None, "n", formula=value[1:])
    return Item(str(value))


def sheets_of(rows_by_title: dict[str, list[list[object]]]) -> list[Sheet]:
    """Sheets from rows of values; None is no cell."""
    return [
        Sheet(
            title,
            {
                (row, column): item(value)
                for row, values in enumerate(rows, start=1)
                for column, value in enumerate(values, start=1)
                if value is not None
            },
        )
        for title, rows in rows_by_title.items()
    ]


def letters(column: int) -> str:
    """A column's letters."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found or "A"


def parts_of(sheets: list[Sheet]) -> dict[str, bytes]:
    """The parts of the package by name."""
    strings: list[str] = []
    parts = {
        f"xl/worksheets/sheet{number}.xml": _sheet_xml(sheet, strings)
        for number, sheet in enumerate(sheets, start=1)
    }
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{_NAMESPACE}">'
        + "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        + "</sst>"
    )
    parts["xl/styles.xml"] = _STYLES
    parts["xl/workbook.xml"] = _workbook_xml(sheets)
    parts["xl/_rels/workbook.xml.rels"] = _workbook_relations(len(sheets))
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    parts["[Content_Types].xml"] = _content_types(len(sheets))
    return {name: text.encode("utf-8", "replace") for name, text in parts.items()}


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """The parts as a zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            # With the name alone the time of writing would stand in the bytes.
            entry = zipfile.ZipInfo(name)
            archive.writestr(entry, content, compress_type=method)
    return target.getvalue()


def _sheet_xml(sheet: Sheet, strings: list[str]) -> str:
    rows: dict[int, list[str]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, []).append(_cell_xml(cell, f"{letters(column)}{row}", strings))
    body = "".join(f'<row r="{row}">{"".join(cells)}</row>' for row, cells in rows.items())
    dimension = f"<dimension ref={quoteattr(sheet.dimension)}/>" if sheet.dimension else ""
    return (
        f'<worksheet xmlns="{_NAMESPACE}">{dimension}<sheetData>{body}</sheetData>{sheet.extra}</worksheet>'
    )


def _cell_xml(cell: Item, place: str, strings: list[str]) -> str:
    formula = "" if cell.formula is None else f"<f>{escape(cell.formula)}</f>"
    value = cell.value
    if value is None:
        content = ""
    elif cell.kind == "inlineStr":
        content = f"<is><t>{escape(value)}</t></is>"
    elif cell.kind == "s" and not value.lstrip("-").isdigit():
        strings.append(value)
        content = f"<v>{len(strings) - 1}</v>"
    else:
        content = f"<v>{escape(value)}</v>"
    reference = quoteattr(place if cell.place is None else cell.place)
    return f'<c r={reference} s="{cell.style}" t={quoteattr(cell.kind)}>{formula}{content}</c>'


def _workbook_xml(sheets: list[Sheet]) -> str:
    entries = "".join(
        f'<sheet name={quoteattr(sheet.title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    return f'<workbook xmlns="{_NAMESPACE}" xmlns:r="{_RELATIONS}"><sheets>{entries}</sheets></workbook>'


def _workbook_relations(count: int) -> str:
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)]
    targets += [("rIdS", "styles", "styles.xml"), ("rIdT", "sharedStrings", "sharedStrings.xml")]
    entries = [
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for name, kind, target in targets
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def _content_types(count: int) -> str:
    overrides = [
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for number in range(1, count + 1)
    ]
    for name, kind in (("workbook", "sheet.main"), ("styles", "styles"), ("sharedStrings", "sharedStrings")):
        overrides.append(f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>')
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )
