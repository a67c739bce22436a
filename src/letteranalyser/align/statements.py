"""What a sentence says of whatever it is about: formulas found in it, and what its clause makes of them.

A formula gives a position. Negation turns it, ``nog niet`` puts it off, a limit makes it partial, a condition makes it
conditional; each formula says in ``positions.toml`` what becomes of it. Of what the sentence is about, see ``targets``.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from letteranalyser.align.clauses import Parsed, holds, modifiers
from letteranalyser.align.formulas import Formula, likely
from letteranalyser.align.speaker import (
    Voice,
    begins_with_verb,
    cabinet_subject,
    other_agent,
    others_in,
    own_view,
)
from letteranalyser.models.analysis import Position

_PASSIVE = re.compile(r"(?<!\w)(?:wordt|worden|word|werd|werden|is|zijn|was|waren|geworden)(?!\w)")
_PERFECT = re.compile(r"(?<!\w)(?:heb|heeft|hebben|had|hadden)(?!\w)")
_SHORT = re.compile(r"^[\W_]*(?:\w+[\W_]+){0,4}?$")
_VERBLESS = re.compile(r"^\W*(?:en|maar|dus)\s(?:daarom\s|derhalve\s|dus\s|ook\s)?\w{4,16}\W*$")
"""A clause of a participle and a conjunction."""
_BUT_NOT = re.compile(
    r"^\W*(?:maar |doch )?(?:met|voor|aan|in|over|op|tegen|bij|binnen|tussen|na|vanaf|van|de|het|een)\s(?:\S+\s){1,12}?niet\W*$"
    r"|^\W*(?:\S+\s){1,12}?(?:is|zijn|geldt|kan)\s(?:dat|dit)\sniet\W*$"
    r"|^\W*(?:maar|doch)\sniet\s(?:tot|voor|van|bij|met|aan|de|het|een|in|op|over|per|meteen|direct|onmiddellijk|overal|altijd|alles)\s"
)
"""A part left out of what was agreed to: ``Met het doel stem ik in, met de hoogte niet.``"""
_BARE_NOT = re.compile(r"^\W*(?:dan ook |daarom |derhalve |echter )?niet\W*$")
_TO = re.compile(r"(?<!\w)te\s+$")
_TO_VERB = re.compile(r"(?<!\w)te\s+\w+\W*$")
_DECIDES = re.compile(
    r"(?<!\w)(?:besloten|bereid|voornemens|van plan|kies|kiest|kiezen|gekozen|wil|wens|wenst|verzoek|verzocht|verzoeken|overweging|"
    r"zeg|zeggen|stel|stellen|koers|vraag|vragen|suggereer|adviseer|(?:gaf|geef|geeft|gaven|geven)\s(?:[^,;:]{0,30}\s)?aan|aangegeven)(?!\w)"
)
"""Words with which an infinitive becomes what the cabinet does."""
_TERSE_WORDS = 8
_BARE_WORDS = 2
"""Words of a sentence that is an appraisal and nothing else: ``Ontraden.``"""
_CONCEDES = re.compile(r"^\W*(?:maar |en |ook )?(?:hoewel|ofschoon|alhoewel|niettegenstaande|ondanks dat)\s")
"""A clause that grants something, against which the main clause stands."""
_BEFORE_THAT = re.compile(
    r"^\W*(?:voordat|alvorens|totdat|vóór\s.{0,80}\s(?:is|zijn|wordt|worden|heeft|hebben))(?!\w)(?!.*(?<!\w)(?:ik|wij|we)(?!\w))"
)
"""A clause that says before what something happens: what stands in it has not been done."""
_TURNS = re.compile(r"^\W*(?:maar|doch|echter)\s")
"""A formula does not run across a turn."""
_UNTIL = re.compile(r"(?<!\w)(?:tot|totdat|voordat|alvorens)\s(?:die|dat|de|het|deze|dit|er)\s[^,;:]*$")
"""``… aan te houden tot die verkenning is afgerond``: it is not."""
_AS_FAR_AS = re.compile(
    r"(?<!\w)voor ?zover\s[^,;:]*\s(?:betreft|betreffen|ziet op|zien op|gaat|gaan|raakt|raken)(?!\w)"
)
"""``… volg ik voor zover zij de aanvraag betreffen``: a part, no condition."""
_INTERPOSED = re.compile(
    r"^\W*(?:mede )?(?:gezien|gelet|zoals|conform|gehoord|vanwege|alles|mede|anders|evenals|net als|ook)\s"
)
"""A clause between a subject and its verb."""
_PURPOSE = re.compile(r"^\W*(?:en |maar )?(?:om|teneinde)\s")
"""A clause that says what something is for, not that it is done."""
_RELATIVE = re.compile(r"^\W*(?:die|dat|waar\w+|welke|wat|hetgeen)\s")
_TO_BE_SEEN = re.compile(
    r"(?<!\w)(?:bepaald|bepalen|bezien|bezie|beziet|onderzocht|onderzoeken|onderzoekt|onderzoek|nagegaan|nagaan|bekeken|bekijken|bekijkt|"
    r"beoordeeld|beoordelen|verkend|verkennen|verkent|gevraagd|afwegen|afgewogen|inzicht)\s(?:[^,;:]{0,40}\s)?(?:in hoeverre|of|op welke|hoe|welke|waar)\s"
)
"""What follows is a question that is yet to be answered."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A formula found in a sentence; offsets count in the sentence."""

    formula: Formula
    position: Position
    start: int
    end: int
    first: int
    """Index of the clause in which it begins."""
    last: int
    own: bool
    """The cabinet is named as its subject."""
    modified: str = ""
    """What turned it: ``negated``, ``pending``, ``partial``, ``condition``, ``model``."""
    share: float | None = None
    """How likely the learned weights find it, 0-1, where they and no formula found it."""

    @property
    def rule(self) -> str:
        """The formula, and what turned it."""
        return f"positions.{self.formula.id}" + (f"+{self.modified}" if self.modified else "")


