"""One browser for all tests of pages: starting it takes longer than most of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from exchange.booking.browser import Phone, lacking, phone


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    """A real Chromium; tests of pages are left out where there is none."""
    if why := lacking():
        pytest.skip(f"pages are tried in Chromium: {why}")
    with phone(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def mobile(browser: Phone, tmp_path: Path) -> Phone:
    """The browser as new."""
    return browser.ready(tmp_path)
