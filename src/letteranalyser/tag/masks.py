"""Stretches in which a name is no actor: citations of documents and laws, addresses on the web, ships, treaties."""

import re
from collections.abc import Iterator

from letteranalyser.tag.names import UPPER

_MASKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"https?://\S{1,300}|\bwww\.\S{1,300}|\S{1,80}@\S{1,80}\.\w{2,6}",
        # A standard: NEN-EN-ISO 9001, ISO/IEC 27001
        r"\b(?:NEN|EN|ISO|IEC|DIN)(?:[-/](?:NEN|EN|ISO|IEC))*[ -]\d{2,6}",
        r"ECLI:[\w:.]{5,60}",
        # Richtlijn 2014/95/EU, verordening (EU) 2019/943, besluit 2001/470/EG
        r"(?<=\d/)(?:EU|EG|EEG|JBZ|GBVB|EGKS|Euratom)\b",
        r"\((?:EU|EG|EEG|EU, Euratom)\)(?=,? (?:[Nn]r\.? ?|[Nn]o\.? ?)?\d)",
        r"\bPb ?(?:EU|EG|L|C)\b",
        # In a footnote: Tweede Kamer, vergaderjaar 2013-2014, 29 521, nr. 219
        r"(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?(?= ?(?:\d|,? ?vergaderjaar))",
        r"\b(?:H\.?J\.?EU|HvJ ?EU|HR|ABRvS|CRvB|CBb)(?= \d{1,2} \w{3,9} \d{4})",
        # Zr.Ms. Tromp
        rf"\b(?:Hr|Zr)\.? ?Ms\.? [{UPPER}]\w+(?: (?:van |de |der )*[{UPPER}]\w+){{0,2}}",
        # A treaty or accord is called after a town: Verdrag van Lissabon
        (
            rf"\b(?:[Vv]erdrag(?:en)?|[Aa]kkoord(?:en)?|[Cc]onventies?|[Pp]rotocol|[Kk]limaatakkoord|[Hh]andvest|[Vv]erklaring|"
            rf"[Oo]vereenkomst|[Kk]limaatverdrag|[Vv]luchtelingenverdrag|[Aa]ssociatieakkoord) van [{UPPER}]\w+"
        ),
        r"\bSchengen(?:grens|-)\w+",
        # The title of a law ends in its year: Paspoortuitvoeringsregeling Nederland 2001
        rf"\b[{UPPER}]\w*(?:regeling|besluit|wet|verordening|code)(?: [{UPPER}]\w+){{1,4}} \d{{4}}\b",
        # The date line of a letter: Den Haag, 26 maart 2015
        rf"(?m)^(?:Den Haag|’s-Gravenhage|'s-Gravenhage|[{UPPER}]\w+), \d{{1,2}} \w{{3,9}} \d{{4}}$",
    )
)


def masked(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text in which no actor stands, as (start, end), in no order."""
    for pattern in _MASKS:
        for found in pattern.finditer(text):
            yield found.span()
