"""What every test may rely on.

Test files are imported by path (importlib mode), so that two folders may both have a test_hours.py;
helper modules beside tests, such as tests/rules/judging.py, are imported by their name. tests/bench
holds scripts, nothing to import.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pydantic.types  # noqa: F401 - before Qt: its import hook stumbles over pydantic's lazy parts
from hypothesis import settings

HERE = Path(__file__).parent
sys.path[:0] = [
    str(entry)
    for entry in sorted(HERE.iterdir())
    if entry.is_dir() and entry.name[0] != "_" and entry.name != "bench"
]

# The whole check tries the same examples each time; `pytest --hypothesis-profile search` looks for new ones.
settings.register_profile("steady", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True, max_examples=300)
settings.load_profile("steady")
