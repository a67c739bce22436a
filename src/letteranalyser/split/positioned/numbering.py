"""Numbers and letters before a list item or a heading."""

import re

from letteranalyser.split.positioned.rows import Row

_ITEM = re.compile(
    r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})(?:\.\d{1,2}){0,3}[.)]\)?|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
)
_HEADING = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z]|[IVX]{1,5})([.)]?)")


def is_numbered(row: Row) -> bool:
    """Whether a row starts as a numbered or lettered list item does, with ``1.``, ``b)``, ``(c)`` or ``ii.`` in front."""
    return len(row.words) > 1 and not row.words[0].raised and _ITEM.fullmatch(row.words[0].text) is not None


def heading_depth(row: Row) -> int:
    """Depth of the number before a heading (``1.2`` is 2); 0 without number."""
    first = row.words[0].text
    match = _HEADING.fullmatch(first)
    if not match or len(row.words) < 2:
        return 0
    number, stop = match.groups()
    if not number[0].isdigit():
        return 1 if stop else 0
    if not stop and "." not in number and not row.words[1].text[:1].isupper():
        return 0
    return number.count(".") + 1