def statements(
    parsed: Parsed, voices: Sequence[Voice], *, terse: bool = False, cabinet_before: bool = False
) -> list[Statement]:
    """All formulas of a sentence that say something, in the order of the vocabulary.

    Args:
        parsed: the sentence.
        voices: whose each of its clauses is.
        terse: whether it is a cell of a table, where a bare participle is an answer.
        cabinet_before: whether the cabinet is the subject of the sentence before, so that ``het`` can mean it.
    """
    if parsed.asks or not parsed.clauses:
        return []
    found = []
    for formula, phrase in likely(parsed.masked.lower()):
        for longest in phrase.regex.finditer(parsed.masked):
            match = _shortest(phrase.regex, parsed.masked, longest)
            made = _statement(parsed, voices, formula, match, terse=terse, cabinet_before=cabinet_before)
            if made is not None:
                found.append(made)
    return _without_asides(parsed, found)


def _without_asides(parsed: Parsed, found: list[Statement]) -> list[Statement]:
    """Statements without those of relative clauses, where a main clause says something: they tell of what it names."""

    def aside(statement: Statement) -> bool:
        return statement.first > 0 and _RELATIVE.match(parsed.clauses[statement.first].text) is not None

    main = [statement for statement in found if not aside(statement)]
    return main or found


def _shortest(regex: re.Pattern[str], text: str, match: re.Match[str]) -> re.Match[str]:
    """The shortest match with the same end: of several words that may open a formula, the nearest counts."""
    while True:
        shorter = regex.search(text, match.start() + 1, match.end())
        if shorter is None or shorter.end() != match.end():
            return match
        match = shorter


def _infinitive(parsed: Parsed, match: re.Match[str], clauses: Collection[int]) -> bool:
    """Whether a verb is a mere infinitive with ``te``: what somebody is to do, and nobody says that he will."""
    if not (_TO.search(parsed.masked[: match.start()]) or _TO_VERB.search(parsed.masked[: match.end()])):
        return False
    return not any(_DECIDES.search(parsed.clauses[i].text) for i in {*clauses, max(0, min(clauses) - 1)})


