r"""Kamerstukken: documents of parliament, cited by dossier and number.

Forms and where they come from:

- ``Kamerstukken II 2014/15, 21501-20, nr. 963``: Leidraad voor juridische auteurs (Wolters Kluwer, 2019), § 3.4.1;
  Aanwijzingen voor de regelgeving, aanwijzing 4.37 (toelichting), likewise with ``Kamerstukken I``.
- ``Kamerstuk 21 501-20, nr. 963``: the style of the official press (Sdu/KOOP) since 2009; the space in the dossier
  is theirs, so are ``(R2151)`` of a Rijkswet and the chapter of the budget behind the dossier (``34 300 VI``).
- ``TK 2008-2009, 31473, nummer 25``, ``Kamerstuk TK 31.700XII, 6``: seen in letters and case law; the forms that KOOP's
  linkextractor takes.
- ``20043-142``, ``35570-XIV-46``, ``36 200-XV-12``: addresses of the official publications and the Tweede Kamer's own site.
- ``Kamerstukken I/II 2014/15, 34 000, A/nr. 2``: one document of both houses, lettered by the one and numbered by the other
  (Leidraad, § 3.4.1; budget reports and treaties are sent to both).
- Two dossiers before one number (``26 643 en 32 761, nr. 920``): it counts in the first named.
"""

import re
from typing import NamedTuple

from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.addresses import kamerstuk, publication_url, session_of
from letteranalyser.tag.references.numbering import HYPHEN, LABEL, Allowance, Number, read_numbers
from letteranalyser.vocabulary import load

MOST_CITATIONS = 20
"""Dossiers that one label may introduce (``Kamerstukken II 31 700 VI, 3, 31 700 X, 5 en ...``)."""
SHORT = 10000
LONG = 39999
"""Range of five-digit dossiers that a number without the word Kamerstuk may be (1968 up to well past 2030)."""

