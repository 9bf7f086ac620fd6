"""Build rota: what to aim for and keep, the run, and what came of it."""

from ui.pages.build.page import BuildPage

__all__ = ["BuildPage"]
