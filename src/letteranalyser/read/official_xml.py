"""The XML in which officielebekendmakingen.nl publishes the papers of parliament.

Its elements are those of the consolidated schema for official publications (op-consolidated): ``kamerstuk`` holds
``kamerstukkop``, ``dossier`` and ``stuk``; the text of a letter is ``vrije-tekst`` with ``al`` (a paragraph),
``tussenkop`` or ``divisie/kop`` (headings), ``lijst``, ``table`` (CALS) and ``noot`` (a footnote, where its mark stands).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.read.inline import InlineText
from letteranalyser.read.markup import flat_text, name_of, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

RANK = ("vet", "halfvet", "vetcur", "cur", "rom", "ondlijn")
"""Make-up of a heading without a number, from the highest level down."""
SKIPPED = frozenset(
    {"metadata", "kamerstukkop", "dossier", "stuknr", "datumtekst", "officiele-inhoudsopgave"}
)
SIGNATURES = frozenset({"ondertekening", "naam", "functie"})


def read_official_xml(data: bytes) -> Document:
    """Read a Kamerstuk in the official XML.

    Raises:
        UnreadableError: if it is not well-formed, or declares entities.
    """
    root = parse_xml(data)
    reader = _Reader(root)
    return Document("application/xml", blocks=(*reader.letterhead(), *reader.body()))


class _Reader:
    def __init__(self, root: "_Element") -> None:
        self.root = root
        self.notes: list[Block] = []
        ranks = {self._rank(e) for e in root.iter() if name_of(e) == "tussenkop"}
        self.levels = {rank: level for level, rank in enumerate(sorted(ranks), 1)}
        """Level of each make-up that this document uses."""

    @staticmethod
    def _rank(heading: "_Element") -> int:
        look = heading.get("kopopmaak") or heading.get("opmaak") or "vet"
        return RANK.index(look) if look in RANK else len(RANK)

    def _first(self, name: str) -> str:
        return next((flat_text(e) for e in self.root.iter() if name_of(e) == name), "")

    def letterhead(self) -> Iterator[Block]:
        """The lines that print above the letter."""
        for element in self.root.iter():
            name = name_of(element)
            if name == "tekstregel" and flat_text(element):
                yield Block(BlockKind.LETTERHEAD, flat_text(element))
            elif name == "dossier":
                parts = [flat_text(e) for e in element if name_of(e) in {"dossiernummer", "dossiernr"}]
                extra = [flat_text(e) for e in element.iter() if name_of(e) == "begrotingshoofdstuk"]
                title = " ".join(flat_text(e) for e in element if name_of(e) == "titel")
                number = " ".join([*parts, *(x for x in extra if not any(x in p for p in parts))])
                yield Block(BlockKind.LETTERHEAD, f"{number} {title}".strip())
            elif name == "stuk":
                number = " ".join(flat_text(e) for e in element if name_of(e) == "stuknr")
                title = " ".join(flat_text(e) for e in element if name_of(e) == "titel")
                yield Block(BlockKind.LETTERHEAD, f"{number} {title}".strip())

    def body(self) -> Iterator[Block]:
        """Headings, paragraphs, lists and tables, then the footnotes."""
        texts = [e for e in self.root.iter() if name_of(e) in {"vrije-tekst", "wettekst"}]
        for element in texts or [self.root]:
            yield from self._blocks(element, 0)
        yield from self.notes

    def _blocks(self, parent: "_Element", depth: int) -> Iterator[Block]:
        for element in parent:
            name = name_of(element)
            if name in SKIPPED or not name:
                continue
            if name in {"al", "tussenkop", "wat", "considerans.al"}:
                kind = BlockKind.HEADING if name == "tussenkop" else BlockKind.PARAGRAPH
                level = depth + self.levels[self._rank(element)] if name == "tussenkop" else 0
                yield from self._line(element, kind, level)
            elif name == "kop":
                yield from self._line(element, BlockKind.HEADING, max(depth, 1))
            elif name == "li":
                yield from self._item(element, depth)
            elif name == "table":
                yield from self._table(element)
            elif name in SIGNATURES:
                yield from self._signature(element)
            else:
                yield from self._blocks(element, depth + (name == "divisie"))

    def _line(self, element: "_Element", kind: BlockKind, level: int = 0) -> Iterator[Block]:
        text = InlineText()
        self._collect(element, text)
        block = text.block(kind, level)
        if block:
            yield block

    def _item(self, element: "_Element", depth: int) -> Iterator[Block]:
        number = next((flat_text(e) for e in element if name_of(e) == "li.nr"), "–")
        first = True
        for child in element:
            name = name_of(child)
            if name == "al":
                text = InlineText()
                text.add(f"{number} " if first else "")
                self._collect(child, text)
                block = text.block(BlockKind.LIST_ITEM if first else BlockKind.PARAGRAPH)
                first = False
                if block:
                    yield block
            elif name not in {"li.nr", ""}:
                yield from self._blocks(child, depth) if name != "li" else self._item(child, depth)

    def _table(self, element: "_Element") -> Iterator[Block]:
        for title in element:
            if name_of(title) == "title":
                yield from self._line(title, BlockKind.PARAGRAPH)
        rows = []
        for row in element.iter():
            if name_of(row) == "row":
                cells = []
                for entry in row:
                    if name_of(entry) == "entry":
                        text = InlineText()
                        self._collect(entry, text)
                        cells.append(str(text) or None)
                rows.append(tuple(cells))
        if any(any(row) for row in rows):
            text_rows = ("\t".join(cell or "" for cell in row) for row in rows)
            yield Block(BlockKind.TABLE, "\n".join(text_rows), rows=tuple(rows))

    def _signature(self, element: "_Element") -> Iterator[Block]:
        """A line for every function and every name, in the order in which they stand."""
        lines = [e for e in element.iter() if name_of(e) in {"functie", "naam"}]
        texts = [
            " ".join(flat_text(e) if name_of(e) == "functie" else self._name(e) for e in (x,)) for x in lines
        ]
        for text in texts or [flat_text(element)]:
            if text:
                yield Block(BlockKind.SIGNATURE, text)

    @staticmethod
    def _name(element: "_Element") -> str:
        parts = [flat_text(e) for e in element] or [flat_text(element)]
        return " ".join(p for p in parts if p)

    def _collect(self, element: "_Element", text: InlineText) -> None:
        """The text of an element; footnotes leave their mark and go to ``self.notes``."""
        text.add(element.text)
        for child in element:
            name = name_of(child)
            if name == "noot":
                self._note(child, text)
            elif name in {"nr", "label"}:
                text.add(f"{flat_text(child)} ")
            elif name:
                self._collect(child, text)
                if name in {"al", "br", "titel"}:
                    text.add(" ")
            text.add(child.tail)

    def _note(self, element: "_Element", text: InlineText) -> None:
        marker = next((flat_text(e) for e in element if name_of(e) == "noot.nr"), "").strip(" .)")
        marker = marker or str(len(self.notes) + 1)
        text.mark(marker)
        body = InlineText()
        for child in element:
            if name_of(child) not in {"noot.nr", ""}:
                body.add(" ")
                self._collect(child, body)
        block = body.block(BlockKind.FOOTNOTE, marker=marker)
        if block:
            self.notes.append(block)
