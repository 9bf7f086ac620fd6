"""The words themselves: canonical name -> (English, nynorsk, bokmål, further accepted spellings).

Nothing but data; `words.py` is the door to it. Source: workbook.md, "Words".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from heiltid.competence_words import COMPETENCE_WORDS

Spellings: TypeAlias = tuple[str, ...]
Table: TypeAlias = Mapping[str, Spellings]

_SHEETS: Table = {
    "Guide": ("Guide", "Rettleiing", "Veiledning"),
    "Unit": ("Unit", "Eining", "Enhet"),
    "Shifts": ("Shifts", "Vakter", "Vakter"),
    "Demand": ("Demand", "Bemanning", "Bemanning"),
    "Competences": ("Competences", "Kompetansar", "Kompetanser"),
    "Employees": ("Employees", "Tilsette", "Ansatte"),
    "Wishes": ("Wishes", "Ønske", "Ønsker"),
    "Absence": ("Absence", "Fråvær", "Fravær"),
    "Rota": ("Rota", "Turnus", "Turnus"),
    "Agreements": ("Agreements", "Avtalar", "Avtaler"),
    "Rules": ("Rules", "Reglar", "Regler"),
    "Before": ("Before", "Før", "Før"),
    "Results": ("Results", "Resultat", "Resultat"),
    "Positions": ("Positions", "Stillingar", "Stillinger"),
    "Findings": ("Findings", "Funn", "Funn"),
}

_HEADINGS: Table = {
    "Key": ("Key", "Nøkkel", "Nøkkel"),
    "Value": ("Value", "Verdi", "Verdi"),
    "Name": ("Name", "Namn", "Navn"),
    "Municipality": ("Municipality", "Kommune", "Kommune"),
    "Start": ("Start", "Start", "Start"),
    "Weeks": ("Weeks", "Veker", "Uker"),
    "Kind": ("Kind", "Slag", "Type"),
    "Full-time week": ("Full-time week", "Heiltidsveke", "Heltidsuke"),
    "Residents": ("Residents", "Bebuarar", "Beboere"),
    "Small position below": ("Small position below", "Småstilling under", "Småstilling under"),
    "Night written on": ("Night written on", "Natt skriven på", "Natt skrevet på"),
    "FTE budget": ("FTE budget", "Årsverksramme", "Årsverksramme"),
    "Rule book": ("Rule book", "Regelbok", "Regelbok"),
    "Code": ("Code", "Kode", "Kode"),
    "End": ("End", "Slutt", "Slutt"),
    "Unpaid break": ("Unpaid break", "Ulønt pause", "Ulønnet pause"),
    "Days": ("Days", "Dagar", "Dager"),
    "From": ("From", "Frå", "Fra"),
    "To": ("To", "Til", "Til"),
    "Shift": ("Shift", "Vakt", "Vakt"),
    "Min": ("Min", "Minst", "Minst"),
    "Target": ("Target", "Ønskt tal", "Ønsket antall"),
    "Max": ("Max", "Høgst", "Høyst"),
    "Competence": ("Competence", "Kompetanse", "Kompetanse"),
    "Covers": ("Covers", "Dekkjer", "Dekker"),
    "Number": ("Number", "Nummer", "Nummer"),
    "Position": ("Position", "Stilling", "Stilling"),
    "Wanted": ("Wanted", "Ønskt", "Ønsket"),
    "Elsewhere": ("Elsewhere", "Anna stad", "Annet sted"),
    "Status": ("Status", "Status", "Status"),
    "Chosen part-time": ("Chosen part-time", "Vald deltid", "Valgt deltid"),
    "Weekend every": ("Weekend every", "Helg kvar", "Helg hver"),
    "Weekend offset": ("Weekend offset", "Fyrste helg", "Første helg"),  # nynorsk as workbook.md has it
    "Extra weekends": ("Extra weekends", "Ekstra helger", "Ekstra helger"),
    "Kinds": ("Kinds", "Vaktslag", "Vakttyper"),
    "Long shifts": ("Long shifts", "Langvakter", "Langvakter"),
    "Max days in row": ("Max days in row", "Dagar på rad", "Dager på rad"),
    "Max nights in row": ("Max nights in row", "Netter på rad", "Netter på rad"),
    "When": ("When", "Når", "Når"),
    "Wish": ("Wish", "Ønske", "Ønske"),
    "Strength": ("Strength", "Styrke", "Styrke"),
    "Paragraph": ("Paragraph", "Paragraf", "Paragraf"),
    "Who": ("Who", "Kven", "Hvem"),
    "Signed": ("Signed", "Underskriven", "Underskrevet"),
    "By": ("By", "Av", "Av"),
    "Date": ("Date", "Dato", "Dato"),
    "Rule": ("Rule", "Regel", "Regel"),
    "Parameter": ("Parameter", "Parameter", "Parameter"),
    "Before": ("Before", "Før", "Før"),
    "After": ("After", "Etter", "Etter"),
    "Hours": ("Hours", "Timar", "Timer"),
    "Deviation": ("Deviation", "Avvik", "Avvik"),
    "Weekends": ("Weekends", "Helger", "Helger"),
    # Headings of result sheets only.
    "Average": ("Average", "Snitt", "Snitt"),
    "Figure": ("Figure", "Måltal", "Måltall"),
    "Change": ("Change", "Endring", "Endring"),
    "Bound": ("Bound", "Grense", "Grense"),
    "Severity": ("Severity", "Alvor", "Alvor"),
    "Amount": ("Amount", "Mengd", "Mengde"),
    "Text": ("Text", "Tekst", "Tekst"),
}

_WEEKDAYS: Table = {
    "Mon": ("Mon", "mån", "man", "Monday", "måndag", "mandag"),
    "Tue": ("Tue", "tys", "tir", "Tues", "Tuesday", "tysdag", "tirsdag"),
    "Wed": ("Wed", "ons", "ons", "Wednesday", "onsdag"),
    "Thu": ("Thu", "tor", "tor", "Thur", "Thurs", "Thursday", "torsdag"),
    "Fri": ("Fri", "fre", "fre", "Friday", "fredag"),
    "Sat": ("Sat", "lau", "lør", "Saturday", "laurdag", "lørdag"),
    "Sun": ("Sun", "sun", "søn", "Sunday", "sundag", "søndag"),
}

_SHIFT_KINDS: Table = {
    "D": ("D", "D", "D", "day", "dag"),
    "A": ("A", "A", "A", "evening", "kveld", "aften", "K"),
    "N": ("N", "N", "N", "night", "natt"),
    "L": ("L", "L", "L", "long", "lang", "langvakt"),
    "O": ("O", "O", "O", "other", "anna", "annet"),
}

TABLES: Mapping[str, Table] = {
    "sheet": _SHEETS,
    "heading": _HEADINGS,
    "yes_no": {
        "yes": ("yes", "ja", "ja", "true", "sann", "sant"),
        "no": ("no", "nei", "nei", "false", "usann", "usant"),
    },
    "signed": {
        "yes": ("yes", "ja", "ja"),
        "no": ("no", "nei", "nei"),
        "refused": ("refused", "avslått", "avslått"),
    },
    "status": {
        "permanent": ("permanent", "fast", "fast"),
        "temporary": ("temporary", "vikar", "vikar"),
        "vacant": ("vacant", "ledig", "ledig"),
        "student": ("student", "student", "student"),
        "hourly": ("hourly", "timeløn", "timelønn"),
    },
    "rota_kind": {
        "cyclic": ("cyclic", "rullerande", "rullerende"),
        "dated": ("dated", "datert", "datert"),
    },
    "full_time": {"three-part": ("three-part", "tredelt", "tredelt")},
    "night": {"start": ("start", "start", "start"), "end": ("end", "slutt", "slutt")},
    "days": {
        "all": ("all", "alle", "alle", "every day", "alle dagar", "alle dager"),
        "red": (
            "red",
            "raude",
            "røde",
            "red days",
            "raude dagar",
            "røde dager",
            "red too",
            "òg raude",
            "også røde",
        ),
    },
    "weekday": _WEEKDAYS,
    "wish": {"off": ("off", "fri", "fri"), "not": ("not", "ikkje", "ikke")},
    "strength": {
        "must": ("must", "må", "må"),
        "strong": ("strong", "sterkt", "sterkt"),
        "weak": ("weak", "svakt", "svakt"),
    },
    "competence": COMPETENCE_WORDS,
    "shift_kind": _SHIFT_KINDS,
    "rule_book": {
        "law": ("law", "lov", "lov", "lova", "loven"),
        "tariff": ("tariff", "tariff", "tariff"),
        "local": ("local", "lokal", "lokal", "lokale"),
    },
    "nothing": {"none": ("none", "ingen", "ingen", "inga")},
}
