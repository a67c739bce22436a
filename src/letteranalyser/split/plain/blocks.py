"""Pages of plain text lines to blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from letteranalyser.models.layout import Block, BlockKind, Page
from letteranalyser.split.hyphens import SOFT_HYPHEN, document_words, join_lines, joiner
from letteranalyser.split.plain import tables
from letteranalyser.split.plain.closing import mark_signature, part_columns
from letteranalyser.split.plain.furniture import Role, roles
from letteranalyser.split.plain.headings import find_headings, levels
from letteranalyser.split.plain.lines import TextLine, text_lines
from letteranalyser.split.plain.notes import Group, Note, find_marks, take_notes
from letteranalyser.split.plain.opening import body_start
from letteranalyser.split.plain.paragraphs import Para, Shape, paragraphs, wrap_of
from letteranalyser.split.signature import joined_lines


@dataclass(slots=True)
class _Text:
    """The text of a paragraph with the offsets at which pages begin in it."""

    text: str
    breaks: list[tuple[int, int]]


def plain_blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks of a plain text letter, in reading order.

    Args:
        pages: as read; lines of a margin column beside the text are taken apart from it.
    """
    lines = text_lines(pages)
    found = roles(lines)
    start = body_start(lines, found)
    known = document_words(line.text for line in lines)
    heads = _letterhead(lines, found, start)
    groups, notes = take_notes(_groups(lines[start:], found[start:]))
    groups = part_columns(groups)
    paras = _paragraphs(groups)
    mark_signature(paras)
    body = _body_blocks(paras, notes, known)
    return (*heads, *body, *(_note_block(note, known) for note in notes))


def _letterhead(lines: Sequence[TextLine], found: Sequence[Role], start: int) -> list[Block]:
    """Lines before the letter, and lines of the margins and feet of all its pages; a block each group of lines."""
    blocks: list[Block] = []
    current: list[str] = []
    page = 1
    seen: set[str] = set()
    for index, (line, role) in enumerate(zip(lines, found, strict=True)):
        head = role is not Role.BLANK and (index < start or role in (Role.MARGIN, Role.FOOT))
        apart = not head or (index and found[index - 1] is not role and index >= start)
        if current and apart:
            blocks.append(Block(BlockKind.LETTERHEAD, "\n".join(current), page))
            current = []
        if head and not (index >= start and line.text in seen):
            page = line.page if not current else page
            current.append(line.text)
            seen.add(line.text)
    if current:
        blocks.append(Block(BlockKind.LETTERHEAD, "\n".join(current), page))
    return blocks


def _groups(lines: Sequence[TextLine], found: Sequence[Role]) -> list[Group]:
    """Lines of the text in groups that blank lines, feet and page ends part."""
    groups: list[Group] = []
    foot = blank = True
    for line, role in zip(lines, found, strict=True):
        if role is Role.BLANK:
            blank = True
            continue
        if role is not Role.TEXT:
            foot = True
            continue
        turned = bool(groups) and groups[-1].lines[-1].page != line.page
        if foot or blank or turned:
            if groups:
                groups[-1].foot_after = foot or turned
            groups.append(Group([line], foot_before=bool(groups) and (foot or turned), blank_before=blank))
        else:
            groups[-1].lines.append(line)
        foot = blank = False
    if groups:
        groups[-1].foot_after = True
    return groups


def _paragraphs(groups: Sequence[Group]) -> list[Para]:
    """Paragraphs and tables in reading order."""
    running = [line.text for group in groups for line in group.lines if not tables.is_row(line)]
    wrap = wrap_of(running)
    found: list[Para] = []
    waiting: list[Group] = []
    for group in _with_joined_tables(groups):
        at = 0
        for index in range(len(group.lines)):
            if index < at:
                continue
            end = tables.table_end(group.lines, index)
            if end > index:
                if index > at:
                    waiting.append(_part(group, at, index))
                found += paragraphs(waiting, wrap)
                waiting = []
                found.append(Para(group.lines[index:end], Shape.TABLE))
                at = end
        if at < len(group.lines):
            waiting.append(_part(group, at, len(group.lines)))
    return found + paragraphs(waiting, wrap)


