"""Rules of the weekends family."""

from __future__ import annotations

from heiltid.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
