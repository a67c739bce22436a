"""Where the letter itself begins in a plain text: behind address, labels and title."""

import re
from collections.abc import Sequence

from letteranalyser.split.labels import is_address, is_department, label_of
from letteranalyser.split.letterhead import is_place_and_date
from letteranalyser.split.plain.furniture import Role
from letteranalyser.split.plain.lines import TextLine
from letteranalyser.split.salutation import is_salutation

_SALUTATION_WITHIN = 150
_DATE_WITHIN = 90
"""Lines from the top within which these are looked for."""
_BETWEEN = 16
"""Lines that may stand between the date and the salutation."""
_LONG = 70
_TITLE = re.compile(r"(?:Nr\. ?\w{1,5}\b|[A-Z]{1,2}\s+BRIEF\b|BRIEF VAN\b|LIJST VAN\b)")
_HEAD = re.compile(
    r"(?:Tweede|Eerste) Kamer der Staten|Vergaderjaar \d|\d{2}[ .]?\d{3}(?:-\d{1,3})?(?:\s|$)|Aan\b|(?:De|de) [Vv]oorzitter van de|"
    r"der Staten-Generaal|>|Binnenhof|Prinses Irenestraat|Postbus|DEN HAAG|Den Haag$"
)


def body_start(lines: Sequence[TextLine], roles: Sequence[Role]) -> int:
    """Index of the first line of the letter itself.

    It begins at the salutation; a Kamerstuk, which has none, begins behind the line with place and date, or its title.
    """
    text = [i for i, role in enumerate(roles) if role is Role.TEXT]
    salutation = next((i for i in text[:_SALUTATION_WITHIN] if is_salutation(lines[i].text)), None)
    dated = next((i for i in text[:_DATE_WITHIN] if is_place_and_date(lines[i].text)), None)
    if salutation is not None and (
        dated is None or salutation < dated or _near(lines, text, dated, salutation)
    ):
        return salutation
    if dated is not None:
        return dated + 1
    title = next((i for i in text[:40] if _TITLE.match(lines[i].text)), None)
    return _behind_heads(lines, 0 if title is None else _block_end(lines, title))


def _near(lines: Sequence[TextLine], text: Sequence[int], dated: int, salutation: int) -> bool:
    between = [lines[i].text for i in text if dated < i < salutation]
    return len(between) <= _BETWEEN and not any(len(line) > _LONG and line.endswith(".") for line in between)


def _block_end(lines: Sequence[TextLine], at: int) -> int:
    while at < len(lines) and lines[at].text:
        at += 1
    return at


def _behind_heads(lines: Sequence[TextLine], start: int) -> int:
    """Index behind the blocks at the top that are letterhead by their form."""
    at = start
    while at < len(lines):
        if not lines[at].text:
            at += 1
            continue
        end = _block_end(lines, at)
        if not all(_is_head(lines, at, i) for i in range(at, end)):
            break
        at = end
    return at if at < len(lines) else start


def _is_head(lines: Sequence[TextLine], first: int, index: int) -> bool:
    line = lines[index].text
    if len(line) > _LONG and not label_of(line):
        return False
    if (
        label_of(line)
        or is_address(line)
        or is_department(line)
        or _HEAD.match(line)
        or is_place_and_date(line)
    ):
        return True
    return index > first and label_of(lines[index - 1].text) is not None
