"""Acts of the European Union cited by number, and their CELEX number.

How a number is made up:

- until 2014 a regulation counts before its year (``Verordening (EG) nr. 1782/2003``) and a directive or decision
  behind it (``Richtlijn 2000/60/EG``, ``Besluit 2013/488/EU``);
- since 1 January 2015 every act has its year first and the treaty in brackets (``Verordening (EU) 2016/679``,
  ``Richtlijn (EU) 2015/2366``): Publications Office, "Harmonising the numbering of EU legal acts".

CELEX: sector 3, year in four digits, letter of the kind of act, number in four digits (EUR-Lex, "How CELEX numbers are
composed"). Only kinds whose letter is certain get one.
"""

import re
from typing import NamedTuple

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.addresses import celex_url

YEAR_FIRST_SINCE = 2015
_FIRST_ACT_YEAR = 52

_KINDS = {
    "verordening": "R",
    "regulation": "R",
    "richtlijn": "L",
    "directive": "L",
    "besluit": "D",
    "beschikking": "D",
    "decision": "D",
    "kaderbesluit": "F",
    "aanbeveling": "H",
    "gemeenschappelijk optreden": "E",
    "gemeenschappelijk standpunt": "E",
}
NAMES = (
    r"[Gg]edelegeerde[\s-]?[Vv]erordening(?:en)?",
    r"[Uu]itvoeringsverordening(?:en)?",
    r"[Uu]itvoeringsbesluit(?:en)?",
    r"[Uu]itvoeringsrichtlijn(?:en)?",
    r"[Vv]erordening(?:en)?",
    r"[Rr]ichtlijn(?:en)?",
    r"[Kk]aderbesluit(?:en)?",
    r"[Bb]esluit(?:en)?",
    r"[Bb]eschikking(?:en)?",
    r"[Aa]anbeveling(?:en)?",
    r"[Gg]emeenschappelijke?\s(?:[Oo]ptredens?|[Ss]tandpunt)",
    r"Regulation",
    r"Directive",
    r"Decision",
)
"""Kinds of act, as they are written."""
_COMMUNITY = r"(?:EU|EG|EEG|EGKS|Euratom|EURATOM|GBVB|JBZ|JAI|EC|EEC|CFSP)"
_BEFORE = (
    rf"(?:\s{{1,3}}(?:van\s(?:de\s)?(?:Raad|Commissie|het\sEuropees\sParlement\sen\sde\sRaad)\s)?"
    rf"(?:\((?P<bracket>{_COMMUNITY}(?:,\s?{_COMMUNITY})?)\)|(?P<loose>{_COMMUNITY})(?=\s)))?"
)
_NUMBER = (
    r"(?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,4})"
    rf"(?:\s?/\s?(?P<suffix>{_COMMUNITY}(?:,\s?{_COMMUNITY})?))?(?![\w/]|-\d)"
)
_ACT = re.compile(
    rf"(?P<act>{'|'.join(NAMES)}){_BEFORE}\s{{1,3}}(?:(?P<nr>[Nn]rs?\.?|[Nn]o\.?)\s{{0,3}})?{_NUMBER}"
)
_MORE = re.compile(
    rf"(?:\s?,\s{{1,3}}|\s{{1,3}}(?:en|of|and)\s{{1,3}})(?:\((?P<bracket>{_COMMUNITY})\)\s{{1,3}})?(?:[Nn]r\.?\s{{0,3}})?{_NUMBER}"
)
_CELEX = re.compile(r"3(?P<year>(?:19|20)\d\d)(?P<letter>[A-Z]{1,2})(?P<n>\d{4})(?:\(\d{2}\))?(?!\w)")
MOST_ACTS = 15


class EuAct(NamedTuple):
    """An act of the EU as cited: ``name`` without its number, ``celex`` where it is certain."""

    kind: str
    celex: str | None
    cited: str

    @property
    def identifier(self) -> str:
        """CELEX number, or the citation where there is none."""
        return self.celex or self.cited