_SEP = r"[\s,;:\u00ad]{1,40}"
_YEAR = (
    r"(?:(?:[Vv]ergader[\s-]?jaar|[Zz]itting(?:s(?:jaar)?)?)\s{1,3})?"
    r"(?P<y1>(?:18|19|20)\d\d|['’]?\d\d(?=\s?[/\u2010-\u2013-]\s?['’]?\d\d[\s,]))\s?[-\u2010-\u2015/]{1,2}\s?-?\s?(?P<y2>(?:19|20)\d\d|['’]?\d\d)(?!\d)"
)
_MORE_YEARS = r"(?:\s?[,–-]\s{0,3}(?:(?:19|20)\d\d)\s?[-/\u2010-\u2013]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)){0,4}"
_HOUSE = (
    r"(?P<house>I/II|II/I|II|I|TK|EK|T\.K\.|E\.K\.|(?:(?:der|van\sde)\s)?(?:Tweede|Eerste|2e|1e)\sKamer|UCV|VV|"
    r"(?:11|2|1)(?=[\s,]{1,3}(?:vergaderjaar\s|zitting\s)?(?:19|20)\d\d\s?[-\u2010-\u2013/]))(?![\w-])"
)
_HEAD = re.compile(
    rf"(?:{_SEP}{_HOUSE})?(?:{_SEP}{_YEAR}{_MORE_YEARS})?(?:{_SEP}{_HOUSE.replace('house', 'late')})?"
    rf"(?:{_SEP}(?:{LABEL}(?=[\s:]{{0,3}}\d{{2}}[\s.]?\d{{3}}))|{_SEP}dossier(?:s|nummers?)?)?"
    rf"(?:{_SEP}|-(?=\d))"
)
_DOSSIER = r"(?P<d>\d{2}[\s.\u00a0\u202f-]{0,2}\d{3}|(?!(?:19|20)\d\d)\d{4}(?=\s?,\s?[Nn]rs?\b))(?!\d)"
_CHAPTER = r"(?:[IVX]{1,6}[AB]?|[A-HJ-M])"
_ADDITION = (
    rf"(?:(?:{HYPHEN}\s?|(?<=501)\s(?=\d\d,?\snr))(?P<part>\d{{2}})(?!\d)|[\s.\u2010-\u2013-]{{0,2}}(?:(?:[Hh]oofdstuk|[Hh]fdst\.?)\s)?"
    rf"(?P<chapter>{_CHAPTER}|\({_CHAPTER}\))(?![\w’']))?"
)
_KINGDOM = (
    r"(?:\s?\((?:\s?R\s?\d{3,4}\s?|(?:19|20)\d\d\s?[-\u2010-\u2013/]\s?(?:19|20)?\d\d)\)"
    r"|,\s(?:19|20)\d\d\s?[-\u2010-\u2013/]\s?(?:19|20)?\d\d(?=,?\s[Nn]rs?\b))?"
)
"""The number of a Rijkswet, or the session year, behind a dossier: neither is part of its id."""
_UNIT = re.compile(_DOSSIER + _ADDITION + _KINGDOM)
_ALSO = re.compile(
    r"(?:\s?/\s?|\s?,\s{1,3}|\s{1,3}(?:en|&)\s{1,3})(?=\d{2}[\s.\u00a0]?\d{3}(?!\d))(?!\d{2}\s\d{3}\s?[-/]\s?\d{4})"
)
_TO_NUMBER = re.compile(rf"(?:{_SEP}|\s?{HYPHEN}\s?)?(?P<label>{LABEL})[\s\u00ad]{{0,40}}(?=[\dA-Z])")
_TO_BARE = re.compile(
    rf"(?:\s?,\s{{0,3}}|\s{{1,3}}|{HYPHEN}(?=[\dA-Z]))(?:(?:EK|TK)\s{{1,2}}(?:nr\.?\s{{1,2}})?)?(?=[\dA-Z])"
)
_SENATE = re.compile(r"[\s,]{1,3}(?:EK|E\.K\.|Eerste\sKamer)[\s,]{1,3}(?:nr\.?\s)?(?=[A-Z])")
_BARE_NUMBER_ENDS = re.compile(
    r"(?:\s{0,3}(?:[).;,»\]\n]|$)|\s{1,3}(?:\(|en|over|van|met|waarin|waarmee|inzake|is|wordt|p\.|blz|pag))"
)
_LETTERS_END = re.compile(r"\s{0,3}(?:[).;»\]\n]|$)")
"""``Kamerstuk 32 623, EU en NAVO``: two letters are a number only where the citation ends."""
_LISTED = re.compile(r"\s?\((?=\d{1,4}[a-z]{0,2}[,)])")
_NEXT_UNIT = re.compile(
    rf"(?:(?:\)(?=;))?\s{{0,3}}[;,]\s{{0,3}}(?:en\s{{1,3}})?|\s{{1,3}}(?:en|alsmede|respectievelijk|resp\.)\s{{1,3}})"
    rf"(?:{_HOUSE}[\s,]{{1,3}})?(?:{_YEAR},?\s{{1,3}})?(?=\d{{2}}[\s.\u00a0]?\d{{3}}(?!\d))"
)
_OF_BOTH = re.compile(
    rf"\s?,?\s{{1,3}}(?P<ek>[A-Z]{{1,3}})(?:\s?/\s?|\s?,\s|\s(?:en|resp\.|respectievelijk)\s)(?:{LABEL}\s?)?"
    r"(?P<tk>[1-9]\d{0,4})(?![\w-]|[.,:]\d)"
)
"""The letter of one house and the number of the other."""
_INTERNAL = re.compile(r"(?P<d>[CLXVI]{3,10})(?![\w-]),?\s{1,3}(?=[A-Z]{1,3}\b)")
_IDENTIFIER = re.compile(
    r"kst-(?:(?P<session>\d{8})-)?(?P<d>\d{5})(?P<rest>(?:-[0-9a-z]{1,6}){0,3})(?![\w-])", re.IGNORECASE
)
_HOUSES = {"I": "ek", "EK": "ek", "E.K.": "ek", "1": "ek", "1e Kamer": "ek", "UCV": "tk"}


class Dossier(NamedTuple):
    """A dossier as cited: ``number`` without spaces, ``end`` behind all that belongs to it."""

    number: str
    end: int
    certain: bool
    """False where its addition may be the number of a document instead (``36836 D``)."""
    without: tuple[str, int]
    """The dossier without its addition, and where that ends."""


def _budget(base: str) -> bool:
    """Whether a dossier is one of the national budget, whose parts are its chapters."""
    budget = load("dossiers")["budget"]
    return base.endswith(tuple(budget["endings"])) or base in budget["others"]


