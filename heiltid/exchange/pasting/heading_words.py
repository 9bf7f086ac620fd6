"""Words within the headings people write, and headings of what is not read: nothing but data.

Written as they are compared, see word_lists.
"""

from __future__ import annotations

import re

# Words of a heading that tells of some share of a position, in any order: "Ønska stilling i %", "St.% i dag".
UNIT_WORD = re.compile(r"%|prosent(en|ar|er)?|pst|pct|percent(age)?")
POSITION_WORD = re.compile(
    r"(st|still|stilling(s|a|en|ar|er)?|position)"
    r"((storleik|storrelse|brok|andel|del|prosent|percent)(en|n|a)?|pst|pct)?|(arsverk|fte)s?"
)
WANTED_WORD = re.compile(
    r"onsk(er|jer|ar|te|je|ja|et|a|e|t)?|vil|want(s|ed)?|wish(ed|es)?|(desir|preferr|request)ed"
)
GROWN_WORD = re.compile(r"storre|ny|okt|auka|utvida|utvidet|hogare|hogre|hoyere|larger|new")
LEAST_WORD = re.compile(r"min|minst|minste|minimum|minimal|lagast|lagaste|lavest|laveste|smallest|least")
MOST_WORD = re.compile(
    r"maks|max|maksimum|maximum|maksimal|storst|storste|hogst|hogste|hoyest|hoyeste|largest|most"
)
_NOW_WORD = re.compile(
    r"fast|avtalt|avtale|kontrakt|noverande|navaerende|dagens|idag|na|eksisterande|eksisterende|gjeldande"
    r"|gjeldende|ansettelses?|tilsetjings?|current|contracted|agreed|today"
)
_FILLING_WORD = re.compile(
    r"i|om|a|ha|pa|av|for|er|ei|ein|en|ditt|din|du|eg|jeg|dei|de|pr|per|som|stor|kor|hvor|mykje|mye|mogleg"
    r"|mulig|the|of|in|is|a"
)
SHARE_WORDS = (
    *(POSITION_WORD, WANTED_WORD, GROWN_WORD, LEAST_WORD, MOST_WORD),
    *(_NOW_WORD, _FILLING_WORD),
)

# Columns of what nobody asks for here, by parts of their headings.
SOMETHING_ELSE = re.compile(
    r"merknad|kommentar|notat|telefon|tlf|mobil|fodsel|fodt|personn|epost|e?mail|lonn|fravaer|ansienn|adresse"
    r"|avdeling|konto|alder|permisjon|tim(ar|er)|hours|ferie|holiday|vacation|parorande|parorende|remark|comment|phone|birth|salary|address|absence"
)
