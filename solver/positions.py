"""Positions as decisions: hours fall into zones, each zone gives a contract figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ortools.sat.python import cp_model

from heiltid.jobs import SPREAD_STEPS_BP
from heiltid.model import FULL_TIME_BP, Employee
from solver.frame import Frame
from solver.limits import Limits
from solver.weights import Weights


@dataclass(slots=True)
class PositionTerms:
    """What the positions of some people amount to, as expressions to minimise or bound."""

    contracts: dict[int, cp_model.IntVar] = field(default_factory=dict)
    missing: list[cp_model.IntVar] = field(default_factory=list)
    small: list[cp_model.IntVar] = field(default_factory=list)
    part_time: list[cp_model.IntVar] = field(default_factory=list)
    open_lines: list[cp_model.IntVar] = field(default_factory=list)
    spread: list[cp_model.IntVar] = field(default_factory=list)
    deviations: list[cp_model.IntVar] = field(default_factory=list)


class ContractModel(StrEnum):
    """How closely contract figures follow the hours.

    EXACT: as heiltid/contract.py reckons them. WIDE: anything a rota with these hours could give, for
    bounds. STEER: from the hours up to the tolerance above them: easy to solve, right at the position
    wanted, and never tempted to hide hours from the budget.
    """

    EXACT = "exact"
    WIDE = "wide"
    STEER = "steer"


def wants_more(person: Employee) -> bool:
    """People whose missing percent counts: a vacant or temporary line wants nothing."""
    return not person.may_close


def add_positions(
    model: cp_model.CpModel,
    frame: Frame,
    hours: dict[int, cp_model.IntVar],
    contracts: ContractModel = ContractModel.EXACT,
) -> PositionTerms:
    """Contract variables for people whose hours (minutes, an integer variable) are given."""
    terms = PositionTerms()
    for p, minutes in hours.items():
        limits = frame.limits[p]
        if contracts is ContractModel.EXACT:
            contract = _contract(model, limits, minutes, terms)
        else:
            contract = _relaxed_contract(model, limits, minutes, terms, wide=contracts is ContractModel.WIDE)
        if frame.people[p].min_bp > 0 and not frame.people[p].may_close and limits.full_time_minutes > 0:
            model.add(contract >= frame.people[p].min_bp)
        terms.contracts[p] = contract
        _goals(model, frame, p, contract, terms)
    return terms


def _contract(
    model: cp_model.CpModel, limits: Limits, minutes: cp_model.IntVar, terms: PositionTerms
) -> cp_model.IntVar:
    contract = model.new_int_var(0, 2 * FULL_TIME_BP, "")
    zones = []
    full_time = limits.full_time_minutes
    deviation = model.new_int_var(0, max(1, int(limits.tolerance) // 10 + 1), "")
    for zone in limits.zones:
        chosen = model.new_bool_var("")
        zones.append(chosen)
        model.add_linear_constraint(minutes, zone.low, zone.high).only_enforce_if(chosen)
        if zone.contract_bp is not None:
            model.add(contract == zone.contract_bp).only_enforce_if(chosen)
            at = int(full_time * zone.contract_bp / FULL_TIME_BP)
            model.add(10 * deviation >= minutes - at - 9).only_enforce_if(chosen)
            model.add(10 * deviation >= at - minutes - 9).only_enforce_if(chosen)
        else:
            scaled = FULL_TIME_BP * full_time.denominator
            half = full_time.numerator // 2
            difference = contract * full_time.numerator - minutes * scaled
            model.add_linear_constraint(difference, -half, half).only_enforce_if(chosen)
    model.add_exactly_one(zones)
    terms.deviations.append(deviation)
    return contract


def _relaxed_contract(
    model: cp_model.CpModel, limits: Limits, minutes: cp_model.IntVar, terms: PositionTerms, *, wide: bool
) -> cp_model.IntVar:
    """Between hours / longest full time and hours / shortest one, up to the tolerance away."""
    least, most = limits.full_time_range
    if most == 0:
        return model.new_constant(limits.contract_bp(0))
    contract = model.new_int_var(0, 2 * FULL_TIME_BP, "")
    scaled_most = FULL_TIME_BP * most.denominator
    below = minutes * scaled_most - contract * most.numerator
    model.add(below <= most.numerator + (int(limits.tolerance * scaled_most) if wide else 0))
    scaled = FULL_TIME_BP * least.denominator
    above = contract * least.numerator - minutes * scaled
    model.add(above <= int(limits.tolerance * scaled) + least.numerator)
    deviation = model.new_int_var(0, 1_000_000, "")
    model.add(deviation * 10 * scaled >= above)
    terms.deviations.append(deviation)
    return contract


def _goals(
    model: cp_model.CpModel, frame: Frame, p: int, contract: cp_model.IntVar, terms: PositionTerms
) -> None:
    person = frame.people[p]
    if wants_more(person):
        missing = model.new_int_var(0, FULL_TIME_BP, "")
        model.add(missing >= person.wanted_bp - contract)
        terms.missing.append(missing)
        for step in SPREAD_STEPS_BP:
            beyond = model.new_int_var(0, FULL_TIME_BP, "")
            model.add(beyond >= missing - step)
            terms.spread.append(beyond)
        is_open: cp_model.IntVar | int = 1
    else:
        is_open = model.new_bool_var("")
        model.add(contract <= 2 * FULL_TIME_BP * is_open)
        terms.open_lines.append(is_open)
    limit = frame.unit.small_position_below_bp - person.elsewhere_bp
    if limit > 0:
        small = model.new_bool_var("")
        model.add(contract >= limit * is_open - FULL_TIME_BP * small)
        terms.small.append(small)
    full = FULL_TIME_BP - person.elsewhere_bp
    part_time = model.new_bool_var("")
    model.add(contract >= full * is_open - full * part_time)
    terms.part_time.append(part_time)


def weighted(terms: PositionTerms, weights: Weights) -> list[tuple[int, cp_model.IntVar]]:
    """The terms as (weight, variable) for a sum to minimise."""
    return [
        *((weights.missing_bp, variable) for variable in terms.missing),
        *((weights.small_position, variable) for variable in terms.small),
        *((weights.part_time, variable) for variable in terms.part_time),
        *((weights.open_line, variable) for variable in terms.open_lines),
        *((weights.spread_bp, variable) for variable in terms.spread),
        *((weights.deviation_ten_minutes, variable) for variable in terms.deviations),
    ]
