"""Who says it: whether a clause is the cabinet's own, somebody else's, or says what somebody asks.

A position counts only where the cabinet takes it. Members, councils, other states and other ministers are told by the
verbs with which they say or ask things, and by the words before those verbs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from letteranalyser.align.clauses import Clause, Parsed, holds
from letteranalyser.align.phrases import Compiler, PhraseBook
from letteranalyser.vocabulary import load


class Voice(Enum):
    """Whose a clause is."""

    CABINET = "cabinet"
    """The cabinet is its subject."""
    OPEN = "open"
    """Nobody is named: the letter says it, so the cabinet does."""
    OTHER = "other"
    """Somebody else says or does it."""
    ASKED = "asked"
    """What somebody asks of the cabinet."""


def _words(values: Sequence[str]) -> str:
    return "|".join(
        re.escape(v).replace(r"\ ", r"\s+").replace("_", r"\s+")
        for v in sorted(values, key=len, reverse=True)
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    cabinet: re.Pattern[str]
    own_view: re.Pattern[str]
    frame: re.Pattern[str]
    asking: PhraseBook
    reporting: re.Pattern[str]
    other: re.Pattern[str]
    other_subject: re.Pattern[str]
    agent: re.Pattern[str]
    finite_start: re.Pattern[str]
    someone: re.Pattern[str]
    former: re.Pattern[str]
    ordered: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load("voices")
    cabinet, others = data["cabinet"], data["others"]
    not_after = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in cabinet["not_after"])
    names = rf"(?:{_words(cabinet['pronouns'])}|{not_after}(?:{_words(cabinet['names'])}))"
    nouns = _words(others["nouns"])
    agents = _words(cabinet["agents"])
    pronouns = _words(others["pronouns"])
    compiler = Compiler({}, {})
    return _Patterns(
        cabinet=re.compile(rf"(?<![\w-]){names}(?![\w-])"),
        own_view=re.compile(rf"(?<!\w)(?:{_words(cabinet['views'])})(?!\w)"),
        frame=re.compile(rf"(?<!\w)(?:{_words(others['frames'])})\s+(?!(?:{agents})(?!\w))"),
        asking=PhraseBook([compiler.phrase(phrase) for phrase in data["asking"]["phrases"]]),
        reporting=re.compile(rf"(?<!\w)(?:{_words(data['reporting']['verbs'])})(?!\w)"),
        other=re.compile(rf"(?<![\w-])(?:{nouns}|moties?|motie-[\w/’'-]+|nota|initiatiefnota)(?![\w-])"),
        other_subject=re.compile(
            rf"^\W*(?:en\s+|maar\s+|doch\s+|ook\s+|die\s+|dan\s+)?(?:{pronouns})\s+(?!zelf)\w"
        ),
        agent=re.compile(
            rf"(?<!\w)door\s+(?!(?:{agents})(?!\w))(?!het\s+(?:\w+\s+)?(?:te|sluiten)\b)(?!(?:te|middel|dit|deze|dat|die|de\s+\w*ing)\b)"
            rf"(?=(?:[\w’'-]+\s+){{0,3}}?(?:{nouns}|[a-z]\w*s?\b\s+(?:zijn|is|wordt|worden)))"
        ),
        finite_start=re.compile(rf"^\W*(?:{_words(data['finite']['verbs'])})(?!\w)"),
        someone=re.compile(rf"(?<![\w-])(?:{nouns}|{pronouns})(?![\w-])"),
        former=re.compile(rf"(?<!\w)(?:{_words(others['former'])})\s+(?:{_words(others['governed'])})(?!\w)"),
        ordered=re.compile(rf"(?<!\w)(?:{_words(others['ordered'])})(?!\w)"),
    )


_RELATIVE = re.compile(r"^\W*(?:die|dat|waar\w+|zoals|om|wiens|welke|hetgeen|wat)\s")
_CARRIES_ON = re.compile(r"^\W*(?:en|of|te|om|dat|noch|alsmede|evenals|zodat|omdat|waar\w+|die)\s")
_GOES_ON = re.compile(r"^\W*(?:en|maar|doch)\s+(?=\w)")
_ALSO_ASKS = re.compile(
    r"^\W*(?:en|maar)\s+(?:verzoek|vraag|adviseer|raad|stel|verzoeken|vragen|adviseren)\s"
)
"""``Ik wil dit niet doorkruisen en verzoek de indiener …``: the cabinet still speaks."""
_TURNS = re.compile(r"^\W*(?:maar|doch|echter|toch|niettemin|desondanks|desalniettemin)\s")
_PASSIVE_ASK = re.compile(r"(?<!\w)(?:wordt|worden|werd|werden|is|zijn|was|waren)(?!\w)")
_NO_ASKING = re.compile(
    r"(?<!\w)(?:te|zo|nog|hier)\s+vroeg(?!\w)|(?<!\w)(?:dit|dat|het|een|uw|zijn|haar|hun|mijn|op)\s+verzoek(?!\w)|(?<!\w)(?:de|deze|die|een|uw)\s+vraag(?!\w)"
    r"|(?<!\w)(?:gebeurd|gedaan|geregeld|gerealiseerd|uitgevoerd)\s+(?:wat|hetgeen)\s[^,;:]{0,80}?(?:vraagt|vroeg|vragen|vroegen|verzoekt|verzocht|bepleit\w*)(?!\w)"
    r"|(?<!\w)(?:vraagt?|vragen)(?=\s+(?:[\w-]+\s+){0,4}?naar\s+de\s+bekende\s+weg)"
    r"|^\W*verzoek\s+(?=(?:om\s+|tot\s+)?(?:de\s+motie\s+|haar\s+)?aan(?:\s+te\s+houden|houd\w+))"
)
"""``vroeg`` that is no form of vragen; ``verzoek`` and ``vraag`` as nouns."""
_HOLDS_VIEW = re.compile(
    r"^\W*(?:ook\s+)?(?:de\s+|het\s+)?[\w-]+\s+(?:is|zijn|was|waren)\s+(?:\w+\s+)?"
    r"(?:tegen|voor|(?:geen\s+)?(?:voor|tegen)standers?|het\s+(?:\w+\s+)?(?:on)?eens|bereid|kritisch|positief|negatief|akkoord|blij|verheugd)(?!\w)"
)
"""Somebody named who holds a view: ``De FNV is tegen …``."""
_SETTLING = re.compile(
    r"^\W*(?:waarmee|waarmede|waardoor|zodat|daarmee|hiermee)\s.{0,120}?(?<!\w)(?:voldaan|uitgevoerd|afgedaan|ingevuld|ingelost|gestand|uitvoering|invulling|gevolg)(?!\w)"
)
"""``De Raad nam dit aan, waarmee aan de motie is voldaan``: whoever acted, the letter judges what it comes to."""
_EARLIER = re.compile(
    r"(?<!\w)(?:in|bij|met)\s+(?:mijn|onze|de|een|het)\s+(?:\w+\s+)?(?:brief|brieven|antwoord|antwoorden|beantwoording|kamerbrief|notitie)(?!\w).{0,120}?"
    r"(?<!\w)(?:laten weten|gemeld|aangegeven|meegedeeld|medegedeeld|geschreven|geantwoord|uiteengezet|toegelicht|geïnformeerd)(?!\w)"
)
"""An earlier letter told again."""
_ANSWERED = re.compile(
    r"(?<!\w)(?:schreef|schreven|antwoordde|antwoordden|berichtte|meldde|meldden|schrijft|antwoordt)\s(?:ik\s|wij\s)?(?:u|uw kamer|de kamer|de heer|mevrouw|het lid|de leden)(?!\w)"
    r"|(?<!\w)(?:heeft|hebben|heb|had)\s.{0,80}?(?<!\w)(?:u|uw kamer|de kamer|de heer|mevrouw|het lid|de leden|op vragen|eerder)(?!\w).{0,80}?(?<!\w)"
    r"(?:geantwoord|geschreven|bericht|gemeld|laten weten|meegedeeld|medegedeeld)(?!\w)"
)
"""An answer that somebody gave before: whoever it was, this letter only tells it again."""
_NO_REPORT = re.compile(
    r"(?<!\w)vind(?:t|en)(?=\s(?:[\w-]+\s){0,6}?plaats(?!\w))|(?<!\w)(?:vindt|vinden)\s+(?:u|de\s+\w+)\s+(?:mij|ons|het kabinet|de regering)(?!\w)|(?<!\w)acht\s+(?=\w+(?:en|s|a)(?!\w))|(?<!\w)te\s+\w+en(?!\w)"
)
"""``acht`` as a number; infinitives."""
_NEAR_START = 6
"""Code points: an article may stand before the subject of a clause."""
_OTHER_FIRST = re.compile(
    r"\W*(?:en\s+|maar\s+|ook\s+)?(?:de\s+|het\s+|een\s+)?[\w-]+\s+(?!wordt|worden|is|zijn|was|waren|werd|werden|kan|kunnen)\w+"
)
_FIRST = re.compile(r"(?<!\w)(?:ik|wij|we)(?!\w)")


def cabinet_subject(words: str) -> re.Match[str] | None:
    """The cabinet as a subject in a lower-case clause, as far as its words can tell."""
    return _patterns().cabinet.search(words)


def own_view(words: str) -> bool:
    """Whether a lower-case clause says that it is the cabinet's view: ``naar het oordeel van het kabinet``."""
    return _patterns().own_view.search(words) is not None


