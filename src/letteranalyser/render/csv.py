"""Analyses as CSV: one flat table of one kind of finding, a row each, with the letter it comes from."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from letteranalyser.models.against import AnalysisAgainst
from letteranalyser.models.analysis import Analysis, Motion, Span
from letteranalyser.render import wording
from letteranalyser.render.standings import standings

AGAINST = "against"
"""Not a kind of finding: what the letter says to the requests of a motion or note."""
Value = str | int | float | bool | None

LETTER = ("source", "date", "dossier", "number")
PLACE = ("section", "page", "footnote", "start", "end", "rule")

COLUMNS: dict[str, tuple[str, ...]] = {
    "alignment": ("about", "target", "target_id", "kamerstuk", "position", "confidence", "evidence"),
    "motions": ("id", "movers", "motion_dossier", "motion_number", "url", "standing", "text"),
    "commitments": ("text", "deadline", "due", "actor"),
    "amounts": ("text", "kind", "value", "value_max", "unit", "per", "approximate", "sentence"),
    "operations": ("id", "name", "type", "text"),
    "actors": ("id", "name", "type", "text"),
    "references": ("id", "kind", "url", "text"),
    AGAINST: ("request", "request_page", "answered", "score", "about", "target", "position", "evidence"),
}
"""Kind to its own columns; every row begins with the letter and ends with the place of the finding."""


def header(kind: str) -> str:
    """The first line."""
    return written([[*LETTER, *COLUMNS[kind], *PLACE]])


def lines(analysis: Analysis, kind: str) -> str:
    """The rows of one letter; motions, actors and the like have a row a mention."""
    letter = analysis.letter
    first: list[Value] = [
        analysis.source.path,
        letter.date.isoformat() if letter.date else None,
        " ".join(dossier.number for dossier in letter.dossiers),
        letter.number,
    ]
    headings = {section.id: section.heading for section in analysis.sections}

    def place(span: Span) -> list[Value]:
        return [
            headings.get(span.section or ""),
            span.page,
            span.footnote,
            span.start,
            span.end,
            span.rule,
        ]

    return written([*first, *own, *place(span)] for own, span in ROWS[kind](analysis))


def written(rows: Iterable[Iterable[Value]]) -> str:
    """Rows as CSV (RFC 4180, but for line ends of one character, which every reader takes)."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([safe(value) for value in row] for row in rows)
    return file.getvalue()


def safe(value: Value) -> Value:
    """A value that a spreadsheet takes for text: a leading ``=`` would make the letter's words a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = " ".join(value.split("\n")).replace("\x00", "")
        return f"'{text}" if text.lstrip()[:1] in tuple("=+-@") or text[:1] in tuple("\t\r") else text
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


Rows = Iterable[tuple[Sequence[Value], Span]]


def alignment(analysis: Analysis) -> Rows:
    """A row a position."""
    documents = {motion.id: wording.motion_document(motion) for motion in analysis.motions}
    for row in analysis.alignment:
        kamerstuk = documents.get(row.target_id or "")
        own: list[Value] = [row.about, row.target, row.target_id, kamerstuk, row.position, row.confidence]
        yield [*own, row.evidence.text], row.evidence


def motions(analysis: Analysis) -> Rows:
    """A row a mention."""
    found = standings(analysis)
    for motion in analysis.motions:
        left_at = "; ".join(position for position, _ in found[motion.id].positions)
        own = [motion.id, movers(motion), motion.dossier, motion.number, motion.url, left_at or None]
        yield from (([*own, span.text], span) for span in motion.mentions)


def movers(motion: Motion) -> str:
    """Movers with their parties."""
    return "; ".join(wording.mover(who) for who in motion.movers)


def commitments(analysis: Analysis) -> Rows:
    """A row a commitment."""
    names = {actor.id: actor.name for actor in analysis.actors}
    for item in analysis.commitments:
        due = item.due.isoformat() if item.due else None
        yield [item.text, item.deadline, due, names.get(item.actor or "", item.actor)], item


def amounts(analysis: Analysis) -> Rows:
    """A row an amount, with the sentence that it stands in."""
    notes = {footnote.marker: footnote.text for footnote in analysis.footnotes}
    for item in analysis.amounts:
        text = analysis.text if item.footnote is None else notes.get(item.footnote, item.text)
        sentence = wording.sentence_around(text, item.start, item.end)
        value = (item.kind, item.value, item.value_max, item.unit, item.per, item.approximate)
        yield (item.text, *value, sentence), item


def operations(analysis: Analysis) -> Rows:
    """A row a mention."""
    for item in analysis.operations:
        yield from (([item.id, item.name, item.type, span.text], span) for span in item.mentions)


def actors(analysis: Analysis) -> Rows:
    """A row a mention."""
    for item in analysis.actors:
        yield from (([item.id, item.name, item.type, span.text], span) for span in item.mentions)


def references(analysis: Analysis) -> Rows:
    """A row a mention."""
    for item in analysis.references:
        yield from (([item.id, item.kind, item.url, span.text], span) for span in item.mentions)


def against(analysis: Analysis) -> Rows:
    """A row an answer; a request without any has one with the passage that speaks of it, if there is one."""
    for answer in analysis.against.answers if isinstance(analysis, AnalysisAgainst) else ():
        own: list[Value] = [answer.request.text, answer.request.page, answer.answered, answer.score]
        for row in answer.rows:
            yield [*own, row.about, row.target, row.position, row.evidence.text], row.evidence
        if not answer.rows:
            place = answer.passage or Span(start=0, end=0, text="", rule="")
            yield [*own, None, None, None, place.text or None], place


ROWS: dict[str, Callable[[Analysis], Rows]] = {
    "alignment": alignment,
    "motions": motions,
    "commitments": commitments,
    "amounts": amounts,
    "operations": operations,
    "actors": actors,
    "references": references,
    AGAINST: against,
}
