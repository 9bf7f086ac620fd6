"""Words people use in their own lists, beside those of the unit workbook: nothing but data.

All are written as they are compared (heiltid.spelling.normal: small letters, no spaces, a for å, o for ø),
without the signs . : * ( ) / %.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FIRST_NAME, LAST_NAME = "First name", "Last name"
NIGHT = "Night"  # no column of the sheet: yes, no or nights alone, which becomes Kinds
WEEKEND_GROUP = "Weekend group"  # no column of the sheet: becomes Weekend every and Weekend offset

# Canonical heading of the Employees sheet (and the two parts of a name) -> what people call the column.
PEOPLE_HEADINGS: Mapping[str, frozenset[str]] = {
    "Number": frozenset(
        [
            "nr",
            "no",
            "id",
            "nummer",
            "linje",
            "lopenr",
            "lopenummer",
            "ansattnr",
            "ansattnummer",
            "ansattid",
            "tilsettnr",
            "tilsettnummer",
            "medarbeidernr",
            "ressursnr",
            "ressursnummer",
            "ressursid",
            "arbeidstakarnr",
            "arbeidstakernr",
            "employeeno",
            "employeenumber",
            "employeeid",
            "staffno",
        ]
    ),
    "Name": frozenset(
        [
            "namnet",
            "navnet",
            "tilsett",
            "ansatt",
            "medarbeidar",
            "medarbeider",
            "person",
            "hvem",
            "kven",
            "fulltnamn",
            "fulltnavn",
            "forogetternamn",
            "forogetternavn",
            "heiltnamn",
            "heltnavn",
            "namntilsett",
            "navnansatt",
            "arbeidstakar",
            "arbeidstaker",
            "employee",
            "fullname",
            "staff",
        ]
    ),
    FIRST_NAME: frozenset(["fornamn", "forenamn", "fornavn", "firstname", "givenname"]),
    LAST_NAME: frozenset(["etternamn", "etternavn", "lastname", "surname", "familyname", "slektsnamn"]),
    "Competence": frozenset(
        [
            "yrke",
            "yrkestittel",
            "yrkesgruppe",
            "stillingskode",
            "stillingsnamn",
            "stillingsnavn",
            "profesjon",
            "tittel",
            "stillingstittel",
            "stillingstype",
            "stillingsbenevning",
            "stillingsnemning",
            "utdanning",
            "utdanna",
            "fag",
            "fagbakgrunn",
            "kompetansar",
            "kompetanser",
            "rolle",
            "stillingskategori",
            "profession",
            "occupation",
            "jobtitle",
            "title",
            "role",
        ]
    ),
    "Position": frozenset(
        [
            "stillingsprosent",
            "stillingspst",
            "stillingsprosenten",
            "stillingsstorleik",
            "stillingsstorrelse",
            "stillingsbrok",
            "stillingsandel",
            "stillingsdel",
            "stpst",
            "stprosent",
            "st",
            "prosent",
            "pst",
            "fastprosent",
            "faststilling",
            "noverande",
            "navaerende",
            "idag",
            "stillingidag",
            "stidag",
            "stillpst",
            "stillprosent",
            "positionpercent",
            "percent",
            "percentage",
            "fte",
        ]
    ),
    "Wanted": frozenset(
        [
            "onsker",
            "onskjer",
            "onske",
            "onskestilling",
            "onsktstilling",
            "onsketstilling",
            "onsktprosent",
            "onsketprosent",
            "onsktstillingsprosent",
            "onsketstillingsprosent",
            "onskerstilling",
            "onskjerstilling",
            "onskerprosent",
            "wantedposition",
            "wants",
            "wish",
            "wished",
            "desired",
            "desiredposition",
        ]
    ),
    "Min": frozenset(["min", "minimum", "minstestilling", "minsteprosent", "lagast", "lavest"]),
    "Max": frozenset(["max", "maks", "maksimum", "hogst", "hogest", "hoyest", "maksstilling", "maksprosent"]),
    "Elsewhere": frozenset(
        ["annastilling", "annenstilling", "andrestader", "andresteder", "kombistilling", "otherposition"]
    ),
    "Status": frozenset(
        ["tilsetjing", "tilsetting", "ansettelse", "ansettelsesforhold", "tilsetjingsforhold", "fastvikar"]
    ),
    "Chosen part-time": frozenset(["frivilligdeltid", "eigavaldeltid", "onsktdeltid", "onsketdeltid"]),
    "Weekend every": frozenset(
        [
            "helg",
            "helger",
            "helgefrekvens",
            "helgfrekvens",
            "helgearbeid",
            "arbeidshelg",
            "arbeidshelger",
            "jobbarhelg",
            "jobberhelg",
            "arbeidarhelg",
            "arbeiderhelg",
            "kvarhelg",
            "hverhelg",
            "kvahelg",
            "helgekvar",
            "helgehver",
            "helghogst",
            "helghoyst",
            "arbeidarkvarhelg",
            "weekend",
            "weekends",
            "weekendfrequency",
            "weekendatmost",
        ]
    ),
    "Extra weekends": frozenset(["hinkehelg", "hinkehelger", "ekstrahelg"]),
    "Kinds": frozenset(
        [
            "vakt",
            "vakter",
            "vakttype",
            "vakttypar",
            "vaktslaga",
            "slagvakt",
            "typevakt",
            "turnustype",
            "arbeidar",
            "dagkveldnatt",
            "shifts",
            "shiftkinds",
            "shifttypes",
        ]
    ),
    NIGHT: frozenset(
        [
            "natt",
            "netter",
            "nattvakt",
            "nattvakter",
            "nattevakt",
            "nattevakter",
            "nattarbeid",
            "nattejobbing",
            "kanganatt",
            "kannatt",
            "kanjobbenatt",
            "kanjobbanatt",
            "kanarbeidenatt",
            "kanarbeidanatt",
            "kantanatt",
            "ganatt",
            "garnatt",
            "gardunatt",
            "jobbarnatt",
            "jobbernatt",
            "arbeidarnatt",
            "arbeidernatt",
            "tarnatt",
            "vilganatt",
            "night",
            "nights",
            "nightshift",
            "nightshifts",
            "nightwork",
            "nightduty",
            "worksnight",
            "worksnights",
            "canworknight",
            "canworknights",
        ]
    ),
    WEEKEND_GROUP: frozenset(
        [
            "helgegruppe",
            "helggruppe",
            "helgagruppe",
            "helgegr",
            "helggr",
            "helgelag",
            "helgepulje",
            "gruppehelg",
            "weekendgroup",
        ]
    ),
    "Long shifts": frozenset(["langvakt", "lange", "langevakter", "vilhalangvakt", "longshift"]),
    "From": frozenset(
        ["frodato", "fradato", "startdato", "tilsettfra", "ansattfra", "startdate", "fromdate"]
    ),
    "To": frozenset(["tildato", "sluttdato", "tilsetttil", "ansatttil", "enddate", "todate"]),
}

# Headings of the Wishes sheet. "Who" is a name or a number.
WISH_HEADINGS: Mapping[str, frozenset[str]] = {
    "Number": PEOPLE_HEADINGS["Number"],
    "Who": PEOPLE_HEADINGS["Name"] | {"name", "namn", "navn", "who"},
    "When": frozenset(["dag", "dato", "tid", "tidspunkt", "dagen", "day", "date"]),
    "Wish": frozenset(
        ["onsker", "onskjer", "onsket", "onskjet", "kva", "hva", "vakt", "kode", "what", "wants"]
    ),
    "Strength": frozenset(
        ["vekt", "prioritet", "grad", "viktig", "korviktig", "hvorviktig", "weight", "priority"]
    ),
}

# Headings of which the cells decide what they name; "" last: perhaps nothing that is read.
AMBIGUOUS_POSITION = "stilling"
BY_CELLS: Mapping[str, tuple[str, ...]] = {
    AMBIGUOUS_POSITION: ("Position", "Competence"),
    "turnus": ("Kinds", NIGHT, ""),
    "turnusar": ("Kinds", NIGHT, ""),
}

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
SUM_NAMES = frozenset(
    ["sum", "totalt", "total", "ialt", "tilsaman", "tilsammen", "arsverk", "sumarsverk", "samla", "samlet"]
)

# Answers in a column of nights: "berre natt", "kun nattevakter"; "ikkje natt", "ingen netter".
_NIGHTS = r"(natt|netter|natte?vakte?r?|nattarbeid|nights?|nightshifts?)"
ONLY_NIGHTS = re.compile(
    rf"(berre|bare|kun|only|fast){_NIGHTS}|{_NIGHTS}(berre|bare|kun|only)|only|berre|bare|kun|fast"
)
NOT_NIGHTS = re.compile(rf"(ikkje|ikke|ikkja|ingen|aldri|not|no|never){_NIGHTS}?")
CROSSES = frozenset({"x", "✓", "1"})
YES_WORDS, NO_WORDS = CROSSES | {"j", "y"}, frozenset({"n", "0"})
# Within an answer to "how often at weekends", the rarer first: "kvar tredje helg", "annenhver".
WEEKEND_WORDS: Mapping[str, int] = {
    "sjette": 6,
    "femte": 5,
    "fjerde": 4,
    "tredje": 3,
    "annan": 2,
    "anna": 2,
    "annen": 2,
    "andre": 2,
    "other": 2,
    "aldri": 0,
    "never": 0,
    "ingen": 0,
    "nei": 0,
    "kvar": 1,
    "hver": 1,
    "every": 1,
}
