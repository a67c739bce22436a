"""What a person reads of one letter: who wrote to whom, the alignment table first, then the other findings."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable

from letteranalyser.models.against import AnalysisAgainst, Answer, Answered
from letteranalyser.models.analysis import (
    About,
    AlignmentRow,
    Amount,
    AmountKind,
    Analysis,
    LetterHead,
    Motion,
    Problem,
    Reference,
    ReferenceKind,
    Span,
)
from letteranalyser.render import wording
from letteranalyser.render.report import QUIET, STRONG, WARNING, Cell, Column, Report, Row, Table
from letteranalyser.render.standings import Standing, standings, unanswered
from letteranalyser.render.wording import printable

PAGE = Column("Page", number=True)
SHORT = 40
"""A name of a motion that is longer gives way to the one that parliament uses."""
NOTHING = "no position stated"
CITED = 3
"""Code points between the name of a document and where it is cited: a bracket, a comma."""
ANSWERED = {
    Answered.ANSWERED: "answered",
    Answered.NO_POSITION: NOTHING,
    Answered.UNANSWERED: "unanswered",
}
PAGES = Column("Pages", short="Page", number=True)
MENTIONS = Column("Mentions", short="Times", number=True)


def letter_report(analysis: Analysis, kinds: Collection[str]) -> Report:
    """What was found of the kinds asked for in one letter; empty tables are left out, and named at the end."""
    tables = {kind: table(analysis) for kind, table in TABLES.items() if kind in kinds}
    notes = [note(problem) for problem in analysis.problems]
    if missing := [kind for kind, table in tables.items() if not table.rows]:
        notes.append(Cell(f"found no {wording.listed(missing, 'or')}", QUIET))
    return Report(
        title=printable(analysis.source.path),
        facts=(*head(analysis.letter), ("Length", Cell(length(analysis))), *laid_beside(analysis)),
        tables=(*beside(analysis), *(table for table in tables.values() if table.rows)),
        notes=tuple(notes),
    )


def head(letter: LetterHead) -> Iterable[tuple[str, Cell]]:
    """Who wrote to whom, when, about what; nothing of what the letter does not say."""
    for sender in letter.senders:
        name, function = printable(sender.name or ""), printable(sender.function or "")
        yield "From", Cell(name or function, note=function if name else "")
    to = wording.CHAMBERS[letter.chamber] if letter.chamber else ""
    if addressee := printable(letter.addressee or ""):
        to = addressee if to in addressee else f"{to} ({addressee})"
    if to:
        yield "To", Cell(to)
    if letter.date or letter.place:
        day = wording.long_date(letter.date) if letter.date else ""
        yield "Date", Cell(", ".join(part for part in (day, printable(letter.place or "")) if part))
    for dossier in letter.dossiers:
        name = wording.document(dossier.number, letter.number)
        yield "Dossier", Cell(name, note=printable(dossier.title or ""))
    if letter.number and not letter.dossiers:
        yield "Number", Cell(printable(letter.number))
    if letter.session_year:
        yield "Session", Cell(printable(letter.session_year))
    if letter.reference:
        yield "Reference", Cell(printable(letter.reference))
    if letter.subject:
        yield "Subject", Cell(printable(letter.subject), tone=STRONG)


def length(analysis: Analysis) -> str:
    """``4 pages, 6 sections, 12 footnotes``."""
    sections = sum(1 for section in analysis.sections if section.heading)
    counts = (
        (analysis.source.pages or 0, "page"),
        (sections, "section"),
        (len(analysis.footnotes), "footnote"),
        (len(analysis.text.split()), "word"),
    )
    said = [wording.count(number, one) for number, one in counts if number]
    return ", ".join(said) + (" (text recognised by OCR)" if analysis.source.ocr else "")


def note(problem: Problem) -> Cell:
    """A problem in one line."""
    where = f" (page {problem.page})" if problem.page is not None else ""
    return Cell(printable(problem.message) + where, WARNING, note=printable(problem.hint or ""))


def sections(analysis: Analysis) -> dict[str, tuple[int, str]]:
    """Id to order and heading of each section."""
    return {
        section.id: (order, printable(section.heading or ""))
        for order, section in enumerate(analysis.sections)
    }


def page_of(number: int | None) -> Cell:
    """A page."""
    return Cell("" if number is None else str(number), QUIET)


def page(span: Span) -> Cell:
    """Where a finding stands: its page, and the footnote it is in."""
    where = str(span.page) if span.page is not None else ""
    return Cell(where, QUIET, note=f"note {span.footnote}" if span.footnote else "")


def quote(span: Span) -> str:
    """The words of a finding on one line; cells of a table row stay apart."""
    return printable(span.text.replace("\t", " · "))


def sentence(analysis: Analysis, span: Span) -> str:
    """The sentence in which a finding stands."""
    if span.footnote is None:
        return wording.sentence_around(analysis.text, span.start, span.end)
    notes = {footnote.marker: footnote.text for footnote in analysis.footnotes}
    return wording.sentence_around(notes.get(span.footnote, span.text), span.start, span.end)


def alignment(analysis: Analysis) -> Table:
    """The alignment table, by section in reading order."""
    order = sections(analysis)
    motions = {motion.id: motion for motion in analysis.motions}

    def place(row: AlignmentRow) -> tuple[int, int]:
        return order.get(row.evidence.section or "", (len(order), ""))[0], row.evidence.start

    rows = []
    for row in sorted(analysis.alignment, key=place):
        heading = order.get(row.evidence.section or "", (0, ""))[1]
        cells = (
            target(row, heading, motions.get(row.target_id or "")),
            where(analysis, row, motions.get(row.target_id or "")),
            Cell(wording.POSITIONS[row.position], row.position.value),
            Cell(quote(row.evidence)),
            page(row.evidence),
        )
        rows.append(Row(cells, (heading,)))
    for section in unanswered(analysis):
        heading = order[section.id][1]
        whole, nothing = Cell("the section as a whole", QUIET), Cell(NOTHING, QUIET)
        cells = (whole, Cell(""), nothing, Cell(""), page_of(section.page))
        rows.append(Row(cells, (heading,)))
    places = {heading: number for number, heading in order.values()}
    rows.sort(key=lambda row: places.get(row.groups[0], len(order)))
    columns = (
        Column("What", weight=3),
        Column("Where", folds=True),
        Column("Position"),
        Column("The cabinet says", weight=5),
        PAGE,
    )
    return Table("Alignment", columns, tuple(rows), ("Section",), positions(analysis.alignment))


def laid_beside(analysis: Analysis) -> Iterable[tuple[str, Cell]]:
    """The motion or note that the letter was laid beside."""
    if isinstance(analysis, AnalysisAgainst):
        number = len(analysis.against.answers)
        yield "Against", Cell(printable(analysis.against.source.path), note=wording.count(number, "request"))


def beside(analysis: Analysis) -> tuple[Table, ...]:
    """What the letter says to each request of the motion or note laid beside it."""
    if not isinstance(analysis, AnalysisAgainst):
        return ()
    rows = [row for answer in analysis.against.answers for row in answer_rows(answer)]
    columns = (
        Column("Request", weight=3, once=True),
        Column("Answer"),
        Column("The cabinet says", weight=4),
        PAGE,
    )
    numbers = Counter(answer.answered for answer in analysis.against.answers)
    summary = tuple(Cell(f"{numbers[how]} {words}", QUIET) for how, words in ANSWERED.items() if numbers[how])
    return (
        Table(f"Answers to {printable(analysis.against.source.path)}", columns, tuple(rows), summary=summary),
    )


def answer_rows(answer: Answer) -> Iterable[Row]:
    """A row for each position that answers a request, or one that says that none does."""
    request = Cell(quote(answer.request), STRONG)
    for row in answer.rows:
        position = Cell(wording.POSITIONS[row.position], row.position.value)
        yield Row((request, position, Cell(quote(row.evidence)), page(row.evidence)))
    if not answer.rows:
        said = Cell(quote(answer.passage)) if answer.passage else Cell("")
        place = page(answer.passage) if answer.passage else Cell("")
        yield Row((request, Cell(ANSWERED[answer.answered], WARNING), said, place))


def target(row: AlignmentRow, heading: str, motion: Motion | None) -> Cell:
    """What a position is about."""
    if row.about is About.LETTER:
        return Cell("the letter as a whole", QUIET)
    if row.about is About.SECTION and heading and printable(row.target) == heading:
        return Cell("the section as a whole", QUIET)
    text = printable(row.target.replace("\t", " · "))
    if motion is None:
        return Cell(text, STRONG)
    # The letter may say it in a clause (`heeft het lid X bij motie bepleit`) or name every mover again.
    if len(text) > SHORT or not text.lower().startswith("motie"):
        text = wording.motion_name(motion) or text
    return Cell(text, STRONG)


def where(analysis: Analysis, row: AlignmentRow, motion: Motion | None) -> Cell:
    """The Kamerstuk in which one reads what a position is about (vindplaats): the motion's, or the one cited with it."""
    if motion is not None:
        return Cell(wording.motion_document(motion), QUIET, link=wording.web_address(motion.url))
    if row.about is About.LETTER or (document := cited_with(analysis, row)) is None:
        return Cell("")
    name = wording.reference_name(document).removeprefix("Kamerstuk ")
    return Cell(name, QUIET, link=wording.web_address(document.url))


