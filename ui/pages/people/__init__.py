"""People: the staff list, and a form for the one chosen."""

from ui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
