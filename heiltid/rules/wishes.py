"""The rule of wishes: a must-wish is met. Other wishes are measured, not judged."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.model import Employee, Wish, WishStrength
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.rule import Rule
from heiltid.wishes import is_met, wish_days


def must_wish(context: Context, person: Employee) -> Iterator[Finding]:
    """Every must-wish that is not met, with the days on which it is not."""
    for wish in context.wishes_of(person):
        if wish.strength is not WishStrength.MUST:
            continue
        unmet = tuple(
            day
            for day in wish_days(wish, context.calendar)
            if not is_met(wish, day, context.cell(person, day), context.shifts)
        )
        if unmet:
            yield Finding(
                rule="must_wish",
                paragraph=HOUSE,
                severity=Severity.BREACH,
                employee=person.number,
                days=unmet,
                amount=len(unmet),
                unit="days",
                text_key=_text_key(wish),
                values=_values(wish),
            )


def _text_key(wish: Wish) -> str:
    if wish.off:
        return "must_wish_work" if wish.negated else "must_wish_off"
    return "must_wish_not" if wish.negated else "must_wish_shift"


def _values(wish: Wish) -> tuple[tuple[str, str], ...]:
    if wish.off:
        return ()
    if wish.code is not None:
        return (("wanted", wish.code),)
    assert wish.kind is not None, "a wish is for off, a code or a kind"
    return (("wanted_key", f"wording.kind.{wish.kind.name.lower()}"),)


RULES: tuple[Rule, ...] = (Rule(name="must_wish", paragraph=HOUSE, check_person=must_wish),)
