"""Data the program ships: texts, rule books, templates. Read through `read_text` only."""

from __future__ import annotations

from importlib.resources import files


def read_text(folder: str, name: str) -> str:
    """The text of resources/<folder>/<name>. Raises FileNotFoundError for an unknown name."""
    return files(__name__).joinpath(folder, name).read_text(encoding="utf-8")


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """File names in resources/<folder> that end with `suffix`, sorted."""
    entries = files(__name__).joinpath(folder).iterdir()
    return tuple(sorted(entry.name for entry in entries if entry.name.endswith(suffix)))


def place(folder: str, name: str) -> str:
    """Where resources/<folder>/<name> lies, for libraries that read files themselves; with "/" in it."""
    return str(files(__name__).joinpath(folder, name)).replace("\\", "/")
