"""Cells of a table whose unit stands in the heading of their column: ``x € 1.000``, ``in mln. euro``, ``%``."""

import re
from collections.abc import Iterator
from functools import cache

from letteranalyser.models.analysis import AmountKind
from letteranalyser.models.findings import AmountMention
from letteranalyser.models.letter import Letter, Paragraph, ParagraphKind
from letteranalyser.tag.amounts_joints import SPACE
from letteranalyser.tag.numbers import read_digits

CELL = re.compile(rf"(?P<minus>-/-{SPACE}?|[-–−]{SPACE}?)?(?P<digits>\d[\d.,]{{0,15}})")

MULTIPLIED = re.compile(
    r"[x×*] ?(?P<code>€|EUR|f|fl\.?|ƒ|\$) ?(?P<scale>1(?:\.000){1,3}|1(?: 000){1,3}|1000|1 ?(?:mln|mld|miljoen|miljard)|(?:mln|mld|miljoen|miljard))"
)
MULTIPLIED_BEHIND = re.compile(
    r"(?:(?P<before>€|EUR|euro) ?(?:[,(] ?)?[x×*] ?(?P<scale1>1(?:\.000){1,3}|1(?: 000){1,3}|1000)"
    r"|[x×*] ?(?P<scale2>1(?:\.000){1,3}|1(?: 000){1,3}|1000) ?(?P<after>€|EUR|euro))(?!\w)"
)
AMOUNTS_IN = re.compile(
    r"[Bb]edragen,? (?:zijn )?(?:uitgedrukt )?in (?P<scale>duizenden|miljoenen|miljarden|mln|mld)(?!\w)"
)
PLAIN_EURO = re.compile(r"(?:.{0,60}[( ])?(?:in )?(?:€|EUR|euro(?:['’]s)?)\)?")
PERCENT = re.compile(r"(?:.{0,60}[( ])?(?:in )?(?:%|procent(?:en)?|percentages?)\)?")
SHARES_UNIT = re.compile(
    r"(?:(?:begroting|raming|realisatie|budget|jaar)?\s?(?:19|20)\d\d(?:[-–/](?:20)?\d\d)?(?:\s?e\.v\.)?|totaal|structureel|saldo|cumulatief)?",
    re.IGNORECASE,
)
"""Headings of columns for which the unit in the heading of the rows' names holds: years and totals, no ``Aantal``."""
IN_UNIT = re.compile(
    r"(?:(?P<before>€|EUR|f|ƒ|\$)[ (]{0,2}(?:x )?(?P<scale1>mln|mld|miljoen|miljard|duizend)"
    r"|(?P<scale2>mln|mld|miljoen|miljard|duizend|duizenden|miljoenen|miljarden)\.? (?P<after>€|euro'?s?|EUR|guldens?|dollars?|\$))"
)
SCALES = {
    "duizend": 1e3,
    "duizenden": 1e3,
    "mln": 1e6,
    "miljoen": 1e6,
    "miljoenen": 1e6,
    "mld": 1e9,
    "miljard": 1e9,
    "miljarden": 1e9,
}
CODES = {"€": "EUR", "E": "EUR", "e": "EUR", "f": "NLG", "ƒ": "NLG", "g": "NLG", "$": "USD", "d": "USD"}


@cache
def head_unit(head: str) -> tuple[AmountKind, str, float] | None:
    """Kind, unit and factor that a column heading gives its bare cells, or None.

    ``Uitgaven (x € 1.000)`` gives (money, EUR, 1000); ``2024`` gives None.
    """
    head = head[:120]
    if found := MULTIPLIED.search(head):
        scale = found["scale"]
        word = re.search(r"[a-z]+", scale)
        factor = SCALES[word[0]] if word else read_digits(re.sub(r" ", ".", scale)) or float(scale)
        return AmountKind.MONEY, CODES[found["code"][0]], factor
    if found := IN_UNIT.search(head):
        written = found["before"] or found["after"]
        return AmountKind.MONEY, CODES[written[0]], SCALES[found["scale1"] or found["scale2"]]
    if found := MULTIPLIED_BEHIND.search(head):
        scale = found["scale1"] or found["scale2"]
        return AmountKind.MONEY, "EUR", read_digits(scale.replace(" ", ".")) or 1.0
    if found := AMOUNTS_IN.search(head):
        return AmountKind.MONEY, "EUR", SCALES[found["scale"]]
    if re.search(r"\((?:in )?(?:€|euro)\)|\bin euro['’]?s?\b", head) or PLAIN_EURO.fullmatch(head):
        return AmountKind.MONEY, "EUR", 1.0
    if PERCENT.fullmatch(head):
        return AmountKind.PERCENTAGE, "%", 1.0
    return None


def amounts_in_cells(letter: Letter) -> Iterator[AmountMention]:
    """Amounts of bare table cells under a heading that says their unit."""
    for paragraph in letter.paragraphs:
        if paragraph.kind is ParagraphKind.TABLE_ROW and paragraph.heads:
            yield from _row(letter.text, paragraph)


def _unit_of_column(heads: tuple[str | None, ...], column: int) -> tuple[AmountKind, str, float] | None:
    """Unit of a column, from its own heading or, where that is a year or a total, from that of the first column.

    Budgets head the names of their articles ``Bedragen x € 1.000`` and the columns with years (Rijksbegrotingsvoorschriften,
    model of the budget table).
    """
    own = (heads[column] if column < len(heads) else None) or ""
    if (unit := head_unit(own)) is not None or not 0 < column < len(heads):
        return unit
    return head_unit(heads[0]) if heads[0] and SHARES_UNIT.fullmatch(own.strip()) else None


def _row(text: str, row: Paragraph) -> Iterator[AmountMention]:
    start = row.start
    for column, cell in enumerate(text[row.start : row.end].split("\t")):
        bare = CELL.fullmatch(cell.strip())
        unit = _unit_of_column(row.heads, column) if bare else None
        value = read_digits(bare["digits"]) if bare else None
        if unit and bare and value is not None:
            kind, code, factor = unit
            begin = start + cell.index(bare[0])
            yield AmountMention(
                start=begin,
                end=begin + len(bare[0]),
                rule="amounts.table_heading",
                kind=kind,
                value=value * factor * (-1 if bare["minus"] else 1),
                unit=code,
            )
        start += len(cell) + 1