def cited_with(analysis: Analysis, row: AlignmentRow) -> Reference | None:
    """The Kamerstuk cited right behind the words that name a target, there or in a footnote to them; None if not one."""
    words = row.target.rstrip("…").strip()
    anchors = {note.marker: note.anchor for note in analysis.footnotes}
    stretches = []
    at = analysis.text.find(words) if words else -1
    while 0 <= at < row.evidence.end:
        stretches.append((at, at + len(words) + CITED))
        at = analysis.text.find(words, at + 1)

    def beside(span: Span) -> bool:
        place = span.start if span.footnote is None else anchors.get(span.footnote)
        return place is not None and any(low <= place <= high for low, high in stretches)

    found = [
        document
        for document in analysis.references
        if document.kind is ReferenceKind.KAMERSTUK and any(beside(span) for span in document.mentions)
    ]
    return found[0] if len(found) == 1 else None


def positions(rows: Iterable[AlignmentRow]) -> tuple[Cell, ...]:
    """How many rows have each position, in the order of the contract."""
    numbers = Counter(row.position for row in rows)
    return tuple(
        Cell(f"{numbers[position]} {words}", position.value)
        for position, words in wording.POSITIONS.items()
        if numbers[position]
    )


def motions(analysis: Analysis) -> Table:
    """The motions that the letter names."""
    rows = []
    found = standings(analysis)
    for motion in analysis.motions:
        movers = wording.listed([wording.mover(who) for who in motion.movers])
        text = movers or (quote(motion.mentions[0]) if motion.mentions else motion.id)
        kamerstuk = wording.motion_document(motion)
        cells = (
            Cell(text, STRONG),
            Cell(kamerstuk, link=wording.web_address(motion.url) if kamerstuk else ""),
            left_at(found[motion.id]),
            Cell(str(len(motion.mentions))),
            Cell(wording.pages(motion.mentions), QUIET),
        )
        rows.append(Row(cells))
    columns = (
        Column("Moved by", weight=1),
        Column("Kamerstuk"),
        Column("Standing"),
        MENTIONS,
        PAGES,
    )
    return Table("Motions", columns, tuple(rows))


