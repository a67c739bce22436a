"""The formulas of ``positions.toml``, compiled once."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any

from letteranalyser.align.phrases import Compiler, Phrase, PhraseBook
from letteranalyser.models.analysis import Position
from letteranalyser.vocabulary import load


class Need(IntEnum):
    """How surely a sentence must be about something asked of the cabinet for a formula to count."""

    NONE = 0
    TOPIC = 1
    PROPOSAL = 2
    MOTION = 3


@dataclass(frozen=True, slots=True)
class Formula:
    """Words with which a cabinet takes a position; see the head of ``positions.toml`` for each field."""

    id: str
    rank: int
    """Its place in the file: where two say something of one target in one sentence, the lower counts."""
    position: Position
    phrases: tuple[Phrase, ...]
    need: Need
    cabinet: bool
    """Its verb wants the cabinet as subject."""
    weight: str
    only: str | None
    unless: PhraseBook
    """What must not stand in its clause."""
    terse: bool
    proposal_object: bool
    """Without a motion or proposal, its object must be something that one does or sets up."""
    negated: Position | None
    pending: Position | None
    partial: Position | None
    condition: Position | None
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def _outcome(
    entry: dict[str, Any], defaults: dict[str, str], name: str, position: Position, default: str
) -> Position | None:
    """What a modifier makes of a formula: a position, or None where it then says nothing."""
    value = entry.get(name, defaults.get(name, default))
    if value == "drop":
        return None
    return position if value == "keep" else Position(value)


def _formula(
    rank: int, entry: dict[str, Any], compiler: Compiler, outcomes: dict[str, dict[str, str]]
) -> Formula:
    position = Position(entry["position"])
    defaults = outcomes.get(position, {})
    return Formula(
        id=entry["id"],
        rank=rank,
        position=position,
        phrases=tuple(compiler.phrase(text) for text in entry["pattern"]),
        need=Need[entry.get("needs", "proposal").upper()],
        cabinet=entry.get("voice", "said") == "cabinet",
        weight=entry["weight"],
        only=entry.get("only"),
        unless=PhraseBook([compiler.phrase(text) for text in entry.get("unless", ())]),
        terse=entry.get("terse", False),
        proposal_object=entry.get("object") == "proposal",
        negated=_outcome(entry, defaults, "negated", position, "drop"),
        pending=_outcome(entry, defaults, "pending", position, "keep"),
        partial=_outcome(entry, defaults, "partial", position, "partially_aligned"),
        condition=_outcome(entry, defaults, "condition", position, "keep"),
        examples=tuple(entry["examples"]),
        counter=tuple(entry["counter"]),
    )


@cache
def formulas() -> tuple[Formula, ...]:
    """All formulas, in the order of the file."""
    data = load("positions")
    compiler = Compiler(data["sets"], data["verbs"])
    return tuple(_formula(i, entry, compiler, data["outcomes"]) for i, entry in enumerate(data["formula"]))


@cache
def _book() -> tuple[tuple[Formula, ...], PhraseBook]:
    """All phrases in order, and the formula of each."""
    pairs = [(formula, phrase) for formula in formulas() for phrase in formula.phrases]
    return tuple(formula for formula, _ in pairs), PhraseBook([phrase for _, phrase in pairs])


def likely(lowered: str) -> list[tuple[Formula, Phrase]]:
    """Formulas with those of their phrases that a lower-cased sentence may hold, in the order of the file."""
    owners, book = _book()
    return [(owners[place], book.phrases[place]) for place in book.likely(lowered)]
