"""The sample units that stand beside the program, where it runs from a checkout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ui.texts import tr

FOLDER = Path(__file__).resolve().parents[1] / "sample_rotas"
NAMES = ("solbakken", "heimeteneste", "miljoteneste", "aarsturnus", "liten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One sample: its workbook, name and a sentence about it."""

    path: Path
    title: str
    about: str


def samples() -> tuple[Sample, ...]:
    """Those that are there."""
    return tuple(
        Sample(
            path=FOLDER / f"{name}.xlsx",
            title=tr(f"ui.sample.{name}"),
            about=tr(f"ui.sample_about.{name}"),
        )
        for name in NAMES
        if (FOLDER / f"{name}.xlsx").is_file()
    )


def own_folder(path: Path | None) -> Path:
    """Where the user's files go by themselves: beside the one in work, never among the samples."""
    if path is not None and path.resolve().parent != FOLDER:
        return path.parent
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()