def read_dossier(text: str, at: int) -> Dossier | None:
    """The dossier that stands at ``at``, with its addition (``-20``, ``VI``) where there is one."""
    match = _UNIT.match(text, at)
    if match is None:
        return None
    base = "".join(filter(str.isdigit, match["d"]))
    alone = (base, match.end("d"))
    if match["part"]:
        certain = base in load("dossiers")["numbered_parts"]["dossiers"]
        return Dossier(f"{base}-{match['part']}", match.end(), certain, alone)
    if match["chapter"]:
        chapter = match["chapter"].strip("()")
        certain = len(chapter) > 1 or _budget(base)
        return Dossier(f"{base}-{chapter}", match.end(), certain, alone)
    return Dossier(base, match.end(), True, (base, match.end()))


def _house_of(said: str | None) -> str | None:
    if said is None or said in ("VV", "I/II", "II/I"):
        return None
    said = said.removeprefix("der ").removeprefix("van de ")
    return _HOUSES.get(said, "ek" if said.startswith("Eerste") else "tk")


class Cited(NamedTuple):
    """A dossier and its numbers, as one citation names them."""

    dossier: str
    numbers: list[Number]
    start: int
    end: int


def _numbered(text: str, end: int, allowance: Allowance, house: str | None, labelled: bool) -> list[Number]:
    """The numbers behind a dossier that ends at ``end``."""
    if (match := _TO_NUMBER.match(text, end)) is not None:
        return read_numbers(text, match.end(), allowance, match["label"])
    if (match := _SENATE.match(text, end)) is not None:
        return read_numbers(text, match.end(), allowance, None)
    if not labelled:
        return []
    if house == "ek" and (match := _LISTED.match(text, end)) is not None:
        return read_numbers(text, match.end(), allowance, "nrs.")
    match = _TO_BARE.match(text, end)
    numbers = read_numbers(text, match.end(), allowance, None) if match else []
    if not numbers or (house == "ek" and numbers[0].value[0].isalpha()):
        return numbers
    ends = _LETTERS_END if len(numbers[0].value) > 1 and numbers[0].value.isalpha() else _BARE_NUMBER_ENDS
    return numbers if ends.match(text, numbers[-1].end) else []


def _cited(text: str, at: int, allowance: Allowance, house: str | None, labelled: bool) -> Cited | None:
    """One dossier, or several that share a number, and its numbers."""
    first = read_dossier(text, at)
    if first is None:
        return None
    end = first.end
    for _ in range(5):  # ``24 515, 28 345 en 31 015, nr. 6``: the number is the first dossier's
        numbers = _numbered(text, end, allowance, house, labelled)
        if numbers:
            return Cited(first.number, numbers, at, numbers[-1].end)
        also = _ALSO.match(text, end)
        other = read_dossier(text, also.end()) if also else None
        if other is None:
            break
        end = other.end
    base, base_end = first.without
    if not first.certain and labelled:
        # ``Kamerstuk 36 836 D``, ``Kamerstuk 20043-14``: the addition is the number
        numbers = _numbered(text, base_end, allowance, house, labelled=True)
        if numbers:
            return Cited(base, numbers, at, numbers[-1].end)
        return Cited(base, [], at, base_end)
    return Cited(first.number, [], at, first.end)


def _mentions(cited: Cited, start: int, house: str | None, session: str | None) -> list[ReferenceMention]:
    if not cited.numbers:
        return [
            kamerstuk((start, cited.end), cited.dossier, None, house, session, "references.kamerstuk.dossier")
        ]
    first, *rest = cited.numbers
    return [
        kamerstuk((start, first.end), cited.dossier, first.value, house, session),
        *(kamerstuk((n.start, n.end), cited.dossier, n.value, house, session) for n in rest),
    ]


