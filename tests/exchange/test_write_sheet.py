"""Cells, titles and looks: text stays text, whatever stands in it."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from heiltid.exchange.workbook.colouring import offer
from heiltid.exchange.workbook.sheet import Book, least_height, safe_text
from heiltid.exchange.workbook.styles import CELL, KIND_CHIPS, share_format
from heiltid.model import ShiftKind


def written(tmp_path: Path, value: Any) -> Any:
    """The cell A1 after writing and loading."""
    book = Book()
    book.sheet("x").put(1, 1, value)
    path = tmp_path / "x.xlsx"
    book.workbook.save(path)
    return load_workbook(path)["x"]["A1"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+47 90", "-", "@x", '=HYPERLINK("http://a")', "#N/A", "#REF!", "007", "1e5", "TRUE"]
)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path, text)
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(), max_size=20))
def test_any_text_is_written_without_what_xml_cannot_hold(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path, text)
    assert (cell.value or "") == safe_text(text)
    assert cell.data_type != "f"


def test_control_characters_surrogates_and_endless_texts(tmp_path: Path) -> None:
    assert safe_text("a\x00b\x1fc\ud800d\uffffe\r\nf\rg") == "abcde\nf\ng"
    assert len(written(tmp_path, "x" * 40_000).value) == 32_767


def test_typed_values_keep_their_type(tmp_path: Path) -> None:
    assert written(tmp_path, 0.5).value == 0.5
    assert written(tmp_path, date(2027, 1, 4)).value.date() == date(2027, 1, 4)
    assert written(tmp_path, time(7, 30)).value == time(7, 30)
    assert written(tmp_path, None).value is None


def test_titles_are_made_lawful_and_unique() -> None:
    book = Book()
    titles = [book.sheet(title).title for title in ("A/B:C*?[]", "a b c", "", "'x'", "y" * 40, "y" * 40)]
    assert titles == ["A B C", "a b c (2)", "-", "x", "y" * 31, "y" * 27 + " (2)"]


def test_a_look_is_kept_with_its_cell(tmp_path: Path) -> None:
    book = Book()
    sheet = book.sheet("x")
    for place, kind in enumerate(ShiftKind, start=1):
        sheet.put(1, place, kind.value, KIND_CHIPS[kind].on(CELL))
    book.workbook.save(tmp_path / "x.xlsx")
    cells = load_workbook(tmp_path / "x.xlsx")["x"][1]
    for cell, kind in zip(cells, ShiftKind, strict=True):
        assert cell.fill.start_color.rgb[2:] == KIND_CHIPS[kind].fill
        assert cell.font.color.rgb[2:] == KIND_CHIPS[kind].ink


def test_colour_is_never_alone_and_always_legible() -> None:
    for chip in KIND_CHIPS.values():
        assert _contrast(chip.fill or "FFFFFF", chip.ink) >= 7  # WCAG AAA
    night, day = KIND_CHIPS[ShiftKind.NIGHT], KIND_CHIPS[ShiftKind.DAY]
    assert _luminance(night.fill or "") < 0.1 < 0.8 < _luminance(day.fill or "")  # apart on a grey print too


def _luminance(rgb: str) -> float:
    parts = [int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: str, second: str) -> float:
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_a_list_that_the_format_cannot_hold_is_not_offered() -> None:
    book = Book()
    for words in ([], ["a,b"], ["x" * 251], ['q"']):
        sheet = book.sheet("x")
        offer(sheet, "A1:A9", words)
        assert not sheet.raw.data_validations.dataValidation
    sheet = book.sheet("x")
    offer(sheet, "A1:A9", ["D1", "A1"])
    assert [entry.formula1 for entry in sheet.raw.data_validations.dataValidation] == ['"D1,A1"']


def test_heights_grow_with_the_text_and_end_at_the_format() -> None:
    assert least_height(["x"], [10]) < least_height(["x" * 30], [10]) < least_height(["x" * 90], [10])
    assert least_height(["x" * 32_000], [10]) <= 409


@pytest.mark.parametrize(("share_bp", "expected"), [(10_000, "0%"), (7_350, "0.0%"), (7_324, "0.00%")])
def test_shares_show_the_decimals_they_have(share_bp: int, expected: str) -> None:
    assert share_format(share_bp) == expected
