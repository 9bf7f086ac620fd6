"""Agreements: which ones the shown rota needs, what they open for, who signs, and what has been signed."""

from ui.pages.agreements.page import AgreementsPage

__all__ = ["AgreementsPage"]
