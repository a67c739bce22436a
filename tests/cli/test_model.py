"""The option --model: which names are added, and what is said of a model that is not there."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from letteranalyser.errors import ExitCode

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]

LETTER = """Den Haag, 3 november 2020

Op 4 mei sprak ik hierover in Zoetermeer met Fatoumata Kampstra en Wubbina van der Kluft. Beiden steunen dit plan.
"""


def rules_of(done: "subprocess.CompletedProcess[str]") -> set[str]:
    found = json.loads(done.stdout)
    return {mention["rule"] for actor in found["actors"] for mention in actor["mentions"]}


@pytest.mark.parametrize(("model", "used"), [("default", True), ("none", False)])
def test_model(run: Run, tmp_path: Path, model: str, used: bool) -> None:
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    done = run("brief.txt", "--json", "--only", "actors", "--model", model)
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
    assert ("model" in rules_of(done)) is used


def test_a_model_that_is_not_there(run: Run, letter: Path) -> None:
    done = run(letter.name, "--json", "--model", "nl_none_such")
    assert done.returncode == ExitCode.USAGE
    assert done.stdout == ""
    assert "nl_none_such is no installed pipeline of spaCy" in done.stderr


def test_no_model_is_looked_for_where_no_actors_are(run: Run, letter: Path) -> None:
    done = run(letter.name, "--json", "--only", "amounts", "--model", "nl_none_such")
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
