"""The style sheet of the program (resources/theme/heiltid.qss), filled with a theme's colours.

Widgets ask for a look by the dynamic property `look`: primary, quiet, link, title, heading, subtitle,
muted, big, card, notice, better, worse, warning.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from resources import read_text


def style_sheet(colours: Mapping[str, str]) -> str:
    """The whole sheet, from colours by role."""
    return Template(read_text("theme", "heiltid.qss")).substitute(colours)
