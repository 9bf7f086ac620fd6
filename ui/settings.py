"""What the program remembers of its user between starts: language, theme, window, recent files."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QByteArray, QSettings

from heiltid.texts import Language, system_language
from ui.theme import ThemeName

MOST_RECENT = 8
NAME = "Heiltid"


class Settings:
    """Stored as they are set. A value nobody understands counts as not set."""

    def __init__(self, folder: Path | None = None) -> None:
        place = (folder or user_config_path(NAME, appauthor=False)) / "heiltid.ini"
        self._store = QSettings(str(place), QSettings.Format.IniFormat)
        self.recovery_folder = (folder or user_data_path(NAME, appauthor=False)) / "recovery"

    @property
    def language(self) -> Language:
        """The window's language."""
        found = str(self._store.value("language", ""))
        return Language(found) if found in set(Language) else system_language()

    @language.setter
    def language(self, wanted: Language) -> None:
        self._store.setValue("language", wanted.value)

    @property
    def theme(self) -> ThemeName:
        """Light, dark or as the desktop."""
        found = str(self._store.value("theme", ""))
        return ThemeName(found) if found in set(ThemeName) else ThemeName.SYSTEM

    @theme.setter
    def theme(self, wanted: ThemeName) -> None:
        self._store.setValue("theme", wanted.value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Units opened lately, newest first; those that are gone are left out."""
        found = self._store.value("recent", [])
        entries = found if isinstance(found, list) else [found]
        paths = (Path(entry) for entry in entries if isinstance(entry, str) and entry)
        return tuple(path for path in paths if path.is_file())[:MOST_RECENT]

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = [entry for entry in self.recent if entry != path.resolve()]
        kept = [str(path.resolve()), *(str(entry) for entry in others)][:MOST_RECENT]
        self._store.setValue("recent", kept)

    def flag(self, name: str, default: bool = False) -> bool:
        """A yes or no, such as whether the tour was seen."""
        return str(self._store.value(f"flag/{name}", default)).lower() == "true"

    def set_flag(self, name: str, value: bool) -> None:
        """Remember a yes or no."""
        self._store.setValue(f"flag/{name}", value)

    def word(self, name: str, default: str = "") -> str:
        """A short text, such as the user's own name on decisions."""
        return str(self._store.value(f"word/{name}", default))

    def set_word(self, name: str, value: str) -> None:
        """Remember a short text."""
        self._store.setValue(f"word/{name}", value)

    def layout(self, name: str) -> QByteArray:
        """A saved geometry or splitter state; empty when there is none."""
        found = self._store.value(f"layout/{name}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._store.setValue(f"layout/{name}", state)

    def save(self) -> None:
        """Write what has been set."""
        self._store.sync()
