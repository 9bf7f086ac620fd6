"""That positions nobody holds count on one side only: why an average may fall though nobody got less."""

from __future__ import annotations

from ui.texts import tr


def vacant_words(count: int) -> str:
    """As "(medrekna 6 ledige)": so many count after and not before; "" for none."""
    if count < 1:
        return ""
    return tr("ui.line.vacant_one" if count == 1 else "ui.line.vacant", count=count)
