"""The formats: for each, what to write when a letter is done and what when all are."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

from letteranalyser.models.analysis import Analysis, Failure
from letteranalyser.render import collection_report, csv, json, markdown, over_all, plain, terminal
from letteranalyser.render.choices import KINDS, Format
from letteranalyser.render.collection_report import COUNTS, Entry
from letteranalyser.render.letter_report import letter_report
from letteranalyser.render.report import Report


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal to write for."""

    width: int
    colour: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be written.

    Attributes:
        format: how.
        only: the kinds asked for; None for what the format shows of itself.
        many: whether it is for several letters.
        against: whether the letter was laid beside a motion or note.
        screen: the terminal that text is for; None for a pipe or a file.
    """

    format: Format
    only: tuple[str, ...] | None = None
    many: bool = False
    against: bool = False
    screen: Screen | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        """Kinds of which the findings are written."""
        if self.only is not None:
            return self.only
        if self.format is Format.CSV or (self.format is Format.TEXT and self.many):
            return ("alignment",)
        return KINDS

    @property
    def needed(self) -> tuple[str, ...]:
        """Kinds that have to be looked for; fewer is faster, and JSON holds just what was asked for."""
        needed = set(self.shown)
        if self.format in (Format.TEXT, Format.MARKDOWN, Format.CSV) and "alignment" in needed:
            needed.add("motions")  # The Kamerstuk of a motion stands in the alignment table too.
        if self.format in (Format.TEXT, Format.MARKDOWN, Format.CSV) and "motions" in needed:
            needed.add("alignment")  # The standing of a motion comes from its rows.
        if self.format is Format.TEXT and self.many and self.only is None:
            needed.update(COUNTS)
        return tuple(kind for kind in KINDS if kind in needed)


class Writer(Protocol):
    """Turns letters into text, as they are done."""

    def add(self, record: Analysis | Failure) -> str:
        """What to write now that a letter is done."""

    def end(self) -> str:
        """What to write when all are."""


def writer(request: Request) -> Writer:
    """The writer for a request."""
    match request.format:
        case Format.JSON:
            return Each(json.indented)
        case Format.JSONL:
            return Each(json.one_line)
        case Format.CSV:
            return Csv(csv.AGAINST if request.against and request.only is None else request.shown[0])
        case Format.MARKDOWN if request.many:
            return Together(markdown.render, (), request.needed, together(request), request.shown)
        case Format.TEXT if request.many:
            return Together(layout(request), request.shown, request.needed, together(request))
        case _:
            return Single(layout(request), request.shown)


def together(request: Request) -> tuple[str, ...]:
    """Kinds that a report on many letters shows over all of them."""
    return tuple(kind for kind in over_all.KINDS if request.only is None or kind in request.only)


def layout(request: Request) -> Callable[[Report], str]:
    """How a report is set."""
    if request.format is Format.MARKDOWN:
        return markdown.render
    if (screen := request.screen) is None:
        return plain.render
    return lambda report: terminal.render(report, screen.width, colour=screen.colour)


@dataclass(slots=True)
class Each:
    """A letter at a time; a letter that failed too."""

    write: Callable[[Analysis | Failure], str]

    def add(self, record: Analysis | Failure) -> str:
        """The letter."""
        return self.write(record)

    def end(self) -> str:
        """Nothing more."""
        return ""


@dataclass(slots=True)
class Csv:
    """Rows under one header; a letter that failed has none."""

    kind: str
    begun: bool = False

    def add(self, record: Analysis | Failure) -> str:
        """The letter's rows, the first time below the header."""
        first = "" if self.begun else csv.header(self.kind)
        self.begun = True
        return first + (csv.lines(record, self.kind) if isinstance(record, Analysis) else "")

    def end(self) -> str:
        """Nothing more."""
        return ""


@dataclass(slots=True)
class Single:
    """One letter for a person; one that failed is told on standard error."""

    layout: Callable[[Report], str]
    kinds: Collection[str]

    def add(self, record: Analysis | Failure) -> str:
        """The letter."""
        return self.layout(letter_report(record, self.kinds)) if isinstance(record, Analysis) else ""

    def end(self) -> str:
        """Nothing more."""
        return ""


@dataclass(slots=True)
class Together:
    """Many letters for a person: first a list of them, so nothing is written until all are done.

    Attributes:
        layout: how the report is set.
        tables: kinds shown of all letters together.
        found: kinds that were looked for.
        together: kinds shown over all letters.
        apart: kinds shown of each letter by itself, after the list.
    """

    layout: Callable[[Report], str]
    tables: Collection[str]
    found: Collection[str]
    together: Collection[str] = ()
    apart: Collection[str] = ()
    entries: list[Entry] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)

    def add(self, record: Analysis | Failure) -> str:
        """Nothing yet."""
        self.entries.append(collection_report.entry(record, self.tables, self.found))
        if self.apart and isinstance(record, Analysis):
            self.letters.append(self.layout(letter_report(record, self.apart)))
        return ""

    def end(self) -> str:
        """The list, and the findings."""
        listed = self.layout(collection_report.collection_report(self.entries, self.found, self.together))
        return "\n".join([listed, *self.letters])
