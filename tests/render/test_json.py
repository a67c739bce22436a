"""JSON as it is written, and its schema."""

import json

import pytest
from pydantic import TypeAdapter

from letteranalyser.models.analysis import Analysis, Failure
from letteranalyser.render.json import indented, one_line, schema


def test_indented_is_one_object_that_reads_back(letter: Analysis) -> None:
    assert indented(letter).endswith("\n}\n")
    assert Analysis.model_validate_json(indented(letter)) == letter


def test_one_line_is_one_line(letter: Analysis, failure: Failure) -> None:
    for record in (letter, failure):
        assert one_line(record).count("\n") == 1
        assert TypeAdapter[Analysis | Failure](Analysis | Failure).validate_json(one_line(record)) == record


def test_letters_stay_letters(letter: Analysis) -> None:
    assert "vóór de zomer" in one_line(letter)
    assert "€ 12 miljoen" in indented(letter)


def test_a_failure_has_source_and_problems_alone(failure: Failure) -> None:
    assert set(json.loads(one_line(failure))) == {"schema_version", "source", "problems"}


def resolve(node: dict[str, object], top: dict[str, dict[str, dict[str, object]]]) -> dict[str, object]:
    reference = str(node.get("$ref", ""))
    return top["$defs"][reference.rpartition("/")[2]] if reference else node


@pytest.mark.parametrize("name", ["letter", "failure"])
def test_the_schema_names_every_field_that_is_written(name: str, request: pytest.FixtureRequest) -> None:
    record: Analysis | Failure = request.getfixturevalue(name)
    made = json.loads(schema())
    variants = [resolve(node, made) for node in made["anyOf"]]
    [variant] = [v for v in variants if v["title"] == type(record).__name__]
    assert set(json.loads(one_line(record))) == set(variant["required"])  # type: ignore[call-overload]
