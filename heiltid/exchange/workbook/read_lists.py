"""The Wishes, Absence and Agreements sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heiltid.exchange.workbook import word_values, words
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.known import mention
from heiltid.exchange.workbook.read_shifts import Shifts, code
from heiltid.exchange.workbook.read_unit import UnitKeys
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.table import Table
from heiltid.exchange.workbook.values import Misfit, Parser, plain_text
from heiltid.exchange.workbook.words import Group
from heiltid.model import Absence, Agreement, ShiftKind, Signed, Wish, WishStrength
from heiltid.rules.agreements import SIGNERS
from heiltid.spelling import MINUS_SIGNS, Known, nearest
from heiltid.texts import Language

_LONGEST_WISH = 60
_LAW = r"\s*(?:aml\.?)?\s*(?:§+)?\s*"
_PARAGRAPH = re.compile(rf"{_LAW}(\d{{1,2}})\s*-\s*(\d{{1,2}})\s*([a-z])?\s*(?:\(\s*(\d)\s*\))?")


def employee_of(fields: Fields, people: Known, heading: str = "Number") -> str | None:
    """The employee a row is about; an unknown number is noted."""
    return mention(fields, heading, fields.number(heading), people, "employee_unknown")


def read_wishes(table: Table | None, keys: UnitKeys, shifts: Shifts, people: Known) -> tuple[Wish, ...]:
    """All wishes; every problem goes to the table's collector."""
    if table is None:
        return ()
    table.has_required_columns()
    found = [_wish(fields, keys, shifts, people) for fields in table.rows()]
    return tuple(wish for wish in found if wish is not None)


def _wish(fields: Fields, keys: UnitKeys, shifts: Shifts, people: Known) -> Wish | None:
    language = fields.collector.language
    employee = employee_of(fields, people)
    when = fields.take("When", word_values.wish_days(keys.week_count, language))
    meant = fields.take("Wish", _wish_text(shifts, language))
    strength = fields.choice("Strength")
    if employee is None or when is None or meant is None or fields.failed:
        return None
    if when.on is not None:
        _warn_outside(fields, "When", when.on, when.on, keys)
    return Wish(
        employee=employee,
        when=when,
        off=meant.off,
        code=meant.code,
        kind=meant.kind,
        negated=meant.negated,
        strength=WishStrength.WEAK if strength is None else WishStrength(strength),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """What a wish asks for."""

    off: bool = False
    code: str | None = None
    kind: ShiftKind | None = None
    negated: bool = False


def _wish_text(shifts: Shifts, language: Language) -> Parser[_Meant]:
    """`off`, a code, else a kind; `not` before any of them turns it round."""
    off, negation = (words.word(Group.WISH, name, language) for name in ("off", "not"))
    misfit_allowed = f"{off}; {', '.join(shifts.known.names[:12])}; D, A, N, L; {negation} N"

    def parse(cell: RawCell) -> _Meant | Misfit:
        typed = (plain_text(cell) or "")[:_LONGEST_WISH]
        first, _, rest = typed.partition(" ")
        is_negated = bool(rest) and words.canonical(Group.WISH, first) == "not"
        asked = rest.strip() if is_negated else typed
        name = shifts.known.find(asked)
        if name is not None:
            return _Meant(code=name, negated=is_negated)
        if words.canonical(Group.WISH, asked) == "off":
            return _Meant(off=True, negated=is_negated)
        kind = words.canonical(Group.SHIFT_KIND, asked)
        if kind is not None:
            return _Meant(kind=ShiftKind(kind), negated=is_negated)
        if not shifts.known.is_complete and asked:
            return _Meant(code=asked, negated=is_negated)
        right = (*words.spellings_of(Group.WISH), *shifts.known.names)
        return Misfit(key="wish", allowed=misfit_allowed, suggestion=nearest(asked, right))

    return parse


def _warn_outside(fields: Fields, heading: str, first: date, last: date, keys: UnitKeys) -> None:
    """Dates that lie wholly outside the rota have no effect: said, not refused."""
    end = keys.last
    if keys.start is not None and end is not None and (last < keys.start or first > end):
        fields.warn(heading, "date_outside", allowed=f"{keys.start.isoformat()}..{end.isoformat()}")


def read_absences(table: Table | None, keys: UnitKeys, shifts: Shifts, people: Known) -> tuple[Absence, ...]:
    """All absences; every problem goes to the table's collector."""
    if table is None:
        return ()
    table.has_required_columns()
    found = [_absence(fields, keys, shifts, people) for fields in table.rows()]
    return tuple(absence for absence in found if absence is not None)


def _absence(fields: Fields, keys: UnitKeys, shifts: Shifts, people: Known) -> Absence | None:
    employee = employee_of(fields, people)
    first, last = fields.period()
    name = fields.take("Code", code)
    if name is not None and shifts.known.find(name) is not None:
        fields.refuse("Code", "absence_is_shift")
    if employee is None or first is None or last is None or name is None or fields.failed:
        return None
    _warn_outside(fields, "From", first, last, keys)
    return Absence(employee=employee, first=first, last=last, code=name)


def read_agreements(table: Table | None, people: Known) -> tuple[Agreement, ...]:
    """All agreements; every problem goes to the table's collector."""
    if table is None:
        return ()
    table.has_required_columns()
    found = [_agreement(fields, people) for fields in table.rows()]
    return tuple(agreement for agreement in found if agreement is not None)


def _agreement(fields: Fields, people: Known) -> Agreement | None:
    name = fields.take("Paragraph", paragraph)
    who = None if _is_whole_unit(fields.cells) else employee_of(fields, people, "Who")
    signed = fields.choice("Signed")
    by, on = fields.text("By") or "", fields.date("Date")
    if name is None or fields.failed:
        return None
    if name not in SIGNERS:
        fields.warn("Paragraph", "paragraph_unused", allowed=", ".join(SIGNERS))
    return Agreement(
        paragraph=name,
        employee=who,
        signed=Signed.NO if signed is None else Signed(signed),
        by=by,
        signed_on=on,
    )


def _is_whole_unit(cells: Mapping[str, RawCell]) -> bool:
    """`all` in Who means what an empty cell means."""
    who = cells.get("Who")
    return who is not None and words.canonical(Group.DAYS, plain_text(who) or "") == "all"


def paragraph(cell: RawCell) -> str | Misfit:
    """A paragraph as "10-5 (2)", from "§ 10-5 (2)", "10-5(2)", "AML § 10-5 (2)"; or "SFS 2310"."""
    typed = re.sub(f"[{MINUS_SIGNS}]", "-", (plain_text(cell) or "")[:_LONGEST_WISH]).casefold()
    if re.fullmatch(r"\s*sfs\s*2310\s*", typed):
        return "SFS 2310"
    found = _PARAGRAPH.fullmatch(typed)
    right = tuple(SIGNERS)
    if found is None or (found[4] is None and found[3] is None):
        return Misfit(key="paragraph", allowed=", ".join(right), suggestion=nearest(typed, right))
    letter = f" {found[3]}" if found[3] else ""
    member = f" ({int(found[4])})" if found[4] else ""
    return f"{int(found[1])}-{int(found[2])}{letter}{member}"
