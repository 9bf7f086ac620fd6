"""Rules of the hours family."""

from __future__ import annotations

from heiltid.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
