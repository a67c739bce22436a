"""Splitting: pages of lines to the letter as a person reads it, with its letterhead, sections and footnotes."""

from letteranalyser.models.layout import Document
from letteranalyser.models.letter import Letter
from letteranalyser.split.assemble import assemble


def split(document: Document) -> Letter:
    """Split a document into letterhead, text, sections, paragraphs, sentences and footnotes."""
    if document.blocks:
        from letteranalyser.split.marked import marked_blocks

        return assemble(marked_blocks(document.blocks), document)
    if document.positioned:
        from letteranalyser.split.positioned import positioned_blocks

        return assemble(positioned_blocks(document.pages), document)
    from letteranalyser.split.plain import plain_blocks

    return assemble(plain_blocks(document.pages), document)
