"""What a letter answers to a motion or note that is laid beside it; the field ``against`` of the JSON with ``--against``."""

from enum import StrEnum

from letteranalyser.models.analysis import AlignmentRow, Analysis, Frozen, Source, Span


class Answered(StrEnum):
    """Whether a letter answers a request."""

    ANSWERED = "answered"
    """It states a position on it."""
    NO_POSITION = "no_position"
    """It speaks of it and states no position."""
    UNANSWERED = "unanswered"
    """It does not speak of it."""


class Answer(Frozen):
    """What a letter says to one request.

    Attributes:
        request: the request; its offsets count in the text of the motion or note, and so do its section and page.
        answered: whether it is answered.
        rows: the rows of the alignment table that answer it, the best match first.
        passage: where the letter speaks of it, if no row answers it.
        score: 0-1, how much of what the request says the best match says too.
    """

    request: Span
    answered: Answered
    rows: tuple[AlignmentRow, ...] = ()
    passage: Span | None = None
    score: float = 0.0


class Comparison(Frozen):
    """A motion or note, and what the letter says to each of its requests."""

    source: Source
    text: str
    answers: tuple[Answer, ...]


class AnalysisAgainst(Analysis):
    """An analysis beside which a motion or note was laid."""

    against: Comparison
