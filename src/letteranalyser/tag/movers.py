"""The members who moved a motion, as a letter names them.

The Handelingen and Kamerstukken write ``het lid A (VVD)``, ``de leden A, B en C``, ``A/B`` and ``A c.s.`` (and those
who signed after A); a surname's particle has a capital unless a first name stands before it (Taalunie, Leidraad).
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from letteranalyser.models.analysis import Mover
from letteranalyser.vocabulary import load

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĽŁŃŅŇŐŒŘŚŞŠŢȚŤŪŮŰŹŻŽ"
LETTER = r"[^\W\d_²³¹⁰⁴-⁹]"
"""No raised digit, which is the mark of a footnote behind a name."""
SPACE = r"[ \u00a0]"
COSIGNED = re.compile(rf",?{SPACE}?c\.?{SPACE}?s(?:\.|(?!\w))")
PARTY = re.compile(
    rf",?{SPACE}?\((?:toen{SPACE}(?:nog{SPACE})?)?"
    rf"(?P<party>(?:50[Pp][Ll][Uu][Ss]|[{CAPITAL}](?:{LETTER}|[’'+.-]){{0,25}}\d{{0,2}})"
    rf"(?:[ /&-]{{1,3}}(?:{LETTER}|[’'-]){{1,20}}\d{{0,2}}){{0,3}})\)"
)
NO_PARTY = re.compile(
    r"(?:Kamerst|TK|EK|Hand|Aanh|Nr|Stcrt|Stb|Zie|Motie|Bijl|Kst|Trb|Dossier|Stuk)", re.IGNORECASE
)
ACRONYM = re.compile(rf"[{CAPITAL}]{{2,}}$|{LETTER}*[a-zß-ÿ][{CAPITAL}]")
"""VVD, PvdA, GroenLinks: no surname; but see ``TWO_CAPITALS``."""
TWO_CAPITALS = re.compile(r"(?:Ma?c|De|Van|Ver|La|Le|Ten|Ter)[A-Z]")
AND = re.compile(rf",?{SPACE}(?:en|&|alsmede|alsook){SPACE}(?:van{SPACE})?-?")
COMMA = re.compile(rf",{SPACE}(?:van{SPACE})?-?")
SLASH = re.compile(rf"{SPACE}?/{SPACE}?")
BLANKS = frozenset(" \u00a0")
SEPARATORS = frozenset(" \u00a0,/")
"""How what joins two names begins."""
FOLLOWS = frozenset(" \u00a0,(c")
"""How party and ``c.s.`` behind a name begin."""
BY_SLASH = ((SLASH, "slash"),)
ALL_SEPARATORS = ((AND, "and"), (COMMA, "comma"), *BY_SLASH)
MOST_PERSONS = 20


class Person(NamedTuple):
    """A member named, and where.

    Attributes:
        mover: name and party.
        start: where the title or the name begins.
        end: behind name, party and ``c.s.``.
        joined: what stands between this name and the one before: ``and``, ``comma`` or ``slash``; empty for the first.
        titled: whether a title of its own stands before it.
        cosigned: whether ``c.s.`` stands behind it.
    """

    mover: Mover
    start: int
    end: int
    joined: str
    titled: bool
    cosigned: bool


class Movers(NamedTuple):
    """Members named together."""

    persons: tuple[Person, ...]
    plural_title: bool

    @property
    def start(self) -> int:
        """Where the first title or name begins."""
        return self.persons[0].start

    @property
    def end(self) -> int:
        """Behind the last name, its party and ``c.s.``."""
        return self.persons[-1].end

    @property
    def movers(self) -> tuple[Mover, ...]:
        """Names and parties."""
        return tuple(person.mover for person in self.persons)

    @property
    def cosigned(self) -> bool:
        """Whether any of them is followed by ``c.s.``."""
        return any(person.cosigned for person in self.persons)


class Grammar(NamedTuple):
    """Patterns and words made of the vocabulary."""

    title: re.Pattern[str]
    name: re.Pattern[str]
    more: re.Pattern[str]
    party_after: re.Pattern[str]
    no_names: frozenset[str]
    ambiguous: frozenset[str]


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first; a space stands for any one space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in ordered)


@cache
def grammar() -> Grammar:
    """The patterns, built once."""
    words = load("motions")
    titles, names = words["titles"], words["names"]
    particles = [form for p in names["particles"] for form in (p, p[0].upper() + p[1:], p.title())]
    letters = rf"{LETTER}{{1,29}}(?:[’']{LETTER}{{1,15}})?"
    piece = rf"(?:[dDO][’'])?[{CAPITAL}]{letters}"
    plural, singular = (
        [form for t in titles[k] for form in (t, t[0].upper() + t[1:])] for k in ("plural", "singular")
    )
    joint = alternation(f"{form} " for form in particles)
    surname = rf"{piece}(?:[-‑](?:{joint})?[{CAPITAL}]{LETTER}{{0,29}}){{0,3}}"
    inner = alternation(names["inner_particles"])
    parties = [form for p in load("parties")["party"] for form in (p.get("abbreviation"), p["name"]) if form]
    party = rf"[{CAPITAL}50][\w+]{{1,20}}"
    return Grammar(
        title=re.compile(
            rf"(?:(?P<plural>{alternation(plural)}|(?:[Dd]e{SPACE})?{party}-(?:Kamer)?leden)"
            rf"|{alternation(singular)}|(?:[Hh]et{SPACE})?(?P<party>{party})-(?:Kamer)?lid){SPACE}"
        ),
        name=re.compile(
            rf"(?:(?:(?:[{CAPITAL}]|Ch|Chr|Fr|IJ|Ph|St|Sj|Th|Tj|Ij)\.){{1,6}}{SPACE}?)?"
            rf"(?:(?P<particle>{alternation(particles)}){SPACE})?(?P<piece>{surname}|[{CAPITAL}](?![\w.’'-]))"
        ),
        more=re.compile(rf"{SPACE}(?:(?P<particle>{inner}){SPACE})?(?P<piece>{surname})"),
        party_after=re.compile(
            rf"{SPACE}(?:van|namens){SPACE}(?:(?:de|het){SPACE})?(?P<party>{alternation(parties)})(?:-fractie)?(?!\w)"
        ),
        no_names=frozenset(names["no_names"]),
        ambiguous=frozenset(names["ambiguous"]),
    )


@lru_cache(maxsize=4096)
def is_surname(piece: str) -> bool:
    """Whether a word with a capital can be (part of) a surname: not ``Kamerstuk``, ``VVD`` or ``PvdA``."""
    first = re.split("[-‑]", piece, maxsplit=1)[0]
    if first in grammar().no_names:
        return False
    return not ACRONYM.match(first) or TWO_CAPITALS.match(first) is not None


def _stands_for_a_name(text: str, at: int, end: int) -> bool:
    """Whether one capital stands where a name does: ``de motie-X/Y``, ``X c.s.``, ``Z (nr. 413)``."""
    return (
        text[at - 1 : at] in {"-", "–", "/"}
        or COSIGNED.match(text, end) is not None
        or text.startswith(" (", end)
    )


def name_at(text: str, at: int, *, titled: bool) -> tuple[str, int] | None:
    """The name of a person that begins here, and where it ends.

    Args:
        text: any text.
        at: where to look.
        titled: a title stands before it, so that a particle in lower case is part of the name.
    """
    match = grammar().name.match(text, at)
    if match is None:
        return None
    particle, first = match["particle"], match["piece"]
    if not is_surname(first) and not (
        first in grammar().ambiguous and grammar().more.match(text, match.end())
    ):
        return None
    if (particle or first)[0].islower() and not titled:
        return None
    end = match.end()
    if len(first) == 1 and not (titled or _stands_for_a_name(text, match.start("piece"), end)):
        return None
    for _ in range(3):
        if text[end : end + 1] not in BLANKS:
            break
        more = grammar().more.match(text, end)
        if more is None or not is_surname(more["piece"]):
            break
        inner = more["particle"]
        if inner and inner != "tot" and particle:
            break
        particle = particle or inner
        end = more.end()
    return text[at:end], end


@lru_cache(maxsize=1024)
def _mover(name: str, party: str | None) -> Mover:
    return Mover(name=name, party=party)


def person_at(text: str, at: int, joined: str, *, titled: bool = False) -> Person | None:
    """The member named here, with title, party and ``c.s.``.

    Args:
        text: any text.
        at: where to look.
        joined: what stands before, see ``Person``.
        titled: whether a title must stand here, or stands before the list.
    """
    return _person(text, at, grammar().title.match(text, at), joined, titled=titled)


def _person(
    text: str, at: int, title: re.Match[str] | None, joined: str, *, titled: bool = False
) -> Person | None:
    named = name_at(text, title.end() if title else at, titled=titled or title is not None)
    if named is None:
        return None
    name, end = named
    party = cosigned = None
    if text[end : end + 1] in FOLLOWS:  # else a name alone, as most are
        cosigned = COSIGNED.match(text, end)
        if cosigned:
            end = cosigned.end()
        party = PARTY.match(text, end)
        if party and NO_PARTY.match(party["party"]):
            party = None
        party = party or grammar().party_after.match(text, end)
        if party:
            end = party.end()
        if party and cosigned is None and (cosigned := COSIGNED.match(text, end)):
            end = cosigned.end()
    said = party["party"] if party else title["party"] if title else None
    mover = _mover(name.replace("\u00a0", " "), said)
    return Person(mover, at, end, joined, title is not None, cosigned is not None)


def movers_at(text: str, at: int) -> Movers | None:
    """The members named from here on: one, or a list with commas, slashes and ``en``.

    Commas join names only in a list that is closed by ``en`` or ``c.s.``, or that a plural title opens: in
    ``de motie-Knops, Kamerstuk 29 521`` and ``het lid Knops, Nederland`` the comma ends the name.
    """
    title = grammar().title.match(text, at)
    plural = title is not None and title["plural"] is not None
    first = _person(text, at, title, "")
    if first is None:
        return None
    persons = [first]
    while len(persons) < MOST_PERSONS:
        following = next_person(text, persons[-1].end, plural=plural, single=title is not None and not plural)
        if following is None:
            break
        persons.append(following)
    while persons[-1].joined == "comma" and not (plural or persons[-1].titled or persons[-1].cosigned):
        persons.pop()
    return Movers(tuple(persons), plural)


def next_person(text: str, at: int, *, plural: bool, single: bool) -> Person | None:
    """The member that a list goes on with."""
    begins = text[at : at + 1]
    if begins not in SEPARATORS:
        return None
    for separator, joined in BY_SLASH if begins == "/" else ALL_SEPARATORS:
        match = separator.match(text, at)
        if match is None:
            continue
        person = person_at(text, match.end(), joined, titled=plural and joined != "slash")
        if person and joined == "comma" and single and not person.titled:
            return None
        if person and person.mover.name[0].islower() and not person.titled:
            return None
        return person
    return None
