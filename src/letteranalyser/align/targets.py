"""Of what a sentence speaks: the motion, proposal or section that it is about.

A motion named in the sentence comes first; then what a pronoun or demonstrative points back at; then the proposal that the
sentence itself names; then the section, where its heading names what is answered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from letteranalyser.align.clauses import Parsed
from letteranalyser.align.speaker import Voice
from letteranalyser.models.analysis import About, Section
from letteranalyser.vocabulary import load

_LONGEST_TARGET = 16
"""Words; a longer description of a proposal is cut at a word."""
_BACK = re.compile(
    r"(?<!\w)(?:dit|deze|die|dat|dergelijke?|zulke?|zo’n|genoemde|hetzelfde|dezelfde|(?:hier|daar)(?:aan|bij|door|in|mee|mede|na|"
    r"naar|om|op|over|toe|tegen|tegenover|toe|uit|van|voor|binnen|omtrent|omheen|achter)|hiervoor)(?!\w)",
    re.IGNORECASE,
)
_OPENS_BACK = re.compile(
    r"^\W*(?:en |maar |ook |wel |echter |toch )?(?:dit|deze|die|dat|dergelijke?|zulke?|(?:hier|daar)\w{2,9}|dan)(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.):]?\s+\S", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?<!\w)(?:het|dit|dat|deze|die|de)\s+(?:\w+\s+)?[\w-]*(?:voorstel|advies|aanbeveling|compromis|motie|verzoek)(?!\w)",
    re.IGNORECASE,
)
_ADVERB_BACK = re.compile(
    r"(?<!\w)(?:hier|daar)(?:aan|bij|door|in|mee|mede|na|naar|om|op|over|toe|tegen|uit|van|voor)(?!\w)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?<!\w)(?:dit|deze|die|dat)\s+(?:\w+\s+)?(?:verzoek|oproep|wens|voorstel|aanbeveling|suggestie|pleidooi|opdracht|advies|gedachte|idee|vraag|toezegging|motie)(?!\w)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^\W*(?:Nederland|Ons land)\s\w|^\W*(?:Naast|Ook|Zo|Daarnaast|In|Met|Op|Bij|Tijdens|Sinds)\s(?:[^,;]{0,160},?\s)?(?:is|heeft|neemt|steunt|draagt|werkt|zet|was) Nederland\s"
)
_DETERMINER = re.compile(
    r"^(?:de|het|een|deze|dit|die|dat|ook|wel|voorts|verder|daarnaast|tevens|bovendien|ten slotte)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that the cabinet can take a position on.

    Attributes:
        about: a motion, proposal or section.
        text: its name.
        motion: index of the motion, else None.
        section: id of the section, else None.
        sure: how certain it is that the sentence is about it, 0-1.
    """

    about: About
    text: str
    motion: int | None = None
    section: str | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class _Words:
    noun: re.Pattern[str]
    phrase: re.Pattern[str]
    doing: re.Pattern[str]
    heading: re.Pattern[str]
    neutral: re.Pattern[str]
    finite: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load("proposals")["words"]
    nouns = "|".join(sorted(map(re.escape, [*data["nouns"], *data["attributes"]]), key=len, reverse=True))
    endings = "|".join(sorted(map(re.escape, data["ending"]), key=len, reverse=True))
    finite = "|".join(map(re.escape, load("voices")["finite"]["verbs"]))
    return _Words(
        noun=re.compile(rf"(?<![\w-])(?:[\w-]{{0,30}}-)?(?:{nouns})(?![\w])", re.IGNORECASE),
        phrase=re.compile(
            rf"(?<![\w-])(?:(?:het|de|een|dit|deze|die|dat|zijn|haar|hun)\s+)?(?:[\w-]{{2,20}}\s+){{0,2}}?(?:{nouns})(?!\w)"
            r"(?:\s+van\s+[^,.;:]{2,80}?(?=\s+(?:om|voor|tot|over|dat|neem|wordt|is|kan|acht|wijs|ontraad)\b|[,.;:]|$))?"
            r"(?:\s+(?:om|voor|tot|over)\s+[^,.;:]{3,110})?",
            re.IGNORECASE,
        ),
        doing=re.compile(
            rf"(?<![\w-])[\w-]{{0,40}}(?:{endings})(?![\w])|(?<!\w)het\s+(?:\w+\s+){{0,3}}\w{{3,20}}en\s+van(?!\w)",
            re.IGNORECASE,
        ),
        heading=re.compile(rf"^\W*(?:\d[\d.)]*\s+)?(?:{'|'.join(data['headings'])})", re.IGNORECASE),
        neutral=re.compile(
            rf"^\W*(?:\d[\d.)]*\s+)?(?:{'|'.join(map(re.escape, data['neutral']))})(?!\w)", re.IGNORECASE
        ),
        finite=re.compile(rf"(?<!\w)(?:{finite})(?!\w)", re.IGNORECASE),
    )


