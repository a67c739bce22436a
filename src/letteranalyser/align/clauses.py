"""A sentence cut into clauses, with what each clause is: said or asked, denied, limited, made to hang on something.

There is no trained Dutch grammar to lean on here; commas, conjunctions and the place of the finite verb tell enough of
the bracket that a Dutch clause is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from letteranalyser.align.phrases import Compiler, PhraseBook
from letteranalyser.vocabulary import load

_QUOTED = re.compile(
    r"«[^«»]{0,600}»|“[^“”]{0,600}”|„[^„”]{0,600}”|‘[^‘’]{0,40} [^‘’]{0,400}’|\"[^\"]{0,600}\""
)
_BRACKETS = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_APPRAISAL = re.compile(r"ontraden|oordeel kamer|overgenomen|ontijdig|overbodig|aan te houden", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<!\w)(?:aangehouden|ontraden|verworpen|ingetrokken|aangenomen|overgenomen|ingediende?|afgedane|uitgevoerde|"
    r"aanvaarde|afgewezen|uitstaande|lopende|gewijzigde|aangevoerde)(?=\s+(?:[\w’'-]{1,30}\s+)?(?:moties?|amendement))",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?<!\w)(?:nrs?|c\.?s|jl|a\.s|blz|mld|mln|d\.d|resp|bijv)\.", re.IGNORECASE)
_OPENERS = (
    "maar|doch|omdat|aangezien|hoewel|ofschoon|terwijl|want|mits|tenzij|zodat|indien|zolang|nadat|voordat|alvorens|opdat|"
    "waarbij|waarin|waarmee|waardoor|wanneer|zodra|waaraan|waartegen|waarvoor|waarvan|waarop|waarover|waartoe"
)
_AND_THE = re.compile(
    r"(?<!\w)(?:en|terwijl|maar)\s+(?:(?:aan|voor|met|over|van|tegen)\s+)?(?:(?:de|die|deze|het)\s+)?$",
    re.IGNORECASE,
)
_LEAD = 24
"""Code points before the name of a motion in which its article and a conjunction stand."""


@cache
def _boundary() -> re.Pattern[str]:
    finite = "|".join(load("voices")["finite"]["verbs"])
    return re.compile(
        rf"[;:()\t]|,(?!\d)|\s[–—-]\s|(?<=\s)(?=(?:{_OPENERS})(?!\w))"
        rf"|(?<=\s)(?=(?:alleen|slechts|pas|enkel|uitsluitend)\s+(?:als|indien|wanneer)(?!\w))"
        r"|(?<=en\s)(?<!schouwen\s)(?<!zien\s)(?<!merken\s)(?<!gelden\s)(?<!vatten\s)(?<!lezen\s)(?<!dienen\s)(?<!duiden\s)(?<!werken\s)"
        r"(?=als\s+(?:de|het|er|deze|dit|die|dat|uit|zij|hij|partijen|gemeenten|alle)\s+(?:\w+\s+){1,12}?(?:(?:wordt|worden|is|zijn|kan|kunnen|blijft|blijven)(?!\w)|\w+(?:laat|geeft|doet|gaat|staat|komt|blijkt|neemt|krijgt|instemt|lukt|slaagt|meewerkt|bijdraagt|vraagt)\W*$))"
        r"|(?<=\s)(?=als\s+(?:de|het|er|deze|dit|die|dat|uit|zij|partijen|gemeenten|alle)\s+(?:[\w-]+\s+){1,12}?"
        r"(?:blijft|blijven|wordt|worden|is|zijn|kan|kunnen|toelaat|toelaten|instemt|instemmen|lukt|slaagt|slagen|meewerkt|meewerken|bijdraagt|bijdragen)(?:\s+[\w-]+){0,2}\W*$)"
        rf"|(?<=\s)(?=(?:en|noch|of)\s+(?:(?:ik|wij|we|dus|daarom|derhalve|ook|dan|is)\s+)?(?:dus\s+|daarom\s+|derhalve\s+)?"
        rf"(?:{finite}|dus|daarom|derhalve|daarmee|daarbij)(?!\w))",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; offsets count in the sentence."""

    start: int
    end: int
    part: int
    """Which of the parts between semicolons and colons it lies in."""
    text: str
    """Its words in lower case, what is masked in the sentence left out."""
    conditional: bool
    """It says on what its neighbour hangs."""
    question: bool
    """It says what is asked or not yet known: ``of het kabinet bereid is``."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence: its text, a masked copy with the same offsets, its clauses.

    In the masked copy spaces stand for what somebody else says (quotations), for references in brackets, and for
    participles that only describe a motion (``de aangehouden motie``).
    """

    text: str
    masked: str
    clauses: tuple[Clause, ...]
    asks: bool
    """Ends in a question mark."""

    def clause_at(self, offset: int) -> int:
        """Index of the clause in which an offset lies."""
        for index, clause in enumerate(self.clauses):
            if offset < clause.end:
                return index
        return len(self.clauses) - 1


@dataclass(frozen=True, slots=True)
class Modifiers:
    """Words that turn, limit or hang a statement, compiled."""

    negation: PhraseBook
    no_negation: PhraseBook
    pending: PhraseBook
    partial: PhraseBook
    partial_after: PhraseBook
    condition: PhraseBook
    condition_inside: PhraseBook
    own_reading: PhraseBook


@cache
def modifiers() -> Modifiers:
    """The modifiers of ``positions.toml``."""
    data = load("positions")
    compiler = Compiler(data["sets"], data["verbs"])
    return Modifiers(
        **{
            name: PhraseBook([compiler.phrase(p) for p in data["modifiers"][name]])
            for name in Modifiers.__slots__
        }
    )


