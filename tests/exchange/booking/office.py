"""A real spreadsheet program: files as LibreOffice saves them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

OFFICE = shutil.which("soffice")
SECONDS = 120
CSV_IN_UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"


def converted(folder: Path, kind: str, *files: Path) -> list[Path]:
    """The files as LibreOffice saves them, in a folder of their own."""
    ending = kind.split(":")[0]
    out = folder / ending
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            *(str(OFFICE), f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", kind, "--outdir", str(out), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return [out / file.with_suffix(f".{ending}").name for file in files]
