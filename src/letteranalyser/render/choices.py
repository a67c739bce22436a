"""What can be chosen: formats and kinds of finding. Light, so that ``--help`` can name them without the models."""

from enum import StrEnum

KINDS = ("alignment", "motions", "commitments", "amounts", "operations", "actors", "references")
"""Kinds of finding, in the order in which a person reads them; the same as ``letteranalyser.pipeline.KINDS``."""


class Format(StrEnum):
    """How an analysis is written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    DUCKDB = "duckdb"
    PARQUET = "parquet"


ARCHIVES = frozenset({Format.DUCKDB, Format.PARQUET})
"""Formats that are tables of all letters together."""