def _statement(
    parsed: Parsed,
    voices: Sequence[Voice],
    formula: Formula,
    match: re.Match[str],
    *,
    terse: bool,
    cabinet_before: bool,
) -> Statement | None:
    first, last = parsed.clause_at(match.start()), parsed.clause_at(match.end() - 1)
    short = terse or _is_terse(parsed, last) or len(parsed.masked.split()) <= _BARE_WORDS
    if formula.terse and not short:
        return None
    clauses = {first, last}
    if any(parsed.clauses[i].conditional for i in clauses):
        return None
    if parsed.clauses[first].question and formula.position is not Position.CONDITIONAL and first == last:
        return None
    if any(voices[i] in (Voice.OTHER, Voice.ASKED) for i in clauses):
        return None
    if _granted_or_open(parsed, formula, match, first, last):
        return None
    if formula.unless.phrases and any(holds(formula.unless, parsed.clauses[i].text) for i in clauses):
        return None
    if formula.cabinet and formula.only != "negated" and _infinitive(parsed, match, clauses):
        return None
    if first > 1 and _INTERPOSED.match(parsed.clauses[first - 1].text):
        clauses.add(first - 2)  # "dat het kabinet, gezien de kosten, geen mogelijkheid ziet"
    own = any(cabinet_subject(parsed.clauses[i].text) or own_view(parsed.clauses[i].text) for i in clauses)
    if formula.cabinet and not (
        short or own or _agentless(parsed, voices, first, last, cabinet_before=cabinet_before)
    ):
        return None
    position, modified = _modified(parsed, formula, first, last)
    if position is None:
        return None
    return Statement(formula, position, match.start(), match.end(), first, last, own, modified)


def _granted_or_open(parsed: Parsed, formula: Formula, match: re.Match[str], first: int, last: int) -> bool:
    """Whether a clause only grants something or asks what is yet to be seen, or the formula runs into the next one."""
    if (
        "weliswaar" in parsed.clauses[first].text
        or _CONCEDES.match(parsed.clauses[first].text)
        or _BEFORE_THAT.match(parsed.clauses[first].text)
    ):
        return True
    if formula.position is not Position.PARTIALLY_ALIGNED and any(
        _TURNS.match(c.text) for c in parsed.clauses[first + 1 : last + 1]
    ):
        return True
    if any(
        begins_with_verb(re.sub(r"^\W*(?:en|of)\s", "", c.text))
        and c.text.lstrip().startswith(("en ", "of "))
        for c in parsed.clauses[first + 1 : last + 1]
    ):
        return True
    if formula.position in (Position.IN_PROGRESS, Position.EXECUTED) and _PURPOSE.match(
        parsed.clauses[first].text
    ):
        return True
    before = parsed.masked[parsed.clauses[first].start : match.start()].lower()
    if formula.position is Position.EXECUTED and _UNTIL.search(before):
        return True
    return formula.position is not Position.CONDITIONAL and _TO_BE_SEEN.search(before) is not None


def _is_terse(parsed: Parsed, index: int) -> bool:
    """Whether a clause stands on its own behind a colon or in brackets, as in ``: ontraden``."""
    clause = parsed.clauses[index]
    before = parsed.masked[: clause.start].rstrip()
    return before.endswith((":", "(", "–")) and len(clause.text.split()) <= _TERSE_WORDS


def _agentless(
    parsed: Parsed, voices: Sequence[Voice], first: int, last: int, *, cabinet_before: bool
) -> bool:
    """Whether a clause without the cabinet in it may still be what the cabinet does."""
    words = " ".join(parsed.clauses[i].text for i in sorted({first, last}))
    if first and _VERBLESS.match(parsed.clauses[first].text):
        # "… is overbodig en daarom ontraden": the verb stands in the clause before
        words = f"{parsed.clauses[first - 1].text} {words}"
    if other_agent(words):
        return False
    if _PASSIVE.search(words) and not (_PERFECT.search(words) and others_in(words)):
        return not re.search(r"(?<!\w)(?:hij|zij)(?!\w)", words)
    if begins_with_verb(parsed.clauses[first].text.removeprefix("en ").removeprefix("maar ")) and any(
        voices[i] is Voice.CABINET for i in range(first)
    ):
        return True
    leading = re.match(
        r"\W*(?:wel|ook|daarom|tevens|daarnaast|wel\s\w+)?\s*\w+\s+het\s", parsed.clauses[first].text
    )
    return cabinet_before and leading is not None


