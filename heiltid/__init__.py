"""Heiltid: rotas with the positions people want. The domain package; it knows nobody."""

__version__ = "0.1.0"
