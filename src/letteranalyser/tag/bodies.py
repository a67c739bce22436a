"""Bodies told by their wording: the chambers, council and commission by what stands around them, and open classes of names.

Nested names: a body inside an office or longer name is part of it (``Inspectie SZW`` holds no ministry), but what the
vocabulary marks with ``holds_others`` leaves what lies inside it standing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.gazetteer import known_words
from letteranalyser.vocabulary import load

_UP = r"[A-ZÀ-Þ]"
_NAME = rf"{_UP}[\w’&-]*"
_TAIL = rf"(?: (?:(?:van|voor|der|en|in|het|de|op|aan|te|tot|the|of|for|and|to) ){{0,3}}{_NAME}){{0,6}}"
_CHAMBER = re.compile(
    r"(?<![\w-])(?:(?<=[Uu]w )|(?<=[Dd]e )|(?<=[Bb]eide )|(?<=[Dd]eze )|(?<=onze ))(?:Kamers?)(?![\w-])|(?<=\s)Kamer(?= (?:der|informeren|berichten|over))"
)
_COUNCIL = re.compile(r"(?<=[Dd]e )Raad(?! voor de [A-Z]| van | voor | der |-)(?![\w-])")
_EU_CONTEXT = re.compile(
    r"Europese|EU-|lidsta|Brussel|verordening|richtlijn|Commissie|Raad|Fonds|Verdrag|ontwerpverordening"
)
_COMMISSION = re.compile(r"(?<=[Dd]e )Commissie(?! (?:[A-Z]|voor|van))(?![\w-])")
_COMMITTEE = re.compile(
    rf"(?<![\w-])(?:(?:vaste|algemene|tijdelijke|bijzondere|parlementaire) (?:[Kk]amer|enquête)?commissies?|Vaste Commissie) (?:voor|van|inzake) "
    rf"(?:de |het )?(?:Rijksuitgaven|{_NAME}(?:,? (?:en |voor )?{_NAME}){{0,6}})"
)
_GROUP = re.compile(r"(?:fracties?|fractie(?:voorzitter|leden|leider)?)(?![\w-])")
_COMMISSIONER = re.compile(
    r"(?<![\w-])(?:Eurocommissaris|Europees [Cc]ommissaris|Europese [Cc]ommissaris(?:sen)?|[Hh]oge [Vv]ertegenwoordiger(?: van de (?:Europese Unie|EU))?|[Ee]urocommissaris)(?![\w-])"
)
_LONG_SHORT = re.compile(
    r"\((?:hierna:? (?:de |het )?|afgekort:? |de |het )?[«‘“\"']?(?P<short>[A-Z][\w&-]{1,11}|[A-Z]\w{2,20})[»’”\"']?\)"
)
_NO_ACTOR = re.compile(
    r"wet\b|regeling|verordening|richtlijn|programma|fonds|plan|akkoord|budget|artikel|nota|besluit|verdrag|procedure|stelsel|systeem|rapport|strategie|"
    r"Programm|Fund|Facility|protocol|conventie|Act\b|toeslag|uitkering|heffing|belasting|product|richtsnoer|agenda|missie|operatie|model|norm|register|regime|bijdrage|subsidie|"
    r"steun|regelgeving|dienstverlening|methode|toets|analyse|project|scenario|indicator|wetboek|mandaat|indeling|kader",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Head:
    pattern: re.Pattern[str]
    kind: str


@cache
def _heads() -> tuple[_Head, ...]:
    """Open classes of the vocabulary: first or last words that say what a name is."""
    data = load("open_names")
    found = []
    for row in data["first"]:
        words = "|".join(map(re.escape, row["words"]))
        glue = r"(?:(?:van|voor|tot|der|de|het|op|inzake|ter|in|te|aan) ){0,4}"
        found.append(_Head(re.compile(rf"(?<![\w-])(?:{words}) {glue}{_NAME}{_TAIL}"), row["type"]))
    for row in data["last"]:
        words = "|".join(map(re.escape, row["words"]))
        found.append(
            _Head(
                re.compile(
                    rf"(?<![\w-]){_NAME}(?: (?:(?:van|voor|en|der|de|of|for|and|to) ){{0,2}}{_NAME}){{0,5}} (?:{words})(?![\w-])"
                ),
                row["type"],
            )
        )
        found.append(
            _Head(
                re.compile(rf"(?<![\w-])(?:{_NAME} )?{_UP}[\w’-]{{3,30}}(?:{words.lower()})(?![\w-])"),
                row["type"],
            )
            if row.get("joined")
            else found[-1]
        )
    return tuple(dict.fromkeys(found))


def find_bodies(text: str) -> Iterator[Candidate]:
    """Bodies in a text that no list of names holds."""
    for match in _CHAMBER.finditer(text):
        yield _plain(match, "Tweede Kamer", "institution", "bodies.chamber")
    european = len(_EU_CONTEXT.findall(text[:20_000])) > 2
    if european:
        for match in _COUNCIL.finditer(text):
            yield _plain(match, "Raad van de Europese Unie", "eu_body", "bodies.council")
        for match in _COMMISSION.finditer(text):
            yield _plain(match, "Europese Commissie", "eu_body", "bodies.commission")
    for match in _COMMITTEE.finditer(text):
        yield _plain(match, match.group(), "institution", "bodies.committee", Certainty.STATED)
    for match in _COMMISSIONER.finditer(text):
        yield _plain(match, match.group(), "eu_body", "bodies.commissioner")
    yield from _groups(text)
    for head in _heads():
        for match in head.pattern.finditer(text):
            words = match.group()
            yield Candidate(match.start(), match.end(), words, head.kind, "bodies.open", Certainty.GUESS)
    yield from _defined(text)


def _plain(
    match: re.Match[str], name: str, kind: str, rule: str, certainty: Certainty = Certainty.NAMED
) -> Candidate:
    return Candidate(match.start(), match.end(), name, kind, rule, certainty)


@cache
def _group_of() -> re.Pattern[str]:
    parties = "|".join(map(re.escape, sorted(known_words(("parties",), "party"), key=len, reverse=True)))
    return re.compile(
        rf"(?<![\w-])(?P<party>{parties})-(?:Tweede Kamerfractie|[Kk]amerfractie|fracties?)(?![\w-])"
    )


def _groups(text: str) -> Iterator[Candidate]:
    """``VVD-fractie``."""
    for match in _group_of().finditer(text):
        yield _plain(match, match["party"], "party", "bodies.group", Certainty.STATED)


def _defined(text: str) -> Iterator[Candidate]:
    """``Long Form (LF)``: both, with all later mentions of the short form, where the long form's words make an actor."""
    for match in _LONG_SHORT.finditer(text):
        short = match["short"]
        start = _long_start(text, match.start(), short)
        if start is None:
            continue
        long = text[start : match.start()].strip()
        if _NO_ACTOR.search(long) or len(long.split()) < 2:
            continue
        kind = _kind_of(long)
        yield Candidate(start, start + len(long), long, kind, "bodies.defined", Certainty.GUESS)
        for later in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text):
            yield Candidate(later.start(), later.end(), long, kind, "bodies.defined-short", Certainty.GUESS)