def holds(phrases: PhraseBook, text: str) -> bool:
    """Whether any of the phrases stands in a text."""
    return any(regex.search(text) for regex in phrases.in_text(text))


def opens(phrases: PhraseBook, text: str) -> bool:
    """Whether a text begins with any of the phrases, a conjunction before it left out of account."""
    bare = re.sub(r"^(?:[\W_]|(?:en|maar|doch|echter|wel|dan|evenwel|ook)\b)+", "", text, flags=re.IGNORECASE)
    return any(regex.match(bare) for regex in phrases.in_text(bare))


@cache
def _finite() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(load('voices')['finite']['verbs'])})(?!\w)", re.IGNORECASE)


def _joined(masked: str, names: Sequence[tuple[int, int]]) -> list[int]:
    """Where a second main clause begins with a motion: ``… is uitgevoerd en de motie-Y wordt …``."""
    cuts = []
    for index, (start, end) in enumerate(names):
        lead = _AND_THE.search(masked, max(0, start - _LEAD), start)
        if lead is None or index == 0:
            continue
        after = names[index + 1][0] if index + 1 < len(names) else len(masked)
        if _finite().search(masked, names[index - 1][1], lead.start()) and _finite().search(
            masked, end, after
        ):
            cuts.append(lead.start())
    return cuts


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def mask(text: str) -> str:
    """A copy of a text, as long as it is, without quotations, references in brackets and describing participles."""

    def unless_appraisal(match: re.Match[str]) -> str:
        return match.group() if _APPRAISAL.search(match.group()) else _blank(match)

    text = _QUOTED.sub(_blank, text)
    text = _BRACKETS.sub(unless_appraisal, text)
    text = _ABBREVIATED.sub(lambda m: m.group().replace(".", " "), text)
    return _ATTRIBUTE.sub(_blank, text)


_AS = re.compile(r"\W*als\s", re.IGNORECASE)
_SEEN_AS = re.compile(
    r"(?<!\w)(?:zie|ziet|zien|gezien|beschouw\w*|vat|vatten|lees|leest|lezen|duid|duidt|merk|merkt|geldt|gelden|dient|dienen|fungeert|beschreven|"
    r"zowel|zo|zoveel|even|evenveel|net|dezelfde|hetzelfde)(?!\w)[^,;]*$",
    re.IGNORECASE,
)
"""Words behind which ``als`` says what something is taken for, or compares."""
_VERB_FIRST = re.compile(
    r"\W*(?!is|zijn|was|waren|wordt|worden|kan|kunnen|zal|zullen|heb|heeft|hebben|moet|moeten|wil|willen|mag|mogen)[\w-]{2,}(?:t|en)\s"
    r"|\W*(?:is|zijn|wordt|worden|kan|kunnen|zal|zullen|heeft|hebben|wil|willen|mocht|mochten)\s"
)
_THEN = re.compile(r"\W*dan\s")
_NO_VERB_FIRST = re.compile(
    r"\W*(?:met|het|dat|dit|niet|want|tot|voort|vooruit|buiten|binnen|tegen|tussen|boven|bovendien|volgens|wegens|tijdens|sinds)\s"
)


_NO_CONDITION = re.compile(
    r"(?<!\w)(?:in|tot) stemming(?!\w)|^\W*(?:verstaat|leest|begrijpt|bedoelt|bedoelen|lezen|verstaan|interpreteert|interpreteren|duidt|duiden|lees|versta|begrijp)\s"
)
"""A vote that is to come, or how a motion is read: no condition of the cabinet's."""


def _mark_verb_first(clauses: list[Clause]) -> None:
    """``Geeft de Commissie groen licht, dan …``: a sentence that begins with its verb and goes on with ``dan`` sets a condition."""
    for index, clause in enumerate(clauses[:-1]):
        opens_part = index == 0 or clauses[index - 1].part != clause.part
        follows = [later for later in clauses[index + 1 : index + 4] if later.part == clause.part]
        if not opens_part or not any(_THEN.match(later.text) for later in follows):
            continue
        opens_with_verb = _VERB_FIRST.match(clause.text) and not _NO_VERB_FIRST.match(clause.text)
        if opens_with_verb and not _NO_CONDITION.search(clause.text):
            clauses[index] = replace(clause, conditional=True)


def parse(text: str, keep_whole: Sequence[tuple[int, int]] = ()) -> Parsed:
    """Cut a sentence into clauses.

    Args:
        text: the sentence.
        keep_whole: stretches in which no clause ends: the names of motions.
    """
    masked = mask(text)
    joined = _joined(masked, keep_whole)
    cuts = [0]
    part_starts = []
    for match in _boundary().finditer(masked):
        at = match.end() if match.group().strip() else match.start()
        if any(a < at < b for a, b in keep_whole):
            continue
        if match.group() in (";", ":"):
            part_starts.append(at)
        if at > cuts[-1]:
            cuts.append(at)
    cuts = sorted({*cuts, *joined, len(masked)})
    known = modifiers()
    clauses: list[Clause] = []
    for start, end in pairwise(cuts):
        words = masked[start:end]
        if not re.search(r"\w", words) and clauses:
            continue
        conditional = opens(known.condition, words) and not holds(known.own_reading, words)
        if conditional and _AS.match(words) and _SEEN_AS.search(masked[:start]):
            conditional = False
        question = bool(re.match(r"\W*(?:en |maar )?of\s", words, re.IGNORECASE))
        part = sum(at <= start for at in part_starts)
        clauses.append(Clause(start, end, part, words.lower(), conditional, question))
    _mark_verb_first(clauses)
    return Parsed(text, masked, tuple(clauses), text.rstrip(" »”\"'").endswith("?"))
