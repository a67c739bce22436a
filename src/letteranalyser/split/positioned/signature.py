"""The signatures at the end of a letter: offices and names, one under the other or side by side."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from letteranalyser.models.layout import Block, BlockKind
from letteranalyser.split.positioned.flow import Flow, no_marks
from letteranalyser.split.positioned.rows import Row
from letteranalyser.split.salutation import is_closing
from letteranalyser.split.signature import is_between, is_office, name_in

_APART = 2.5
"""Signatures side by side are this many times the size apart."""
_LINE = 1.6
_SAME_COLUMN = 3.0
_REACH = 12.0
"""An office and its name are at most this many sizes apart: room for a signature."""


def find_signatures(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Where signatures stand among the rows of a document, as index ranges."""
    kinds = [_kinds(row) for row in rows]
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(rows):
        end = _signature_end(rows, kinds, index) if kinds[index] else index
        if end > index and _is_set_apart(rows, index):
            found.append((index, end))
            index = end
        else:
            index += 1
    return found


def _kinds(row: Row) -> str:
    """``O`` for each office and ``N`` for each name on a row; empty if there is anything else on it."""
    kinds = ""
    for part in _parts(row):
        if is_office(part.text):
            kinds += "O"
        elif name_in(part.text):
            kinds += "N"
        else:
            return ""
    return kinds


def _parts(row: Row) -> list[Row]:
    return [replace(row, words=words) for words in row.segments(_APART * row.size)]


@dataclass
class _Column:
    """The last line of one of the signatures that stand side by side, as far as it has been read."""

    x0: float
    top: float
    text: str
    kind: str


def _signature_end(rows: Sequence[Row], kinds: Sequence[str], start: int) -> int:
    """Index after the signature that starts here; ``start`` if there is none: an office needs a name beside it."""
    columns: list[_Column] = []
    seen = ""
    end = start
    while end < len(rows):
        row = rows[end]
        if end > start and not _follows(rows[end - 1], row):
            break
        if not kinds[end] and not (columns and _goes_on(row, columns)):
            break
        seen += kinds[end]
        for part, kind in zip(_parts(row), kinds[end] or "+" * len(row.words), strict=False):
            _note_line(columns, part, kind)
        end += 1
    whole = "O" in seen and "N" in seen
    # Under "Hoogachtend," half a signature will do: the other half can be a picture.
    closed = start > 0 and is_closing(rows[start - 1].text)
    return end if whole or closed else start


def _note_line(columns: list[_Column], part: Row, kind: str) -> None:
    column = _column_of(columns, part)
    if column is None:
        columns.append(_Column(part.x0, part.top, part.text, kind))
    elif kind == "+":
        column.top, column.text = part.top, f"{column.text} {part.text}"
    else:
        column.top, column.text, column.kind = part.top, part.text, kind


def _column_of(columns: Sequence[_Column], part: Row) -> _Column | None:
    return next((c for c in columns if abs(c.x0 - part.x0) < _SAME_COLUMN * part.size), None)


def _follows(above: Row, row: Row) -> bool:
    return row.page != above.page or row.top - above.top < _REACH * row.size


def _goes_on(row: Row, columns: Sequence[_Column]) -> bool:
    """Whether a row is the rest of an office that takes two, or says on whose behalf is signed."""
    return all(is_between(part.text) or _completes(part, _column_of(columns, part)) for part in _parts(row))


def _completes(part: Row, column: _Column | None) -> bool:
    if column is None or column.kind != "O" or part.top - column.top > _LINE * part.size:
        return False
    return is_office(f"{column.text} {part.text}")


def _is_set_apart(rows: Sequence[Row], index: int) -> bool:
    """Whether a row starts something new: not a line of running text that happens to be an office."""
    if index == 0:
        return True
    above, row = rows[index - 1], rows[index]
    return (
        row.page != above.page
        or row.top - above.top > _LINE * row.size
        or above.room > row.first_width + row.size
    )


def signature_blocks(rows: Sequence[Row], known: Container[str]) -> list[Block]:
    """One block for each signatory, office and name on lines of their own in the order in which they are printed."""
    columns: list[list[Row]] = []
    for row in rows:
        for part in _parts(row):
            column = next((c for c in columns if abs(c[0].x0 - part.x0) < _SAME_COLUMN * part.size), None)
            if column is None:
                columns.append([part])
            else:
                column.append(part)
    return [_block(signatory, known) for column in columns for signatory in _signatories(column)]


def _signatories(column: Sequence[Row]) -> list[list[list[Row]]]:
    """The rows of one column by signatory, and for each by line: an office can take two rows."""
    people: list[list[list[Row]]] = []
    seen = ""
    for row in column:
        kind = "O" if is_office(row.text) else "N" if name_in(row.text) else ""
        if not kind and people:
            people[-1][-1].append(row)
            continue
        if not people or kind in seen or len(seen) > 1:
            people.append([])
            seen = ""
        people[-1].append([row])
        seen += kind
    return people


def _block(lines: Sequence[Sequence[Row]], known: Container[str]) -> Block:
    texts = []
    for line in lines:
        flow = Flow(line[0].page, known, no_marks)
        for row in line:
            flow.add(row)
        texts.append(flow.finish()[0])
    return Block(BlockKind.SIGNATURE, "\n".join(texts), lines[0][0].page)
