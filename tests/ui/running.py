"""What one running program has of a file, without a window: document, files, settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import unit

from heiltid.model import UnitFile
from ui.document import Document
from ui.files import Files
from ui.settings import Settings
from ui.starting import bare_unit

WARD = UnitFile(unit=unit(name="Lia"))


class Running:
    """Two of them, on folders of their own, are two programs as far as locks and copies go."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(folder)
        self.document = Document(bare_unit())
        self.files = Files(self.document, self.settings)

    def edit(self, name: str = "Ny") -> None:
        """Another name for the unit."""
        self.document.apply_unit("namn", replace(self.document.unit, name=name))