def names_proposal(section: Section) -> bool:
    """Whether a heading names a proposal, a recommendation or a numbered element of what is answered."""
    heading = section.heading or ""
    if not heading or _words().neutral.match(heading):
        return False
    return bool(_words().heading.match(heading) or _NUMBERED.match(heading))


def is_neutral(section: Section) -> bool:
    """Whether a heading only says what kind of part follows (``Vervolg``), or there is none."""
    return not section.heading or _words().neutral.match(section.heading) is not None


def section_topic(section: Section, sure: float) -> Topic:
    """A section as what is answered."""
    return Topic(About.SECTION, section.heading or "", section=section.id, sure=sure)


def mentions_proposal(text: str) -> bool:
    """Whether a text has a word for a request: ``voorstel``, ``gevraagde``."""
    return _words().noun.search(text) is not None


def points_back(text: str) -> bool:
    """Whether a sentence may point back at what was said before."""
    return _BACK.search(text) is not None


def opens_back(text: str) -> bool:
    """Whether a sentence begins by pointing back: ``Dit …``, ``Daarvoor …``."""
    return _OPENS_BACK.match(text) is not None


def introduces(parsed: Parsed, voices: Sequence[Voice]) -> Topic | None:
    """The proposal that a sentence puts on the table: what somebody else asks, or what it names as a proposal."""
    if Voice.ASKED not in voices and not mentions_proposal(parsed.masked):
        return None
    return Topic(About.PROPOSAL, described(parsed), sure=0.85)


def subject(parsed: Parsed) -> str:
    """What stands before the finite verb, where that is no pronoun."""
    match = _words().finite.search(parsed.masked)
    words = parsed.text[: match.start()].strip(" ,") if match else ""
    return words if re.search(r"\w{3}", words) else ""


def names_request(text: str) -> bool:
    """Whether a text points back at a request in so many words: ``dit verzoek``, ``die oproep``."""
    return _REQUEST.search(text) is not None


def told(parsed: Parsed) -> bool:
    """Whether a sentence tells what the country does (``Nederland steunt …``), rather than answer something.

    An answer begins with what is answered, or has ik, wij or the cabinet as its subject.
    """
    return _TOLD.match(parsed.masked) is not None and not (
        _ADVERB_BACK.search(parsed.masked) or _DEFINITE.search(parsed.masked)
    )


def acts(parsed: Parsed) -> bool:
    """Whether a sentence names something that one does or sets up: a ban, a fund, an extension."""
    return _words().doing.search(parsed.masked) is not None


def described(parsed: Parsed) -> str:
    """The proposal of a sentence in its own words, as short as may be."""
    match = _words().phrase.search(parsed.masked)
    if match is not None:
        text = parsed.text[match.start() : match.end()]
    else:
        asked = re.search(
            r"(?<!\w)(?:om|voor|voorstander van|naar|aan op|op aan|dat)\s+(?=\w+(?:\s|$))[^,.;:]{3,140}",
            parsed.masked,
        )
        text = subject(parsed) if acts(parsed) and len(subject(parsed).split()) > 1 else ""
        if not text:
            text = parsed.text[asked.start() : asked.end()] if asked else parsed.text
            text = re.sub(r"^(?:om|voor|naar|op|dat)\s+", "", text)
    words = _DETERMINER.sub("", text.strip(" ,.;:–")).split()
    if len(words) > _LONGEST_TARGET:
        return " ".join(words[:_LONGEST_TARGET]) + " …"
    return " ".join(words)
