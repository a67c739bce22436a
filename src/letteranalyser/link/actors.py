"""Mentions of actors and operations to entries: one per canonical name and type."""

from collections.abc import Sequence

from letteranalyser.models.analysis import Actor, Operation
from letteranalyser.models.findings import ActorMention, OperationMention
from letteranalyser.models.letter import Letter


def actor_entries(letter: Letter, mentions: Sequence[ActorMention]) -> tuple[Actor, ...]:
    """One entry per actor, in the order in which the letter first names them."""
    groups: dict[tuple[str, str], list[ActorMention]] = {}
    for mention in mentions:
        groups.setdefault((mention.name, mention.type), []).append(mention)
    return tuple(
        Actor(
            id=f"a{index}",
            name=group[0].name,
            type=group[0].type,
            mentions=tuple(letter.span(m.start, m.end, m.rule, m.footnote) for m in group),
        )
        for index, group in enumerate(groups.values(), start=1)
    )


def operation_entries(letter: Letter, mentions: Sequence[OperationMention]) -> tuple[Operation, ...]:
    """One entry per operation, in the order in which the letter first names them."""
    groups: dict[tuple[str, str], list[OperationMention]] = {}
    for mention in mentions:
        groups.setdefault((mention.name, mention.type), []).append(mention)
    return tuple(
        Operation(
            id=f"o{index}",
            name=group[0].name,
            type=group[0].type,
            mentions=tuple(letter.span(m.start, m.end, m.rule, m.footnote) for m in group),
        )
        for index, group in enumerate(groups.values(), start=1)
    )


def actor_at(actors: Sequence[Actor], offset: int) -> str | None:
    """Id of the actor whose mention in the letter's text takes in an offset."""
    for actor in actors:
        for mention in actor.mentions:
            if mention.footnote is None and mention.start <= offset < mention.end:
                return actor.id
    return None
