"""Motions named in a letter, or pointed back at.

Every ``motie`` in the text is looked at once: for names behind it (``motie van de leden A en B``, ``motie-A/B``), for
a number (``motie op stuk nr. 413``), for names in the sentence before it (``diende een motie in``) and for a word
that points back (``deze motie``). What is left (``een motie``, ``de stemmingen over moties``) names no motion.
"""

import re
import sys
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from letteranalyser.models.findings import MotionMention, Tags
from letteranalyser.models.letter import Letter, ParagraphKind
from letteranalyser.tag.limits import Limit, limit_of
from letteranalyser.tag.motions_capitals import in_mixed_case
from letteranalyser.tag.motions_clauses import Clauses
from letteranalyser.tag.motions_lists import about_motions, announced, in_row, listed
from letteranalyser.tag.motions_named import (
    DOCUMENT,
    NUMBER_WORDS,
    Noun,
    further,
    may_be_named,
    named_behind,
    number_of,
    several_numbers,
)
from letteranalyser.tag.motions_numbers import BRACKET, Number, bare_number, bare_numbers, numbers_in
from letteranalyser.tag.motions_sentence import WORDS_OF_LEAD, moved_in_sentence
from letteranalyser.tag.movers import SPACE, alternation
from letteranalyser.vocabulary import load

MOTION = re.compile(r"(?<![\w’'-])[Mm]otie(?P<plural>s)?(?!\w)")
NUMBERED = re.compile(rf"(?P<printed>,?{SPACE}gedrukt)?{NUMBER_WORDS}")
POINTS_BACK = re.compile(r"(?<!\w)(?:[Dd]e|[Dd]eze|[Dd]ie)[ \u00a0]$")
"""Before ``motie, gedrukt onder nummer 71``, which tells of a motion what its number is."""
BARE = r"[1-9]\d{1,3}"
BARE_LIST = (
    rf"{BARE}(?:,{SPACE}?{BARE}){{0,20}}(?:,?{SPACE}en|{SPACE}t/m|{SPACE}tot{SPACE}en{SPACE}met){SPACE}{BARE}"
)
"""Numbers right behind ``motie`` or ``moties``; what may not stand behind them is in the vocabulary."""
CITED = re.compile(DOCUMENT)
ABOUT = re.compile(
    rf"{SPACE}(?:over{SPACE}(?!aan|te|en|als|omdat|indien|mits|met|in|wanneer|zoals|nu|want|maar|dan|daarom|en)\w|"
    rf"inzake{SPACE}|betreffende{SPACE}|aangaande{SPACE}|omtrent{SPACE}|met{SPACE}betrekking{SPACE}tot|uit{SPACE}\d{{4}})"
)
OF_WHOM = re.compile(
    rf"{SPACE}van{SPACE}(?:(?:uw|de|het|onze|een){SPACE}|[A-ZÀ-Þ\d]|(?:wantrouwen|treurnis|afkeuring|orde)(?!\w))"
)
"""``de motie van uw Kamer``, ``van 3 mei``, ``van D66``: told by what stands behind, not by what stands before."""
DEFINED = ((ABOUT, "motions.described"), (OF_WHOM, "motions.of_others"))
NO_POINTER = re.compile(
    rf"[-‑/]|{SPACE}(?:die|welke|van|over|inzake|uit|ingediend|en{SPACE}(?:de{SPACE})?(?:toezegging|amendement|vragen)|op{SPACE}het)"
)


SAME_MEMBER = re.compile(rf"{SPACE}van{SPACE}(?:hetzelfde|dit|dat){SPACE}(?:Kamer)?lid(?!\w)")
BEFORE_SAME = 300
"""Code points between a member's motion and the next one ``van hetzelfde lid``."""
SAY_WHOSE = frozenset({"motions.by", "motions.own"})
"""Rules by which words before ``motie`` say whose it is."""

BEHIND = 1000
"""Code points behind the last ``motie`` that is read, far more than its names and number take."""
BEFORE = 60
"""Code points before ``motie`` in which the words that belong to it stand."""


class Patterns(NamedTuple):
    """Patterns made of the vocabulary, for the words right before ``motie``, in lower case."""

    status: re.Pattern[str]
    pointer: re.Pattern[str]
    plural_pointer: re.Pattern[str]
    bare: re.Pattern[str]
    bare_list: re.Pattern[str]
    status_ends: frozenset[str]
    """The last word of everything that ``status`` matches: where another stands before ``motie``, it cannot; and so on."""
    pointer_ends: frozenset[str]
    plural_ends: frozenset[str]


