"""What each way of running loads: help is instant, and spaCy is for what needs it."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "pdfplumber", "pypdfium2", "pdfminer", "rich", "lxml", "docx")

SCRIPT = """
import sys
sys.argv[0] = "analyse"
from letteranalyser.cli.app import main
try:
    main()
finally:
    print("LOADED", *sorted(sys.modules), file=sys.stderr)
"""

LETTER = """Den Haag, 3 november 2020

Hierbij reageer ik op de motie-De Wit (Kamerstuk 31 999, nr. 12). De motie sluit aan bij het kabinetsbeleid.
"""


def loaded(*arguments: str, folder: Path) -> set[str]:
    """Modules that a run of the command loads, ours by their whole name and others by their package's."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, cwd=folder, check=False
    )
    assert done.returncode == 0, done.stderr
    names = done.stderr.partition("LOADED ")[2].split()
    return {name if name.startswith("letteranalyser.") else name.partition(".")[0] for name in names}


@pytest.mark.parametrize("option", ["--help", "--version", "--schema"])
def test_asking_for_information_loads_nothing_heavy(option: str, tmp_path: Path) -> None:
    assert loaded(option, folder=tmp_path).isdisjoint(HEAVY)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_does_not_load_the_models(option: str, tmp_path: Path) -> None:
    script = SCRIPT.replace("from letteranalyser", "import letteranalyser; from letteranalyser")
    done = subprocess.run(
        [sys.executable, "-c", script, option], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    names = set(done.stderr.partition("LOADED ")[2].split())
    assert "letteranalyser.cli.app" in names
    assert not {
        name for name in names if name.startswith(("letteranalyser.models", "letteranalyser.pipeline"))
    }


@pytest.mark.parametrize("format_", ["json", "text"])
def test_kinds_of_rules_alone_do_without_spacy(format_: str, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    kinds = "alignment,motions,commitments,amounts,references"
    assert loaded("brief.txt", "-f", format_, "--only", kinds, folder=tmp_path).isdisjoint(HEAVY)


def test_actors_load_spacy(tmp_path: Path) -> None:
    """So that the tests above can fail."""
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    assert "spacy" in loaded("brief.txt", "--json", "--only", "actors", folder=tmp_path)