def _year(digits: str) -> int | None:
    """A year of two or four digits, or None."""
    value = int(digits)
    if len(digits) == 2:  # 92/43/EEG
        return value + (1900 if value >= _FIRST_ACT_YEAR else 2000)
    return value if 1952 <= value <= 2060 else None  # the Community's first year


def _numbered_before_year(b: str, *, labelled: bool) -> bool:
    """Whether ``nr.`` and a year of the old numbering say that the number comes first: ``(EU) nr. 2015/2010``."""
    return labelled and len(b) == len("2010") and 1952 <= int(b) < YEAR_FIRST_SINCE


def _celex(kind: str, a: str, b: str, community: str, *, labelled: bool) -> str | None:
    """CELEX number of an act ``a/b``, or None where its year cannot be told."""
    letter = _KINDS.get(kind)
    if letter is None:
        return None
    first, last = _year(a), _year(b)
    year_first = first is not None and not _numbered_before_year(b, labelled=labelled)
    if letter == "R":
        year_first = (
            year_first
            and len(a) == len("2015")
            and int(a) >= YEAR_FIRST_SINCE
            and community not in {"EG", "EEG", "EC", "EEC"}
        )
    year, number = (first, int(b)) if year_first else (last, int(a))
    return f"3{year}{letter}{number:04d}" if year is not None else None


def _kind(word: str) -> str:
    """Which kind of act a word means: ``Uitvoeringsverordeningen`` are regulations."""
    word = " ".join(word.lower().split()).replace("schappelijke ", "schappelijk ")
    kinds = [kind for kind in _KINDS if kind in word]
    return max(kinds, key=len) if kinds else word


def mention_of(
    span: tuple[int, int], act: EuAct, article: str = "", rule: str = "eu.act"
) -> ReferenceMention:
    """A mention of an act of the EU, or of an article in it (``article``: as ``law`` writes it)."""
    return ReferenceMention(
        start=span[0],
        end=span[1],
        rule=f"references.{rule}",
        kind=ReferenceKind.EU_LAW,
        id=f"{act.identifier} {article}" if article else act.identifier,
        url=celex_url(act.celex) if act.celex else None,
    )


def read_act(text: str, at: int) -> tuple[EuAct, int] | None:
    """The act that stands at ``at`` and where it ends."""
    match = _ACT.match(text, at)
    if match is None:
        return None
    kind = _kind(match["act"])
    community = (match["bracket"] or match["loose"] or match["suffix"] or "").split(",")[0]
    if not community and kind not in {"verordening", "richtlijn"}:
        return None  # ``besluit 2019/12`` may be anyone's
    if not community and len("2016") not in {len(match["a"]), len(match["b"])}:
        return None  # ``richtlijn 12/34``: neither is a year
    celex = _celex(kind, match["a"], match["b"], community, labelled=bool(match["nr"]))
    return EuAct(kind, celex, " ".join(match[0].split())), match.end()


def acts(text: str, at: int) -> tuple[list[ReferenceMention], EuAct | None]:
    """Acts cited from ``at`` on (``richtlijnen 2014/24/EU en 2014/25/EU``), and the last of them."""
    read = read_act(text, at)
    if read is None:
        return [], None
    act, end = read
    found = [mention_of((at, end), act)]
    community = next((c for c in ("EEG", "EG", "EU") if c in act.cited), "")
    while len(found) < MOST_ACTS and (more := _MORE.match(text, end)) is not None:
        said = more["bracket"] or more["suffix"] or community
        celex = _celex(act.kind, more["a"], more["b"], said.split(",")[0], labelled=False)
        if celex is None or len(more["a"]) < 2:
            break
        start, end = more.start("a"), more.end()
        act = EuAct(act.kind, celex, f"{act.kind} {' '.join(text[start:end].split())}")
        found.append(mention_of((start, end), act))
    return found, act


def celex_number(text: str, at: int) -> list[ReferenceMention]:
    """A CELEX number itself."""
    match = _CELEX.match(text, at)
    if match is None:
        return []
    return [mention_of(match.span(), EuAct("", match[0], match[0]), rule="eu.celex")]
