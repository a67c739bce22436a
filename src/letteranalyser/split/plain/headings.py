"""Headings of plain text, where nothing but wording and place tells them, and their levels."""

from collections.abc import Sequence

from letteranalyser.split.plain.heading_words import depth, may_be_heading
from letteranalyser.split.plain.paragraphs import Para, Shape, ended
from letteranalyser.vocabulary import load


def find_headings(paras: Sequence[Para]) -> list[bool]:
    """Which paragraphs are headings: worded like one, and something follows that it can be the heading of."""
    found = [False] * len(paras)
    for index in range(len(paras) - 2, -1, -1):
        para, following = paras[index], paras[index + 1]
        if may_be_heading(para.text) and not _is_item(paras, index):
            found[index] = found[index + 1] or _takes_heading(following, colon=para.text.endswith(":"))
    return found


def _takes_heading(following: Para, *, colon: bool) -> bool:
    """Whether a paragraph can stand directly below a heading."""
    if following.shape in (Shape.TABLE, Shape.ITEM):
        return not colon
    first = following.text[:1]
    return following.shape is Shape.TEXT and not first.islower()


def _is_item(paras: Sequence[Para], index: int) -> bool:
    """Whether a paragraph is one of several list items, or no running text at all."""
    para = paras[index]
    if para.shape is not Shape.ITEM:
        return para.shape is not Shape.TEXT
    number = depth(para.text)
    if not number:
        return True
    near = [*paras[max(0, index - 1) : index], *paras[index + 1 : index + 2]]
    return not para.alone and any(
        other.shape is Shape.ITEM and depth(other.text) == number and not ended(other.text) for other in near
    )


def levels(texts: Sequence[str], stacked: Sequence[bool]) -> list[int]:
    """Level of each heading.

    A heading directly above another is its parent; those that follow stand beside the child, until one with a number of
    its own or a title that letters use for their main parts.

    Args:
        texts: the headings in order.
        stacked: whether the next heading follows it directly.
    """
    top = {entry.casefold() for entry in load("letterhead")["headings"]["top"]}
    found: list[int] = []
    level = 1
    numbered = max((depth(text) for text in texts), default=0)
    for index, text in enumerate(texts):
        if number := depth(text):
            level = number
        elif index and stacked[index - 1]:
            level = found[-1] + 1
        elif (
            text.casefold().rstrip(":") in top
            or stacked[index]
            or (numbered and index and depth(texts[index - 1]))
        ):
            level = 1
        found.append(level)
    return found
