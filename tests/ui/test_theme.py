"""Colours: every text can be read on every ground it stands on, in both themes (WCAG 2.2, AA: 4.5 : 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from heiltid.model import ShiftKind
from resources import read_text
from ui.theme import DARK, LIGHT, Chip, Theme, ThemeName, apply_theme, theme

LEAST = 4.5
THEMES = {"light": LIGHT, "dark": DARK}
# Text -> the grounds it stands on: cards, the window, every second row of a table, and so on.
ON: dict[str, tuple[str, ...]] = {
    "text": ("card", "window", "weekend", "selection", "accent_ground", "warning_ground", "better_ground"),
    "muted": ("card", "window", "weekend", "line"),
    "accent": ("card", "window"),
    "accent_text": ("accent",),
    "better": ("card", "window", "better_ground"),
    "worse": ("card", "window", "worse_ground"),
    "warning": ("card", "window", "warning_ground"),
    "sidebar_text": ("sidebar", "sidebar_active"),
}
FIXED_ON_SIDEBAR = {"#ffffff": ("sidebar", "sidebar_active"), "#8fa5a9": ("sidebar",)}


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def chips(shown: Theme) -> dict[str, Chip]:
    return {name: value for name in shown.__slots__ if isinstance(value := getattr(shown, name), Chip)}


def too_faint(shown: Theme) -> Iterator[str]:
    colours = shown.colours()
    pairs = [(colours[role], colours[ground], f"{role} on {ground}") for role in ON for ground in ON[role]]
    pairs += [
        (colour, colours[ground], f"{colour} on {ground}")
        for colour, grounds in FIXED_ON_SIDEBAR.items()
        for ground in grounds
    ]
    pairs += [(chip.text, chip.ground, f"chip {name}") for name, chip in chips(shown).items()]
    for text, ground, name in pairs:
        if contrast(text, ground) < LEAST:
            yield f"{name}: {contrast(text, ground):.2f}"


def test_contrast_is_reckoned_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the standard's own example
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read(name: str) -> None:
    assert list(too_faint(THEMES[name])) == []


@pytest.mark.parametrize("name", THEMES)
def test_marks_stand_out_from_what_they_lie_on(name: str) -> None:
    shown = THEMES[name]
    for ground in (shown.card, shown.window):  # 3 : 1 for what is no text: focus frames, marks
        assert contrast(shown.accent, ground) >= 3
        assert contrast(shown.worse, ground) >= 3


def test_every_colour_the_style_sheet_has_of_its_own_is_looked_at() -> None:
    sheet = read_text("theme", "heiltid.qss")
    assert set(re.findall(r"#[0-9a-fA-F]{6}", sheet)) == set(FIXED_ON_SIDEBAR)
    assert set(re.findall(r"(?<![-\w])color: \$(\w+)", sheet)) <= set(ON)


@pytest.mark.parametrize("name", THEMES)
def test_every_kind_of_shift_has_a_chip_of_its_own(name: str) -> None:
    shown = THEMES[name]
    grounds = {shown.chip(kind).ground for kind in ShiftKind} | {shown.absent.ground}
    assert len(grounds) == len(ShiftKind) + 1


def test_the_theme_in_force_is_the_one_chosen(qapp: QApplication) -> None:
    apply_theme(qapp, ThemeName.DARK)
    assert theme() is DARK
    assert qapp.palette().window().color().name() == DARK.window
    assert DARK.card in qapp.styleSheet()
    apply_theme(qapp, ThemeName.LIGHT)
    assert theme() is LIGHT
    assert LIGHT.card in qapp.styleSheet()
    assert "$" not in qapp.styleSheet()  # every colour and sign the sheet asks for is there
