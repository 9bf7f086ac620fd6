"""Wishes for the next rota, asked for and answered from home: docs/booking-files.md, its last part."""