def left_at(standing: Standing) -> Cell:
    """Where a letter leaves a motion: ``rejected``, or element by element ``aligned (3), conditional (1)``."""
    if not standing.positions:
        return Cell(NOTHING, QUIET)
    if len(standing.positions) == 1:
        return Cell(wording.POSITIONS[standing.positions[0][0]], standing.positions[0][0].value)
    return Cell(
        ", ".join(f"{wording.POSITIONS[position]} ({number})" for position, number in standing.positions)
    )


def commitments(analysis: Analysis) -> Table:
    """What the cabinet binds itself to; who and to whom, where the letter names them."""
    names = {actor.id: printable(actor.name) for actor in analysis.actors}
    rows = tuple(
        Row(
            (
                Cell(quote(item)),
                Cell(names.get(item.actor or "", "")),
                Cell(wording.addressee(item.to.text, analysis.letter) if item.to else ""),
                Cell(printable(item.deadline or ""), STRONG),
                Cell(item.due.isoformat() if item.due else ""),
                page(item),
            )
        )
        for item in analysis.commitments
    )
    columns = (
        Column("Commitment", weight=4),
        Column("By", weight=1),
        Column("To", folds=True),
        Column("Deadline", weight=1),
        Column("Due"),
        PAGE,
    )
    return Table("Commitments", columns, rows)


