"""Motions named by who moved them, in the words behind ``motie``."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from letteranalyser.models.findings import MotionMention
from letteranalyser.tag.motions_numbers import BRACKET, Number, bare_in_bracket, bare_number, numbers_in
from letteranalyser.tag.movers import CAPITAL, SPACE, Movers, Person, alternation, grammar, movers_at
from letteranalyser.vocabulary import load

CENSURE = rf"(?:{SPACE}van{SPACE}(?:wantrouwen|treurnis|afkeuring|orde))?"
NUMBER_WORDS = (
    rf"(?:,?{SPACE}(?:op|onder|met){SPACE}(?:het{SPACE})?(?:(?:stuk|Kamerstuk){SPACE})?|{SPACE})"
    rf"(?:nr\.?|nummer|stuk{SPACE}nr\.?|stuknummer){SPACE}?(?P<number>\d{{1,5}})(?!\d|[.\u00a0 ]\d|[-–][IVX\d])"
    rf"(?:{SPACE}\((?:Kamerst(?:uk(?:ken)?|\.){SPACE}(?:II?,?{SPACE})?)?(?P<dossier>\d{{2}}[ .\u00a0]?\d{{3}}(?:[- ][IVXLC]{{1,6}})?)\))?"
)
SEVERAL_NUMBERS = re.compile(
    rf"{SPACE}(?:(?:op|onder|met){SPACE}(?:de{SPACE})?(?:(?:stuk|stukken|Kamerstukken){SPACE})?(?:met{SPACE}|onder{SPACE})?)?(?=nrs?|nummer)"
)
NUMBER_AFTER = re.compile(rf"(?:,?{SPACE}gedrukt)?{NUMBER_WORDS}")
DOCUMENT = (
    rf",?{SPACE}(?:(?:met|op|onder){SPACE})?(?:(?:Kamerst(?:uk)?\w{{0,8}}\.?|nummer|stuk){SPACE})?(?:II?,?{SPACE})?(?:\d{{4}}[-–/]\d{{2,4}},?{SPACE})?"
    rf"\d{{2}}[ .\u00a0]?\d{{3}}(?:[- ][IVXLC]{{1,6}})?,?(?:{SPACE}?nr\.?{SPACE}?|-)\d{{1,5}},?"
)
OF = re.compile(
    rf"{CENSURE}(?:{SPACE}\((?:[^()\n]|\([^()\n]{{1,20}}\)){{1,80}}\)|{NUMBER_WORDS}|{DOCUMENT}|{SPACE}(?P<bare>[1-9]\d{{1,3}}))?"
    rf",?{SPACE}(?:van|door|(?:mede{SPACE})?ingediend{SPACE}door|voorgesteld{SPACE}door|op{SPACE}naam{SPACE}van){SPACE}"
)
IN_BRACKET = re.compile(rf"{NUMBER_WORDS}{SPACE}\((?:van{SPACE})?")
RELATIVE = re.compile(
    rf",?{SPACE}(?:(?:die|welke|waarin|waarmee|waarbij){SPACE}(?:(?:\w{{1,20}}{SPACE}){{0,6}}door{SPACE})?"
    rf"|(?:is|was|werd|wordt){SPACE}(?:\w{{1,20}}{SPACE}){{0,6}}?(?:ingediend|voorgesteld|ondertekend){SPACE}door{SPACE})"
)
TOPIC = re.compile(
    rf",?{SPACE}(?:over|inzake|betreffende|aangaande|omtrent|met{SPACE}betrekking{SPACE}tot|t\.a\.v\.|uit|om|tot|voor|"
    rf"van(?={SPACE}(?:\d|\w{{2,12}}{SPACE}strekking))|d\.d\.|ingediend|voorgesteld|zoals|tijdens|bij|(?P<clause>die|welke))(?!\w)"
)
STRETCH = re.compile(
    r"[^.;:()\n]{0,200}(?:(?:(?<=[ \u00a0]d)\.d\.|(?<=[ \u00a0]a)\.s\.|(?<=nr)\.|(?<=jl)\.)[^.;:()\n]{0,200}){0,3}"
)
BY_WHOM = re.compile(rf"{SPACE}(?:van|door){SPACE}")
OTHER_NOUN = re.compile(
    r"(?:\w*moties?|amendement\w*|\w*voorstel\w*|\w*vra(?:ag|gen)|verzoek\w*|\w*nota|\w*initiatief|bijdrage|inbreng|suggestie|"
    r"\w*fractie|stemmen|opmerking\w*|brief|pleidooi|oproep|idee|toezegging\w*|hand|kant)$"
)
FINITE = re.compile(
    r"(?<!\w)(?:is|zijn|was|wordt|worden|werd|heeft|hebben|zal|zullen|kan|kunnen|vraagt|verzoekt|moties?)(?!\w)"
)
DIVIDER = re.compile(
    rf"{SPACE}?(?:[,;]{SPACE}?)?(?:(?:en|alsmede|alsook|evenals|respectievelijk|resp\.){SPACE})?(?P<of>(?P<that>die{SPACE})?van{SPACE})?-?"
)
REACH_OF_NUMBERS = 160
"""Code points that a list of numbers may take."""
OPENINGS = (
    "is was werd wordt van door mede ingediend voorgesteld onder met nr nrs nummer nummers stuk stukken stuknummer gedrukt die welke waarin waarmee "
    "waarbij over inzake betreffende aangaande omtrent t.a.v om tot voor d.d zoals tijdens bij uit op"
)
"""First words of all that the patterns above read behind ``motie``."""


class Noun(NamedTuple):
    """One ``motie`` or ``moties`` in a text; ``start`` takes in ``aangehouden`` and the like before it."""

    start: int
    word: int
    end: int
    plural: bool


@cache
def may_be_named() -> re.Pattern[str]:
    """What stands behind ``motie`` wherever its movers or its number do: one look that spares all the others."""
    words = load("motions")
    names = (*words["titles"]["singular"], *words["titles"]["plural"], *words["names"]["particles"])
    first = {re.sub(r"\W+$", "", phrase.split()[0]) for phrase in names}
    return re.compile(
        rf"[-‑–]|,?{SPACE}(?:[(\d{CAPITAL}’']|[Kk]amerst|(?:{alternation(first.union(OPENINGS.split()))})(?!\w))"
    )


def named_behind(text: str, noun: Noun) -> list[MotionMention]:
    """``motie-A/B``, ``motie A c.s.``, ``moties van de leden A (nr. 1) en B (nr. 2)``, ``motie over … van het lid A``."""
    for movers, rule, number_before in behind(text, noun):
        found = group(text, movers, noun.start, rule, plural=noun.plural)
        number = number_before or number_after(text, movers.end)
        changed: dict[str, str | int] = {**number} if len(found) == 1 else {}
        if rule == "motions.bracket":
            changed["end"] = movers.end + 1
        if changed:
            found[0] = found[0].model_copy(update=changed)
        if rule == "motions.bracket":
            return found[:1]
        if noun.plural and len(found) == 1 and len(numbers := several_numbers(text, movers.end)) > 1:
            first = found[0].model_copy(update={"number": numbers[0].number, "plural": False})
            return [first, *further(first, numbers)]
        return [*found, *continued(text, movers.end, plural=noun.plural)]
    return []


def behind(text: str, noun: Noun) -> Iterator[tuple[Movers, str, dict[str, str]]]:
    """Who moved it, the rule that says so, and its number if that stands before the names."""
    end = noun.end
    follows = text[end : end + 1]
    if follows in ("-", "‑", "–") and (movers := movers_at(text, end + 1)):
        yield movers, "motions.hyphen", {}
    if (
        follows in (" ", "\u00a0")
        and not text[end + 1 : end + 2].islower()  # a name without title has a capital
        and grammar().title.match(text, end + 1) is None
        and (movers := movers_at(text, end + 1))
        and stands_alone(text, noun, movers)
    ):
        yield movers, "motions.name", {}
    of = OF.match(text, end)
    if of and (movers := movers_at(text, of.end())):
        bare = bare_number(of["bare"])
        yield movers, "motions.of", {"number": bare} if bare else number_of(of)
    bracket = IN_BRACKET.match(text, end) if of is None else None
    if bracket and (movers := movers_at(text, bracket.end())) and text[movers.end : movers.end + 1] == ")":
        yield movers, "motions.bracket", number_of(bracket)
    relative = RELATIVE.match(text, end)
    if relative and (movers := movers_at(text, relative.end())) and movers.persons[0].titled:
        yield movers, "motions.relative", {}
    if movers_after_topic := after_topic(text, end):
        yield movers_after_topic, "motions.topic_of", {}


def several_numbers(text: str, at: int) -> list[Number]:
    """The numbers in words right at a place: ``op stuk nrs. 61 en 63``."""
    words = SEVERAL_NUMBERS.match(text, at)
    numbers = numbers_in(text, words.end(), words.end() + REACH_OF_NUMBERS) if words else []
    return [number for number in numbers if words and number.start == words.end()]


def number_of(match: re.Match[str]) -> dict[str, str]:
    """Number and dossier that ``NUMBER_WORDS`` read, as fields of a mention."""
    number, dossier = match["number"], match["dossier"]
    if not number:
        return {}
    fields = {"number": number}
    if dossier:
        fields["dossier"] = re.sub(r"(?<=\d)[ .\u00a0](?=\d)", "", dossier).replace(" ", "-")
    return fields


def number_after(text: str, end: int) -> dict[str, str]:
    """The number in words right behind the names: ``motie-A, gedrukt onder nr. 12``."""
    match = NUMBER_AFTER.match(text, end)
    return number_of(match) if match else {}


def stands_alone(text: str, noun: Noun, movers: Movers) -> bool:
    """Whether names without title right behind ``motie`` are the movers: ``Moties Defensie`` is a heading."""
    evident = len(movers.persons) > 1 or movers.cosigned or movers.movers[0].party is not None
    return evident or not noun.plural or BRACKET.match(text, movers.end) is not None


def after_topic(text: str, end: int) -> Movers | None:
    """Who moved it where the subject stands between: ``motie over pacht van de leden A en B``."""
    topic = TOPIC.match(text, end)
    stretch = STRETCH.match(text, end) if topic else None
    if topic is None or stretch is None:
        return None
    if text.find("van", end, stretch.end()) < 0 and text.find("door", end, stretch.end()) < 0:
        return None
    for by in BY_WHOM.finditer(text, end, stretch.end()):
        if grammar().title.match(text, by.end()) is None:
            continue
        between = text[end : by.start()]
        if OTHER_NOUN.search(between) or (FINITE.search(between) and not topic["clause"]):
            return None
        return movers_at(text, by.end())
    return None


def parts_of(movers: Movers) -> list[list[Person]]:
    """Movers of one motion each, if every comma and ``en`` starts another; a slash joins movers of one motion."""
    parts: list[list[Person]] = []
    for person in movers.persons:
        if parts and person.joined == "slash":
            parts[-1].append(person)
        else:
            parts.append([person])
    return parts


def group(text: str, movers: Movers, start: int, rule: str, *, plural: bool) -> list[MotionMention]:
    """The mentions that one list of names makes.

    With ``moties`` every name stands for a motion of its own where no number, or as many numbers, follow; and where
    more numbers follow than names, each further number stands for a motion: ``moties-A (nrs. 61 en 64)``.
    """
    bracket = BRACKET.match(text, movers.end)
    numbers = numbers_in(text, bracket.start(), bracket.end()) if bracket else []
    alone = bare_in_bracket(text, movers.end) if bracket and not numbers else None
    parts = parts_of(movers)
    if not plural or len(parts) == 1 or alone or (numbers and len(numbers) != len(parts)):
        parts = [list(movers.persons)]
    mentions = [
        MotionMention(
            start=start if index == 0 else part[0].start,
            end=part[-1].end,
            rule=rule,
            movers=tuple(person.mover for person in part),
            cosigned=any(person.cosigned for person in part),
            plural=plural and len(parts) == 1 and len(numbers) != 1 and not alone,
            number=numbers[index].number if plural and len(numbers) == len(parts) > 1 else alone,
        )
        for index, part in enumerate(parts)
    ]
    if plural and len(parts) == 1:
        mentions = [*mentions, *further(mentions[0], numbers)]
    return mentions


def further(first: MotionMention, numbers: Sequence[Number]) -> list[MotionMention]:
    """Mentions for the second and later numbers of one mover's motions."""
    return [
        MotionMention(
            start=n.start,
            end=n.end,
            rule="motions.number",
            movers=first.movers,
            cosigned=first.cosigned,
            number=n.number,
            dossier=first.dossier,
            anaphoric=first.anaphoric,
        )
        for n in numbers[1:]
    ]


def continued(text: str, end: int, *, plural: bool) -> list[MotionMention]:
    """The second and later names of a joint form: ``… A (nr. 411) en B (nr. 413)``, ``… A en die van het lid B``."""
    found: list[MotionMention] = []
    while True:
        bracket = BRACKET.match(text, end)
        divider = DIVIDER.match(text, bracket.end() if bracket else end)
        if divider is None or divider.end() == (bracket.end() if bracket else end):
            return found
        movers = movers_at(text, divider.end())
        if movers is None:
            return found
        numbered = BRACKET.match(text, movers.end) is not None
        if not (divider["that"] or (bracket and numbered) or (plural and (bracket or divider["of"]))):
            return found
        found += group(text, movers, movers.start, "motions.joint", plural=plural)
        end = movers.end