def _negators(parsed: Parsed, index: int) -> Iterator[tuple[int, int]]:
    known = modifiers()
    clause = parsed.clauses[index]
    words = clause.text
    spared = [m.span() for regex in known.no_negation.in_text(words) for m in regex.finditer(words)]
    for regex in known.negation.in_text(words):
        for m in regex.finditer(words):
            if not any(a <= m.start() < b for a, b in spared):
                yield m.span()


def _denied(parsed: Parsed, first: int, last: int) -> bool:
    if any(True for i in {first, last} for _ in _negators(parsed, i)):
        return True
    # The bracket of a main clause may close behind an aside: "Ik steun de motie, die veel geld kost, niet."
    return any(
        _BARE_NOT.match(c.text) for c in parsed.clauses[last + 1 :] if c.part == parsed.clauses[last].part
    )


def _conditional(parsed: Parsed, formula: Formula, first: int, last: int) -> bool:
    known = modifiers()
    here = parsed.clauses[last]
    words = " ".join(parsed.clauses[i].text for i in sorted({first, last}))
    if holds(known.condition_inside, words):
        return True
    for clause in parsed.clauses[last + 1 :]:
        if clause.part != here.part:
            break
        # "Oordeel Kamer, met dien verstande dat …" says how the motion is read, and leaves it to the chamber.
        reading = formula.position is Position.LEFT_TO_CHAMBER and "met dien verstande" in clause.text
        if clause.conditional and not reading:
            return True
        if re.match(r"\W*(?:en|maar)\s", clause.text):
            break
    before = [c for c in parsed.clauses[:first] if c.part == here.part]
    if any(holds(known.condition_inside, c.text) for c in before if not c.question):
        return True
    return any(clause.conditional for clause in before)


def _modified(parsed: Parsed, formula: Formula, first: int, last: int) -> tuple[Position | None, str]:
    """The position that a formula takes in its clause, and what turned it."""
    known = modifiers()
    words = " ".join(parsed.clauses[i].text for i in sorted({first, last}))
    after = " ".join(c.text for c in parsed.clauses[last + 1 :] if c.part == parsed.clauses[last].part)
    left_out = any(_BUT_NOT.match(c.text) for c in parsed.clauses[last + 1 :])
    as_far_as = _AS_FAR_AS.search(f"{words} {after}") is not None
    partial = as_far_as or holds(known.partial, words) or holds(known.partial_after, after) or left_out
    denied = _denied(parsed, first, last) and not (partial and not _denied_beside_part(parsed, first, last))
    conditional = not as_far_as and _conditional(parsed, formula, first, last)
    if formula.only == "negated" and not denied:
        return None, ""
    if formula.only == "condition" and not conditional:
        return None, ""
    if formula.only == "qualified" and not (denied or conditional or partial):
        return None, ""
    if denied and holds(known.pending, words):
        return formula.pending, "pending"
    if denied:
        position = formula.negated
        if position is not None and conditional and re.search(r"\btenzij\b", parsed.masked.lower()):
            return Position.CONDITIONAL, "negated"
        if conditional and position is formula.position and formula.condition is not position:
            return formula.condition, "condition"  # "Zolang de kosten niet stijgen, heb ik geen bezwaar"
        return position, "negated"
    if conditional and formula.condition is not formula.position:
        if formula.position is Position.REJECTED and "tenzij" not in parsed.masked.lower():
            return formula.position, ""
        return formula.condition, "condition"
    if partial and formula.partial is not formula.position:
        return formula.partial, "partial"
    return formula.position, ""


def _denied_beside_part(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a negation stands in the clause besides the one in ``niet volledig``."""
    spans = [s for i in {first, last} for s in _negators(parsed, i)]
    words = " ".join(parsed.clauses[i].text for i in {first, last})
    return len(spans) > len(
        re.findall(
            r"\bniet\s+(?:geheel|volledig|helemaal|onverkort|zonder|ten|in|op|alle|volledige|onverdeeld)",
            words,
        )
    )
