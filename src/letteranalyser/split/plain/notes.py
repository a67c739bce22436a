"""Footnotes of plain text: the notes at the foot of a page or end of the letter, and their marks in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letteranalyser.split.plain.lines import TextLine

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_TO_SUPERSCRIPTS = str.maketrans("0123456789", SUPERSCRIPTS)
_NOTE = re.compile(
    rf"(?:\[(?P<square>\d{{1,3}})\]|(?P<raised>[{SUPERSCRIPTS}]{{1,3}})|(?P<plain>\d{{1,3}})(?P<dot>[.)])?)(?:\s+(?P<text>\S.*)|$)"
)
_SOURCE = re.compile(
    r"Kamerst|Handelingen|Aanhangsel|https?:|www\.|\b[Zz]ie\b|Stb\.|Stcrt\.|Trb\.|PbE|Pb L|Richtlijn|Verordening|ECLI|\bIdem\b|Ibid|"
    r"Bijlage bij|\bTK\b|\bEK\b|Artikel|Conform|Bron:|\b\d\d ?\d{3}\b|[Rr]apport|Brief van|CBS|\bVgl\b"
)
_BARE = re.compile(
    r"(?:Kamerstukk?(?:en)?|Handelingen|Aanhangsel|Bijlage bij|https?://|www\.|Stb\.|Stcrt\.|Trb\.)"
)
"""How a note begins whose mark a converter has put elsewhere."""
_NO_MARK = re.compile(r"(?:\b(?:[A-Z][A-Za-z]{0,2}|[A-Z]{2,12}|[a-z]?m|km|cm|dm|ha|x|v)|\d)$")
"""What stands before a digit that is no mark: CO2, m2, D66, 2 005."""

_MOST_BARE = 12


@dataclass(slots=True)
class Group:
    """Lines that follow each other without a blank line or foot line between them.

    Attributes:
        lines: at least one.
        foot_before: whether a page ends before it.
        blank_before: whether a blank line stands before it.
        foot_after: whether a page, or the letter, ends behind it.
    """

    lines: list[TextLine]
    foot_before: bool = False
    blank_before: bool = True
    foot_after: bool = False


@dataclass(slots=True)
class Note:
    """A footnote: its mark and its lines, without the mark."""

    marker: str
    lines: list[str]
    page: int


def take_notes(groups: Sequence[Group]) -> tuple[list[Group], list[Note]]:
    """Take the footnotes out of the groups.

    Returns:
        the groups without them, those left empty dropped, and the notes in order.
    """
    text = "\n".join(line.text for group in groups for line in group.lines)
    notes: list[Note] = []
    kept: list[Group] = []
    turned = False
    for index, group in enumerate(groups):
        tail = _only_notes_follow(groups, index)
        start = _first_note(group, notes, text, tail=tail)
        if start is None and tail and _is_bare(group, notes, text):
            start = 0
            for line in group.lines:
                _read_bare(line, notes)
        elif start is not None:
            _read_notes(group.lines[start:], notes)
        if start is not None:
            turned = turned or group.foot_before
            group.lines = group.lines[:start]
        if group.lines:
            group.foot_before = group.foot_before or turned
            turned = start is not None
            kept.append(group)
    return kept, notes


_HEAD = 14
"""Code points at the head of a note in which its source stands, where nothing else shows that it is one."""


def _number(match: re.Match[str]) -> int:
    return int((match["square"] or match["raised"] or match["plain"]).translate(_TO_DIGITS))


def _only_notes_follow(groups: Sequence[Group], index: int) -> bool:
    """Whether up to the end of the page nothing but notes follows a group."""
    at = index
    while not groups[at].foot_after:
        at += 1
        if at >= len(groups):
            return True
        if not _NOTE.match(groups[at].lines[0].text):
            return False
    return True


def _first_note(group: Group, notes: Sequence[Note], text: str, *, tail: bool) -> int | None:
    """Index of the line with which notes begin in a group, or None."""
    expected = int(notes[-1].marker) + 1 if notes else 1
    for index, line in enumerate(group.lines):
        match = _NOTE.match(line.text)
        if match is None or _number(match) not in (expected, 1):
            continue
        if index and not _closes(group.lines[index - 1].text):
            continue
        if _number(match) != expected and not (tail and notes[-1].page != line.page):
            continue
        if _is_note(match, group, index, text, tail=tail, later=bool(notes)):
            return index
    return None


def _closes(line: str) -> bool:
    return line.endswith((".", "?", "!", "”", "»", ",", ":", ")")) or len(line) < 50


def _is_note(match: re.Match[str], group: Group, index: int, text: str, *, tail: bool, later: bool) -> bool:
    number = str(_number(match))
    if match["raised"]:
        return True
    if match["square"]:
        return text.count(f"[{number}]") > 1
    rest = match["text"] or (group.lines[index + 1].text if index + 1 < len(group.lines) else "")
    if not tail and number.translate(_TO_SUPERSCRIPTS) in text and _BARE.match(rest):
        return True  # text pasted without its pages: the note stands behind the paragraph of its mark
    if not tail or not rest or not (rest[0].isupper() or rest[0] in "«“\"'’‘" or _SOURCE.search(rest)):
        return False
    if match["dot"] and (index or not _SOURCE.search(rest)):
        return False  # the number of a heading or list item
    if match["dot"] and not later and not _SOURCE.search(rest[:_HEAD]) and not _marked(number, text):
        return False  # "1. Motie-X (29 689, nr. 12): ontraden."
    return later or not match["text"] or bool(_SOURCE.search(rest[:200])) or _marked(number, text)


def _marked(number: str, text: str) -> bool:
    """Whether a note's mark seems to stand somewhere in the text."""
    if number.translate(_TO_SUPERSCRIPTS) in text:
        return True
    return any(
        not _NO_MARK.search(text[max(0, match.start() - 14) : match.start()])
        for match in re.finditer(rf"(?<=[a-zà-ÿ»”’)\].,;:?!]){number}(?![\w%])", text)
    )


