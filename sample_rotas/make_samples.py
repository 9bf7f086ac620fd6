"""Writes the sample workbooks beside this file: python sample_rotas/make_samples.py [--only NAME]

--solve-today first makes today's rota anew with the engine and keeps it in today/<name>.txt; without
it the stored rotas are used and nothing is solved.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:  # so that the script also runs from a plain checkout
    sys.path.insert(0, str(HERE.parent))

from heiltid.exchange.workbook.write import write_unit  # noqa: E402
from heiltid.texts import Language  # noqa: E402
from sample_rotas.catalogue import SAMPLES, Sample, unit_file  # noqa: E402
from sample_rotas.rota_text import write_rota  # noqa: E402

LANGUAGE = Language.NYNORSK


def solve_today(entry: Sample, seconds: float) -> None:
    """Makes and keeps today's rota of a sample."""
    from sample_rotas.solve_today import make_today  # only this needs the engine

    write_rota(entry.name, make_today(entry, seconds))


def write_sample(entry: Sample, folder: Path) -> Path:
    """Writes a sample's workbook into a folder; the path."""
    path = folder / f"{entry.name}.xlsx"
    write_unit(path, unit_file(entry), LANGUAGE)
    return path


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Writes the sample workbooks.")
    parser.add_argument("--only", choices=[entry.name for entry in SAMPLES], help="one sample")
    parser.add_argument("--solve-today", action="store_true", help="make today's rota with the engine")
    parser.add_argument("--seconds", type=float, default=120.0, help="time for each rota of today")
    options = parser.parse_args(arguments)
    for entry in SAMPLES:
        if options.only in (None, entry.name):
            if options.solve_today and entry.has_today:
                solve_today(entry, options.seconds)
            sys.stdout.write(f"{write_sample(entry, HERE)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
