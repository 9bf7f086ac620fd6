"""Tests of the window draw nowhere, unless the caller has chosen where, and begin in nynorsk."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from heiltid.texts import Language
from ui.texts import set_language

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _nynorsk() -> Iterator[None]:
    """Whatever language a test has chosen, the next one does not meet it."""
    set_language(Language.NYNORSK)
    yield
    set_language(Language.NYNORSK)
