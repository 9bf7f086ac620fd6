"""Scenarios and results: before beside after, and all scenarios beside one another."""

from ui.pages.results.page import ResultsPage

__all__ = ["ResultsPage"]
