"""Plain text to blocks: what a letter's parts are, told from wording, blank lines and the length of lines."""

from collections.abc import Iterator, Sequence

from letteranalyser.models.layout import Block, BlockKind, Page
from letteranalyser.split.hyphens import document_words, join_lines
from letteranalyser.split.opening import letterhead_length
from letteranalyser.split.plain.furniture import Role, roles
from letteranalyser.split.plain.headings import levels, may_be_heading
from letteranalyser.split.plain.lines import TextLine, text_lines
from letteranalyser.split.plain.notes import Group, Note, find_marks, take_notes
from letteranalyser.split.plain.paragraphs import Para, Shape, paragraphs, text_width
from letteranalyser.split.plain.tables import Rows, parts
from letteranalyser.split.salutation import is_closing
from letteranalyser.split.signature import is_between, is_office, name_in

_HEADING_LINES = 4


def plain_blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks of a plain text letter: letterhead, paragraphs, headings, lists, tables, signature, footnotes."""
    lines = text_lines(pages)
    found = roles(lines)
    cut = letterhead_length([line.text for line in lines])
    groups, notes = take_notes(_groups(lines[cut:], found[cut:]))
    known = document_words(line.text for line in lines)
    width = text_width([line.text for group in groups for line in group.lines])
    body: list[Para | Rows] = []
    run: list[Group] = []
    for part in (part for group in groups for part in parts(group)):
        if isinstance(part, Group):
            run.append(part)
        else:
            body += [*paragraphs(run, width), part]
            run = []
    body += paragraphs(run, width)
    return (
        *_letterhead(lines, found, cut),
        *_body(body, [note.marker for note in notes], known),
        *_footnotes(notes, known),
    )


def _letterhead(lines: Sequence[TextLine], found: Sequence[Role], cut: int) -> Iterator[Block]:
    """The letterhead a block each paragraph, then what stood in margins and at the foot of pages."""
    block: list[str] = []
    for line in [*lines[:cut], TextLine("", "", 0)]:
        if line.text:
            block.append(line.text)
        elif block:
            yield Block(BlockKind.LETTERHEAD, "\n".join(block))
            block = []
    rest = [
        line.text
        for line, role in zip(lines[cut:], found[cut:], strict=True)
        if role in (Role.FOOT, Role.MARGIN)
    ]
    if rest:
        yield Block(BlockKind.LETTERHEAD, "\n".join(dict.fromkeys(rest)))


def _groups(lines: Sequence[TextLine], found: Sequence[Role]) -> list[Group]:
    """Lines of text that no blank line or page foot parts."""
    groups: list[Group] = []
    foot, blank = False, True
    open_group = False
    for line, role in zip(lines, found, strict=True):
        if role is Role.TEXT:
            turned = bool(groups) and groups[-1].lines[-1].page != line.page
            if open_group and not turned:
                groups[-1].lines.append(line)
            else:
                if turned:
                    groups[-1].foot_after = True
                groups.append(Group([line], foot or turned, blank))
            open_group, foot, blank = True, False, False
            continue
        if role is Role.BLANK:
            blank = True
        else:
            foot = True
            if groups:
                groups[-1].foot_after = True
        open_group = False
    if groups:
        groups[-1].foot_after = True
    return groups


def _body(body: Sequence[Para | Rows], markers: Sequence[str], known: frozenset[str]) -> Iterator[Block]:
    _mark_signature(body)
    texts = [
        join_lines([line.text for line in part.lines], known) if isinstance(part, Para) else ""
        for part in body
    ]
    marks = find_marks(texts, markers)
    heads = [index for index in range(len(body)) if _is_heading(body, texts, index)]
    depth = dict(zip(heads, levels([texts[i] for i in heads], [i + 1 in heads for i in heads]), strict=True))
    for index, part in enumerate(body):
        if not isinstance(part, Para):
            text = "\n".join("\t".join(cell or "" for cell in row) for row in part)
            yield Block(BlockKind.TABLE, text, rows=part)
            continue
        if part.shape is Shape.SIGNATURE:
            yield Block(BlockKind.SIGNATURE, "\n".join(line.text for line in part.lines), part.lines[0].page)
            continue
        text, at = _without_marks(texts[index], marks[index])
        if index in depth:
            kind = BlockKind.HEADING
        else:
            kind = BlockKind.LIST_ITEM if part.shape is Shape.ITEM else BlockKind.PARAGRAPH
        yield Block(
            kind,
            text,
            part.lines[0].page,
            depth.get(index, 0),
            marks=at,
            breaks=_breaks(part.lines, text, known),
        )


def _mark_signature(body: Sequence[Para | Rows]) -> None:
    """Give the lines of a signature their shape where blank lines, room for the pen, stand between them.

    Names count only after the complimentary close or an office: elsewhere a short line with a name may be a heading.
    """
    signing = False
    for part in body:
        if not isinstance(part, Para):
            signing = False
            continue
        if part.shape is Shape.FORMULA:
            signing = is_closing(part.text)
            continue
        office = is_office(part.text) and part.text.rstrip().endswith(",")
        if part.shape is Shape.TEXT and (
            office or (signing and (is_between(part.text) or name_in(part.text)))
        ):
            part.shape = Shape.SIGNATURE
        signing = part.shape is Shape.SIGNATURE or (signing and is_office(part.text))


def _is_heading(body: Sequence[Para | Rows], texts: Sequence[str], index: int) -> bool:
    part = body[index]
    if (
        not isinstance(part, Para)
        or part.shape not in (Shape.TEXT, Shape.ITEM)
        or len(part.lines) > _HEADING_LINES
    ):
        return False
    if not may_be_heading(texts[index]) or index + 1 == len(body):
        return False
    following = body[index + 1]
    if not isinstance(following, Para):
        return True
    if following.shape in (Shape.SIGNATURE, Shape.FORMULA):
        return False
    # Short items one after another are a list; a numbered heading stands before its text.
    return part.shape is Shape.TEXT or following.shape is Shape.TEXT


def _without_marks(
    text: str, marks: Sequence[tuple[int, int, str]]
) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A paragraph without the marks of its footnotes, and where they stood."""
    out, at, last = "", [], 0
    for start, end, marker in marks:
        out += text[last:start]
        at.append((len(out), marker))
        last = end
    return out + text[last:], tuple(at)


def _breaks(lines: Sequence[TextLine], text: str, known: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Where in a paragraph a page begins; to within a footnote mark or hyphen."""
    return tuple(
        (min(len(join_lines([line.text for line in lines[:i]], known)) + 1, len(text)), lines[i].page)
        for i in range(1, len(lines))
        if lines[i].page != lines[i - 1].page
    )


def _footnotes(notes: Sequence[Note], known: frozenset[str]) -> Iterator[Block]:
    for note in notes:
        text = join_lines(note.lines, known).strip()
        if text:
            yield Block(BlockKind.FOOTNOTE, text, note.page, marker=note.marker)
