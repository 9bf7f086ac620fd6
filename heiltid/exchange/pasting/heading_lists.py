"""Headings people write over the columns of their own lists: nothing but data.

Written as they are compared, see word_lists.
"""

from __future__ import annotations

from collections.abc import Mapping

from heiltid.exchange.pasting.word_lists import FIRST_NAME, LAST_NAME, NIGHT, WEEKEND_GROUP

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
BY_CELLS: Mapping[str, tuple[str, ...]] = {
    "stilling": ("Position", "Competence"),
    "turnus": ("Kinds", NIGHT, ""),
    "turnusar": ("Kinds", NIGHT, ""),
}
