"""Lines of a page that are no text: foot lines, page numbers, and the sender's data repeated in the margin."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from enum import Enum

from letteranalyser.split.labels import (
    LONGEST_LINE,
    PAGE_NUMBER,
    is_address,
    is_department,
    is_foot,
    label_of,
)
from letteranalyser.split.plain.lines import TextLine

_DATE = re.compile(r"\d{1,2} [a-z]{3,9} (?:19|20)\d\d")
_VALUE = re.compile(r"(?=.{0,40}\d)[\w\s./&–:()-]{1,45}")
_MOST_LINES = 12
_TOP = 45
"""Lines in which the letterhead stands."""
_MANY_DIGITS = 4
"""As many as a telephone number or date has; "Bijlage 1" is a heading."""


class Role(Enum):
    """What a line is."""

    TEXT = 1
    BLANK = 2
    FOOT = 3
    """Belongs to the page: its number, the foot line of the official press."""
    MARGIN = 4
    """The sender's data, repeated on a later page."""


def roles(lines: Sequence[TextLine]) -> list[Role]:
    """What each line is."""
    found = [
        Role.BLANK if not line.text else Role.FOOT if is_foot(line.text) else Role.TEXT for line in lines
    ]
    found = [
        Role.MARGIN if line.margin and role is Role.TEXT else role
        for line, role in zip(lines, found, strict=True)
    ]
    _page_numbers(lines, found)
    _repeated_blocks(lines, found)
    repeated = _running_heads(lines, found)
    _margins(lines, found, repeated)
    return found


def _page_numbers(lines: Sequence[TextLine], found: list[Role]) -> None:
    """A number alone beside a foot line, or at the edge of a page."""
    for index, line in enumerate(lines):
        if found[index] is not Role.TEXT or not PAGE_NUMBER.fullmatch(line.text):
            continue
        before, after = _neighbour(found, index, -1), _neighbour(found, index, 1)
        edge = (
            before is None
            or after is None
            or lines[before].page != line.page
            or lines[after].page != line.page
            or found[before] is Role.FOOT
            or found[after] is Role.FOOT
        )
        next_to_text = after is not None and after == index + 1 and found[after] is Role.TEXT
        if edge and not next_to_text and not (before is None and after is None):
            found[index] = Role.FOOT


def _neighbour(found: Sequence[Role], index: int, step: int) -> int | None:
    index += step
    while 0 <= index < len(found):
        if found[index] is not Role.BLANK:
            return index
        index += step
    return None


def _running_heads(lines: Sequence[TextLine], found: list[Role]) -> Collection[str]:
    """Lines that open or close several pages alike but for figures; they are marked as feet."""
    edges: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    pages: dict[int, list[int]] = {}
    for index, (line, role) in enumerate(zip(lines, found, strict=True)):
        if role is Role.TEXT and _is_name(line.text):
            pages.setdefault(line.page, []).append(index)
    for indexes in pages.values():
        for key, index in {(_alike(lines[i].text), i) for i in (*indexes[:2], *indexes[-2:])}:
            edges[key] += 1
            places.setdefault(key, []).append(index)
    repeated = {
        key for key, count in edges.items() if count >= max(2, len(pages) // 2) and len(key) < LONGEST_LINE
    }
    for key in repeated:
        if len({lines[i].page for i in places[key]}) > 1:
            for index in places[key]:
                found[index] = Role.FOOT
    return repeated


def _repeated_blocks(lines: Sequence[TextLine], found: list[Role]) -> None:
    """Blocks of short lines that begin with a label or department and stand on several pages alike."""
    places: dict[tuple[str, ...], list[range]] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and found[end] is Role.TEXT and lines[end].page == lines[start].page:
            end += 1
        block = tuple(line.text for line in lines[start:end])
        if (
            0 < len(block) <= _MOST_LINES
            and max(map(len, block)) < LONGEST_LINE
            and (label_of(block[0]) or is_department(block[0]))
        ):
            places.setdefault(block, []).append(range(start, end))
        start = max(end, start + 1)
    for ranges in places.values():
        if len({lines[r.start].page for r in ranges}) > 1:
            for index in (i for r in ranges for i in r):
                found[index] = Role.MARGIN


def _alike(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower())


def _margins(lines: Sequence[TextLine], found: list[Role], repeated: Collection[str]) -> None:
    """Blocks that only hold the sender's data: at the top of a page up to the text, elsewhere only if nothing else."""
    seen: set[str] = set()
    index, fresh = 0, False
    while index < len(lines):
        role = found[index]
        if role is not Role.TEXT:
            fresh = fresh or role is not Role.BLANK
            index += 1
            continue
        turned = index > 0 and lines[index].page != lines[_previous(found, index)].page
        end = index
        while end < len(lines) and found[end] is Role.TEXT:
            end += 1
        count = _sender_lines(
            [line.text for line in lines[index:end]], seen | set(repeated), fresh=fresh or turned
        )
        if index and (fresh or turned or count == end - index):
            for at in range(index, index + count):
                found[at] = Role.MARGIN
        fresh = bool(count) and count == end - index
        if index < _TOP:
            seen.update(line.text.lower() for line in lines[index:end] if _is_name(line.text))
        index = end


def _is_name(line: str) -> bool:
    """Whether a line of the letterhead may come back on later pages: no running text."""
    return line[0].isupper() and len(line) < LONGEST_LINE and not line.endswith((".", ",", ";"))


def _previous(found: Sequence[Role], index: int) -> int:
    before = _neighbour(found, index, -1)
    return before if before is not None else index


def _sender_lines(block: Sequence[str], seen: Collection[str], *, fresh: bool) -> int:
    """How many lines at the start of a block are the sender's data."""
    count = 0
    sure = False
    while count < len(block):
        line = block[count]
        label = label_of(line) if len(line) < LONGEST_LINE else None
        if label is not None and _labels(line, label):
            sure = True
            value = not label[1] and count + 1 < len(block) and _is_value(block[count + 1], label[0])
            count += 2 if value else 1
        elif is_department(line) and (fresh or count or len(block) > 1):
            sure = sure or line.lower() in seen
            count += 1
            while count < len(block) and _continues_department(block, count):
                count += 1
        elif is_address(line) or (fresh and line.lower() in seen):
            sure = True
            count += 1
        else:
            break
    return count if sure else 0


def _labels(line: str, label: tuple[str, str]) -> bool:
    """Whether a label is one and no word of a sentence or heading that begins alike."""
    kind, value = label
    if not value or line.startswith(">"):
        return True
    many = sum(char.isdigit() for char in value) >= _MANY_DIGITS
    return _is_value(value, kind) and (kind != "other" or ":" in line or many)


def _is_value(text: str, kind: str) -> bool:
    if kind == "date":
        return bool(_DATE.match(text))
    if kind == "subject":
        return len(text) < LONGEST_LINE and not text.endswith(".")
    return bool(_VALUE.fullmatch(text)) or (
        kind == "other" and len(text) < LONGEST_LINE / 2 and text[:1].isupper()
    )


def _continues_department(block: Sequence[str], index: int) -> bool:
    """Whether a line goes on with the name of a department: short, and followed by a label, a blank or its like."""
    line = block[index]
    if len(line) >= LONGEST_LINE / 2 or line.endswith(".") or label_of(line):
        return False
    following = block[index + 1] if index + 1 < len(block) else None
    return (
        following is None
        or label_of(following) is not None
        or is_department(following)
        or is_address(following)
    )
