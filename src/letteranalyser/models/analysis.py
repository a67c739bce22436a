"""The analysis of one letter: the JSON that users receive, field by field.

The contract of the output. It changes only together with ``SCHEMA_VERSION``.
"""

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1"] = "1"


class Frozen(BaseModel):
    """A value: it cannot be changed once made, and a misspelt field is an error."""

    # Every field is written, so the schema of what is written says that every field is there.
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Problem(Frozen):
    """Something that the reader of an analysis should know."""

    code: str
    message: str
    hint: str | None = None
    page: int | None = None


class Source(Frozen):
    """Where the letter came from."""

    path: str
    media_type: str | None = None
    sha256: str | None = Field(default=None, description="of the bytes; null where there were none to read")
    pages: int | None = None
    ocr: bool = False


class Sender(Frozen):
    """One who signed the letter."""

    name: str | None = None
    function: str | None = None


class Dossier(Frozen):
    """A dossier of parliament in which the letter was published."""

    number: str = Field(description="without spaces, an addition behind a hyphen: 21501-20, 36200-X")
    title: str | None = None


class Chamber(StrEnum):
    """The house addressed."""

    TWEEDE_KAMER = "tweede_kamer"
    EERSTE_KAMER = "eerste_kamer"


class LetterHead(Frozen):
    """Who wrote to whom, when, about what; null where the letter does not say."""

    date: dt.date | None = None
    place: str | None = None
    subject: str | None = None
    senders: tuple[Sender, ...] = ()
    addressee: str | None = None
    chamber: Chamber | None = None
    dossiers: tuple[Dossier, ...] = ()
    number: str | None = Field(
        default=None, description="the document's own number in the dossier (ondernummer)"
    )
    session_year: str | None = Field(default=None, description="parliamentary year (vergaderjaar): 2014-2015")
    reference: str | None = Field(default=None, description="the sender's own reference (kenmerk)")


class Section(Frozen):
    """A part of the letter; offsets take in its heading."""

    id: str
    heading: str | None
    level: int
    start: int
    end: int
    page: int | None = None


class Footnote(Frozen):
    """A footnote; ``anchor`` is the offset in the letter's text where its mark stands."""

    marker: str
    text: str
    page: int | None = None
    anchor: int | None = None


class Span(Frozen):
    """A stretch of the letter's text, or of a footnote's where ``footnote`` is set; offsets are code points."""

    start: int
    end: int
    text: str
    section: str | None = None
    page: int | None = None
    footnote: str | None = None
    rule: str


class ActorType(StrEnum):
    """Kinds of actor."""

    PERSON = "person"
    PARTY = "party"
    MINISTRY = "ministry"
    MINISTER_FUNCTION = "minister_function"
    AGENCY = "agency"
    INSTITUTION = "institution"
    EU_BODY = "eu_body"
    INTERNATIONAL_ORG = "international_org"
    COUNTRY = "country"
    ORGANISATION = "organisation"


class OperationType(StrEnum):
    """Kinds of operation."""

    OPERATION = "operation"
    MISSION = "mission"
    PROGRAMME = "programme"
    TASK_FORCE = "task_force"
    FUND = "fund"
    PROJECT = "project"


class AmountKind(StrEnum):
    """Kinds of amount."""

    MONEY = "money"
    PERCENTAGE = "percentage"
    QUANTITY = "quantity"


class ReferenceKind(StrEnum):
    """Kinds of document cited."""

    KAMERSTUK = "kamerstuk"
    HANDELINGEN = "handelingen"
    AANHANGSEL_HANDELINGEN = "aanhangsel_handelingen"
    LAW = "law"
    EU_LAW = "eu_law"
    CASE_LAW = "case_law"
    OTHER = "other"


class Position(StrEnum):
    """What the cabinet says of a motion, proposal or section."""

    EXISTING_POLICY = "existing_policy"
    ALIGNED = "aligned"
    EXECUTED = "executed"
    IN_PROGRESS = "in_progress"
    PARTIALLY_ALIGNED = "partially_aligned"
    CONDITIONAL = "conditional"
    LEFT_TO_CHAMBER = "left_to_chamber"
    PREMATURE = "premature"
    REJECTED = "rejected"


class About(StrEnum):
    """What a position is about."""

    MOTION = "motion"
    PROPOSAL = "proposal"
    SECTION = "section"
    LETTER = "letter"


Period = Literal["year", "month", "week", "day"]


class Actor(Frozen):
    """One actor with all its mentions."""

    id: str
    name: str
    type: ActorType
    mentions: tuple[Span, ...]


class Operation(Frozen):
    """One operation, mission, programme, task force, fund or project with all its mentions."""

    id: str
    name: str
    type: OperationType
    mentions: tuple[Span, ...]


class Amount(Span):
    """A sum of money, a percentage or a number of things; ``value`` is the full number."""

    kind: AmountKind
    value: float
    value_max: float | None = Field(default=None, description="upper end of a range")
    unit: str = Field(description="ISO 4217 code, % or the counted noun as written")
    per: Period | None = None
    approximate: bool = False


class Mover(Frozen):
    """A member who moved a motion."""

    name: str
    party: str | None = None


class Motion(Frozen):
    """One motion with all its mentions."""

    id: str
    movers: tuple[Mover, ...]
    dossier: str | None = None
    number: str | None = None
    url: str | None = None
    mentions: tuple[Span, ...]


class Reference(Frozen):
    """One document cited, with all its mentions."""

    id: str
    kind: ReferenceKind
    url: str | None = None
    mentions: tuple[Span, ...]


class Commitment(Span):
    """What the cabinet binds itself to (toezegging)."""

    deadline: str | None = Field(default=None, description="as worded")
    due: dt.date | None = Field(default=None, description="last day, worked out from the letter's date")
    actor: str | None = Field(default=None, description="id of the actor who is to do it")
    # For reading on a screen; the contract of the JSON has no such field.
    to: Span | None = Field(default=None, exclude=True, description="the words that say to whom")


class AlignmentRow(Frozen):
    """One stated position of the cabinet."""

    about: About
    target: str
    target_id: str | None = None
    position: Position
    evidence: Span
    confidence: float = Field(ge=0, le=1)


class Analysis(Frozen):
    """What one analysed letter is."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    letter: LetterHead
    text: str
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    actors: tuple[Actor, ...] = ()
    operations: tuple[Operation, ...] = ()
    amounts: tuple[Amount, ...] = ()
    motions: tuple[Motion, ...] = ()
    references: tuple[Reference, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    alignment: tuple[AlignmentRow, ...] = ()
    problems: tuple[Problem, ...] = ()


class Failure(Frozen):
    """A letter that could not be read at all: ``schema_version``, ``source`` and ``problems`` alone."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    problems: tuple[Problem, ...]
