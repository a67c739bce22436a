"""Analyses as JSON, the contract of the output, and its schema."""

from __future__ import annotations

import json

from letteranalyser.models.analysis import Analysis, Failure


def indented(record: Analysis | Failure) -> str:
    """One object over several lines; several after each other are a stream that jq reads."""
    return record.model_dump_json(indent=2) + "\n"


def one_line(record: Analysis | Failure) -> str:
    """One object on one line, for JSON Lines."""
    return record.model_dump_json() + "\n"


def schema() -> str:
    """The JSON Schema of what is written for each letter."""
    from pydantic import TypeAdapter

    # As it is written, not as it may be read: every field is there.
    made = TypeAdapter[Analysis | Failure](Analysis | Failure).json_schema(mode="serialization")
    top = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What letteranalyser writes for each letter",
    }
    return json.dumps(top | made, indent=2, ensure_ascii=False) + "\n"