def amounts(analysis: Analysis) -> Table:
    """Sums of money, percentages and numbers, each with the sentence that says what it is for."""
    rows = tuple(
        Row(
            (
                Cell(quote(item), STRONG if item.kind is AmountKind.MONEY else ""),
                Cell(sentence(analysis, item)),
                page(item),
            )
        )
        for item in analysis.amounts
    )
    columns = (Column("Amount", weight=1), Column("In the sentence", weight=4, once=True), PAGE)
    return Table("Amounts", columns, rows, summary=kinds_of_amount(analysis.amounts))


def kinds_of_amount(items: Iterable[Amount]) -> tuple[Cell, ...]:
    """``4 sums of money``, ``2 percentages``."""
    numbers = Counter(item.kind for item in items)
    names = {
        AmountKind.MONEY: ("sum of money", "sums of money"),
        AmountKind.PERCENTAGE: ("percentage", "percentages"),
        AmountKind.QUANTITY: ("quantity", "quantities"),
    }
    return tuple(
        Cell(wording.count(numbers[kind], *words), QUIET) for kind, words in names.items() if numbers[kind]
    )


def operations(analysis: Analysis) -> Table:
    """Operations, missions, programmes, funds and projects."""
    rows = tuple(
        Row(
            (
                Cell(printable(item.name), STRONG),
                Cell(item.type.value.replace("_", " ")),
                Cell(str(len(item.mentions))),
                Cell(wording.pages(item.mentions), QUIET),
            )
        )
        for item in analysis.operations
    )
    columns = (Column("Operation", weight=1), Column("Kind"), MENTIONS, PAGES)
    return Table("Operations", columns, rows)


def actors(analysis: Analysis) -> Table:
    """Who acts, by type, the most mentioned first; a number behind a name counts its mentions."""
    rows = []
    for kind, name in wording.ACTORS.items():
        found = sorted(
            (actor for actor in analysis.actors if actor.type is kind), key=lambda a: -len(a.mentions)
        )
        names = [printable(a.name) + (f" ×{len(a.mentions)}" if len(a.mentions) > 1 else "") for a in found]
        if names:
            rows.append(Row((Cell(name, STRONG), Cell(str(len(names))), Cell(", ".join(names)))))
    columns = (
        Column("Type"),
        Column("Number", short="No.", number=True),
        Column("Names, with their mentions", weight=1),
    )
    return Table("Actors", columns, tuple(rows))


def references(analysis: Analysis) -> Table:
    """Documents cited in the text and the footnotes, each a link where the public can read it."""
    rows = tuple(reference(item) for item in analysis.references)
    columns = (Column("Document", weight=1), Column("Kind"), MENTIONS, PAGES)
    return Table("References", columns, rows)


def reference(item: Reference) -> Row:
    """One document cited."""
    return Row(
        (
            Cell(wording.reference_name(item), link=wording.web_address(item.url)),
            Cell(wording.REFERENCES[item.kind], QUIET),
            Cell(str(len(item.mentions))),
            Cell(wording.pages(item.mentions), QUIET),
        )
    )


TABLES: dict[str, Callable[[Analysis], Table]] = {
    "alignment": alignment,
    "motions": motions,
    "commitments": commitments,
    "amounts": amounts,
    "operations": operations,
    "actors": actors,
    "references": references,
}
"""Kind to its table, in the order in which a person reads them."""
