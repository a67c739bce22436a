"""Motions named in the verb of a sentence: ``het lid A diende een motie in``, ``heeft het lid A bij motie bepleit``."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from letteranalyser.models.findings import MotionMention
from letteranalyser.tag.motions_clauses import Clauses
from letteranalyser.tag.motions_named import further
from letteranalyser.tag.motions_numbers import BRACKET, numbers_in
from letteranalyser.tag.movers import SPACE, Movers, alternation, movers_at
from letteranalyser.vocabulary import load

LEAD_LENGTH = 70
WORDS_OF_LEAD = 4
LONGEST_BY = 8
VERB_REACH = 60
SUBMITTED = re.compile(
    rf"(?<!\w)(?:[Ee]en|[Zz]ijn|[Hh]aar|[Hh]un|[Dd]iens|wiens|wier|[Tt]wee|[Dd]rie|[Vv]ier){SPACE}(?:\w{{2,20}}{SPACE}){{0,2}}$"
)
REQUESTED = re.compile(
    rf"(?<!\w)(?:[Bb]ij|[Pp]er|[Vv]ia|[Mm]iddels|[Mm]et|[Ii]n|[Dd]oor{SPACE}middel{SPACE}van){SPACE}"
    rf"(?:(?:een|zijn|haar|hun|twee|drie){SPACE})?(?:\w{{2,20}}{SPACE})?$"
)
OWNED = re.compile(rf"(?<!\w)(?:[Zz]ijn|[Hh]aar|[Hh]un|[Dd]iens|wiens|wier){SPACE}(?:\w{{2,20}}{SPACE})?$")
DETERMINED = re.compile(r"(?<!\w)(?:de|deze|die|dezelfde|alle|geen|iedere|elke|andere|eerste|zulke)(?!\w)")
NOT_DONE = re.compile(
    r"(?<!\w)(?:niet|geen|zal|zullen|zou|zouden|wil|willen|wilde|overweegt|overwegen|kondigde|kondigden|kondigt|aangekondigd\w*|"
    r"voornemens|mogelijk|eventueel)(?!\w)"
)
FINITE_BEFORE = re.compile(rf"(?<!\w)(?:heeft|hebben|had|hadden){SPACE}$", re.IGNORECASE)
PARTICIPIAL = re.compile(
    rf"{SPACE}(?:[^.;:()\n]{{0,80}}{SPACE})?(?:ingediende|voorgestelde|ingetrokken|aangehouden|bepleite|ingebrachte)"
    rf"(?:{SPACE}\w{{2,20}}){{0,2}}{SPACE}$"
)
OWNERS = frozenset(["zijn", "haar", "hun", "diens", "wiens", "wier"])
SUBMITTED_LEADS = OWNERS.union(["een", "twee", "drie", "vier"])
REQUESTED_LEADS = frozenset(["bij", "per", "via", "middels", "met", "in", "van"])
DONE_LEADS = frozenset(
    ["ingediende", "voorgestelde", "ingetrokken", "aangehouden", "bepleite", "ingebrachte"]
)
"""Words of which one stands shortly before ``motie`` wherever a sentence says who moved it."""
OPENINGS = "(\"“‘'«["
AUXILIARY = 8
"""Characters of ``heeft`` and the blank behind it, and a few more."""
BY = re.compile(rf"(?<!\w)[Dd]oor{SPACE}$")
HEAD_OWNED = re.compile(rf"\s*(?P<whose>Zijn|Haar){SPACE}(?:(?:gewijzigde|aangehouden|eerdere){SPACE})?")
SUBMITTED_BY = re.compile(rf"(?<!\w)[Ii]ngediend{SPACE}door{SPACE}$")
BE_BETWEEN = re.compile(
    rf"{SPACE}(?:is|was|werd|zijn|wordt)(?:{SPACE}\w{{2,20}}){{0,2}}{SPACE}een(?:{SPACE}\w{{2,20}})?{SPACE}"
)
"""``Ingediend door het lid A is voorts een motie``."""
LAID_DOWN = re.compile(
    rf",?{SPACE}(?:dat{SPACE}(?:is|werd){SPACE})?(?:zoals{SPACE})?(?:neergelegd|verwoord|vervat|vastgelegd|uitgedrukt|gedaan|geuit){SPACE}in{SPACE}een(?:{SPACE}\w{{2,20}})?{SPACE}"
)
WISH_OF = re.compile(
    rf"(?<!\w)(?:[Vv]erzoek|[Ww]ens|[Oo]proep|[Vv]raag|[Pp]leidooi|[Oo]pdracht|[Uu]itspraak){SPACE}van{SPACE}$"
)
"""``het verzoek van het lid A, neergelegd in een motie``."""
LONGEST_WISH = 16
NUMBER_BEHIND = re.compile(
    r"[ \u00a0]?\((?:(?:Kamerstuk(?:ken)?(?:[ \u00a0]I{1,2})?[^()\n]{0,20}?[ \u00a0])?\d{2}[ .\u00a0]?\d{3}(?!\d)|[Nn]rs?\.|nummer|stuk|letter\s[A-Z])"
)
BRACKETED = re.compile(r"[ \u00a0]?\([^()\n]{1,80}\)")
ANY_VERB = re.compile(rf"{SPACE}[a-z]{{2,16}}{SPACE}")
LONGEST_MEMBERS = 120
"""Characters of a member's title, name and party."""
SENTENCE_BEFORE = 240
"""Characters between a member and ``Zijn motie``: the rest of that sentence."""


