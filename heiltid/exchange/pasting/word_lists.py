"""Words people use in the cells of their own lists, beside those of the unit workbook: nothing but data.

All are written as they are compared (heiltid.spelling.normal: small letters, no spaces, a for å, o for ø),
without the signs . : * ( ) / %.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FIRST_NAME, LAST_NAME = "First name", "Last name"
NIGHT = "Night"  # no column of the sheet: yes, no or nights alone, which becomes Kinds
WEEKEND_GROUP = "Weekend group"  # no column of the sheet: becomes Weekend every and Weekend offset

# The usual competences by other words; only where the unit has the competence.
COMPETENCE_WORDS: Mapping[str, frozenset[str]] = {
    "nurse": frozenset(
        ["spl", "sjpl", "sjukepl", "sykepl", "spl1", "rn", "registerednurse", "spes", "spesspl"]
    ),
    "health worker": frozenset(
        [
            "hfa",
            "hfagarb",
            "helsefagarb",
            "helsefag",
            "hjelpepleiar",
            "hjelpepleier",
            "hjpl",
            "omsorgsarbeidar",
            "omsorgsarbeider",
            "fagarbeidar",
            "fagarbeider",
            "aktivitorfagarb",
            "nursingassistant",
            "licensedpracticalnurse",
            "lpn",
        ]
    ),
    "assistant": frozenset(
        [
            "ass",
            "asst",
            "pleieassistent",
            "helseassistent",
            "pleiemedarbeidar",
            "pleiemedarbeider",
            "ufaglart",
            "ufaglaert",
            "assistentar",
            "careassistant",
            "healthcareassistant",
            "hca",
        ]
    ),
}
# Part of a longer title: "avdelingssjukepleiar", "sykepleier m/videreutd.". Students are none of them.
COMPETENCE_PARTS: Mapping[str, tuple[str, ...]] = {
    "nurse": ("sjukepleiar", "sykepleier"),
    "health worker": ("helsefagarbeid", "hjelpepleie", "omsorgsarbeid"),
    "assistant": ("assistent", "pleieass", "ufaglar", "ufaglaer"),
}
STUDENT_MARKS = ("student", "elev", "larling", "laerling")
SHORT_COMPETENCES = frozenset({"vpl", "vernepl"})  # a social educator, where the unit has one
SOCIAL_EDUCATOR_START = ("vernepleiar", "vernepleier", "socialeducator")

STATUS_WORDS: Mapping[str, frozenset[str]] = {
    "permanent": frozenset(["fasttilsett", "fastansatt", "f", "fulltid"]),
    "temporary": frozenset(
        [
            "vikariat",
            "midlertidig",
            "mellombels",
            "engasjement",
            "v",
            "tidsavgrensa",
            "tidsbegrenset",
            "substitute",
        ]
    ),
    "vacant": frozenset(["vakant", "ledigstilling", "ubesett", "ubesatt", "vacancy"]),
    "student": frozenset(["studentar", "studenter", "stud"]),
    "hourly": frozenset(
        ["ringevikar", "tilkallingsvikar", "tilkalling", "timevikar", "timelonna", "timelonnet"]
    ),
}
VACANT_NAMES = ("ledig", "vakant", "vacant", "ubesett", "ubesatt")  # how the name of an empty post begins
# A row is no person where all its first words are of these, one at least of the first: "Totalt 5 ansatte".
SUM_WORDS = re.compile(
    r"(total)?sum(men)?|total(t|en)?|ialt|tilsam(an|men)|saml(a|et)|antall?|arsverk"
    r"|snitt(et)?|gjennomsnitt(et|leg|lig)?|average|mean|count"
)
COUNTED_WORDS = re.compile(
    r"stilling(a|en|ar|er|ane|ene|s)?((heim|hjem)(mel|lar|ler)|prosent(ar|er)?|storleik|storrelse)?"
    r"|(heim|hjem)(mel|lar|ler)|ansatte|tilsette?|arsverk|person(ar|er)?|prosent|tim(ar|er)|hovud|hoder"
    r"|\w*(s(yke|juke)pleia?e?|helsefagarbeid|(hjelpe|verne)pleia?e?|omsorgsarbeid|assistent|student)\w*"
    r"|faste?|vikar(ar|er)?|i|pa|av|per|pr|alle|ftes?|staff|employees|positions?|people|heads|of|number"
)

# Answers in a column of nights: "berre natt", "kun nattevakter"; "ikkje natt", "ingen netter".
_NIGHTS = r"(natt|netter|natte?vakte?r?|nattarbeid|nights?|nightshifts?)"
ONLY_NIGHTS = re.compile(rf"(berre|bare|kun|only|fast){_NIGHTS}|{_NIGHTS}(berre|bare|kun|only)")
ONLY = frozenset({"only", "berre", "bare", "kun", "fast"})  # nights alone, where the question is of nights
NOT_NIGHTS = re.compile(rf"(ikkje|ikke|ikkja|ingen|aldri|not|no|never){_NIGHTS}?")
CROSSES = frozenset({"x", "✓", "1"})
YES_WORDS, NO_WORDS = CROSSES | {"j", "y"}, frozenset({"n", "0"})
# Within an answer to "how often at weekends", the rarer first: "kvar tredje helg", "annenhver".
WEEKEND_WORDS: Mapping[str, int] = {
    "tolvte": 12,
    "twelfth": 12,
    "ellevte": 11,
    "eleventh": 11,
    "tiande": 10,
    "tiende": 10,
    "tenth": 10,
    "niande": 9,
    "niende": 9,
    "ninth": 9,
    "attande": 8,
    "attende": 8,
    "eighth": 8,
    "sjuande": 7,
    "sjuende": 7,
    "syvende": 7,
    "seventh": 7,
    "sjette": 6,
    "sixth": 6,
    "femte": 5,
    "fifth": 5,
    "fjerde": 4,
    "fourth": 4,
    "tredje": 3,
    "third": 3,
    "annan": 2,
    "anna": 2,
    "annen": 2,
    "andre": 2,
    "other": 2,
    "second": 2,
    "aldri": 0,
    "never": 0,
    "ingen": 0,
    "nei": 0,
    "kvar": 1,
    "hver": 1,
    "every": 1,
}
