"""The end of a plain text letter: which paragraphs are its signature."""

import re
from collections.abc import Sequence

from letteranalyser.split.plain.lines import TextLine
from letteranalyser.split.plain.notes import Group
from letteranalyser.split.plain.paragraphs import Para, Shape, ended
from letteranalyser.split.salutation import is_closing
from letteranalyser.split.signature import is_between, is_office, name_in

_GAP = re.compile(r"\s{3,}")
_LONGEST = 80
_MOST = 8
"""Paragraphs behind the close that are taken for signature lines though they are neither office nor name."""
_ANNEX = re.compile(r"(?:Bijlage|Annex|Overzicht|Appendix|Tabel)\b", re.IGNORECASE)


def part_columns(groups: Sequence[Group]) -> list[Group]:
    """Groups in which two signatures beside each other stand below each other."""
    return [Group(_columns(g.lines), g.foot_before, g.blank_before, g.foot_after) for g in groups]


def _columns(lines: list[TextLine]) -> list[TextLine]:
    cells = [[cell.strip() for cell in _GAP.split(line.raw.strip())] for line in lines]
    if max(len(row) for row in cells) < 2 or not all(_is_signed(cell) for cell in cells[0]):
        return lines
    if all(_is_signed(cell) for row in cells for cell in row):
        most = max(len(row) for row in cells)
        parts = [
            (row[at], line)
            for at in range(most)
            for row, line in zip(cells, lines, strict=True)
            if at < len(row)
        ]
    elif len(cells[0]) > 1:  # an office that goes on below itself
        gap = list(_GAP.finditer(lines[0].raw.rstrip()))[-1].end() - 1
        parts = [(line.raw[:gap].strip(), line) for line in lines] + [
            (line.raw[gap:].strip(), line) for line in lines
        ]
    else:
        return lines
    return [TextLine(text, text, line.page) for text, line in parts if text]


def _is_signed(line: str) -> bool:
    return is_office(line) or is_between(line) or name_in(line) is not None


def mark_signature(paras: Sequence[Para]) -> None:
    """Give the paragraphs of the signature their shape."""
    for index, para in enumerate(paras):
        if para.shape is Shape.FORMULA and is_closing(para.text) and index > len(paras) // 3:
            _mark_behind_close(paras, index + 1)
        elif para.shape is Shape.SIGNATURE:
            _mark_rest(paras, index + 1)
        elif _is_signed_pair(paras, index):
            para.shape = paras[index + 1].shape = Shape.SIGNATURE
            _mark_rest(paras, index + 2)


def _mark_behind_close(paras: Sequence[Para], start: int) -> None:
    for index in range(start, min(start + _MOST, len(paras))):
        para = paras[index]
        if para.shape is Shape.SIGNATURE or all(_is_signed(line.text) for line in para.lines):
            para.shape = Shape.SIGNATURE
            continue
        short = all(len(line.text) < _LONGEST and not ended(line.text) for line in para.lines)
        following = paras[index + 1] if index + 1 < len(paras) else None
        before_text = (
            following is not None and ended(following.lines[-1].text) and len(following.text) > _LONGEST
        )
        if not short or before_text or para.shape is not Shape.TEXT or _ANNEX.match(para.text):
            break
        para.shape = Shape.SIGNATURE


def _mark_rest(paras: Sequence[Para], start: int) -> None:
    """Offices and names that directly follow a signature."""
    for para in paras[start:]:
        if para.shape is not Shape.SIGNATURE and not all(_is_signed(line.text) for line in para.lines):
            return
        para.shape = Shape.SIGNATURE


def _is_signed_pair(paras: Sequence[Para], index: int) -> bool:
    """Whether two paragraphs are an office and a name, in either order, with nothing but their like behind them."""
    if index + 1 >= len(paras) or {paras[index].shape, paras[index + 1].shape} != {Shape.TEXT}:
        return False
    first, second = paras[index].text, paras[index + 1].text
    pair = (is_office(first) and name_in(second)) or (name_in(first) and is_office(second))
    return bool(pair) and index >= len(paras) // 2
