"""Colours by what they mean, in light and dark, and the style sheet made of them.

White and grey carry the structure; colour only means something, and never alone. Every text role
has a contrast of at least 4.5 : 1 on the ground it stands on; tests/ui/test_theme.py reckons it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from heiltid.model import ShiftKind
from resources import place
from ui.style_sheet import style_sheet

FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "Cantarell", "DejaVu Sans")


class ThemeName(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """The colours of a code in the rota: ground, letters, edge."""

    ground: str
    text: str
    edge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours by role, as #rrggbb."""

    is_dark: bool
    window: str
    card: str
    line: str
    strong_line: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_ground: str
    sidebar: str
    sidebar_text: str
    sidebar_active: str
    sidebar_mark: str
    better: str
    better_ground: str
    worse: str
    worse_ground: str
    warning: str
    warning_ground: str
    weekend: str
    selection: str
    before: str
    day: Chip
    evening: Chip
    night: Chip
    long: Chip
    other: Chip
    absent: Chip

    def colours(self) -> dict[str, str]:
        """The plain colours by role."""
        values = {entry.name: getattr(self, entry.name) for entry in fields(self)}
        return {name: value for name, value in values.items() if isinstance(value, str)}

    def chip(self, kind: ShiftKind) -> Chip:
        """The colours of a kind of shift."""
        return {
            ShiftKind.DAY: self.day,
            ShiftKind.EVENING: self.evening,
            ShiftKind.NIGHT: self.night,
            ShiftKind.LONG: self.long,
            ShiftKind.OTHER: self.other,
        }[kind]


LIGHT = Theme(
    is_dark=False,
    window="#f2f4f4",
    card="#ffffff",
    line="#dde3e4",
    strong_line="#b9c4c6",
    text="#1a2b30",
    muted="#55656a",
    accent="#1f6f78",
    accent_text="#ffffff",
    accent_ground="#e3f0f0",
    sidebar="#18343a",
    sidebar_text="#d6e2e3",
    sidebar_active="#25525a",
    sidebar_mark="#f3b33e",
    better="#11702f",
    better_ground="#e3f3e6",
    worse="#b3261e",
    worse_ground="#fde8e6",
    warning="#8a5200",
    warning_ground="#fdf2de",
    weekend="#edf0f0",
    selection="#cfe5e6",
    before="#b8c7c7",
    day=Chip(ground="#fdeebd", text="#5c4300", edge="#e9d489"),
    evening=Chip(ground="#d3e6f7", text="#0f3c66", edge="#a9cbe8"),
    night=Chip(ground="#3a4880", text="#ffffff", edge="#2a3565"),
    long=Chip(ground="#cde9d1", text="#174a20", edge="#7dbb86"),
    other=Chip(ground="#e6e0ee", text="#47355f", edge="#c7b9d8"),
    absent=Chip(ground="#e9ecec", text="#4c5a5e", edge="#cdd5d6"),
)

DARK = Theme(
    is_dark=True,
    window="#10171a",
    card="#192326",
    line="#2c393d",
    strong_line="#47575c",
    text="#e7eff0",
    muted="#a3b4b8",
    accent="#58b9c2",
    accent_text="#06272b",
    accent_ground="#1d3a3e",
    sidebar="#0b1214",
    sidebar_text="#c7d5d7",
    sidebar_active="#1d3a3e",
    sidebar_mark="#f3b33e",
    better="#6fd08a",
    better_ground="#17331f",
    worse="#ff9d94",
    worse_ground="#43201d",
    warning="#f2bd66",
    warning_ground="#3b2d13",
    weekend="#202c30",
    selection="#2a5157",
    before="#5d6f73",
    day=Chip(ground="#5a4a17", text="#fdeebd", edge="#7d6a2a"),
    evening=Chip(ground="#1e466b", text="#d6e9fb", edge="#336a99"),
    night=Chip(ground="#b9c3f0", text="#141c44", edge="#8d9ae0"),
    long=Chip(ground="#22512b", text="#d3f0d7", edge="#3f8a4c"),
    other=Chip(ground="#45365c", text="#eae1f6", edge="#66538a"),
    absent=Chip(ground="#2b383c", text="#b9c7ca", edge="#445358"),
)


class _Current:
    theme: Theme = LIGHT


def theme() -> Theme:
    """The theme in force; painted widgets ask for it each time they paint."""
    return _Current.theme


def is_system_dark() -> bool:
    """Whether the desktop asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def apply_theme(application: QApplication, name: ThemeName) -> None:
    """Style, palette and font of the whole program."""
    wants_dark = name is ThemeName.DARK or (name is ThemeName.SYSTEM and is_system_dark())
    _Current.theme = DARK if wants_dark else LIGHT
    application.setStyle("Fusion")
    application.setPalette(_palette(_Current.theme))
    application.setFont(_font())
    application.setStyleSheet(style_sheet(_Current.theme.colours() | _signs(_Current.theme)))


def _signs(shown: Theme) -> dict[str, str]:
    """The small pictures a style sheet names by their file."""
    ending = "dark" if shown.is_dark else "light"
    return {sign: place("theme", f"{sign}-{ending}.svg") for sign in ("down", "up", "check", "dash")}


def _font() -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(10)
    font.setFeature(QFont.Tag("tnum"), 1)  # figures in columns stand under one another
    return font


def _palette(shown: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: shown.window,
        QPalette.ColorRole.Base: shown.card,
        QPalette.ColorRole.AlternateBase: shown.window,
        QPalette.ColorRole.Text: shown.text,
        QPalette.ColorRole.WindowText: shown.text,
        QPalette.ColorRole.ButtonText: shown.text,
        QPalette.ColorRole.Button: shown.card,
        QPalette.ColorRole.Highlight: shown.selection,
        QPalette.ColorRole.HighlightedText: shown.text,
        QPalette.ColorRole.ToolTipBase: shown.card,
        QPalette.ColorRole.ToolTipText: shown.text,
        QPalette.ColorRole.PlaceholderText: shown.muted,
        QPalette.ColorRole.Link: shown.accent,
        QPalette.ColorRole.Mid: shown.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(shown.muted))
    return palette
