"""The rota: grid, findings, and what can be done with a cell."""

from ui.pages.rota.page import RotaPage

__all__ = ["RotaPage"]
