"""Motions in a list that is introduced as one of motions, so that the word itself is left out: ``Nr. 662, het lid A``."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from letteranalyser.models.findings import MotionMention
from letteranalyser.tag.motions_named import group
from letteranalyser.tag.motions_numbers import BRACKET, numbers_in
from letteranalyser.tag.movers import CAPITAL, SPACE, movers_at

TOPIC = re.compile(
    r"(?<!\w)(?:(?P<motion>[Mm]oties?)|[Aa]mendement(?:en)?|[Tt]oezegging(?:en)?|[Ss]chriftelijke vragen)(?!\w)"
)
LINE = re.compile(r"[^\n]+")
ITEM = re.compile(
    r"[ \t]*(?:[-–—•*·▪■]|\(?\w{1,3}[.)])?[ \t\u00a0]{0,4}(?:[-–—•*·▪■]|[Nn]r\.?[ \u00a0]?\d)|[ \t]*\(?\w{1,3}[.)][ \t]"
)
MOVER_COLUMN = re.compile(r"indiener|ondertekenaar|motie", re.IGNORECASE)
NUMBER_COLUMN = re.compile(r"(?:nr|nummer|stuk|ondernr)\.?", re.IGNORECASE)
BULLET = r"^(?P<bullet>[ \t]*(?:[-–—•*·▪■]|\(?\w{1,3}[.)])[ \t\u00a0]{1,4})?"
NUMBER = re.compile(
    rf"(?:{BULLET}|(?<=[.;:] ))(?P<item>(?:[Oo]p{SPACE}stuk{SPACE}|[Ss]tuk{SPACE})?[Nn]r\.?{SPACE}?(?P<number>\d{{1,5}})"
    rf"{SPACE}?[,:;–-]?[ \t\u00a0]{{0,4}}(?:(?:van|door){SPACE})?(?P<bracket>\()?)",
    re.MULTILINE,
)
ORDINAL = re.compile(
    rf"(?:^|(?<=[.:;] ))(?:De|de){SPACE}(?:eerste|tweede|derde|vierde|vijfde|laatste|andere|volgende)"
    rf"(?:,|{SPACE}(?:is|was|komt|werd{SPACE}ingediend))?{SPACE}(?:afkomstig{SPACE})?(?:van|door){SPACE}",
    re.MULTILINE,
)
"""``De eerste is van het lid A (33 450, nr. 92)``, behind a sentence about motions."""
NAME = re.compile(rf"{BULLET}(?=[{CAPITAL}’'])", re.MULTILINE)


def listed(text: str) -> list[MotionMention]:
    """Motions named at the start of a line by number and mover, or by mover and number.

    Only where ``motie`` was the last word of its kind before (not ``amendement``): ``Nr. 662, het lid A c.s.``,
    ``– Het lid A (nr. 12)``, ``– A/B (36 200, nr. 12)``.
    """
    topics = announced(text)
    if not any(motion for _, motion in topics):
        return []
    found: list[MotionMention] = []
    for match in NUMBER.finditer(text):
        movers = movers_at(text, match.end())
        bracketed = (
            match["bracket"] is not None and movers is not None and text[movers.end : movers.end + 1] == ")"
        )
        if movers and (bracketed or movers.persons[0].titled) and about_motions(topics, match.start()):
            found.append(
                MotionMention(
                    start=match.start("item"),
                    end=movers.end + bracketed,
                    rule="motions.list",
                    movers=movers.movers,
                    cosigned=movers.cosigned,
                    number=match["number"],
                )
            )
    for match in ORDINAL.finditer(text):
        movers = movers_at(text, match.end())
        if (
            movers
            and movers.persons[0].titled
            and BRACKET.match(text, movers.end)
            and about_motions(topics, match.start())
        ):
            found += group(text, movers, movers.start, "motions.list", plural=False)
    for match in NAME.finditer(text):
        movers = movers_at(text, match.end())
        if movers is None or not (movers.persons[0].titled or match["bullet"]):
            continue
        bracket = BRACKET.match(text, movers.end)
        if (
            bracket
            and numbers_in(text, bracket.start(), bracket.end())
            and about_motions(topics, match.start())
        ):
            found += group(text, movers, movers.start, "motions.list", plural=False)
    return found


def announced(text: str) -> list[tuple[int, bool]]:
    """Where the text says what a list behind it is of, and whether that is motions; items themselves do not say it."""
    found = []
    for line in LINE.finditer(text) if TOPIC.search(text) else ():
        if ITEM.match(line[0]):
            continue
        words = list(TOPIC.finditer(line[0]))
        if words:
            found.append((line.start() + words[0].start(), any(word["motion"] for word in words)))
    return found


def in_row(
    text: str, start: int, end: int, heads: Sequence[str | None], *, announced_as_motions: bool
) -> list[MotionMention]:
    """The motion of a table row whose columns are headed ``Motie`` or ``Indiener``: ``A c.s.`` in a cell of its own.

    Args:
        text: the letter's text.
        start: where the row begins.
        end: where it ends.
        heads: the column headings.
        announced_as_motions: whether the text before says that the table is of motions.
    """
    if not announced_as_motions and not any(head and "motie" in head.lower() for head in heads):
        return []
    number, at = None, start
    found: list[MotionMention] = []
    for head, cell in zip(heads, text[start:end].split("\t"), strict=False):
        if head and NUMBER_COLUMN.fullmatch(head.strip()) and cell.strip().isdecimal():
            number = cell.strip()
        if head and MOVER_COLUMN.search(head) and not found and (movers := movers_at(text, at)):
            rest = text[movers.end : at + len(cell)]
            if not rest.strip() or rest.startswith((" over ", " (", ", ", ":")):
                found = group(text, movers, movers.start, "motions.table", plural=False)
        at += len(cell) + 1
    return [mention.model_copy(update={"number": number}) for mention in found] if number else found


def about_motions(topics: list[tuple[int, bool]], at: int) -> bool:
    """Whether the last of the words that announce a list announces motions."""
    index = bisect_right(topics, (at, True)) - 1
    return index >= 0 and topics[index][1]
