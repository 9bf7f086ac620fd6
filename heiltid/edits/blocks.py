"""Blocks of cells on the clipboard: lines of texts with tabs between them, as Excel writes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def block_from_text(text: str) -> list[list[str]]:
    """Lines of texts. A text in quotes may hold tabs, line ends and doubled quotes; "" gives no line."""
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), dialect=csv.excel_tab))
    except csv.Error:  # a text longer than csv reads: no table, but whoever pastes it must be told so
        lines = [line.split("\t") for line in text.splitlines()]
    return [line or [""] for line in lines]


def text_from_block(block: Sequence[Sequence[str]]) -> str:
    """The reverse. Every line ends with a line end, so that an empty last line is not lost."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, dialect=csv.excel_tab, lineterminator="\n")
    for line in block:
        if list(line) == [""]:
            stream.write("\n")  # csv writes quotes here, which other programs would show
        else:
            writer.writerow(line)
    return stream.getvalue()
