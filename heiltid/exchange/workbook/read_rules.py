"""The Rules sheet: parameters of the chosen rule book set anew, for the unit or for one person."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.read_lists import employee_of
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.table import Table
from heiltid.exchange.workbook.values import Misfit, Parser, clock_minutes, plain_text, text
from heiltid.exchange.workbook.words import Group
from heiltid.model import RuleOverride
from heiltid.ranges import LARGEST_RULE_NUMBER, LONGEST_NAME
from heiltid.rulebook import RuleBook, Value, load_book, parse_value
from heiltid.spelling import Known, nearest, normal
from heiltid.texts import catalogue


def read_rules(table: Table | None, book_name: str, people: Known) -> tuple[RuleOverride, ...]:
    """All overrides; every problem goes to the table's collector."""
    if table is None:
        return ()
    table.has_required_columns()
    book = load_book(book_name)
    found: dict[tuple[str, str, str | None], RuleOverride] = {}
    for fields in table.rows():
        override = _override(fields, book, people)
        if override is None:
            continue
        key = (override.rule, override.parameter, override.employee)
        if key in found:
            fields.refuse("Parameter", "override_twice")
        found[key] = override
    return tuple(found.values())


def _override(fields: Fields, book: RuleBook, people: Known) -> RuleOverride | None:
    rule = fields.take("Rule", _rule(book))
    parameter = None if rule is None else fields.take("Parameter", _parameter(book, rule))
    default = None if rule is None or parameter is None else book.parameters[rule, parameter].value
    value = fields.take("Value", _value(default))
    who = employee_of(fields, people, "Who")
    if rule is None or parameter is None or value is None or fields.failed:
        return None
    return RuleOverride(rule=rule, parameter=parameter, value=value, employee=who)


def _rule(book: RuleBook) -> Parser[str]:
    """A rule by its name in the book, or by what users call it in any language."""
    names = tuple(dict.fromkeys(rule for rule, _ in book.parameters))
    titles = {title: name for name in names for title in catalogue().get(f"rule.{name}", {}).values()}

    def parse(cell: RawCell) -> str | Misfit:
        typed = plain_text(cell) or ""
        for title, name in (*((name, name) for name in names), *titles.items()):
            if normal(title) == normal(typed):
                return name
        near = nearest(typed, (*names, *titles))
        return Misfit(key="rule_unknown", allowed=", ".join(names), suggestion=near)

    return parse


def _parameter(book: RuleBook, rule: str) -> Parser[str]:
    names = tuple(parameter for owner, parameter in book.parameters if owner == rule)

    def parse(cell: RawCell) -> str | Misfit:
        typed = plain_text(cell) or ""
        for name in names:
            if normal(name) == normal(typed):
                return name
        return Misfit(key="parameter_unknown", allowed=", ".join(names), suggestion=nearest(typed, names))

    return parse


def _value(default: Value) -> Parser[str]:
    """A value of the parameter's own kind, in the spelling `rulebook.parse_value` reads."""
    key = "rule_yes_no" if isinstance(default, bool) else "rule_number"

    def parse(cell: RawCell) -> str | Misfit:
        typed = _typed(cell)
        try:
            value = parse_value(typed)
        except ValueError:
            return Misfit(key=key)
        is_truth = isinstance(value, bool)
        if default is not None and value is not None and is_truth != isinstance(default, bool):
            return Misfit(key=key)
        in_range = value is None or 0 <= value <= LARGEST_RULE_NUMBER
        return typed if in_range else Misfit(key=key)

    return parse


def _typed(cell: RawCell) -> str:
    """A typed value as text: times and durations as H:MM, truth values as yes and no."""
    value = cell.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time | timedelta) and not isinstance(value, datetime):
        minutes = clock_minutes(value)
        return f"{minutes // 60}:{minutes % 60:02}" if minutes >= 0 else ""
    shown = text(LONGEST_NAME)(cell)
    if isinstance(shown, Misfit):
        return ""
    truth = words.canonical(Group.YES_NO, shown)
    if truth is not None:
        return truth
    return "none" if words.canonical(Group.NOTHING, shown) is not None else shown
