"""``--against``: one letter beside a motion or note, as a user runs it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
NOTE = SAMPLES / "against/initiatiefnota-lerarentekort.txt"
LETTER = SAMPLES / "kamerstuk/lerarentekort-initiatiefnota.pdf"


def run(*arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "letteranalyser", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


def test_json_has_both_sides() -> None:
    found = json.loads(run(LETTER, "--against", NOTE, "--json").stdout)
    against = found["against"]
    for answer in against["answers"]:
        request = answer["request"]
        assert against["text"][request["start"] : request["end"]] == request["text"]
        for row in answer["rows"]:
            assert row in found["alignment"]
    assert [answer["answered"] for answer in against["answers"]] == [*["answered"] * 5, "unanswered"]


def test_without_it_there_is_no_such_field() -> None:
    assert "against" not in json.loads(run(LETTER, "--only", "motions", "--json").stdout)


def test_text_begins_with_the_answers() -> None:
    text = run(LETTER, "--against", NOTE).stdout
    assert text.index("Answers") < text.index("Alignment")
    assert "6. Maak kinderopvang op school gratis\tunanswered" in text


def test_csv_is_the_answers() -> None:
    rows = list(csv.DictReader(io.StringIO(run(LETTER, "--against", NOTE, "-f", "csv").stdout)))
    assert [row["position"] for row in rows[:4]] == ["premature", "aligned", "existing_policy", "rejected"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([SAMPLES / "text", "--against", NOTE], 2, "one letter"),
        ([LETTER, "--against", SAMPLES / "nothing.pdf"], 3, "nothing.pdf"),
        ([LETTER, "--against", SAMPLES / "against"], 2, "several"),
        ([LETTER, "--against", SAMPLES / "text/toeslagen-uitstel.txt", "-f", "csv"], 0, "no request found"),
    ],
    ids=["several letters", "no such note", "a folder", "a note that asks nothing"],
)
def test_what_goes_wrong_is_said_in_a_line(arguments: list[str | Path], code: int, said: str) -> None:
    stderr = run(*arguments, code=code).stderr
    assert said in stderr
    assert len(stderr.splitlines()) == 1