@cache
def patterns() -> Patterns:
    """The patterns, built once."""
    before = {
        kind: [phrase.lower() for phrase in phrases] for kind, phrases in load("motions")["before"].items()
    }
    statuses, pointers, several = before["statuses"], before["pointers"], before["plural_pointers"]
    counts = load("motions")["counts"]
    status = rf"(?:(?:{alternation(statuses)}){SPACE})"
    article = rf"(?:(?:de|deze|die){SPACE})?"
    behind = rf"(?![\w%€$-]|[.,:/–]\d|{SPACE}(?:\d|(?:{alternation(load('motions')['numbers']['not_before'])})(?!\w)))"
    return Patterns(
        status=re.compile(rf"(?<![\w-]){status}{{1,3}}$"),
        pointer=re.compile(rf"(?<![\w-]){article}(?:{alternation(pointers)}){SPACE}{status}{{0,2}}$"),
        plural_pointer=re.compile(
            rf"(?<![\w-]){article}(?:{alternation(several)}){SPACE}(?:(?:{alternation(counts)}){SPACE})?$"
        ),
        bare=re.compile(rf"{SPACE}(?P<number>{BARE}){behind}"),
        bare_list=re.compile(rf"{SPACE}(?P<list>{BARE_LIST}){behind}"),
        status_ends=last_words(statuses),
        pointer_ends=last_words([*pointers, *statuses]),
        plural_ends=last_words([*several, *counts]),
    )


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The last word of each phrase."""
    return frozenset(phrase.split()[-1] for phrase in phrases)


def motions_in(text: str, limit: Limit | None = None) -> list[MotionMention]:
    """All mentions of motions in a text, in reading order; at most as many as the limit allows.

    Caught: ``de motie van het lid Rog c.s. (Kamerstuk 31 293, nr. 12)``; ``heeft het lid Rog bij motie bepleit``;
    ``Deze motie voer ik uit``. Not caught: ``Tijdens het debat zijn zeven moties ingediend``.
    """
    text = in_mixed_case(text)
    limit = limit or limit_of("motions")
    nouns = limit.take(MOTION.finditer(text))
    if limit.reached:
        text = text[: nouns[-1].end() + BEHIND] if nouns else ""
    clauses = Clauses(text)
    mentions = listed(text) if nouns else []
    taken = sorted((m.start, m.end) for m in mentions)
    for match in nouns:
        if is_taken(taken, match.start()):
            continue
        for mention in of_the_same_member(text, match, mentions) or mentioned_at(clauses, match):
            mentions.append(mention)
            insort(taken, (mention.start, mention.end))
    return sorted(mentions, key=lambda m: (m.start, m.end))


def is_taken(taken: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in a mention already found."""
    index = bisect_right(taken, (at, sys.maxsize)) - 1
    return index >= 0 and at < taken[index][1]


def mentioned_at(clauses: Clauses, match: re.Match[str]) -> list[MotionMention]:
    """The mentions that one ``motie`` or ``moties`` makes."""
    text = clauses.text
    before = text[max(0, match.start() - BEFORE) : match.start()].lower()
    words = before.rsplit(None, WORDS_OF_LEAD)[-WORDS_OF_LEAD:]
    # Only directly before ``motie``; two blanks, or a line's end, part it from what it belongs to.
    word = words[-1] if words and not before[-2:-1].isspace() else ""
    status = patterns().status.search(before) if word in patterns().status_ends else None
    start = match.start() - (len(status[0]) if status else 0)
    noun = Noun(start, match.start(), match.end(), match["plural"] is not None)
    if may_be_named().match(text, noun.end):
        if found := named_behind(text, noun):
            return found
        if found := with_number(text, noun):
            # "de door het lid A ingediende motie op stuk nr. 12", "het lid A zijn motie op stuk nr. 12"
            by = moved_in_sentence(clauses, noun.word, found[0].end, words, plural=noun.plural)
            movers = by[0] if len(found) == len(by) == 1 and by[0].rule in SAY_WHOSE else None
            return (
                [m.model_copy(update={"movers": movers.movers, "cosigned": movers.cosigned}) for m in found]
                if movers
                else found
            )
    if found := moved_in_sentence(clauses, noun.word, noun.end, words, plural=noun.plural):
        return found
    pointer = before if word in patterns().pointer_ends else ""
    if "(" in text[noun.end : noun.end + 2] and (found := with_bracket(text, noun, pointer)):
        return found
    if noun.plural:
        pointer = before if word in patterns().plural_ends else ""
    return pointing_back(text, noun, pointer) if pointer else []


def of_the_same_member(text: str, noun: re.Match[str], found: Sequence[MotionMention]) -> list[MotionMention]:
    """``de motie van hetzelfde lid (nr. 60)`` behind a motion of one member; with a number, so that it is another motion."""
    words = SAME_MEMBER.match(text, noun.end())
    last = found[-1] if found else None
    if words is None or last is None or noun["plural"] or len(last.movers) != 1:
        return []
    bracket = BRACKET.match(text, words.end())
    if bracket is None or not numbers_in(text, bracket.start(), bracket.end()):
        return []
    if noun.start() - last.end > BEFORE_SAME or "\n" in text[last.end : noun.start()]:
        return []
    return [
        MotionMention(start=noun.start(), end=words.end(), rule="motions.same_member", movers=last.movers)
    ]


