"""Tests of the window draw nowhere, unless the caller has chosen where."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