def _is_bare(group: Group, notes: Sequence[Note], text: str) -> bool:
    """Whether a group at the end of a page holds notes without their marks, which stand in the text."""
    expected = str(int(notes[-1].marker) + 1 if notes else 1)
    return (
        bool(_BARE.match(group.lines[0].text)) and len(group.lines) < _MOST_BARE and _marked(expected, text)
    )


def _read_bare(line: TextLine, notes: list[Note]) -> None:
    if _BARE.match(line.text):
        notes.append(Note(str(int(notes[-1].marker) + 1 if notes else 1), [line.text], line.page))
    elif line.text.strip("0123456789 "):
        notes[-1].lines.append(line.text)


def _read_notes(lines: Sequence[TextLine], notes: list[Note]) -> None:
    for line in lines:
        match = _NOTE.match(line.text)
        number = _number(match) if match else 0
        expected = int(notes[-1].marker) + 1 if notes else 1
        restart = number == 1 and (not notes or notes[-1].page != line.page)
        if match and (number == expected or restart):
            notes.append(Note(str(number), [match["text"]] if match["text"] else [], line.page))
        elif notes:
            notes[-1].lines.append(line.text)


def find_marks(texts: Sequence[str], markers: Sequence[str]) -> list[list[tuple[int, int, str]]]:
    """Where the marks of notes stand in paragraphs.

    Args:
        texts: the paragraphs, in reading order.
        markers: of the notes, in order.

    Returns:
        for each paragraph its marks as (start, end, marker): what to take out of it.
    """
    found: list[list[tuple[int, int, str]]] = [[] for _ in texts]
    at, offset = 0, 0
    for marker in markers:
        place = _find_mark(texts, marker, at, offset)
        if place is not None:
            at, start, offset = place
            found[at].append((start, offset, marker))
    return found


def _patterns(marker: str) -> tuple[re.Pattern[str], ...]:
    """The forms of a mark, surest first."""
    raised = re.escape(marker.translate(_TO_SUPERSCRIPTS))
    return (
        re.compile(
            rf"(?<![{SUPERSCRIPTS}])\s?{raised}(?![{SUPERSCRIPTS}])(?:,(?=[{SUPERSCRIPTS}]))?|\s?\[{marker}\]"
        ),
        re.compile(raised),
        re.compile(rf"(?<=[a-zà-ÿ»”’)\].,;:?!]){marker}(?=[\s.,;:)»”]|$)"),
        re.compile(rf"(?<=[A-Za-zà-ÿ\d»”’)\].,;:?!]){marker}(?=[\s.,;:)»”]|$)"),
        re.compile(rf"(?<=[a-zà-ÿ»”’)\].,;:?!]) {marker}(?=[.,;:)»”]|$|\s+[A-Za-z(«])"),
    )


_GLUED, _LOOSE = 2, 3


def _find_mark(texts: Sequence[str], marker: str, at: int, offset: int) -> tuple[int, int, int] | None:
    """Index of the paragraph and offsets of a mark behind a place already reached, or None."""
    for form, pattern in enumerate(_patterns(marker)):
        places = [
            (index, match.start(), match.end())
            for index in range(at, len(texts))
            for match in pattern.finditer(texts[index], offset if index == at else 0)
            if _may_be_mark(texts[index], match, form)
        ]
        if places and (form <= _GLUED or len(places) == 1):
            return places[0]
    return None


def _may_be_mark(text: str, match: re.Match[str], form: int) -> bool:
    before = text[max(0, match.start() - 14) : match.start()]
    if form == _GLUED:
        stem = before.rstrip(".,;:?!")
        return (
            not _NO_MARK.search(stem)
            and (stem == before or len(stem) > 1)
            and not re.search(r"\bnrs?\.$", before)
        )
    if form == _LOOSE:
        # after a year or document number only where a full stop stands between and a capital follows: nr. 119.3 Deze
        return bool(
            re.search(r"\d[.,;]$", before) and re.match(r"\s+[A-Z«]|\s*$", text[match.end() :])
        ) or bool(re.search(r"\b[A-Z]{3,}$", before))
    return True
