"""Qt's own words in the user's language: its file dialogs, and the small menus of fields.

Qt's translations know no bokmål, and their nynorsk is not ours nor whole. Windows and macOS show dialogs
of their own, in the system's language.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from ui.texts import tr

# What Qt asks for, and the key below ui.qt. An "&" before a letter makes no difference.
SOURCES = {
    "OK": "ok",
    "Cancel": "cancel",
    "&Save": "save",
    "&Open": "open",
    "&Choose": "choose",
    "Close": "close",
    "&Yes": "yes",
    "&No": "no",
    "&Undo": "undo",
    "&Redo": "redo",
    "Cu&t": "cut",
    "&Copy": "copy",
    "Copy &Link Location": "copy_link",
    "&Paste": "paste",
    "&Delete": "delete",
    "&Select All": "select_all",
    "&Step up": "step_up",
    "Step &down": "step_down",
    "&Look in:": "look_in",
    "File &name:": "file_name",
    "Files of type:": "files_of_type",
    "Directory:": "folder_name",
    "Directories": "folders",
    "All Files (*)": "all_files",
    "Folder": "folder",
    "File": "file",
    "Files": "files",
    "Drive": "drive",
    "Unknown": "unknown",
    "Computer": "computer",
    "Name": "name",
    "Size": "size",
    "Type": "type",
    "Date Modified": "changed",
    "Back": "back",
    "Go back": "go_back",
    "Forward": "forward",
    "Go forward": "go_forward",
    "Parent Directory": "up",
    "Go to the parent directory": "go_up",
    "&New Folder": "new_folder",
    "Create New Folder": "create_folder",
    "Create a New Folder": "create_a_folder",
    "List View": "list",
    "Change to list view mode": "show_list",
    "Detail View": "details",
    "Change to detail view mode": "show_details",
    "Sidebar": "places",
    "List of places and bookmarks": "list_of_places",
    "&Rename": "rename",
    "Show &hidden files": "hidden",
    "Recent Places": "recent",
    "Remove": "remove",
    "Find Directory": "find_folder",
    "Save As": "save_as",
    "Show ": "show",
    "%1 already exists.\nDo you want to replace it?": "exists",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "no_file",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": "no_folder",
    "'%1' is write protected.\nDo you want to delete it anyway?": "protected",
    "Are you sure you want to delete '%1'?": "delete_asked",
    "Could not delete directory.": "not_deleted",
    "Show Details...": "more",
    "Hide Details...": "less",
}


class QtWords(QTranslator):
    """Answers from the catalogue, always in the language the program is in now."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, count: int = -1
    ) -> str | None:
        """None: Qt keeps its own word."""
        key = _keys().get(source.replace("&", ""))
        if key is None:
            return None
        found = tr(f"ui.qt.{key}")
        return found if "&" in source else found.replace("&", "")


@cache
def _keys() -> dict[str, str]:
    return {source.replace("&", ""): key for source, key in SOURCES.items()}


def speak(application: QCoreApplication) -> None:
    """From now on Qt has its words from the catalogue."""
    if application.findChild(QObject, "qt_words") is None:
        words = QtWords(application)
        words.setObjectName("qt_words")
        application.installTranslator(words)
