"""Who imports whom, read from the sources without running them, and what of it the house forbids."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

PACKAGES = ("heiltid", "solver", "ui", "resources")
ROOM = "heiltid.__main__"  # the composition root: the one place that may know everybody

BASE = (
    "errors",
    "texts",
    "atomic",
    "model",
    "calendar",
    "coverage",
    "contract",
    "rulebook",
    "spelling",
    "notation",
    "competence_words",
    "absence_words",
    "ranges",
    "typed_dates",
    "problem_text",
    "wishes",
    "jobs",
    "allocation",
    "job_lines",
)

# Parts of heiltid from the ground up. A part may import parts of lower lines, and of its own line
# only where that line is shared: its parts are small files, and circles are looked for one by one.
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({*BASE, "day_off"}),
    frozenset({"rules"}),
    frozenset({"measures"}),
    frozenset({"advice"}),
    frozenset({"edits", "starters"}),
    frozenset({"booking"}),
    frozenset({"report", "report_model", "report_lines", "ledger_report", "command_reports"}),
    frozenset({"store"}),
    frozenset({"exchange"}),  # exchange.files is the door to every format, .heiltid included
    frozenset({"terminal"}),
    frozenset({"commands"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
SHARED_LINES = (0, 6)
LAYER_OF = {part: number for number, parts in enumerate(LAYERS) for part in parts}

# Parts of heiltid that the other packages may not know.
NOT_FOR_UI = frozenset({"terminal", "commands", "cli", "__main__"})
NOT_FOR_SOLVER = NOT_FOR_UI | {"exchange", "store"}

# Who may import a library that comes from outside.
LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "sqlalchemy": ("heiltid.store",),
    "alembic": ("heiltid.store",),
    "filelock": ("heiltid.store",),
    "openpyxl": ("heiltid.exchange",),
    "defusedxml": ("heiltid.exchange",),
    "icalendar": ("heiltid.exchange",),
    "reportlab": ("heiltid.exchange",),
    "jinja2": ("heiltid.exchange",),
    "holidays": ("heiltid.calendar",),
    "pydantic": (
        "heiltid.__main__",
        *("heiltid.report", "heiltid.report_model", "heiltid.ledger_report", "heiltid.command_reports"),
        "heiltid.commands",
        "heiltid.job_lines",
    ),
    "pydantic_core": ("heiltid.job_lines",),
    "typer": ("heiltid.cli", "heiltid.commands"),
    "click": ("heiltid.cli", "heiltid.commands"),
    "rich": ("heiltid.cli", "heiltid.commands", "heiltid.terminal"),
    "platformdirs": ("heiltid.cli", "ui"),
    "ortools": ("solver",),
    "numpy": ("solver",),
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
}
NETWORK = frozenset(
    {
        *("socket", "socketserver", "ssl", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib"),
        *("smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "webbrowser"),
    }
)
HIDDEN = frozenset({"import_module", "__import__"})


def modules(root: Path) -> dict[str, Path]:
    """Every module of the program by its dotted name."""
    found = {}
    for package in PACKAGES:
        for path in sorted(root.joinpath(package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path, known: Iterable[str]) -> Iterator[str]:
    """Dotted names a module imports, anywhere in it; a name from a package counts as its module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(name, path, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield inner if inner in known else base
        elif isinstance(node, ast.Call) and _called(node) in HIDDEN:
            yield f"{_called(node)}()"


def _absolute(name: str, path: Path, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return str(node.module)
    parts = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    parts = parts[: len(parts) - node.level + 1]
    return ".".join([*parts, *([node.module] if node.module else [])])


def _called(node: ast.Call) -> str:
    function = node.func
    return getattr(function, "id", None) or getattr(function, "attr", "")


def faults(root: Path) -> list[str]:
    """Every arrow that may not be, as one line each."""
    known = modules(root)
    graph = {name: sorted(set(imports(name, path, known))) for name, path in known.items()}
    found = [
        f"{name} -> {target}: {reason}"
        for name, targets in graph.items()
        for target in targets
        if (reason := _forbidden(name, target)) is not None
    ]
    found += [f"{name}: say in tests/arrows.py where it stands" for name in known if _is_unplaced(name)]
    return found + [f"circle: {' -> '.join(circle)}" for circle in circles(graph)]


def _part(name: str) -> str:
    return ([*name.split("."), ""])[1]


def _is_unplaced(name: str) -> bool:
    return name.startswith("heiltid.") and _part(name) not in LAYER_OF


def _forbidden(name: str, target: str) -> str | None:
    """Why a module may not import another, or None."""
    own, other = name.split(".")[0], target.split(".")[0]
    if target.endswith("()"):
        return "an import that cannot be read"
    if other in NETWORK:
        return "no network"
    if other not in PACKAGES:
        return _forbidden_library(name, other)
    if name == ROOM:
        return None
    if own == "heiltid":
        return _forbidden_inside(name, target)
    closed = {"solver": NOT_FOR_SOLVER, "ui": NOT_FOR_UI}.get(own, frozenset())
    if other == "heiltid" and own != "resources" and _part(target) not in closed:
        return None
    return None if other in (own, "resources") else f"{own} may not know {target}"


def _forbidden_inside(name: str, target: str) -> str | None:
    if target.split(".")[0] in ("solver", "ui"):
        return "the domain knows neither solver nor window"
    lower, upper = LAYER_OF.get(_part(target), -1), LAYER_OF.get(_part(name), len(LAYERS))
    if target.split(".")[0] == "resources" or _part(target) == _part(name) or lower < upper:
        return None
    if lower == upper and lower in SHARED_LINES:
        return None
    return "against the order of the parts"


def _forbidden_library(name: str, library: str) -> str | None:
    if library in sys.stdlib_module_names:
        return None
    homes = LIBRARIES.get(library, ())
    at_home = any(name == home or name.startswith(f"{home}.") for home in homes)
    return None if at_home else f"{library} may be used in {', '.join(homes) or 'no place'} only"


def circles(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """One circle for each group of modules that import one another in a ring."""
    found: list[list[str]] = []
    done: set[str] = set()

    def follow(name: str, trail: list[str]) -> None:
        if name in trail:
            ring = trail[trail.index(name) :]
            found.append([*ring, name])
            return
        if name in done:
            return
        for target in graph.get(name, ()):
            if target in graph:
                follow(target, [*trail, name])
        done.add(name)

    for name in graph:
        follow(name, [])
    return found
