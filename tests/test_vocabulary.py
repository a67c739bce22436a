"""The vocabulary files: what they must say, laying one's own over them, and the mistakes that are told."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from letteranalyser.errors import ExitCode, VocabularyError
from letteranalyser.vocabulary import load, shipped, shipped_names, use
from letteranalyser.vocabulary.check import CONTEXTS, SHARED, mistakes_in, mistakes_in_shipped
from letteranalyser.vocabulary.overlay import merged

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "src" / "letteranalyser" / "vocabulary").glob("*.toml"))
EXAMPLE = ROOT / "docs" / "example"

ABOUT = '[about]\nsource = "a list"\ndate = 2024-01-01\n'
LETTER = (
    "Met de Stichting Waterkant en de Landelijke Fietsersbond sprak ik op kade 12 over Kop op de Kade.\n\n"
    "Volgens Trouw is dat niet gelukt.\n"
)


@pytest.fixture
def restored() -> Iterator[None]:
    yield
    use(None)


def test_shipped_files_have_no_mistake() -> None:
    assert [str(mistake) for mistake in mistakes_in_shipped(FILES)] == []


def test_all_shipped_files_are_found() -> None:
    assert [path.stem for path in FILES] == shipped_names()


def test_contexts_are_those_of_the_tagger() -> None:
    from letteranalyser.tag.contexts import CONTEXTS as KNOWN

    assert set(KNOWN) == CONTEXTS


def test_every_shared_abbreviation_is_still_shared() -> None:
    from letteranalyser.tag.gazetteer import ACTOR_FILES, OPERATION_FILES, forms_in

    names: dict[str, set[str]] = {}
    for form, entry in forms_in((*ACTOR_FILES, *OPERATION_FILES)):
        names.setdefault(form, set()).add(entry.name)
    assert {form for form, of in names.items() if len(of) > 1} == SHARED


def write(folder: Path, text: str, name: str = "organisations.toml") -> Path:
    folder.joinpath(name).write_text(text, encoding="utf-8")
    return folder


def entry(row: str) -> str:
    return f"{ABOUT}[known]\nentry = [\n  {row},\n]\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (entry('{ name = "Kadebond", typ = "agency" }'), 6, "no key is called 'typ'"),
        (entry('{ name = "Kadebond", type = "bond" }'), 6, "'bond' is no type"),
        (entry('{ name = "Kadebond", context = "kade" }'), 6, "'kade' is no context"),
        (entry('{ aliases = ["Kadebond"] }'), 6, "an entry has no name"),
        (entry('{ name = "Kadebond" },\n  { name = "Kadebond" }'), 6, "'Kadebond' is there twice"),
        (
            entry('{ name = "Kadebond", aliases = ["Kadebond"] }'),
            6,
            "an alias is there twice, or is the name",
        ),
        (entry('{ name = "Kadebond", aliases = "KB" }'), 6, "aliases are a list"),
        (entry('{ name = "Kadebond", since = 2020, until = 2010 }'), 6, "until lies before since"),
        (entry('{ name = "Kadebond", since = "2020" }'), 6, "since and until are years"),
        (entry('{ name = "Kadebond", aliases = ["Woonbond"] }'), 6, "'Woonbond' is a form of both"),
        (ABOUT + "[unknown]\nentry = []\n", 4, "the file has no table [unknown]"),
        (
            ABOUT + '[remove]\nnames = ["Bestaat Niet"]\n',
            5,
            "'Bestaat Niet' is to be removed and is not there",
        ),
        (ABOUT + '[known]\nentry = [\n  { name = "X" \n', 7, "not TOML"),
        ('[known]\nnames = ["Kadebond"]\n', 1, "[about] has no source"),
    ],
    ids=lambda value: "" if "\n" in str(value) else str(value),
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    [mistake, *_] = mistakes_in(write(tmp_path, text))
    assert message in mistake.message
    assert mistake.path == tmp_path / "organisations.toml"
    assert mistake.line == line or "not TOML" in message


def test_a_file_that_the_package_has_not(tmp_path: Path) -> None:
    [mistake] = mistakes_in(write(tmp_path, ABOUT, "organizations.toml"))
    assert "no vocabulary file is called so" in mistake.message


@pytest.mark.parametrize("name", ["absent", "."])
def test_a_folder_without_vocabulary(tmp_path: Path, name: str) -> None:
    assert len(mistakes_in(tmp_path / name)) == 1


def test_merging_adds_changes_and_removes() -> None:
    base = {
        "about": {"source": "s"},
        "known": {"entry": [{"name": "A", "aliases": ["a", "b"]}, {"name": "B"}], "names": ["C"]},
    }
    over = {
        "about": {"source": "t"},
        "remove": {"names": ["B", "a"]},
        "known": {"entry": [{"name": "D"}], "names": ["C", "E"]},
    }
    assert merged(base, over) == {
        "about": {"source": "s"},
        "known": {"entry": [{"name": "A", "aliases": ["b"]}, {"name": "D"}], "names": ["C", "E"]},
    }
    changed = merged(base, {"known": {"entry": [{"name": "A"}]}})
    assert changed["known"]["entry"] == [{"name": "A"}, {"name": "B"}]


@pytest.mark.usefixtures("restored")
def test_use_is_undone(tmp_path: Path) -> None:
    write(tmp_path, ABOUT + '[known]\nentry = [{ name = "Kadebond" }]\n')
    use(tmp_path)
    assert {"name": "Kadebond"} in load("organisations")["known"]["entry"]
    use(None)
    assert load("organisations") == shipped("organisations")


def test_use_refuses_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=re.escape("organisations.toml:1: [about] has no source")):
        use(write(tmp_path, ""))
    assert load("organisations") == shipped("organisations")


def analyse(*arguments: str, path: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """The command, with the folder on the path as if it were installed."""
    source = [str(ROOT / "src"), *([str(path)] if path else []), os.environ.get("PYTHONPATH", "")]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, source))}
    command = [sys.executable, "-m", "letteranalyser", *arguments]
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The example tagger as an installed package."""
    tagger = EXAMPLE / "tagger"
    tmp_path.joinpath("quay_tagger.py").write_bytes(tagger.joinpath("quay_tagger.py").read_bytes())
    project = tomllib.loads(tagger.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = tmp_path / "quay_tagger-1.dist-info"
    info.mkdir()
    info.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 1\n", "utf-8"
    )
    points = project["entry-points"]["spacy_factories"]
    lines = ["[spacy_factories]", *(f"{name} = {target}" for name, target in points.items())]
    info.joinpath("entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path


def found(done: "subprocess.CompletedProcess[str]") -> dict[str, str]:
    """Surface form to canonical name of all actors and operations."""
    assert done.returncode == ExitCode.OK, done.stderr
    letter = json.loads(done.stdout)
    return {
        m["text"]: e["name"] for kind in ("actors", "operations") for e in letter[kind] for m in e["mentions"]
    }


def test_the_documented_example(installed: Path, tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text(LETTER, encoding="utf-8")
    folder = str(EXAMPLE / "vocabulary")
    ours = ("--json", "--only", "actors,operations")
    before = found(analyse(str(letter), *ours))
    after = found(analyse(str(letter), *ours, "--vocabulary", folder, path=installed))
    assert "Trouw" in before
    assert not {"Trouw"} & set(after)
    assert after["Landelijke Fietsersbond"] == "Fietsersbond"
    assert after["Stichting Waterkant"] == "Stichting Waterkant"
    assert after["Kop op de Kade"] == "Kop op de Kade"
    assert "Kop op de Kade" not in before
    assert after["kade 12"] == "kade 12"
    assert (
        analyse("--check-vocabulary", folder).returncode,
        analyse("--check-vocabulary", folder).stdout,
    ) == (0, "")


def test_a_tagger_that_is_not_installed(tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text(LETTER, encoding="utf-8")
    done = analyse(str(letter), "--json", "--vocabulary", str(EXAMPLE / "vocabulary"))
    assert done.returncode == ExitCode.MISSING_DEPENDENCY
    assert "quay_tagger" in done.stderr


def test_the_command_tells_mistakes(tmp_path: Path) -> None:
    write(tmp_path, entry('{ name = "Kadebond", type = "bond" }'))
    done = analyse("--check-vocabulary", str(tmp_path))
    assert done.returncode == ExitCode.BAD_VOCABULARY
    assert done.stdout.startswith(f"{tmp_path / 'organisations.toml'}:6: 'Kadebond'")
    done = analyse("-", "--vocabulary", str(tmp_path))
    assert done.returncode == ExitCode.BAD_VOCABULARY
    assert "organisations.toml:6:" in done.stderr


def test_the_documentation_shows_the_example() -> None:
    page = ROOT.joinpath("docs", "vocabulary.md").read_text(encoding="utf-8")
    assert EXAMPLE.joinpath("vocabulary", "organisations.toml").read_text(encoding="utf-8").strip() in page
    for context in CONTEXTS:
        assert f"`{context}`" in page


def test_our_taggers_are_entry_points() -> None:
    from letteranalyser.tag import nlp

    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["spacy_factories"]
    assert points == {f"letter_{kind}": f"letteranalyser.tag.nlp:letter_{kind}" for kind in nlp.KINDS}
    assert all(callable(getattr(nlp, target.partition(":")[2])) for target in points.values())
