"""Wishes: the calendar of one person, and all wishes as a table."""

from ui.pages.wishes.page import WishesPage

__all__ = ["WishesPage"]
