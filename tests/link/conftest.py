"""Letters made by hand, so that linking is tested apart from reading and splitting."""

import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from letteranalyser.link import link
from letteranalyser.models.analysis import Dossier, Footnote, LetterHead, Section
from letteranalyser.models.findings import Linked
from letteranalyser.models.letter import Letter, Paragraph, ParagraphKind, Sentence
from letteranalyser.tag.plain import tag_plain

SENTENCE_END = re.compile(r"(?<!c\.s)(?<!nr)(?<!nrs)[.?!] (?=[A-Z])")


def make_letter(
    source: str,
    dossiers: Sequence[str] = (),
    number: str | None = None,
    notes: Mapping[str, str] | None = None,
) -> Letter:
    """A letter of one paragraph a line; ``# `` begins a heading, ``^3`` is the mark of footnote 3, a tab a table row."""
    pieces = re.split(r"\^(\d+)", source)
    anchors: dict[str, int] = {}
    text = ""
    for index, piece in enumerate(pieces):
        if index % 2:
            anchors[piece] = len(text)
        else:
            text += piece.replace("# ", "")
    headings = [line[2:] for line in re.sub(r"\^\d+", "", source).split("\n") if line.startswith("# ")]
    starts: list[tuple[int, str | None]] = [(0, None)]
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    at = 0
    for line in text.split("\n"):
        if line:
            kind = ParagraphKind.TABLE_ROW if "\t" in line else ParagraphKind.PARAGRAPH
            if headings and line == headings[0]:
                starts.append((at, headings.pop(0)))
                kind = ParagraphKind.HEADING
            ends = [m.start() + 1 for m in SENTENCE_END.finditer(line)] + [len(line)]
            begins = [0] + [end + 1 for end in ends[:-1]]
            sentences += [
                Sentence(at + b, at + e, len(paragraphs)) for b, e in zip(begins, ends, strict=True) if e > b
            ]
            paragraphs.append(Paragraph(at, at + len(line), kind, f"s{len(starts) - 1}"))
        at += len(line) + 1
    limits = [start for start, _ in starts[1:]] + [len(text)]
    sections = tuple(
        Section(id=f"s{index}", heading=heading, level=1, start=start, end=limit)
        for index, ((start, heading), limit) in enumerate(zip(starts, limits, strict=True))
    )
    footnotes = tuple(Footnote(marker=m, text=t, anchor=anchors.get(m)) for m, t in (notes or {}).items())
    return Letter(
        head=LetterHead(dossiers=tuple(Dossier(number=d) for d in dossiers), number=number),
        text=text,
        sections=sections,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        footnotes=footnotes,
        footnote_sentences=tuple((f.marker, (Sentence(0, len(f.text), -1),)) for f in footnotes),
    )


@pytest.fixture(scope="session")
def letter_of() -> Callable[..., Letter]:
    """Makes a letter, see ``make_letter``."""
    return make_letter


@pytest.fixture(scope="session")
def linked() -> Callable[..., Linked]:
    """Makes a letter, tags its references and motions, and links them."""

    def tag_and_link(
        source: str,
        dossiers: Sequence[str] = (),
        number: str | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> Linked:
        letter = make_letter(source, dossiers, number, notes)
        return link(letter, tag_plain(letter, {"references", "motions"}))

    return tag_and_link