class Verbs(NamedTuple):
    """Patterns made of the vocabulary."""

    participle: re.Pattern[str]
    separable: tuple[tuple[str, re.Pattern[str]], ...]
    """``diende`` and what belongs to it, ``in``."""
    stem: re.Pattern[str]
    """Any of the stems of ``separable``."""
    request: re.Pattern[str]
    asked_after: re.Pattern[str]


@cache
def verbs() -> Verbs:
    """The patterns, built once."""
    words = load("motions")["verbs"]
    return Verbs(
        participle=re.compile(rf"(?<!\w)(?:{alternation(words['participles'])})(?!\w)"),
        separable=tuple(
            (stem, re.compile(rf"(?<!\w){alternation([particle])}(?!\w)"))
            for stem, particle in words["separable"]
        ),
        stem=re.compile(
            rf"(?<!\w)(?:{alternation(stem for stem, _ in words['separable'])})(?!\w)", re.IGNORECASE
        ),
        request=re.compile(rf"(?<!\w)(?:{alternation(words['requests'])})(?!\w)", re.IGNORECASE),
        asked_after=re.compile(
            rf"{SPACE}(?:{alternation(words['auxiliaries'])}|{alternation(words['requests'])})(?:{SPACE}door)?{SPACE}"
        ),
    )


def moved_in_sentence(
    clauses: Clauses, word: int, end: int, before: Sequence[str], *, plural: bool
) -> list[MotionMention]:
    """The mention that the sentence around ``motie`` makes of it, if it says who moved it.

    Args:
        clauses: of the text.
        word: where ``motie`` begins.
        end: where it ends.
        before: the ``WORDS_OF_LEAD`` words before it, in lower case.
        plural: whether it is ``moties``.
    """
    text = clauses.text
    last_words = [w.lstrip(OPENINGS) for w in before]
    done = not DONE_LEADS.isdisjoint(last_words)
    asks = not REQUESTED_LEADS.isdisjoint(last_words)
    submits = not SUBMITTED_LEADS.isdisjoint(last_words)
    if not (done or asks or submits):
        return []
    begin, stop = clauses.around(word, end)
    if not clauses.members_in(begin, stop):
        return of_the_member_before(clauses, begin, word, end)
    if done and (submitted_by := participial(clauses, begin, word, end)):
        return [submitted_by]
    lead_begin = max(begin, word - LEAD_LENGTH)
    if laid := None if plural else laid_down(clauses, begin, word, end):
        return [laid]
    requested = REQUESTED.search(text, lead_begin, word) if asks else None
    if submits and requested is None:
        # It is all of the last words, with one blank between them.
        lead_begin = max(lead_begin, word - sum(map(len, before)) - len(before) - 1)
    lead = requested or (SUBMITTED.search(text, lead_begin, word) if submits else None)
    if lead is None or DETERMINED.search(lead[0]):
        return []
    start = lead.start()
    subject = clauses.last_before(begin, start) or subject_behind(text, end)
    found = in_clause(
        clauses, subject, (begin, stop), (start, end), plural=plural, requested=requested is not None
    )
    owned = [] if OWNERS.isdisjoint(last_words) else of_its_owner(clauses, begin, word, end)
    return found or owned or of_the_member_before(clauses, begin, word, end)


def of_the_member_before(clauses: Clauses, begin: int, word: int, end: int) -> list[MotionMention]:
    """``Zijn motie (nr. 12)`` at the head of a sentence, where the one before names a single member: ``De heer A …``.

    A number must follow, so that it is a motion on the table and not one that he thinks of.
    """
    text = clauses.text
    owned = HEAD_OWNED.match(text, begin)
    if owned is None or owned.end() != word or not numbers_follow(text, end):
        return []
    nearest = max(0, begin - SENTENCE_BEFORE - LONGEST_MEMBERS)
    before = clauses.members_in(max(nearest, text.rfind("\n", nearest, begin) + 1), begin)
    owner = before[-1] if before else None
    if owner is None or len(owner.persons) > 1 or begin - owner.end > SENTENCE_BEFORE:
        return []
    title = text[max(0, owner.start - 1) : owner.end].lower()
    if ("heer " in title and owned["whose"] == "Haar") or ("mevr" in title and owned["whose"] == "Zijn"):
        return []
    return [motion_of(owner, owned.start("whose"), end)]


def numbers_follow(text: str, end: int) -> bool:
    """Whether a bracket with the number or letter of a Kamerstuk stands right behind ``motie``."""
    return NUMBER_BEHIND.match(text, end) is not None


