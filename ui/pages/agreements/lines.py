"""The lines of the page of agreements: what the plan needs and what the unit has agreed, and their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from heiltid.calendar import Calendar
from heiltid.model import Agreement, Signed, Unit
from heiltid.rules.agreement_list import SIGNED_BY_EACH, AgreementUse
from heiltid.rules.agreement_words import shortly_where
from heiltid.rules.agreements import SIGNERS
from heiltid.rules.finding import Signer
from heiltid.rules.name_list import listed_names
from heiltid.rules.wording import who_text
from heiltid.typed_dates import date_typed
from ui.texts import language, tr

WHEN_LETTERS, WHO_LETTERS = 25, 26  # what their columns have room for
EVERY = 10_000
DATE_FORMAT = "%d.%m.%Y"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """One agreement: what the plan makes of it, and the unit's own row where it has one."""

    paragraph: str
    employee: str | None
    signer: Signer
    use: AgreementUse | None
    row: Agreement | None
    signatory: str = ""  # the name of the one employee who can sign it

    @property
    def signed(self) -> Signed:
        """Signed, not yet, or refused."""
        return Signed.NO if self.row is None else self.row.signed


def agreement_lines(unit: Unit, uses: Sequence[AgreementUse]) -> tuple[AgreementLine, ...]:
    """What the plan needs first, then what else the unit has agreed or been refused."""
    rows = {(entry.paragraph, entry.employee): entry for entry in unit.agreements}
    names = {person.number: person.name for person in unit.employees}
    lines, seen = [], set()
    for use in uses:
        each = use.paragraph in SIGNED_BY_EACH and len(use.employees) == 1
        own = use.employees[0] if each else None
        key = (use.paragraph, own if (use.paragraph, own) in rows else None)
        place = key if key in rows else (use.paragraph, own)
        seen.add(place)
        lines.append(
            AgreementLine(
                paragraph=use.paragraph,
                employee=own,
                signer=use.signer,
                use=use,
                row=rows.get(place),
                signatory=names.get(own, "") if own is not None else "",
            )
        )
    others = [
        AgreementLine(
            paragraph=entry.paragraph,
            employee=entry.employee,
            signer=SIGNERS[entry.paragraph],
            use=None,
            row=entry,
        )
        for key, entry in rows.items()
        if key not in seen
    ]
    return (*lines, *others)


def with_line(unit: Unit, line: AgreementLine) -> Unit:
    """The unit with a line's own row put in, or in place of the one it had."""
    assert line.row is not None
    key = (line.row.paragraph, line.row.employee)
    rows = list(unit.agreements)
    for place, entry in enumerate(rows):
        if (entry.paragraph, entry.employee) == key:
            rows[place] = line.row
            return replace(unit, agreements=tuple(rows))
    return replace(unit, agreements=(*rows, line.row))


def marked(unit: Unit, lines: Iterable[AgreementLine], state: Signed) -> Unit:
    """The unit with all these agreements in a state; the date is today's where none is known."""
    for line in lines:
        unit = with_line(unit, with_state(line, state))
    return unit


def changed(line: AgreementLine, **fields: object) -> AgreementLine:
    """A line with fields of its own row changed; what one person signs never changes the whole unit's row."""
    own = line.row
    if own is None or own.employee != line.employee:
        own = Agreement(paragraph=line.paragraph, employee=line.employee)
    return replace(line, row=replace(own, **fields))  # type: ignore[arg-type]


def with_state(line: AgreementLine, state: Signed) -> AgreementLine:
    """Signed on the day that is known, else today; by the employee herself where only she can sign."""
    on, by = (None, "") if line.row is None else (line.row.signed_on, line.row.by)
    if state is Signed.YES:
        return changed(line, signed=state, signed_on=on or date.today(), by=by or line.signatory)
    return changed(line, signed=state, signed_on=None, by="" if by == line.signatory else by)


