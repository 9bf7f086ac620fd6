"""The page of the unit, its shifts and its competences."""

from ui.pages.unit.page import UnitPage

__all__ = ["UnitPage"]
