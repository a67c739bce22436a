"""Mentions of motions to entries: which motion each mention means."""

from collections.abc import Sequence

from letteranalyser.models.analysis import Motion, Mover
from letteranalyser.models.findings import MotionMention
from letteranalyser.models.letter import Letter


def resolve_motions(letter: Letter, mentions: Sequence[MotionMention]) -> tuple[MotionMention, ...]:
    """Set ``motion`` of every mention whose motion is known."""
    del letter
    numbers: dict[tuple[object, ...], int] = {}
    resolved = []
    last: int | None = None
    for mention in mentions:
        if mention.anaphoric or not mention.movers:
            resolved.append(mention.model_copy(update={"motion": last}))
            continue
        key = tuple(m.name for m in mention.movers[:1])
        last = numbers.setdefault(key, len(numbers))
        resolved.append(mention.model_copy(update={"motion": last}))
    return tuple(resolved)


def motion_entries(letter: Letter, mentions: Sequence[MotionMention]) -> tuple[Motion, ...]:
    """One entry per motion, in the order of ``MotionMention.motion``."""
    groups: dict[int, list[MotionMention]] = {}
    for mention in mentions:
        if mention.motion is not None:
            groups.setdefault(mention.motion, []).append(mention)
    entries = []
    for index in sorted(groups):
        group = groups[index]
        movers: tuple[Mover, ...] = max((m.movers for m in group), key=len)
        known = next((m for m in group if m.number), group[0])
        entries.append(
            Motion(
                id=f"m{index + 1}",
                movers=movers,
                dossier=known.dossier,
                number=known.number,
                mentions=tuple(letter.span(m.start, m.end, m.rule, m.footnote) for m in group),
            )
        )
    return tuple(entries)
