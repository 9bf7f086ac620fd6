"""What keeps somebody from the gaps there are: the competence before anything that is set for her."""

from __future__ import annotations

from builders import A1, D1, demand, person, plan, row, unit

from heiltid.advice.position_why import PositionReasons
from heiltid.advice.position_words import position_sentences
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

SATURDAY = frozenset({5})


def test_a_gap_for_another_competence_is_not_laid_to_her_weekends() -> None:
    # Saturday lacks a nurse by day and anybody in the evening; she is no nurse and works no weekend.
    rows = (
        demand(SATURDAY, "07:30-15:00", 1, competence="nurse"),
        demand(SATURDAY, "15:00-22:00", 1),
    )
    her = person("1", 5_000, wanted_bp=10_000, competence="assistant", weekend_every=0)
    nurse = person("2", 5_000, wanted_bp=10_000, competence="nurse", weekend_every=0)
    ward = unit(shifts=(D1, A1), employees=(her, nurse), demand=rows)
    rota = plan(row("D1 - - - - - -", "1", 5_000), row("D1 - - - - - -", "2", 5_000))
    reasons = PositionReasons(judge_all(ward, rota), None)
    found = reasons.why("1")
    assert found is not None
    assert dict(found.open.hinders) == {"competence.nurse": 1, "rule.weekend_frequency": 1}
    told = " ".join(position_sentences(found, ward, Language.NYNORSK))
    assert "1 hol: krev sjukepleiar" in told
    other = reasons.why("2")
    assert other is not None
    assert dict(other.open.hinders) == {"rule.weekend_frequency": 2}
