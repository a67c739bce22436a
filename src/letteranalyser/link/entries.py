"""From mentions to the entries of an analysis."""

import re
from collections.abc import Sequence

from letteranalyser.link.actors import actor_at, actor_entries, operation_entries
from letteranalyser.link.motions import numbered, resolve
from letteranalyser.link.numbering import Numbering
from letteranalyser.link.references import complete, in_reading_order, reference_entries
from letteranalyser.models.analysis import Actor, Amount, Commitment
from letteranalyser.models.findings import CommitmentMention, Linked, Tags
from letteranalyser.models.letter import Letter

_FIRST_PERSON = re.compile(r"(?<!\w)ik(?!\w)", re.IGNORECASE)


def link(letter: Letter, tags: Tags) -> Linked:
    """Group all mentions into entries: one per real actor, motion, operation or document.

    Args:
        letter: the letter, split.
        tags: its mentions; offsets must lie in its text or footnotes.
    """
    numbers = Numbering(letter, tags.motions, tags.references).numbers()
    of_motions = {i: tags.motions[index].dossier for index, indices in numbers.items() for i in indices}
    bare = [(i, m, m.number) for i, m in enumerate(tags.motions) if m.number and i not in numbers]
    references, dossiers = complete(letter, tags.references, of_motions, bare)
    mentions, motions = resolve(letter, numbered(tags.motions, numbers, references, dossiers), references)
    tags = tags.model_copy(update={"references": in_reading_order(letter, references), "motions": mentions})
    actors = actor_entries(letter, tags.actors)
    return Linked(
        tags=tags,
        references=reference_entries(letter, tags.references),
        motions=motions,
        amounts=tuple(
            Amount(
                **letter.span(m.start, m.end, m.rule, m.footnote).model_dump(),
                kind=m.kind,
                value=m.value,
                value_max=m.value_max,
                unit=m.unit,
                per=m.per,
                approximate=m.approximate,
            )
            for m in tags.amounts
        ),
        operations=operation_entries(letter, tags.operations),
        actors=actors,
        commitments=tuple(
            Commitment(
                **letter.span(m.start, m.end, m.rule, m.footnote).model_dump(),
                deadline=m.deadline,
                due=m.due,
                actor=_who(letter, actors, m),
                to=letter.span(*m.to, f"{m.rule}.to", m.footnote) if m.to else None,
            )
            for m in tags.commitments
        ),
    )


def _who(letter: Letter, actors: Sequence[Actor], mention: CommitmentMention) -> str | None:
    """Who binds themselves: the actor that the sentence names, or behind ``ik`` the only one who signs."""
    if mention.actor_start is not None and mention.footnote is None:
        return actor_at(actors, mention.actor_start)
    text = letter.span(mention.start, mention.end, mention.rule, mention.footnote).text
    if len(letter.head.senders) != 1 or not _FIRST_PERSON.search(text):
        return None
    sender = letter.head.senders[0]
    named = {name.casefold() for name in (sender.function, sender.name) if name}
    return next((actor.id for actor in actors if actor.name.casefold() in named), None)
