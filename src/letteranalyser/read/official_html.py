"""The HTML pages of officielebekendmakingen.nl, and other pages that hold a letter."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.read.inline import InlineText
from letteranalyser.read.markup import flat_text, name_of, parse_html

if TYPE_CHECKING:
    from lxml.etree import _Element

SKIPPED = frozenset(
    {"head", "script", "style", "nav", "header", "footer", "aside", "form", "button", "noscript", "template"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LINES = frozenset({"p", "dt", "dd", "pre", "blockquote", "address", "figcaption", "caption"})
HOLDS = LINES | HEADINGS | {"div", "ul", "ol", "dl", "li", "table", "section", "article", "main"}
"""Elements that make a block of their own: one that holds any of these is no line itself."""


def read_official_html(data: bytes) -> Document:
    """Read the letter in an HTML page.

    Raises:
        UnreadableError: if the page cannot be parsed.
    """
    reader = _Reader(parse_html(data))
    return Document("text/html", blocks=tuple(reader.blocks()))


def _classes(element: "_Element") -> frozenset[str]:
    return frozenset((element.get("class") or "").lower().split())


class _Reader:
    def __init__(self, root: "_Element") -> None:
        self.root = root
        self.notes: list[Block] = []
        tags = {name_of(e) for e in self._main().iter() if self._is_heading(e)}
        self.levels = {tag: level for level, tag in enumerate(sorted(tags), 1)}
        """Level of each heading element that this page uses."""

    def _main(self) -> "_Element":
        """The part of the page that holds the publication."""
        everything = list(self.root.iter())
        for wanted in (
            lambda e: e.get("id") == "broodtekst",
            lambda e: "stuk" in _classes(e),
            lambda e: name_of(e) == "main",
            lambda e: name_of(e) == "article",
            lambda e: name_of(e) == "body",
        ):
            found = next((e for e in everything if name_of(e) and wanted(e)), None)
            if found is not None:
                return found
        return self.root

    def _is_heading(self, element: "_Element") -> bool:
        return (
            name_of(element) in HEADINGS
            and not self._is_title(element)
            and "note-close" not in _classes(element)
        )

    @staticmethod
    def _is_title(element: "_Element") -> bool:
        """Dossier title, title of the paper: what prints above the letter."""
        return any("titel" in c and ("dossier" in c or "stuk" in c) for c in _classes(element))

    def blocks(self) -> Iterator[Block]:
        """The page's blocks: letterhead, text, footnotes."""
        for meta in self.root.iter("meta"):
            if (meta.get("name") or "").lower() == "overheidop.vergaderjaar" and meta.get("content"):
                yield Block(BlockKind.LETTERHEAD, f"Vergaderjaar {meta.get('content')}")
        main = self._main()
        for element in self.root.iter():
            outside = not any(parent is main for parent in element.iterancestors())
            if outside and name_of(element) in HEADINGS and self._is_title(element):
                yield Block(BlockKind.LETTERHEAD, flat_text(element))
        yield from self._walk(main)
        yield from self.notes

    def _walk(self, parent: "_Element") -> Iterator[Block]:
        for element in parent:
            name, classes = name_of(element), _classes(element)
            if not name or name in SKIPPED:
                continue
            if "noot" in classes or "voetnoot" in classes:
                self._note(element)
            elif name in HEADINGS and self._is_title(element):
                yield Block(BlockKind.LETTERHEAD, flat_text(element))
            elif self._is_heading(element):
                yield from self._line(element, BlockKind.HEADING, self.levels[name])
            elif name == "table":
                yield from self._table(element)
            elif name == "li" and not self._holds_blocks(element, HOLDS - {"p"}):
                yield from self._line(
                    element, BlockKind.LIST_ITEM, prefix="" if self._numbered(element) else "– "
                )
            elif any("ondertekening" in c for c in classes):
                yield from self._signature(element)
            elif name in LINES or not self._holds_blocks(element, HOLDS):
                yield from self._line(element, BlockKind.PARAGRAPH)
            else:
                yield from self._walk(element)

    @staticmethod
    def _holds_blocks(element: "_Element", names: frozenset[str]) -> bool:
        return any(name_of(e) in names for e in element.iterdescendants())

    @staticmethod
    def _numbered(element: "_Element") -> bool:
        """Whether the item carries its own number or bullet in the text."""
        return bool(re.match(r"(?:[-–•·*]|\w{1,3}[.)°])\s", flat_text(element)))

    def _line(
        self, element: "_Element", kind: BlockKind, level: int = 0, prefix: str = ""
    ) -> Iterator[Block]:
        text = InlineText()
        text.add(prefix)
        self._collect(element, text)
        block = text.block(kind, level)
        if block and block.text != prefix.strip():
            yield block

    def _signature(self, element: "_Element") -> Iterator[Block]:
        parts = [flat_text(e) for e in element.iter() if _classes(e) & {"functie", "naam"}]
        for text in parts or [flat_text(element)]:
            if text:
                yield Block(BlockKind.SIGNATURE, text)

    def _table(self, element: "_Element") -> Iterator[Block]:
        rows = []
        for row in element.iter():
            if name_of(row) == "tr":
                cells = []
                for cell in row:
                    if name_of(cell) in {"td", "th"}:
                        text = InlineText()
                        self._collect(cell, text)
                        cells.append(str(text) or None)
                rows.append(tuple(cells))
            elif name_of(row) == "caption":
                yield from self._line(row, BlockKind.PARAGRAPH)
        if any(any(row) for row in rows):
            lines = ("\t".join(cell or "" for cell in row) for row in rows)
            yield Block(BlockKind.TABLE, "\n".join(lines), rows=tuple(rows))

    def _collect(self, element: "_Element", text: InlineText) -> None:
        text.add(element.text)
        for child in element:
            name = name_of(child)
            marker = self._mark(child)
            if marker:
                text.mark(marker)
            elif name and name not in SKIPPED:
                self._collect(child, text)
                if name in {"br", "p", "div", "li", "td"}:
                    text.add(" ")
            text.add(child.tail)

    def _mark(self, element: "_Element") -> str | None:
        """The marker, where this element is the mark of a footnote."""
        if name_of(element) not in {"sup", "a"}:
            return None
        anchors = [element, *element.iterdescendants()]
        noted = any("noot" in c or "footnote" in c for e in anchors for c in _classes(e))
        linked = any(re.match(r"#\S*(?:noot|note|fn|ID-)", e.get("href") or "") for e in anchors)
        text = flat_text(element).strip("[]().")
        return text if (noted or linked) and re.fullmatch(r"\d{1,3}|\*{1,3}", text) else None

    def _note(self, element: "_Element") -> None:
        marker = next(
            (
                flat_text(e)
                for e in element.iter()
                if any("nootnum" in c or "nootnr" in c for c in _classes(e))
            ),
            "",
        )
        text = InlineText()
        for child in element:
            if name_of(child) not in HEADINGS and marker != flat_text(child):
                self._collect(child, text)
                text.add(" ")
        body = str(text)
        marker = marker.strip("[]().") or str(len(self.notes) + 1)
        body = re.sub(rf"^\[?{re.escape(marker)}[\].)]?\s+", "", body)
        if body:
            self.notes.append(Block(BlockKind.FOOTNOTE, body, marker=marker))
