"""What stands in a story, as words, without making a file of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.graphics.shapes import Drawing, String
from reportlab.platypus import Paragraph, Table


def words(story: Iterable[Any]) -> Iterator[str]:
    """The texts of paragraphs, tables and drawings, in their order."""
    for piece in story:
        if isinstance(piece, Paragraph):
            yield piece.getPlainText().replace("\u00a0", " ")
        elif isinstance(piece, Table):
            for row in piece._cellvalues:
                for cell in row:
                    yield from words(cell if isinstance(cell, list | tuple) else [cell])
        elif isinstance(piece, Drawing):
            yield from (shape.text for shape in piece.contents if isinstance(shape, String))
        elif isinstance(piece, str) and piece:
            yield piece


def page_text(story: Iterable[Any]) -> str:
    """All of it, a line for each text."""
    return "\n".join(words(story))
