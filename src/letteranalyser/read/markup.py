"""Parsing XML and HTML without harm: no entities are expanded, nothing outside the file is opened."""

import re
from typing import TYPE_CHECKING

from letteranalyser.errors import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,2000}\[", re.IGNORECASE)
"""A document type with a subset of its own, the only place where entities can be declared."""


def parse_xml(data: bytes) -> "_Element":
    """Parse XML.

    Raises:
        UnreadableError: if it declares entities of its own, or is not well-formed.
    """
    from lxml import etree

    if DOCTYPE.search(data[:100_000].replace(b"\0", b"")):
        raise UnreadableError(
            "unsafe_xml", "the XML declares entities of its own", "only the official XML without them is read"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            "damaged", f"the XML is not well-formed: {error.msg}", "fetch it again"
        ) from error


def parse_html(data: bytes) -> "_Element":
    """Parse an HTML page, however untidy.

    Raises:
        UnreadableError: if there is no element in it.
    """
    from lxml import etree, html

    declared = re.search(rb"charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", data[:4096])
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, huge_tree=False, encoding=None if declared else "utf-8"
    )
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(
            "damaged", f"the page cannot be parsed: {error}", "save the page again"
        ) from error


def name_of(element: "_Element") -> str:
    """An element's name without its namespace, in lower case; empty for a comment or instruction."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def flat_text(element: "_Element") -> str:
    """All text in an element, white space folded."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
