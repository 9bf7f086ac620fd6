"""Which texts the sources ask for, read without running them; and words that give a wrong language away."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

KEY = re.compile(r"[a-z_]+(\.[A-Za-z0-9_]+)+")

# Sure marks of bokmål (never right in nynorsk) and of nynorsk (never right in bokmål).
_BOKMAL = """
    ikke uke uker uken ukene hvor hvordan hvorfor hva hvem hvilke hver hvert hvis noen noe jeg fra mer bare
    være gjøre gjør mye selv sykepleier sykepleiere ansatt ansatte enhet enheten dager timer regler
    avtaler mandag tirsdag lørdag hvile åpne åpnes åpnet lagret lagres funnet kommer kreves trenger
    brukes bruker finnes høyst flere egen egne annen annet samme hele sammen navn følger nærmeste mulige
    et en dem skift helgen vakten stillingen filen mappen skadet nyere eldre begynner slutter utenfor ulønnet
"""
_NYNORSK = """
    ikkje veke veker veka vekene kvar kvart korleis kvifor kva kven kor nokon noko nokre eg frå meir berre
    vere gjere gjer mykje sjølv sjukepleiar sjukepleiarar eining eininga dagar timar reglar avtalar måndag
    tysdag laurdag kvile opne opna lagra funne kjem krev treng høgst fleire eigen eigne annan same heile
    saman namn følgjer ein eit dei naudsynt korkje skadd vert anten
"""
BOKMAL_WORDS = frozenset(_BOKMAL.split())
NYNORSK_WORDS = frozenset(_NYNORSK.split())
NOT_PROSE = re.compile(r"\{[^}]*\}|\([^)]*\.\w+\)|\bnn\W+nb\W+(eller )?en\b")
WORD = re.compile(r"[^\W\d_]+")


def foreign_words(text: str, marks: frozenset[str]) -> set[str]:
    """Words of a text that belong to the other language; what stands in {braces} is no word."""
    return set(WORD.findall(NOT_PROSE.sub(" ", text).lower())) & marks


def uses(source: str, sections: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """(key, whole) for every text a source asks for; whole is False for the start of a built key."""
    tree = ast.parse(source)
    built = [part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values]
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            start = str(node.values[0].value)
            if len(node.values) > 1 and "." in start and start.split(".")[0] in sections:
                yield start, False
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in built:
            if KEY.fullmatch(node.value) and node.value.split(".")[0] in sections:
                yield node.value, True
        elif isinstance(node, ast.Call):
            yield from _keyed(node)


def _keyed(call: ast.Call) -> Iterator[tuple[str, bool]]:
    """Errors, problems and findings name their text without its section."""
    name = getattr(call.func, "id", "")
    if name == "StoreError" and call.args and isinstance(call.args[0], ast.Constant):
        yield f"file.{call.args[0].value}", True
    for keyword in call.keywords:
        if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str):
            if name == "Problem" and keyword.arg == "key":
                yield f"problem.{keyword.value.value}", True
            if keyword.arg == "text_key":
                yield f"finding.{keyword.value.value}", True


def missing(root: Path, catalogue: Mapping[str, object]) -> list[str]:
    """Texts that sources under the folder ask for and the catalogue lacks."""
    sections = frozenset(key.split(".")[0] for key in catalogue)
    found = []
    for path in sorted(root.rglob("*.py")):
        for key, whole in uses(path.read_text(encoding="utf-8"), sections):
            known = key in catalogue if whole else any(entry.startswith(key) for entry in catalogue)
            if not known:
                found.append(f"{path.relative_to(root)}: {key}")
    return found
