"""What tagging and linking give: mentions in the letter's text or in a footnote's, each with the rule that found it."""

from datetime import date

from letteranalyser.models.analysis import (
    Actor,
    ActorType,
    Amount,
    AmountKind,
    Commitment,
    Frozen,
    Motion,
    Mover,
    Operation,
    OperationType,
    Period,
    Reference,
    ReferenceKind,
)


class Mention(Frozen):
    """A stretch of text; offsets count in the letter's text, or in the footnote's where ``footnote`` is set."""

    start: int
    end: int
    rule: str
    footnote: str | None = None


class ReferenceMention(Mention):
    """A document cited.

    Attributes:
        kind: what kind of document.
        id: canonical id, or None while the dossier is not known (``nr. 213`` alone), for the linker to complete.
        url: where the public can read it, or None.
        dossier: of a Kamerstuk: ``21501-20``, ``36200-X``; None if not said here.
        number: of a Kamerstuk: ``963``, or a letter in the Eerste Kamer.
        chamber: ``tk`` or ``ek`` where said or certain from the form of the number.
        session_year: ``20142015`` where said.
    """

    kind: ReferenceKind
    id: str | None = None
    url: str | None = None
    dossier: str | None = None
    number: str | None = None
    chamber: str | None = None
    session_year: str | None = None


class MotionMention(Mention):
    """A motion named, or pointed back at.

    Attributes:
        movers: as named here, with the party where said here.
        cosigned: whether ``c.s.`` stands behind the names.
        dossier: of the Kamerstuk, where said here or filled in by the linker.
        number: likewise.
        anaphoric: ``deze motie``, ``de motie``: says which motion only by what stands before.
        plural: ``beide moties``, ``de moties``.
        motion: index of the motion meant, set by the linker; None while unresolved.
    """

    movers: tuple[Mover, ...] = ()
    cosigned: bool = False
    dossier: str | None = None
    number: str | None = None
    anaphoric: bool = False
    plural: bool = False
    motion: int | None = None


class AmountMention(Mention):
    """A sum of money, percentage or number of things."""

    kind: AmountKind
    value: float
    value_max: float | None = None
    unit: str
    per: Period | None = None
    approximate: bool = False


class ActorMention(Mention):
    """An actor; ``name`` is its canonical name."""

    name: str
    type: ActorType


class OperationMention(Mention):
    """An operation, mission, programme, task force, fund or project; ``name`` is its canonical name."""

    name: str
    type: OperationType


class CommitmentMention(Mention):
    """A sentence, or clause, in which the cabinet binds itself; ``due`` is worked out from the letter's date."""

    deadline: str | None = None
    due: date | None = None
    actor_start: int | None = None
    """Offset of the words that say who is to do it, for the linker to find the actor there."""
    to: tuple[int, int] | None = None
    """Where the words stand that say to whom."""


class Tags(Frozen):
    """All mentions of a letter, by kind, each in reading order (text first, then footnotes)."""

    references: tuple[ReferenceMention, ...] = ()
    motions: tuple[MotionMention, ...] = ()
    amounts: tuple[AmountMention, ...] = ()
    operations: tuple[OperationMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    cut: tuple[str, ...] = ()
    """Kinds of which the letter has more mentions than are read."""


class Linked(Frozen):
    """All findings of a letter as entries: one per real actor, motion or document, with every mention of it.

    Attributes:
        tags: the mentions, completed: dossiers filled in, ``MotionMention.motion`` set.
        motions: in the order of ``MotionMention.motion``.
    """

    tags: Tags = Tags()
    references: tuple[Reference, ...] = ()
    motions: tuple[Motion, ...] = ()
    amounts: tuple[Amount, ...] = ()
    operations: tuple[Operation, ...] = ()
    actors: tuple[Actor, ...] = ()
    commitments: tuple[Commitment, ...] = ()
