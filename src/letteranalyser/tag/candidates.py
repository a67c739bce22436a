"""What the rules propose, and which proposals stay where they overlap."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Certainty(IntEnum):
    """How sure a rule is; a surer one wins over a longer one."""

    GUESS = 0
    """The words look like a name, and what stands beside them like the company of an actor."""
    NAMED = 1
    """A vocabulary entry, or a pattern whose words say what it is."""
    STATED = 2
    """The letter itself says what it is: ``het lid X``, an abbreviation defined in brackets."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed mention in one text; ``name`` is canonical, ``kind`` an actor's or operation's type.

    Attributes:
        start: first code point.
        end: one past the last.
        name: canonical name.
        kind: value of ``ActorType`` or ``OperationType``.
        rule: what proposed it.
        certainty: how sure that rule is.
        holds_others: other mentions inside it stay (``Secretaris-Generaal van de Verenigde Naties`` holds
            ``Verenigde Naties``).
    """

    start: int
    end: int
    name: str
    kind: str
    rule: str
    certainty: Certainty = Certainty.NAMED
    holds_others: bool = False


def resolve(candidates: Iterable[Candidate], taken: Iterable[tuple[int, int]] = ()) -> list[Candidate]:
    """Those candidates that stay: surest first, then longest; of what overlaps with them, nothing.

    A candidate that ``holds_others`` leaves what lies inside it alone.

    Args:
        candidates: of two equally sure ones for the same words the first stays.
        taken: stretches in which nothing may be found, as (start, end).

    Returns:
        The candidates that stay, in reading order.
    """
    ordered = sorted(dict.fromkeys(candidates), key=lambda c: (-c.certainty, c.start - c.end, c.start))
    kept: dict[tuple[int, int], list[Candidate]] = {}
    occupied = _merged(taken)
    for candidate in ordered:
        span = (candidate.start, candidate.end)
        if span in kept:
            # A joint form names several at once: ``ministers van Financiën en van Justitie``.
            if candidate.rule == kept[span][0].rule:
                kept[span].append(candidate)
        elif _is_free(occupied, candidate):
            kept[span] = [candidate]
            if not candidate.holds_others:
                insort(occupied, span)
    holders = [c for group in kept.values() for c in group if c.holds_others]
    for holder in holders:
        if any(_crosses(holder, span) for span in kept):
            del kept[holder.start, holder.end]
    return sorted((c for group in kept.values() for c in group), key=lambda c: (c.start, -c.end))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches without overlaps, in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_free(occupied: list[tuple[int, int]], candidate: Candidate) -> bool:
    index = bisect_left(occupied, (candidate.start, candidate.start))
    before = index > 0 and occupied[index - 1][1] > candidate.start
    return not before and (index == len(occupied) or occupied[index][0] >= candidate.end)


def _crosses(holder: Candidate, span: tuple[int, int]) -> bool:
    """Whether a span overlaps the holder and is not inside it."""
    start, end = span
    inside = holder.start <= start and end <= holder.end
    return start < holder.end and holder.start < end and not inside
