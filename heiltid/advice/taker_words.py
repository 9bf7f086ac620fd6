"""What a shift brings whoever takes it, or what hinders her, in few words without a full stop."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.advice.hinders import OWN_RULE
from heiltid.advice.takers import Hindrance, Taker
from heiltid.competence_words import competence_word
from heiltid.model import MINUTES_PER_HOUR, Signed, Unit, Wish
from heiltid.rules.contract import POSITION_HOURS
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.weekends import WEEKENDS_IN_PLACE
from heiltid.texts import Language, catalogue, fixed, text

VERBS_ONCE = ("gir", "gives")


def consequences(taker: Taker, unit: Unit, language: Language) -> str:
    """What taking the shift would bring, or what hinders it, in few words without a full stop:

    "bryt eit svakt ønske om fri, avvik frå stillinga over 6 veker: −6,8 → +0,7 t".
    """
    if taker.hindrance is not None:
        return hindrance_text(taker.hindrance, taker, unit, language)
    if taker.breaches:
        return joined(in_short(finding, language) for finding in taker.breaches)
    costs = [_lacking(competence, language) for competence in taker.lacking]
    costs += [in_short(finding, language) for finding in beside_hours((*taker.agreements, *taker.notes))]
    costs += [
        text("advice.taker.lost", language, wish=wish_text(wish, language)) for wish in taker.wishes_lost
    ]
    good = [text("advice.taker.met", language, wish=wish_text(wish, language)) for wish in taker.wishes_met]
    hours = text(
        "advice.taker.hours",
        language,
        weeks=weeks_text(unit, language),
        before=signed_hours(taker.deviation_before, language),
        after=signed_hours(taker.deviation_after, language),
    )
    nothing = [] if costs or taker.new else [text("advice.taker.nothing", language)]
    return joined([*costs, *nothing, *good, hours])


def weeks_text(unit: Unit, language: Language) -> str:
    number = "one" if unit.weeks == 1 else "many"
    return text(f"wording.count.weeks.{number}", language, count=unit.weeks)


def _lacking(competence: str, language: Language) -> str:
    """ "da manglar sjukepleiar"."""
    return text("advice.taker.lacking", language, competence=competence_word(competence, language))


def joined(parts: Iterable[str]) -> str:
    """ "gir ei delt helg, ein einsleg fridag": what begins with the same verb has it once."""
    told: list[str] = []
    verb = ""
    for part in dict.fromkeys(parts):
        first, _, rest = part.partition(" ")
        told.append(rest if first == verb and first in VERBS_ONCE else part)
        verb = first
    return ", ".join(told)


def beside_hours(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those on hours against position, which stand as figures beside them."""
    return tuple(finding for finding in findings if finding.rule != POSITION_HOURS)


def in_short(finding: Finding, language: Language) -> str:
    """What a finding says of whatever brings it: "bryt «Døgnkvile» (§ 10-8 (1))"."""
    if finding.severity is Severity.BREACH:
        return _breach(finding, language)
    agreement = finding.severity is Severity.NEEDS_AGREEMENT
    return _agreement(finding, language) if agreement else _note(finding, language)


def signed_hours(minutes: int, language: Language) -> str:
    """Minutes as hours in tenths with their sign: 45 -> "+0,8", −408 -> "−6,8", 0 -> "0,0"."""
    sign = "-" if minutes < 0 else "+"
    shown = sign + fixed(abs(minutes) / MINUTES_PER_HOUR, 1)
    if shown.strip("+-") == "0.0":
        shown = "0.0"
    return shown if language is Language.ENGLISH else shown.replace(".", ",").replace("-", "−")


def hindrance_text(found: Hindrance, taker: Taker, unit: Unit, language: Language) -> str:
    """What keeps somebody from a shift: "har D1 denne dagen"."""
    shift = unit.shift_by_code()[taker.code]
    return text(
        f"advice.hindrance.{found.value}",
        language,
        standing=taker.standing or "",
        code=taker.code,
        kind=text(f"wording.kind.{shift.kind.name.lower()}", language),
        competence=shift.competence or "",
    )


def _breach(finding: Finding, language: Language) -> str:
    if finding.text_key in WEEKENDS_IN_PLACE:
        return text(f"advice.taker.{finding.text_key}", language, **dict(finding.values))
    if finding.rule == OWN_RULE:
        return text("advice.taker.weekend_frequency", language)
    rule = text(f"rule.{finding.rule}", language)
    if not finding.paragraph:
        return text("advice.taker.breach", language, rule=rule)
    return text("advice.taker.breach_of", language, rule=rule, paragraph=paragraph_sign(finding.paragraph))


def _agreement(finding: Finding, language: Language) -> str:
    key = "advice.taker.signed" if finding.signed is Signed.YES else "advice.taker.agreement"
    return text(key, language, paragraph=paragraph_sign(finding.agreement or finding.paragraph))


def paragraph_sign(paragraph: str) -> str:
    """A paragraph with its sign; agreements with a name of their own have none."""
    return f"§ {paragraph}" if paragraph[:1].isdigit() else paragraph


def _note(finding: Finding, language: Language) -> str:
    for name in (finding.text_key, finding.rule):
        key = f"advice.note.{name}"
        if key in catalogue():
            return text(key, language, **dict(finding.values))
    return text("advice.note.other", language, rule=text(f"rule.{finding.rule}", language))


def wish_text(wish: Wish, language: Language) -> str:
    """A wish with its strength: "eit sterkt ønske om fri", "eit svakt ønske om å sleppe nattevakt"."""
    return text(f"advice.wish.{wish.strength.value}", language, what=_wanted(wish, language))


def _wanted(wish: Wish, language: Language) -> str:
    if wish.off:
        return text("advice.wish.work" if wish.negated else "advice.wish.off", language)
    kind = "" if wish.kind is None else text(f"wording.kind.{wish.kind.name.lower()}", language)
    wanted = wish.code or kind
    return text("advice.wish.not", language, wanted=wanted) if wish.negated else wanted