def with_typed_state(line: AgreementLine, typed: str) -> AgreementLine:
    """Reads the words of the list and what people write instead. Raises ValueError with a sentence."""
    word = typed.strip().casefold()
    for state in Signed:
        known = (shown_state(state), *tr(f"ui.agreements.words_{state.value}").split("|"))
        if word in known:
            return with_state(line, state)
    allowed = ", ".join(shown_state(state) for state in Signed)
    raise ValueError(tr("ui.agreements.bad_state", allowed=allowed))


def with_date(line: AgreementLine, typed: str) -> AgreementLine:
    """Raises ValueError with a sentence for what is no date."""
    if not typed:
        return changed(line, signed_on=None)
    found = date_typed(typed)
    if found is None:
        raise ValueError(tr("ui.agreements.bad_date"))
    return changed(line, signed_on=found)


def is_nameless(line: AgreementLine) -> bool:
    """Marked as signed, and nobody has told by whom."""
    return line.signed is Signed.YES and line.row is not None and not line.row.by


def shown_state(state: Signed) -> str:
    """The word for a state."""
    return tr(f"ui.agreements.signed_{state.value}")


def short_paragraph(paragraph: str) -> str:
    """As in a table: "§ 10-5 (1)"."""
    return f"§ {paragraph}" if paragraph[:1].isdigit() else paragraph


def whole_paragraph(paragraph: str) -> str:
    """With the name of its law; an agreement between the parties has its own name."""
    return tr("agreement_law", paragraph=paragraph) if paragraph[:1].isdigit() else paragraph


def what_words(line: AgreementLine) -> str:
    """The rules it is needed for."""
    if line.use is None:
        return tr("ui.agreements.not_needed")
    return ", ".join(tr(f"rule.{rule}") for rule in line.use.rules)


def who_words(line: AgreementLine, unit: Unit, letters: int | None = None) -> str:
    """Whose shifts use it: all by name, or as many as these letters have room for, and one at least."""
    numbers = line.use.employees if line.use is not None else ()
    if line.employee is not None:
        numbers = (line.employee,)
    if not numbers:
        return tr("wording.whole_unit")
    names = [who_text(number, unit, language()) for number in numbers]
    told = [_first_names(names, count) for count in range(len(names), 0, -1)]
    return next((words for words in told if letters is None or len(words) <= letters), told[-1])


def _first_names(names: Sequence[str], count: int) -> str:
    more = len(names) - count
    return listed_names(names[:count]) + (" " + tr("ui.agreements.and_more", count=more) if more else "")


def when_words(line: AgreementLine, calendar: Calendar, letters: int = EVERY) -> str:
    """The days on which it is used, rule by rule; the longest are only counted until it has room."""
    if line.use is None:
        return tr("ui.agreements.not_used")
    use, grounds = line.use, line.use.grounds
    told = [shortly_where(use, ground, calendar, language(), EVERY) for ground in grounds]
    for place in sorted(range(len(told)), key=lambda place: -len(told[place])):
        if len("; ".join(dict.fromkeys(told))) > letters:
            told[place] = shortly_where(use, grounds[place], calendar, language(), 1)
    return "; ".join(dict.fromkeys(told))


def signer_words(line: AgreementLine) -> str:
    """Who signs."""
    return tr(f"signer.{line.signer.name.lower()}")


def signer_shortly(signer: Signer) -> str:
    """Who signs, as a column has room for it."""
    return tr(f"ui.agreements.signer_{signer.name.lower()}")


def date_words(line: AgreementLine) -> str:
    """When it was signed."""
    on = line.row.signed_on if line.row is not None else None
    return "" if on is None else f"{on:{DATE_FORMAT}}"


def look_of(line: AgreementLine) -> str:
    """The colour of its state."""
    if line.use is None:
        return "muted"
    return {Signed.YES: "better", Signed.NO: "warning", Signed.REFUSED: "worse"}[line.signed]