def with_number(text: str, noun: Noun) -> list[MotionMention]:
    """``motie op stuk nr. 413``, ``moties op stuk nrs. 14 en 15``, ``motie 29 521, nr. 413``, ``motie 411``: but a number."""
    if noun.plural and (numbers := several_numbers(text, noun.end)):
        return each_numbered(noun, numbers)
    words = NUMBERED.match(text, noun.end)
    if words:
        numbered = number_of(words)
        back = POINTS_BACK.search(text, max(0, noun.start - BEFORE), noun.start) if words["printed"] else None
        return [
            MotionMention(
                start=back.start() if back else noun.start,
                end=words.end(),
                rule="motions.numbered",
                number=numbered.get("number"),
                dossier=numbered.get("dossier"),
                anaphoric=back is not None,
            )
        ]
    document = CITED.match(text, noun.end)
    if document:
        end = document.end() - document[0].endswith(",")
        return [MotionMention(start=noun.start, end=end, rule="motions.numbered")]
    if noun.plural:
        return with_bare_numbers(text, noun)
    bare = patterns().bare.match(text, noun.end)
    number = bare_number(bare["number"]) if bare else None
    if bare is None or number is None:
        return []
    return [MotionMention(start=noun.start, end=bare.end(), rule="motions.numbered", number=number)]


def with_bare_numbers(text: str, noun: Noun) -> list[MotionMention]:
    """``de moties 411, 412 en 415``: two numbers or more, of which none looks like a year."""
    several = patterns().bare_list.match(text, noun.end)
    numbers = bare_numbers(text, several.start("list"), several.end("list")) if several else []
    return each_numbered(noun, numbers) if numbers else []


def each_numbered(noun: Noun, numbers: Sequence[Number]) -> list[MotionMention]:
    """A mention for each number: the first with ``moties`` before it, the others by themselves."""
    first = MotionMention(
        start=noun.start, end=numbers[0].end, rule="motions.numbered", number=numbers[0].number
    )
    return [first, *further(first, numbers)]


def with_bracket(text: str, noun: Noun, window: str) -> list[MotionMention]:
    """``de motie (29 521, nr. 413)``, ``de moties (nrs. 12 en 13)``."""
    bracket = BRACKET.match(text, noun.end)
    numbers = numbers_in(text, bracket.start(), bracket.end()) if bracket else []
    if not numbers:
        return []
    pointer = patterns().pointer.search(window) if window else None
    start = noun.word - len(pointer[0]) if pointer else noun.start
    back = (
        pointer is not None
        and not noun.plural
        and not ABOUT.match(text, bracket.end() if bracket else noun.end)
    )
    first = MotionMention(start=start, end=noun.end, rule="motions.numbered", anaphoric=back)
    return [first, *further(first, numbers)] if noun.plural else [first]


def pointing_back(text: str, noun: Noun, window: str) -> list[MotionMention]:
    """``deze motie``, ``beide moties``, ``de motie over laadpalen``: which motion is for the linker to say."""
    pointer = (patterns().plural_pointer if noun.plural else patterns().pointer).search(window)
    if pointer is None or text[noun.end : noun.end + 1] in {"-", "‑", "/"}:
        return []
    start = noun.word - len(pointer[0])
    if noun.plural:
        if NO_POINTER.match(text, noun.end):
            return []
        return [
            MotionMention(start=start, end=noun.end, rule="motions.pointers", anaphoric=True, plural=True)
        ]
    rule = next((name for pattern, name in DEFINED if pattern.match(text, noun.end)), "motions.pointer")
    return [MotionMention(start=start, end=noun.end, rule=rule, anaphoric=rule == "motions.pointer")]


def find_motions(letter: Letter, tags: Tags, limit: Limit) -> Iterable[MotionMention]:
    """All mentions of motions in the letter's text and its footnotes."""
    del tags  # numbers are joined to motions by the linker, which sees footnotes and dossiers too
    for passage in letter.passages():
        mentions = motions_in(passage.text, limit)
        if passage.footnote is None:
            mentions = sorted([*mentions, *in_tables(letter, mentions)], key=lambda m: (m.start, m.end))
        for mention in mentions:
            yield (mention.model_copy(update={"footnote": passage.footnote}) if passage.footnote else mention)


def in_tables(letter: Letter, mentions: Sequence[MotionMention]) -> Iterable[MotionMention]:
    """The motions of table rows in which none is named otherwise."""
    rows = [p for p in letter.paragraphs if p.kind is ParagraphKind.TABLE_ROW and any(p.heads)]
    topics = announced(letter.text) if rows else []
    starts = [mention.start for mention in mentions]
    for row in rows:
        if bisect_left(starts, row.start) == bisect_left(starts, row.end):
            motions = about_motions(topics, row.start)
            yield from in_row(letter.text, row.start, row.end, row.heads, announced_as_motions=motions)
