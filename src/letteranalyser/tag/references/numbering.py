"""Numbers of documents within a dossier: ``nr. 12``, ``nrs. 431 en 437``, ``nrs. 1–3``, letters of the Eerste Kamer.

A list is read from its first number on: each further number is found by what joins it to the one before.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

MOST_NUMBERS = 40
"""Numbers in one list; a longer one is no citation (and reading it must stay linear)."""
WIDEST_RANGE = 25
"""Documents in a range that is written out; of a wider one only both ends are given."""

HYPHEN = "[-\u2010-\u2013]"
"""A hyphen, or what a word processor makes of it: the one that does not break, the dash of a range."""
LETTER = r"[Ll]etters?(?=\s{1,3}[A-Z]{1,2}(?!\w))"
"""What may stand before the letter that the Eerste Kamer gives a document: ``35 925, letter F``."""
LABEL = rf"(?:[Nn]rs?\.?|NRS?\.?|[Nn]ummers?|[Nn]o\.|(?:[Ss]tuk|[Oo]nder)(?:nummers?|nrs?\.?)|{LETTER})"
"""What stands before a number."""
ENDS = frozenset((")", ".", ":", "»", "]", ""))
"""What no list of numbers goes on with."""
PLURAL = ("nrs", "nrs.", "nummers", "letters")

_DIGITS = r"[1-9]\d{0,4}[a-z]{0,2}"
_CAPITALS = r"[A-Z]{1,3}"
_WHOLE = r"(?![\w%€]|[.:]\d|-\w)"
_NO_UNIT = (
    r"(?!\s{0,3}%|\s{1,3}(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|procent|euro|mil|mld|mln|km|"
    r"jaar|keer|maal|maanden|weken|dagen|leden|pagina|uur))"
)
"""A number without a label must not be a date, an amount or a count."""
_TO_JOIN = r"\s{0,3}(?:[-\u2010-\u2015]|t/m|tot\sen\smet)\s{0,3}"

_FIRST = re.compile(rf"[1-9]\d{{0,4}}(?={_TO_JOIN}[1-9]\d{{0,4}}{_WHOLE})|(?:{_DIGITS}|{_CAPITALS}){_WHOLE}")
_ALONE = re.compile(rf"(?:[1-9]\d{{0,3}}[a-z]{{0,2}}|{_CAPITALS}){_WHOLE}{_NO_UNIT}")
_TO = re.compile(rf"{_TO_JOIN}(?P<n>[1-9]\d{{0,4}}){_WHOLE}")
_NEXT = re.compile(
    r"(?P<join>\s?[,;](?:\s{1,3}en)?\s{0,3}|\s{1,3}(?:en|of|alsmede|respectievelijk|resp\.|alsook)\s{1,3}|\s?[/+&]\s?)"
    rf"(?P<label>{LABEL}\s{{0,3}})?(?P<n>{_DIGITS}|{_CAPITALS}){_WHOLE}{_NO_UNIT}"
)
_PAGES = re.compile(
    r"[,;]?\s{0,3}\(?(?:[Bb]lz|[Bb]ladzijden?|pp?|[Pp]ag(?:ina)?(?:[’']?s)?)\.?\s{0,2}\d{1,5}"
    r"(?:\s?(?:[-–/,]|en|t/m)\s?\d{1,5}){0,6}(?:\s?(?:e\.?\s?v\.?|ff\.?))?\)?"
)
_REMARK = re.compile(
    r"\s{1,3}\((?=herdruk|gewijzigd|was|bijlage|nader|ingetrokken|aangehouden|t\.v\.v|ter\svervanging|\d[de]{1,2}\s)"
    r"[^()\n]{1,60}\)"
)
_OPENS_REMARK = frozenset("(bBpP")
"""A remark has a bracket and page numbers one of these letters at most ``_BEFORE_REMARK`` characters on."""
_BEFORE_REMARK = 6
_CLOSES = re.compile(r"\s{0,3}(?:[).;»\]]|,\s|$|\n)|\s(?:over|van|en|waarin|die|om)\s")
_TITLE_OF_DOSSIER = re.compile(r"[\s.]\d{3}(?!\d)")


class Number(NamedTuple):
    """One number of a list; ``start`` and ``end`` are where it stands (its whole range, inside a range)."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
class Allowance:
    """How many numbers may still come out of ranges, so that a hostile text cannot multiply itself."""

    left: int = 5000


def is_plural(label: str) -> bool:
    """Whether a label says that several numbers come."""
    return label.lower().endswith(PLURAL)


def _expanded(low: Number, high: Number, allowance: Allowance) -> list[Number]:
    first, last = int(low.value), int(high.value)
    width = last - first - 1
    if not 0 <= width <= min(WIDEST_RANGE, allowance.left):
        return [high]
    allowance.left -= width
    return [*(Number(str(n), low.start, high.end) for n in range(first + 1, last)), high]


def _after_remarks(text: str, end: int) -> int:
    """Where a list may go on, behind page numbers and ``(herdruk)``."""
    if _OPENS_REMARK.isdisjoint(text[end : end + _BEFORE_REMARK]):
        return end
    for pattern in (_REMARK, _PAGES, _REMARK):
        if (match := pattern.match(text, end)) is not None:
            end = match.end()
    return end


def read_numbers(text: str, at: int, allowance: Allowance, label: str | None) -> list[Number]:
    """The numbers of a list that starts at ``at``; empty where none stands there.

    Args:
        text: the text.
        at: where the first number should stand.
        allowance: what ranges may still add.
        label: what stands before it (``nrs.``), or None where nothing does.
    """
    match = (_FIRST if label else _ALONE).match(text, at)
    if match is None:
        return []
    end = match.end()
    if text[end : end + 1] in ENDS:  # nearly all citations end here, in a bracket or with the sentence
        return [Number(match[0], at, end)]
    plural = label is not None and is_plural(label)
    found = [Number(match[0], at, end)]
    while len(found) < MOST_NUMBERS:
        last = found[-1]
        if (
            last.value.isdigit()
            and text[last.end : last.end + 1] != ","
            and (to := _TO.match(text, last.end)) is not None
        ):
            found.extend(_expanded(last, Number(to["n"], to.start("n"), to.end("n")), allowance))
            continue
        end = _after_remarks(text, last.end)
        step = _NEXT.match(text, end)
        if (
            step is None
            or step["n"][0].isalpha() != last.value[0].isalpha()
            or _TITLE_OF_DOSSIER.match(text, step.end())  # ``en 33 694, nr. 2``: the next dossier
            or len(step["n"]) == len("12345")  # likewise, written without its space
        ):
            break
        if not step["label"]:
            joined = plural or step["join"].strip() in {"en", "of", "/", "&", "+"}
            if end != last.end or not joined or not (plural or _CLOSES.match(text, step.end())):
                break
        found.append(Number(step["n"], step.start("label" if step["label"] else "n"), step.end("n")))
    return found