def labelled(
    text: str, start: int, at: int, said: str | None, allowance: Allowance
) -> list[ReferenceMention]:
    """Citations behind a word that announces them.

    Args:
        text: the text.
        start: where the announcing word starts.
        at: where it ends.
        said: the house, where the word itself names it (``TK``).
        allowance: what ranges may still add.
    """
    head = _HEAD.match(text, at)
    if head is None:
        return []
    house = _house_of(head["house"] or head["late"] or said)
    session = session_of(head["y1"], head["y2"]) if head["y1"] else None
    at = head.end()
    if house == "ek" and (internal := _INTERNAL.match(text, at)) is not None:
        numbers = read_numbers(text, internal.end(), allowance, None)
        return _mentions(Cited(internal["d"], numbers, start, internal.end("d")), start, house, session)
    if (head["house"] or "").count("I") > len("II"):
        return _of_both(text, start, at, session)
    found: list[ReferenceMention] = []
    for _ in range(MOST_CITATIONS):
        cited = _cited(text, at, allowance, house, labelled=True)
        if cited is None or (said and not found and not cited.numbers and session is None):
            break
        found.extend(_mentions(cited, start, house, session))
        step = _NEXT_UNIT.match(text, cited.end)
        if step is None:
            break
        start = at = step.end()
        if step["house"]:
            house = _house_of(step["house"])
        if step["y1"]:
            start = step.start("y1")
            session = session_of(step["y1"], step["y2"])
    return found


def _of_both(text: str, start: int, at: int, session: str | None) -> list[ReferenceMention]:
    """``Kamerstukken I/II 2014/15, 34 000, A/nr. 2``: a mention for each house; of the dossier where no number follows."""
    dossier = read_dossier(text, at)
    if dossier is None:
        return []
    numbers = _OF_BOTH.match(text, dossier.end)
    if numbers is None:
        cited = _cited(text, at, Allowance(), None, labelled=True)
        return _mentions(cited, start, None, session) if cited else []
    return [
        kamerstuk((start, numbers.end("ek")), dossier.number, numbers["ek"], "ek", session),
        kamerstuk(numbers.span("tk"), dossier.number, numbers["tk"], "tk", session),
    ]


_SHORT_FORM = re.compile(
    rf"(?:(?P<d>[1-3]\d{{4}})(?:{HYPHEN}(?P<part>\d{{2}}|{_CHAPTER}))?"
    rf"|(?P<spaced>[1-3]\d[\s.\u00a0]\d{{3}})[\s\u00a0]?{HYPHEN}?(?P<chapter>{_CHAPTER})"
    rf"){HYPHEN}(?P<n>[1-9]\d{{0,3}})(?![\w-]|[.,]\d)"
)
"""A dossier with its space in it needs its chapter: ``36 200-12`` may be a range."""
_CHAIN = re.compile(
    re.sub(r"\(\?P<\w+>", "(?:", f"{_UNIT.pattern}(?:{_ALSO.pattern}{_UNIT.pattern}){{0,30}}")
)
"""Dossiers that share what follows them."""
_NUMBERED = re.compile(re.sub(r"\(\?P<\w+>", "(?:", f"{_TO_NUMBER.pattern}|{_SENATE.pattern}"))
_SHORT_IN_BRACKET = re.compile(rf"(?P<d>[1-3]\d[\s.\u00a0]\d{{3}}){HYPHEN}(?P<n>[1-9]\d{{0,3}})(?=\))")
_OWN_SENATE = re.compile(
    rf"(?P<d>[1-3]\d[\s.]?\d{{3}})(?:[\s-]{{1,2}}(?P<chapter>{_CHAPTER})(?=,))?"
    r"(?:,?\s{1,3}(?=[A-Z]{1,2}(?:\)|,\s(?:blz|p)\.))|,\s{1,3}(?=[A-Z]{1,2}(?:(?:,\s{1,3}|\s{1,3}en\s{1,3})[A-Z]{1,2}){1,8}\)))"
)
"""A letter needs no label where a bracket closes behind it: ``(30 452, E)``, ``(33 000 VIII, C en D)``."""
_BRACKETED = re.compile(r"[1-3]\d[\s.]\d{3}(?=\)|\s\(R\s?\d{3,4}\)\)|\sen\s[1-3]\d\s\d{3}\))")
_OF_A_BILL = re.compile(
    r"(?:[Ww]etsvoorstel|[Vv]oorstel\svan\s(?:rijks)?wet|[Ii]nitiatiefnota|[Ii]nitiatiefwet|\b[Rr]ijkswet(?!\w)|\b[Nn]ovelle\b|[Nn]ota\svan\swijziging|(?<!\w)[A-Z][a-z]{2,30}wet\s\($|(?<!\w)Wet\s[a-z][\w\s-]{3,80}\($)"
)
_OTHER_NUMBERS = (
    "tel",
    "telefoon",
    "kenmerk",
    "zaaknummer",
    "projectnummer",
    "postbus",
    "postcode",
    "fax",
    "rekening",
    "rekeningnummer",
    "kvk",
    "kvk-nummer",
    "bsn",
    "isbn",
    "issn",
    "advies",
    "besluit",
    "verordening",
    "€",
    "eur",
    "$",
)


