"""What a finished rota is handed out as: a sheet for the wall, a sheet and a calendar file per person."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from heiltid.errors import StoreError
from heiltid.exchange.calendar_file import write_calendars
from heiltid.exchange.pdf.person_sheet import write_person_sheets
from heiltid.exchange.pdf.rota_sheet import write_rota_pdf
from heiltid.model import Plan, UnitFile
from heiltid.rules.finding import Finding
from heiltid.texts import Language, text


class HandOut(StrEnum):
    """The parts, by the word the command line knows them by."""

    ROTA = "rota"
    PEOPLE = "people"
    CALENDAR = "calendar"


def check_folder(folder: Path) -> None:
    """Refuse a folder that cannot be written to, before any work is begun. Raises StoreError."""
    if folder.exists() and not folder.is_dir():
        raise StoreError("not_folder", name=folder.name)
    there = folder if folder.exists() else folder.parent
    if not there.is_dir():
        raise StoreError("no_folder", name=folder.name, folder=str(there))
    if not os.access(there, os.W_OK):
        raise StoreError("no_permission", name=folder.name)


def hand_out(
    folder: Path,
    file: UnitFile,
    plan: Plan,
    findings: Iterable[Finding],
    language: Language,
    parts: Collection[HandOut],
    *,
    stamp: datetime,
    runs: int = 1,
) -> tuple[Path, ...]:
    """Write the parts into the folder, which is made if its parent exists; returns all files written.

    Sheets and calendar files of people lie in folders of their own. findings: those of `plan`; stamp
    and runs: see `write_calendar`. Files of an earlier time are replaced, others left alone. Raises OSError.
    """
    folder.mkdir(exist_ok=True)
    written: list[Path] = []
    if HandOut.ROTA in parts:
        path = folder / text("pdf_person.file.rota", language)
        write_rota_pdf(path, file.unit, plan, language, made_on=stamp.date())
        written.append(path)
    if HandOut.PEOPLE in parts:
        inner = _inner(folder, "people", language)
        before = file.rota_before(plan)
        written += write_person_sheets(inner, file, plan, before, findings, language, stamp.date())
    if HandOut.CALENDAR in parts:
        inner = _inner(folder, "calendar", language)
        written += write_calendars(inner, file.unit, plan, language, stamp=stamp, runs=runs)
    return tuple(written)


def _inner(folder: Path, key: str, language: Language) -> Path:
    inner = folder / text(f"pdf_person.file.{key}", language)
    inner.mkdir(exist_ok=True)
    return inner