def _part(group: Group, start: int, end: int) -> Group:
    return Group(
        group.lines[start:end],
        group.foot_before and not start,
        group.blank_before or start > 0,
        group.foot_after,
    )


def _with_joined_tables(groups: Sequence[Group]) -> list[Group]:
    """Groups with the rows of one table together, also where a blank line parts its head from the rest."""
    joined: list[Group] = []
    for group in groups:
        if (
            joined
            and all(tables.is_row(line) for line in (*joined[-1].lines[-1:], *group.lines))
            and not group.foot_before
        ):
            joined[-1].lines += group.lines
        else:
            joined.append(group)
    return joined


def _body_blocks(paras: Sequence[Para], notes: Sequence[Note], known: frozenset[str]) -> list[Block]:
    texts = [
        _joined(para.lines, known) if para.shape is not Shape.SIGNATURE else _Text("", []) for para in paras
    ]
    headings = find_headings(paras)
    at = [index for index, heading in enumerate(headings) if heading]
    level = dict(zip(at, levels([texts[i].text for i in at], [i + 1 in at for i in at]), strict=True))
    marks = find_marks([text.text for text in texts], [note.marker for note in notes])
    blocks: list[Block] = []
    for index, (para, text) in enumerate(zip(paras, texts, strict=True)):
        page = para.lines[0].page
        if para.shape is Shape.TABLE:
            rows = tables.rows_of(para.lines)
            blocks.append(Block(BlockKind.TABLE, "", page, rows=rows))
        elif para.shape is Shape.SIGNATURE:
            blocks.append(
                Block(BlockKind.SIGNATURE, "\n".join(joined_lines([line.text for line in para.lines])), page)
            )
        else:
            kind = BlockKind.HEADING if headings[index] else _KINDS[para.shape]
            blocks.append(_without_marks(kind, text, marks[index], page, level.get(index, 0)))
    return blocks


_KINDS = {
    Shape.TEXT: BlockKind.PARAGRAPH,
    Shape.ITEM: BlockKind.LIST_ITEM,
    Shape.FORMULA: BlockKind.PARAGRAPH,
}


def _joined(lines: Sequence[TextLine], known: frozenset[str]) -> _Text:
    text = lines[0].text
    breaks: list[tuple[int, int]] = []
    for before, line in pairwise(lines):
        text = joiner(text, line.text, known)
        if line.page != before.page:
            breaks.append((len(text) - len(line.text), line.page))
    if SOFT_HYPHEN not in text:
        return _Text(text, breaks)
    removed = [i for i, char in enumerate(text) if char == SOFT_HYPHEN]
    return _Text(
        text.replace(SOFT_HYPHEN, ""), [(at - sum(i < at for i in removed), page) for at, page in breaks]
    )


def _without_marks(
    kind: BlockKind, text: _Text, marks: Sequence[tuple[int, int, str]], page: int, level: int
) -> Block:
    """A block whose footnote marks have been taken out of the text."""
    parts: list[str] = []
    places: list[tuple[int, str]] = []
    at = length = 0
    for start, end, marker in marks:
        parts.append(text.text[at:start])
        length += start - at
        places.append((length, marker))
        at = end
    parts.append(text.text[at:])
    breaks = tuple(
        (at - sum(min(end, at) - start for start, end, _ in marks if start < at), number)
        for at, number in text.breaks
    )
    return Block(kind, "".join(parts), page, level, marks=tuple(places), breaks=breaks)


def _note_block(note: Note, known: frozenset[str]) -> Block:
    return Block(BlockKind.FOOTNOTE, join_lines(note.lines, known), note.page, marker=note.marker)