_NO_WORD = frozenset(",;)0123456789")


def _is_other_number(text: str, at: int) -> bool:
    """Whether the word before a number says that it is no dossier: ``kenmerk 31415-92``."""
    if text[at - 1 : at] == " " and text[at - 2 : at - 1] in _NO_WORD:
        return False
    before = text[max(0, at - 24) : at].lower().rstrip(" .:\n")
    return before.removesuffix("nr").rstrip(" .").endswith(_OTHER_NUMBERS)


def _short(match: re.Match[str], text: str) -> list[ReferenceMention]:
    """``20043-142``, ``35570-XIV-46``."""
    if _is_other_number(text, match.start()):
        return []
    base = match["d"] or re.sub(r"\D", "", match["spaced"])
    part = match["part"] or match["chapter"]
    dossier = f"{base}-{part}" if part else base
    return [kamerstuk(match.span(), dossier, match["n"], rule="references.kamerstuk.short")]


def _in_bracket(text: str, at: int) -> list[ReferenceMention]:
    """``(34 891, E)``, ``(29 538-12)``, and the dossier of a bill behind its name: ``het wetsvoorstel ... (35 925)``."""
    if (senate := _OWN_SENATE.match(text, at)) is not None:
        base = re.sub(r"\D", "", senate["d"])
        dossier = f"{base}-{senate['chapter']}" if senate["chapter"] else base
        numbers = read_numbers(text, senate.end(), Allowance(), "nrs.")
        return _mentions(Cited(dossier, numbers, at, numbers[-1].end), at, "ek", None) if numbers else []
    if (short := _SHORT_IN_BRACKET.match(text, at)) is not None:
        dossier_number = re.sub(r"\D", "", short["d"])
        return [kamerstuk(short.span(), dossier_number, short["n"], rule="references.kamerstuk.short")]
    of_bill = read_dossier(text, at)
    if of_bill and _BRACKETED.match(text, at) and _OF_A_BILL.search(text, max(0, at - 200), at):
        return _mentions(Cited(of_bill.number, [], at, of_bill.end), at, None, None)
    return []


def bare(text: str, at: int, allowance: Allowance) -> tuple[list[ReferenceMention], int]:
    """A citation without a word before it: ``36 501, nr. 4``, ``20043-142``, ``(34 891, E)``.

    Returns:
        The mentions, and how far the text has been read: most five-digit numbers are no dossier, and a row of them is let
        go at once.
    """
    short = _SHORT_FORM.match(text, at)
    if short is not None and SHORT <= int(short["d"] or re.sub(r"\D", "", short["spaced"])) <= LONG:
        return _short(short, text), short.end()
    chain = _CHAIN.match(text, at)
    if chain is None:
        return [], at
    if _NUMBERED.match(text, chain.end()):
        cited = _cited(text, at, allowance, None, labelled=False)
        if cited is None or not cited.numbers or _is_other_number(text, at):
            return [], at
        return _mentions(cited, at, None, None), cited.end
    return (_in_bracket(text, at) if text[at - 1 : at] == "(" else []), chain.end()


def identifier(text: str, at: int) -> list[ReferenceMention]:
    """A publication's own identifier: ``kst-36200-X-41``, also inside its address."""
    match = _IDENTIFIER.match(text, at)
    if match is None:
        return []
    dossier = match["d"]
    parts = [part.upper() if part.isalpha() else part for part in match["rest"].split("-")[1:]]
    number: str | None = parts.pop() if parts else None
    if parts:
        dossier = f"{dossier}-{parts[0]}"
    elif number and number.isdigit() and dossier in load("dossiers")["numbered_parts"]["dossiers"]:
        dossier, number = f"{dossier}-{number}", None
    mention = kamerstuk(
        match.span(), dossier, number, None, match["session"], "references.kamerstuk.identifier"
    )
    return [mention.model_copy(update={"url": mention.url or publication_url(match[0].lower())})]