def _long_start(text: str, end: int, short: str) -> int | None:
    """Where the long form of an abbreviation begins: the words before it whose initials spell its capitals."""
    before = text[max(0, end - 160) : end]
    words = list(re.finditer(r"[\w’&-]+", before))
    letters = [c for c in short.upper() if c.isalpha()]
    if len(letters) < 2:
        return None
    for count in range(2, min(12, len(words)) + 1):
        first = words[-count]
        run = [w.group() for w in words[-count:]]
        if not run[0][0].isupper() or any(c in before[first.start() :] for c in ".;:()"):
            continue
        if _spells(run, letters):
            return max(0, end - 160) + first.start()
    return None


def _spells(run: list[str], letters: list[str]) -> bool:
    """Whether the letters can be read off the words in order: initials, and letters inside compounds."""
    if run[0][0].upper() != letters[0]:
        return False
    at = 0
    for word in run:
        low = word.upper()
        place = 0
        if at < len(letters) and low[0] == letters[at]:
            at += 1
            place = 1
            while (
                at < len(letters)
                and (found := low.find(letters[at], place)) > 0
                and len(word) > 6
                and at < len(letters) - (run[-1] is not word)
            ):
                place, at = found + 1, at + 1
    return at >= len(letters)


def _kind_of(long: str) -> str:
    for row in load("open_names")["kind"]:
        if re.search("|".join(row["words"]), long):
            return str(row["type"])
    return "organisation"
