"""A sentence as the learned weights see it: its words, whose they are, what the formulas found, what stands before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letteranalyser.align.clauses import Parsed
from letteranalyser.align.memory import Memory
from letteranalyser.align.speaker import Voice
from letteranalyser.align.statements import Statement
from letteranalyser.align.targets import Topic, mentions_proposal, names_request, opens_back
from letteranalyser.model.wording import phrases, words
from letteranalyser.vocabulary.headings import is_neutral, names_deed, names_proposal

_VOICES_TOLD = 3
"""Clauses whose voices are told in a row."""
_AGED = 3
"""Sentences since something was put on the table, from which on it does not matter how many."""


@dataclass(frozen=True, slots=True)
class Before:
    """The sentence before, as far as it tells about the next one."""

    words: frozenset[str]
    voices: frozenset[Voice]
    said: frozenset[str]
    """Positions found in it."""
    proposes: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence with all that its features are made of."""

    parsed: Parsed
    words: tuple[str, ...]
    voices: tuple[Voice, ...]
    found: tuple[Statement, ...]
    """What the formulas found in it, whether or not anything is known that it is about."""
    said: frozenset[str]
    """Positions that the rules give rows for."""
    heading: str
    """What the heading of its section names: proposal, deed, other, neutral or none."""
    topic: str
    """What was last put on the table: motion, proposal or none."""
    age: int
    first: bool
    """It is the first sentence of its section."""
    opening: bool
    """It stands in the first paragraph, which says what the letter is."""
    before: Before | None

    def features(self) -> Iterator[str]:
        """Everything that may tell whether it answers something, and how."""
        yield from phrases(self.words)
        yield "V:" + " ".join(voice.value for voice in self.voices[:_VOICES_TOLD])
        yield from (f"v:{voice.value}" for voice in set(self.voices))
        yield from (f"rule:{position}" for position in self.said or ("none",))
        for statement in self.found:
            yield f"formula:{statement.position.value}"
            yield f"formula:{statement.formula.id} {statement.modified}"
        said = self.parsed.masked
        yield from (
            name
            for name, holds in (
                ("back", opens_back(said)),
                ("request", names_request(said)),
                ("names", "MOTIE" in self.words),
                ("first", self.first),
                ("opening", self.opening),
                ("proposal", mentions_proposal(said)),
            )
            if holds
        )
        yield f"heading:{self.heading}"
        yield f"topic:{self.topic} {min(self.age, _AGED)}"
        if self.before is not None:
            yield from (f"before:{position}" for position in self.before.said or ("none",))
            yield from (f"bv:{voice.value}" for voice in self.before.voices)
            yield from (f"b:{word}" for word in self.before.words)
            if self.before.proposes:
                yield "before proposes"


def seen(
    parsed: Parsed,
    voices: Sequence[Voice],
    motions: Sequence[tuple[int, int]],
    found: Sequence[Statement],
    chosen: Sequence[tuple[Statement, Topic]],
    memory: Memory,
    *,
    heading: str | None,
    before: "Seen | None",
) -> Seen:
    """A sentence as the weights see it.

    Args:
        parsed: the sentence.
        voices: whose each of its clauses is.
        motions: where motions are named in it.
        found: what the formulas found in it.
        chosen: what the rules make rows of.
        memory: what the letter has spoken of so far.
        heading: of its section.
        before: the sentence before it in its section.
    """
    return Seen(
        parsed=parsed,
        words=tuple(words(parsed.masked, motions)),
        voices=tuple(voices),
        found=tuple(found),
        said=frozenset(statement.position.value for statement, _ in chosen),
        heading=_kind(heading),
        topic=memory.topic.about.value if memory.topic is not None else "none",
        age=memory.age,
        first=memory.first,
        opening=memory.paragraph == memory.opening,
        before=None
        if before is None
        else Before(
            frozenset(before.words),
            frozenset(before.voices),
            before.said,
            mentions_proposal(before.parsed.masked),
        ),
    )


def _kind(heading: str | None) -> str:
    if not heading:
        return "none"
    if names_proposal(heading):
        return "proposal"
    if is_neutral(heading):
        return "neutral"
    return "deed" if names_deed(heading) else "other"
