"""Of what a sentence speaks: the motion, proposal or section that it is about.

A motion named in the sentence comes first; then what a pronoun or demonstrative points back at; then the proposal that the
sentence itself names; then the section, where its heading names what is answered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from letteranalyser.align.clauses import Parsed
from letteranalyser.align.naming import asked
from letteranalyser.align.speaker import Voice
from letteranalyser.models.analysis import About, Section
from letteranalyser.vocabulary import load

_BACK = re.compile(
    r"(?<!\w)(?:dit|deze|die|dat|dergelijke?|zulke?|zo’n|genoemde|hetzelfde|dezelfde|(?:hier|daar)(?:aan|bij|door|in|mee|mede|na|"
    r"naar|om|op|over|toe|tegen|tegenover|toe|uit|van|voor|binnen|omtrent|omheen|achter)|hiervoor)(?!\w)",
    re.IGNORECASE,
)
_OPENS_BACK = re.compile(
    r"^\W*(?:(?:en|maar|ook|wel|echter|toch|of) )?(?:dit|deze|die|dat|(?:een )?dergelijke?|zulke?|zo’n|(?:hier|daar)(?:\w{2,9})?|zulks)(?!\w)",
    re.IGNORECASE,
)
_STRONG_ADVERB = re.compile(
    r"(?<!\w)(?:hier|daar|er)(?:over|toe|voor|aan|van|in|naar|tegen|tegenover|mee akkoord|mee eens)(?!\w)"
    r"|(?<!\w)(?:is|zijn|was|wordt|worden|werd|kan|zal|gebeurt|geldt)\s(?:dit|dat)\s(?:al|reeds|inmiddels|niet|ook|nu|nog|thans|immers|namelijk|wettelijk|"
    r"mogelijk|geregeld|voorzien|vastgelegd|geborgd)(?!\w)|^\W*een en ander(?!\w)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"(?<!\w)(?:het|dit|dat|deze|die|de)\s+(?:\w+\s+)?[\w-]*(?:voorstel|advies|aanbeveling|compromis|motie|verzoek)(?!\w)",
    re.IGNORECASE,
)
_ADVERB_BACK = re.compile(
    r"(?<!\w)(?:hier|daar)(?:aan|bij|door|in|mee|mede|na|naar|om|op|over|toe|tegen|uit|van|voor)(?!\w)",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?<!\w)(?:daar|hier)\s+(?:[\w’'-]{1,14}\s+){1,4}?(?:in|aan|voor|toe|van|tegen|mee|over|op|af)(?=[\s,.;:]*$|\s*[,.;:]|\s+(?:ge|ver|be)\w{3,}\W*$)",
    re.IGNORECASE,
)
"""``daarin`` with words between its parts: ``voorziet daar al in``."""
_REQUEST = re.compile(
    r"(?<!\w)(?:het|de)\s+(?:eerste|tweede|derde|vierde|laatste|andere)\s+(?:verzoek|onderdeel|deel|element|punt)(?!\w)|"
    r"(?<!\w)(?:dit|deze|die|dat)\s+(?:\w+\s+)?(?:verzoek|oproep|wens|voorstel|aanbeveling|suggestie|pleidooi|opdracht|advies|gedachte|idee|"
    r"vraag|toezegging|motie|voornemen|eis)(?!\w)"
    r"|(?<!\w)(?:het|de|genoemde)\s+(?:verzoek|oproep|wens|voorstel|aanbeveling|suggestie|pleidooi|advies|idee|voornemen|eis|"
    r"(?:gevraagde|voorgestelde|bepleite|verzochte|gesuggereerde|gewenste)\s+\w+)(?!\s+(?:van|om|uit|tot|voor|dat|in)(?!\w)|\w)",
    re.IGNORECASE,
)
_NAMED_REQUEST = re.compile(
    r"(?<![\w-])[\w-]{0,30}(?:voorstel|verzoek|aanbeveling|advies|oproep|suggestie|pleidooi|wens|amendement|idee|gedachte|motie|eis|initiatief|"
    r"petitie|manifest|dictum)(?:en|s)?(?!\w)",
    re.IGNORECASE,
)
_CERTAIN_REQUEST = re.compile(
    r"(?<![\w-])(?:het|de|een|uw|dat|die|dit|deze|zijn|haar|hun|eerste|tweede|derde)\s+(?:[\w-]{2,20}\s+){0,2}?"
    r"(?:[\w-]{0,20}(?:voorstel|verzoek|aanbeveling|advies|oproep|suggestie|pleidooi|wens|amendement|gedachte|petitie|manifest|voornemen)|"
    r"(?:gevraagde|voorgestelde|bepleite|verzochte|gesuggereerde|geopperde|aanbevolen|gewenste)\s+\w+)(?!\w)"
    r"|(?<!\w)(?:voorstellen|aanbevelingen|verzoeken|wensen|suggesties|adviezen)\s+(?:van|uit)\s+(?:de|het|deze)\s"
    r"|(?<!\w)de\s(?:indieners?|initiatiefnemers?|fractie|leden)\s(?:[\w-]+\s){0,6}?tegemoet"
    r"|(?<!\w)inwilliging\s+van(?!\w)|(?<!\w)de\s+vraag\s+(?:om\s+)?[^,.;:]{1,60}?\ste\s\w+en(?!\w)",
    re.IGNORECASE,
)
_WHOLE_REQUEST = re.compile(
    r"(?<![\w-])(?:voorstel|verzoek|aanbeveling|advies|oproep|suggestie|pleidooi|wens|voornemen|idee|gedachte)(?:en|s)?(?!\w)[^,.;:]{0,60}?"
    r"\s(?:om|dat|tot|voor)\s",
    re.IGNORECASE,
)
_STEM = 6
"""Letters of a word that must be the same in another."""
_COMPOUND = 9
"""Letters from which a word may be a compound whose last part counts."""
_COMMON = re.compile(
    r"(?:kabinet|regering|minister|staatssec|nederland|kamer|motie|voorstel|aanbevel|verzoek|advies|worden|werden|kunnen|zullen|zouden|moeten|"
    r"mogen|hebben|willen|geven|gegeven|komen|nemen|genomen|maken|maakt|waarin|waarop|waarbij|waarmee|waarvan|daarom|daarvan|daarvoor|daarmee|"
    r"daarover|hierover|hiervoor|hiermee|tevens|eveneens|echter|thans|reeds|inmiddels|onder|tussen|binnen|tegen|tijdens|omdat|aangezien|"
    r"indien|wanneer|zolang|alleen|slechts|andere|eerste|tweede|nieuwe|bestaa|staand|beleid|verder|voorts|graag|goede|dergelij|verschil|"
    r"maatregel|leden$|fractie|indiener|commissie|lidsta|europe|beslui|beslis|standpun|oordeel|mening|aanzien|vanwege|volgens|vraagt|vragen|"
    r"gevraag|verzoch|bepleit|pleit|gepleit|wensel|nodig|noodza|moment|miljoen|miljard|procent|sinds|vanaf|afgelop|komende|volgend|januari|februari|"
    r"maart|april|augustus|september|oktober|november|december|steun|deze|welke|zodat|waardo|overwe|uitvoer|inzet|aantal|groot|grote|gehele|algemene|"
    r"landelijk|nationa|zoals|daarbij|hierbij|blijft|blijven|vindt|vinden|achten|rekening|mogelijk|toepass|zaken|landen|land$|punt|wijze|manier|vorm)"
)
"""Words that letters share whatever they are about."""
_TOLD = re.compile(
    r"^\W*(?:Nederland|Ons land)\s\w|^\W*(?:Naast|Ook|Zo|Daarnaast|In|Met|Op|Bij|Tijdens|Sinds)\s(?:[^,;]{0,160},?\s)?(?:is|heeft|neemt|steunt|draagt|werkt|zet|was) Nederland\s"
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
    finite: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load("proposals")["words"]
    nouns = "|".join(sorted(map(re.escape, [*data["nouns"], *data["attributes"]]), key=len, reverse=True))
    endings = "|".join(sorted(map(re.escape, data["ending"]), key=len, reverse=True))
    no_doing = "|".join(map(re.escape, data["no_doing"]))
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
            rf"(?<![\w-])(?!(?:{no_doing})(?!\w))[\w-]{{0,40}}(?:{endings})(?![\w])|(?<!\w)het\s+(?:\w+\s+){{0,3}}\w{{3,20}}en\s+van(?!\w)",
            re.IGNORECASE,
        ),
        finite=re.compile(rf"(?<!\w)(?:{finite})(?!\w)", re.IGNORECASE),
    )


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
    return _OPENS_BACK.match(text) is not None or _STRONG_ADVERB.search(text) is not None


def begins_back(text: str) -> bool:
    """Whether the first word of a sentence points back: ``Dit …``, ``Deze …``."""
    return _OPENS_BACK.match(text) is not None


def points_apart(text: str) -> bool:
    """Whether a text points back with an adverb that is cut in two: ``voorziet daar al in``."""
    return _APART.search(text) is not None


def introduces(parsed: Parsed, voices: Sequence[Voice], *, answers: bool) -> Topic | None:
    """The proposal that a sentence puts on the table: what somebody else asks, or what it names as a request.

    Args:
        parsed: the sentence.
        voices: whose each of its clauses is.
        answers: whether the letter answers something; if not, plans and wishes named are its own.
    """
    named = mentions_proposal(parsed.masked) if answers else asks_by_name(parsed.masked)
    if Voice.ASKED not in voices and not named:
        return None
    return Topic(About.PROPOSAL, asked(parsed), sure=0.85)


def subject(parsed: Parsed) -> str:
    """What stands before the finite verb, where that is no pronoun."""
    match = _words().finite.search(parsed.masked)
    words = parsed.text[: match.start()].strip(" ,") if match else ""
    return words if re.search(r"\w{3}", words) else ""


def without_verb(text: str) -> bool:
    """Whether a clause has no finite verb: the further members of a list."""
    return _words().finite.search(text) is None


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


def request_noun(text: str) -> bool:
    """Whether a text has a word for a single request, by whomever: ``voorstel``, ``aanbeveling``."""
    return _NAMED_REQUEST.search(text) is not None


def asks_by_name(text: str) -> bool:
    """Whether a text names a certain request: ``het verzoek van …``, ``de aanbeveling om …``."""
    return _CERTAIN_REQUEST.search(text) is not None


def asks_in_full(text: str) -> bool:
    """Whether a text names a request with what is asked: ``de wens van de raad om …``."""
    return _WHOLE_REQUEST.search(text) is not None and asks_by_name(text)


def shares_words(text: str, asked: str) -> bool:
    """Whether two texts share a word that tells what they are about."""
    lowered = asked.lower()
    return any(
        word[:_STEM] in lowered or (len(word) > _COMPOUND and word[-_STEM:] in lowered)
        for word in re.findall(r"[^\W\d_]{5,40}", text.lower())
        if not _COMMON.match(word)
    )


def acts(text: str) -> bool:
    """Whether a text names something that one does or sets up: a ban, a fund, an extension."""
    return _words().doing.search(text) is not None
