"""Where a reference may start: one pass over the text, whatever the number of forms.

Every form begins with a word or a number of its own. The pattern finds those beginnings and says which; the grammar of the
form then reads on from there. It may find a beginning that nothing follows, but never misses one that a form reads, and
each alternative looks only a bounded stretch ahead, so that the pass stays linear on any text.

The forms are sorted by their first character: the regex engine passes over an alternative that starts with a literal
character far faster than over one that starts with a set or a group.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from letteranalyser.tag.references.acts import first_words
from letteranalyser.tag.references.documents import newspapers
from letteranalyser.tag.references.eu import NAMES
from letteranalyser.tag.references.titles import FIRST_WORDS as TITLE_WORDS

_YEAR_AHEAD = r"(?:19|20)\d\d\s?[-\u2010-\u2013/]"
_DOSSIER_AHEAD = r"\d{2}[\s.\u00a0]?\d{3}(?!\d)"
_HOUSE_AHEAD = rf"(?=[\s,]{{1,3}}(?:(?:vergaderjaar\s|zitting\s)?{_YEAR_AHEAD}|{_DOSSIER_AHEAD}))"
_EU_AHEAD = r"(?=\s{1,3}(?:van\s|\(E|\(G|E[UGC]|[Nn][ro]|\d))"
_DOSSIER_WORD_AHEAD = rf"(?=\s{{1,3}}(?:nrs?\.?\s)?{_DOSSIER_AHEAD})"

_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "identifier",
        (
            r"kst-(?=\d)",
            r"KST-(?=\d)",
            r"ah-[te]k-(?=\d)",
            r"h-[te]k-(?=\d)",
            r"blg-(?=\d)",
            r"stb-(?=\d)",
            r"stcrt-(?=\d)",
            r"trb-(?=\d)",
        ),
    ),
    (
        "appendix",
        (
            r"[Aa]anh(?:angsel|\.)(?:,?\s(?:van\sde\s|bij\sde\s|der\s)?[Hh]andelingen)?(?=[\s,])",
            r"[Hh]andelingen(?:\sII?)?,?\s[Aa]anhangsel(?=[\s,])",
        ),
    ),
    ("proceedings", (r"[Hh]andelingen(?=[\s,])",)),
    (
        "kamerstuk",
        (
            r"[Kk]amer(?:-\s|\u00ad)?stuk(?:\u00ad?ken)?(?:nummers?|nrs?\.?)?(?=[\s,:\u00ad-])",
            r"KAMERSTUK(?:KEN)?(?=[\s,:])",
            r"[Kk]st\.(?=\s)",
        ),
    ),
    (
        "dossier_word",
        tuple(
            word + r"(?:s|len|nummers?|nr\.?)?" + _DOSSIER_WORD_AHEAD
            for word in (r"[Kk]amerdossier", r"[Dd]ossier", r"[Ww]etsvoorstel", r"[Vv]etnummer")
        ),
    ),
    (
        "house",
        tuple(
            house + _HOUSE_AHEAD
            for house in (r"TK", r"T\.K\.", r"Tweede\sKamer", r"EK", r"E\.K\.", r"Eerste\sKamer")
        ),
    ),
    ("article", (r"[Aa]rt(?:ikel(?:en)?|t?\.?)\s{1,3}(?=\d|[IVXL]{1,6}[A-Z]?[\s,]|[A-Z][a-z]?\s\d)",)),
    ("eu", tuple(name + _EU_AHEAD for name in NAMES)),
    (
        "advice",
        (
            r"[Aa]dvies(?:nummer)?(?=\s{1,3}(?:nr\.?\s{0,3}|nummer\s|no\.\s)?\d)",
            r"[Rr]apport(?=\s{1,3}(?:nr\.?\s{0,3}|nummer\s|no\.\s)?\d)",
        ),
    ),
    (
        "ecli",
        (
            r"ECLI(?=\s{0,2}[:;])",
            r"[NEC][LUE](?=[:;]\s?[A-Za-z])",
            r"[HPRCG][A-Za-z]{1,7}(?=:\s?(?:19|20)\d\d)",
        ),
    ),
    ("ljn", (r"[Ll][Jj][Nn]?(?=[\s:-])", r"E[Ll][Rr][Oo](?=[\s:-])")),
    (
        "case",
        (
            r"[CTF][-‑–](?=\d{1,4}/\d\d)",
            r"[Zz](?:aak|aken)(?=\s[CTF][-‑–]\d)",
            r"[Gg]evoegde\s[Zz]aken(?=\s[CTF][-‑–]\d)",
            r"EHRM(?!\w)",
            r"Europe(?:se|es)\sHof\svoor\sde\s[Rr]echten\svan\sde\s[Mm]ens(?!\w)",
            r"C/(?=\d{2}/\d{5})",
            r"[12]\d{8}/(?=\d)",
            r"[NBJRA][A-Zv][A-Za-z]{0,2}\s(?=(?:19|20)\d\d[/,])",
        ),
    ),
    (
        "national_gazette",
        (
            r"St(?:aatsblad|aatscourant|b|crt)(?=\.?[\s,])",
            r"STB(?=\.?[\s,])",
            r"Tr(?:actatenblad|b)(?=\.?[\s,])",
        ),
    ),
    ("official_journal", (r"P[bB](?:\s?E[UG])?(?=[\s.,(])", r"Publicatieblad(?=\s)", r"OJ(?=\s)")),
    ("state_council", (r"W\d{2}\.(?=\d{2}\.)",)),
    ("commission", (r"[CSJ](?:OM|WD|OIN|EC)?\s?\((?=\s?(?:19|20)\d\d)",)),
    (
        "resolution",
        (
            r"[Rr]esolutie(?=\s(?:nr\.?\s)?\d{3})",
            r"VN-[Vv]eiligheidsraad-?resolutie(?=\s(?:nr\.?\s)?\d{3})",
            r"[Vv]eiligheidsraad-?resolutie(?=\s(?:nr\.?\s)?\d{3})",
        ),
    ),
    ("bwb", (r"BWB[RV](?=\d{6,8}(?!\d))", r"CVDR(?=\d{4,8})")),
    (
        "number",
        (
            r"[Nn](?:rs?\.?|ummers?)\s{0,3}(?=[1-9])",
            r"NRS?\.?\s{0,3}(?=[1-9])",
            r"[Ll]etters?\s{1,3}(?=[A-Z]{1,2}(?!\w))",
        ),
    ),
    ("paper", (r"stuk(?:ken|nummers?|nrs?\.?)?\s{1,3}(?=[1-9]\d{0,3}(?![\d.,]\d|\d))",)),
    ("register", (r"[12][09]\d\d[ZD](?=\d{5}(?!\w))", r"TZ(?=\d{6}-)", r"T[0O](?=\d{4}(?!\w))")),
    ("celex", (r"3(?=(?:19|20)\d\d[A-Z]{1,2}\d{4})",)),
    ("short_article", (r"[0123456789](?<![\d.,:]\d)\d?:(?=\d{1,4}[a-z]{0,2},?\s[A-Zael])",)),
    ("dossier", (r"[123](?<![\d.,/€$:-][1-3])\d[\s.\u00a0\u202f]?\d{3}(?!\d)",)),
)
_COMPOUND_NAME = r"[a-zà-ÿ]{2,30}?(?:wet|nota)(?![^\W_])"
"""What may follow the capital of an act in one word, or of a policy paper."""


class Anchors(NamedTuple):
    """The pattern of all beginnings, and the form of each of its groups by ``match.lastindex``."""

    pattern: re.Pattern[str]
    forms: tuple[str, ...]


def _by_first_character() -> Iterator[tuple[str, str, str]]:
    """First character, what follows it, and the form, in the order in which forms take precedence."""
    for form, patterns in _FORMS:
        for pattern in patterns:
            characters = pattern[1 : pattern.index("]")] if pattern[0] == "[" else pattern[0]
            rest = pattern[len(characters) + 2 :] if pattern[0] == "[" else pattern[1:]
            for character in characters:
                yield character, rest, form
    words = {*first_words(), *TITLE_WORDS, *(name.split()[0].split(".")[0] for name in newspapers())}
    by_letter = defaultdict(list)
    for word in sorted(words, reverse=True):
        by_letter[word[0]].append(re.escape(word[1:]))
    for letter, endings in by_letter.items():
        yield letter, f"(?:{'|'.join(endings)})(?![^\\W_])", "name"
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        yield letter, _COMPOUND_NAME, "name"


@cache
def anchors() -> Anchors:
    """Where references may start; see ``Anchors``."""
    endings = defaultdict(list)
    for character, rest, form in _by_first_character():
        endings[character].append((rest, form))
    forms = ["", *(form for of_character in endings.values() for _, form in of_character)]
    alternatives = (
        f"{character}(?:{'|'.join(f'(?:{rest})()' for rest, _ in of_character)})"
        for character, of_character in endings.items()
    )
    return Anchors(re.compile(rf"(?<![A-Za-zÀ-ÿ])(?:{'|'.join(alternatives)})"), tuple(forms))
