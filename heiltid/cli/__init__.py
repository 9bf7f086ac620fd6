"""The command line: which commands and options there are. What they do stands in heiltid.commands."""

from __future__ import annotations

from heiltid.cli.app import build_app
from heiltid.cli.options import language_of

__all__ = ["build_app", "language_of"]
