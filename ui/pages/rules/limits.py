"""The limits of a unit's rule book, as they are for everybody or for one person: pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heiltid.model import RuleOverride, Unit
from heiltid.rulebook import Parameter, RuleBook, Value, book_of, load_book
from heiltid.texts import catalogue
from ui.pages.rules.values import stored, value_typed, value_words
from ui.refusals import refusal
from ui.texts import language, tr

FIXED = frozenset({"full_time_week"})  # the tariff's own; the unit's week stands among its fields
FOR_ALL = frozenset({"break_duties", "figures"}) | FIXED  # judged for the unit, never for one person
USUAL_PRACTICE = "usual practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One parameter of a rule. value: in force; usual: what it would be were it not changed here."""

    rule: str
    parameter: str
    employee: str | None
    entry: Parameter
    value: Value
    usual: Value
    is_changed: bool
    is_first: bool = False  # of its rule, in the table

    @property
    def is_fixed(self) -> bool:
        """Shown, not to be changed."""
        return self.rule in FIXED


def limits_of(unit: Unit, employee: str | None) -> tuple[Limit, ...]:
    """All limits of the unit's book, rule by rule; those that can differ for one person, for a person."""
    book, base = book_of(unit), load_book(unit.rule_book)
    return marked(
        tuple(
            _limit(book, base, rule, parameter, employee)
            for rule, parameter in base.parameters
            if employee is None or rule not in FOR_ALL
        )
    )


def _limit(book: RuleBook, base: RuleBook, rule: str, parameter: str, employee: str | None) -> Limit:
    usual = base.value(rule, parameter) if employee is None else book.value(rule, parameter)
    return Limit(
        rule=rule,
        parameter=parameter,
        employee=employee,
        entry=base.parameters[rule, parameter],
        value=book.value(rule, parameter, employee),
        usual=usual,
        is_changed=(rule, parameter, employee) in book.overrides,
    )


def marked(limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """The limits with the first of each rule marked."""
    return tuple(
        replace(limit, is_first=place == 0 or limits[place - 1].rule != limit.rule)
        for place, limit in enumerate(limits)
    )


def with_value(unit: Unit, limit: Limit, value: Value) -> Unit:
    """The unit with a limit set; the usual value is no change, and leaves none."""
    if value == limit.usual and isinstance(value, bool) == isinstance(limit.usual, bool):
        return without_change(unit, limit)
    made = RuleOverride(
        rule=limit.rule,
        parameter=limit.parameter,
        value=stored(value, limit.entry),
        employee=limit.employee,
    )
    rows = list(unit.overrides)
    for place, row in enumerate(rows):
        if _is_of(row, limit):
            rows[place] = made
            return replace(unit, overrides=tuple(rows))
    return replace(unit, overrides=(*rows, made))


def without_change(unit: Unit, limit: Limit) -> Unit:
    """The unit with a limit as usual."""
    return replace(unit, overrides=tuple(row for row in unit.overrides if not _is_of(row, limit)))


def _is_of(row: RuleOverride, limit: Limit) -> bool:
    return (row.rule, row.parameter, row.employee) == (limit.rule, limit.parameter, limit.employee)


def typed_into(unit: Unit, limit: Limit, typed: str) -> Limit:
    """The limit with the value typed. Raises ValueError with the sentence when it will not do."""
    value = value_typed(typed, limit.entry)
    why = refusal(unit, with_value(unit, limit, value))
    if why:
        raise ValueError(why)
    return replace(limit, value=value)


def with_book(unit: Unit, name: str) -> Unit:
    """The unit with another rule book, without the changes that book has no place for."""
    known = load_book(name).parameters
    kept = tuple(row for row in unit.overrides if (row.rule, row.parameter) in known)
    return replace(unit, rule_book=name, overrides=kept)


def rule_title(rule: str) -> str:
    """The rule's name; a group of numbers that is no rule has one too."""
    return tr(f"rule.{rule}" if f"rule.{rule}" in catalogue() else f"ui.rules.group_{rule}")


def rule_help(rule: str) -> str:
    """What the rule says, in a sentence or two."""
    return tr(f"rule_help.{rule}" if f"rule_help.{rule}" in catalogue() else f"ui.rules.help_{rule}")


def limit_words(limit: Limit) -> str:
    """What the limit is."""
    return tr(f"ui.parameter.{limit.rule}.{limit.parameter}")


def now_words(limit: Limit) -> str:
    """The value in force."""
    return value_words(limit.value, limit.entry)


def usual_words(limit: Limit) -> str:
    """The value without a change."""
    return value_words(limit.usual, limit.entry)


def source_words(limit: Limit) -> str:
    """Where the usual value comes from."""
    key = f"ui.source.{limit.rule}.{limit.parameter}"
    if key in catalogue():
        return tr(key)
    if limit.entry.source.startswith(USUAL_PRACTICE):
        return tr("ui.rules.usual_practice")
    return limit.entry.source


def book_title(name: str) -> str:
    """The book's own title."""
    return str(load_book(name).titles[language().value])


def own_limits(unit: Unit, rule: str) -> tuple[tuple[str, Limit], ...]:
    """Who has a limit of their own of a rule, by number."""
    numbers = dict.fromkeys(row.employee for row in unit.overrides if row.rule == rule)
    return tuple(
        (number, limit)
        for number in numbers
        if number is not None
        for limit in limits_of(unit, number)
        if limit.rule == rule and limit.is_changed
    )