def other_agent(words: str) -> bool:
    """Whether a passive clause names somebody else who does it: ``door de gemeente``."""
    known = _patterns()
    return known.agent.search(words) is not None and known.ordered.search(words) is None


def others_in(words: str) -> bool:
    """Whether a lower-case text names somebody who may hold a view of their own."""
    return _patterns().someone.search(words) is not None


def begins_with_verb(words: str) -> bool:
    """Whether a clause begins with a finite verb, so that its subject stands elsewhere."""
    return _patterns().finite_start.match(words) is not None


def _own_voice(clause: Clause) -> Voice | None:
    """Whose a clause is by its own words; None where they do not tell."""
    known = _patterns()
    words = clause.text
    subject = known.cabinet.search(words)
    if _EARLIER.search(words):
        return Voice.OTHER
    if holds(known.asking, _NO_ASKING.sub(" ", words)):
        if subject is None:
            return Voice.ASKED
        first = _FIRST.search(words)
        asker = known.other.search(words)
        if first is None and asker is not None and asker.start() < subject.start():
            return Voice.ASKED
        if first is None and _PASSIVE_ASK.search(words) and re.search(r"verzocht|gevraagd|opgeroepen", words):
            return Voice.ASKED
        return Voice.CABINET
    if subject is not None:
        return Voice.CABINET
    if known.own_view.search(words) or _SETTLING.match(words):
        return Voice.OPEN
    if known.former.search(words):
        return Voice.OTHER
    if known.frame.search(words):
        return Voice.OTHER
    if known.other_subject.search(words):
        return Voice.OTHER
    if known.reporting.search(_NO_REPORT.sub(" ", words)):
        return Voice.OTHER
    someone = known.someone.search(words)
    if someone is not None and someone.start() < _NEAR_START and _HOLDS_VIEW.match(words):
        return Voice.OTHER
    if (
        someone is not None
        and someone.start() < _NEAR_START
        and _OTHER_FIRST.match(words)
        and known.own_view.search(words) is None
    ):
        return Voice.OTHER
    if someone is not None and re.search(r"\b(?:heeft|hebben|had|hadden)\b", words):
        return Voice.OTHER
    return None


