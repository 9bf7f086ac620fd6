"""The table of everything the user can do from menus and shortcuts.

One line feeds menu, shortcut, enabling and the list of shortcuts in the help. Texts:
`ui.action.<key>`. `owner` is one of ui/commands (files, exports, view, help) or the key of the page whose
method runs it; a page's actions are enabled only while that page is in front.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEntry:
    """One thing to do. slot: name of the owner's method; divides: a line above it in the menu."""

    key: str
    menu: str  # text ui.menu.<menu>
    owner: str
    slot: str
    shortcut: str = ""
    divides: bool = False


# Made by the undo stack; every desktop's own keys for them count as well.
UNDO_KEYS = {"undo": "Ctrl+Z", "redo": "Ctrl+Y"}

MENUS = ("file", "edit", "rota", "view", "help")

ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(key="new", menu="file", owner="files", slot="new_unit", shortcut="Ctrl+N"),
    ActionEntry(key="open", menu="file", owner="files", slot="open_unit", shortcut="Ctrl+O"),
    ActionEntry(key="import", menu="file", owner="files", slot="import_workbook", shortcut="Ctrl+I"),
    ActionEntry(key="save", menu="file", owner="files", slot="save", shortcut="Ctrl+S", divides=True),
    ActionEntry(key="save_as", menu="file", owner="files", slot="save_as", shortcut="Ctrl+Shift+S"),
    ActionEntry(key="export_workbook", menu="file", owner="exports", slot="export_workbook", divides=True),
    ActionEntry(key="export_report", menu="file", owner="exports", slot="export_report", shortcut="Ctrl+P"),
    ActionEntry(key="export_rota", menu="file", owner="exports", slot="export_rota"),
    ActionEntry(key="export_people", menu="file", owner="exports", slot="export_people"),
    ActionEntry(key="export_calendars", menu="file", owner="exports", slot="export_calendars"),
    ActionEntry(key="quit", menu="file", owner="files", slot="quit", shortcut="Ctrl+Q", divides=True),
    ActionEntry(key="copy", menu="edit", slot="copy", shortcut="Ctrl+C", owner="rota", divides=True),
    ActionEntry(key="cut", menu="edit", slot="cut", shortcut="Ctrl+X", owner="rota"),
    ActionEntry(key="paste", menu="edit", slot="paste", shortcut="Ctrl+V", owner="rota"),
    ActionEntry(key="clear", menu="rota", slot="clear", shortcut="Del", owner="rota"),
    ActionEntry(key="lock", menu="rota", slot="toggle_lock", shortcut="Ctrl+L", owner="rota"),
    ActionEntry(key="fill_weeks", menu="rota", slot="fill_weeks", shortcut="Ctrl+R", owner="rota"),
    ActionEntry(
        key="swap_with", menu="rota", slot="swap_with", shortcut="Ctrl+B", owner="rota", divides=True
    ),
    ActionEntry(key="swap_two", menu="rota", slot="swap_two", shortcut="Ctrl+Shift+B", owner="rota"),
    ActionEntry(key="who_can", menu="rota", slot="who_can_take", shortcut="Ctrl+K", owner="rota"),
    ActionEntry(key="why_here", menu="rota", slot="why_here", shortcut="Ctrl+Shift+W", owner="rota"),
    ActionEntry(key="next_finding", menu="rota", slot="next_finding", shortcut="F8", owner="rota"),
    ActionEntry(
        key="positions_from_hours", menu="rota", slot="positions_from_hours", owner="rota", divides=True
    ),
    ActionEntry(key="round_positions", menu="rota", slot="round_positions", owner="rota"),
    ActionEntry(key="take_into_use", menu="rota", slot="take_into_use", owner="rota", divides=True),
    ActionEntry(key="weeks_1", menu="view", slot="show_one_week", shortcut="Ctrl+1", owner="rota"),
    ActionEntry(key="weeks_4", menu="view", slot="show_four_weeks", shortcut="Ctrl+2", owner="rota"),
    ActionEntry(key="weeks_12", menu="view", slot="show_twelve_weeks", shortcut="Ctrl+3", owner="rota"),
    ActionEntry(key="weeks_all", menu="view", slot="show_all_weeks", shortcut="Ctrl+4", owner="rota"),
    ActionEntry(key="next_area", menu="view", owner="view", slot="next_area", shortcut="F6", divides=True),
    ActionEntry(key="previous_area", menu="view", owner="view", slot="previous_area", shortcut="Shift+F6"),
    ActionEntry(key="next_page", menu="view", owner="view", slot="next_page", shortcut="Ctrl+PgDown"),
    ActionEntry(key="previous_page", menu="view", owner="view", slot="previous_page", shortcut="Ctrl+PgUp"),
    ActionEntry(key="settings", menu="view", owner="view", slot="settings", shortcut="Ctrl+,", divides=True),
    ActionEntry(key="help", menu="help", owner="help", slot="help", shortcut="F1"),
    ActionEntry(key="figures", menu="help", owner="help", slot="figures_help"),
    ActionEntry(key="shortcuts", menu="help", owner="help", slot="shortcuts_help", shortcut="Ctrl+Shift+H"),
    ActionEntry(key="tour", menu="help", owner="help", slot="tour", divides=True),
    ActionEntry(key="about", menu="help", owner="help", slot="about"),
)
