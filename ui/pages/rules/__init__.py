"""The page of rules: which book, which limits, and what the unit has changed."""

from ui.pages.rules.page import RulesPage

__all__ = ["RulesPage"]