def voices(parsed: Parsed) -> tuple[Voice, ...]:
    """Whose each clause of a sentence is."""
    result: list[Voice] = []
    state = Voice.OPEN
    opened_by_relative = False
    part = 0
    told_again = -1
    for clause in parsed.clauses:
        own = _own_voice(clause)
        words = clause.text
        if _ANSWERED.search(words):
            told_again = clause.part
        if clause.part == told_again:
            result.append(Voice.OTHER)
            state, part = Voice.OTHER, clause.part
            continue
        if clause.part != part:
            state, part, opened_by_relative = Voice.OPEN, clause.part, False
        if own is None and state in (Voice.OTHER, Voice.ASKED):
            resumed = (
                begins_with_verb(words)
                or words.lstrip().startswith("dan ")
                or (opened_by_relative and not _CARRIES_ON.match(words))
            )
            own = Voice.OPEN if resumed or _TURNS.match(words) else state
        elif own is None:
            own = Voice.OPEN
        elif own is Voice.OTHER and result and result[-1] is Voice.CABINET and _GOES_ON.match(words):
            # "Het kabinet deelt het doel, maar acht de weg niet begaanbaar": the subject is not said again.
            own = Voice.CABINET if begins_with_verb(_GOES_ON.sub("", words)) else own
        elif own is Voice.ASKED and result and result[-1] is Voice.CABINET and _ALSO_ASKS.match(words):
            own = Voice.CABINET
        elif own in (Voice.OTHER, Voice.ASKED):
            opened_by_relative = _RELATIVE.match(words) is not None
        result.append(own)
        state = own if own in (Voice.OTHER, Voice.ASKED) else Voice.OPEN
    return tuple(result)