def of_its_owner(clauses: Clauses, begin: int, word: int, end: int) -> list[MotionMention]:
    """``zijn motie`` where the sentence names one member or group before: ``het lid A heb ik over zijn motie gesproken``."""
    owned = OWNED.search(clauses.text, max(begin, word - LEAD_LENGTH), word)
    owner = clauses.last_before(begin, owned.start(), anywhere=True) if owned else None
    if owned is None or owner is None:
        return []
    return [motion_of(owner, owned.start(), end)]


def motion_of(owner: Movers, start: int, end: int, rule: str = "motions.own") -> MotionMention:
    """The motion of these members; by default ``zijn motie``, of whom ``zijn`` means."""
    return MotionMention(start=start, end=end, rule=rule, movers=owner.movers, cosigned=owner.cosigned)


def in_clause(
    clauses: Clauses,
    subject: Movers | None,
    clause: tuple[int, int],
    noun: tuple[int, int],
    *,
    plural: bool,
    requested: bool,
) -> list[MotionMention]:
    """The mention that subject, ``motie`` and verb of one clause make; none where the verb says it was not done.

    Args:
        clauses: of the text.
        subject: who moved it, if anyone.
        clause: where the clause begins and ends.
        noun: where ``een motie`` or ``bij motie`` begins and ends.
        plural: whether it is ``moties``.
        requested: whether something was asked by motion, not a motion submitted.
    """
    if subject is None:
        return []
    text = clauses.text
    start, last = min(subject.start, noun[0]), max(subject.end, noun[1])
    verb = verb_end(clauses, start, noun[1], clause[1], requested=requested)
    # "De leden A en B willen bij motie (nr. 12) …": the number says that it was moved, whatever the verb.
    certain = requested and numbers_follow(text, noun[1])
    if not certain and (verb is None or clauses.first(NOT_DONE, start, max(verb, last))):
        return []
    verb = noun[1] if certain or verb is None else verb
    auxiliary = FINITE_BEFORE.search(text, max(clause[0], start - AUXILIARY), start)
    mention = MotionMention(
        start=auxiliary.start() if auxiliary and start == subject.start else start,
        end=max(verb, last),
        rule="motions.sentence",
        movers=subject.movers,
        cosigned=subject.cosigned,
        plural=plural,
    )
    bracket = BRACKET.match(text, mention.end)
    if plural and bracket:
        return [mention, *further(mention, numbers_in(text, bracket.start(), bracket.end()))]
    return [mention]


def participial(clauses: Clauses, begin: int, word: int, end: int) -> MotionMention | None:
    """``de door het lid A ingediende motie``."""
    for movers in reversed(clauses.members_in(begin, word)):
        by = BY.search(clauses.text, max(begin, movers.start - LONGEST_BY), movers.start)
        if by and PARTICIPIAL.fullmatch(clauses.text, movers.end, word):
            return motion_of(movers, by.start(), end, "motions.by")
    return None


def laid_down(clauses: Clauses, begin: int, word: int, end: int) -> MotionMention | None:
    """``het verzoek van het lid A, neergelegd in een motie``; ``Ingediend door het lid A is voorts een motie``."""
    for movers in reversed(clauses.members_in(begin, word)):
        nearest = max(begin, movers.start - LONGEST_WISH)
        for opening, between in ((WISH_OF, LAID_DOWN), (SUBMITTED_BY, BE_BETWEEN)):
            if between.fullmatch(clauses.text, movers.end, word) and opening.search(
                clauses.text, nearest, movers.start
            ):
                return motion_of(movers, movers.start, end, "motions.sentence")
    return None


def subject_behind(text: str, end: int) -> Movers | None:
    """The members named right behind: ``Bij motie heeft het lid A verzocht``, ``Per motie vroeg het lid A``."""
    if numbers_follow(text, end):
        # "In haar motie (nr. 29) vraagt mevrouw A": with a number any verb will do
        bracket = BRACKETED.match(text, end)
        verb = ANY_VERB.match(text, bracket.end()) if bracket else None
    else:
        verb = verbs().asked_after.match(text, end)
    movers = movers_at(text, verb.end()) if verb else None
    return movers if movers and movers.persons[0].titled else None


def verb_end(clauses: Clauses, start: int, end: int, stop: int, *, requested: bool) -> int | None:
    """Where the verb that makes it a motion ends; the end of ``motie`` if that verb stands before it."""
    if requested:
        behind = clauses.first(verbs().request, end, stop)
        if behind and behind[0] - end < VERB_REACH:
            return behind[1]
        return end if behind or clauses.first(verbs().request, max(0, start - 40), end) else None
    if participle := clauses.first(verbs().participle, end, stop):
        return participle[1]
    stems = {stem.lower() for stem in verbs().stem.findall(clauses.text, max(0, start - 20), end)}
    for stem, particle in verbs().separable if stems else ():
        if stem in stems and (match := clauses.first(particle, end, stop)):
            return match[1]
    return None
