"""The weights that come with the package: whole, small, and they do what they are for."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from letteranalyser import model
from letteranalyser.errors import UsageError

MANIFEST = json.loads((model.FOLDER / "sha256.json").read_text(encoding="utf-8"))
LARGEST = 20_000_000


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_every_file_is_the_one_that_was_measured(name: str) -> None:
    assert hashlib.sha256((model.FOLDER / name).read_bytes()).hexdigest() == MANIFEST[name]


def test_nothing_else_is_shipped() -> None:
    parts = [
        path
        for part in ("ner", "syntax", "wording")
        for path in (model.FOLDER / part).rglob("*")
        if path.is_file()
    ]
    assert {path.relative_to(model.FOLDER).as_posix() for path in parts} == set(MANIFEST)
    assert sum(path.stat().st_size for path in parts) < LARGEST


def test_no_path_of_the_machine_that_trained_them() -> None:
    for part in ("ner", "syntax"):
        config = (model.FOLDER / part / "config.cfg").read_text(encoding="utf-8")
        assert "/tmp" not in config  # noqa: S108 - looked for, not used
        assert "[corpora" not in config


def test_licence_and_sources_stand_beside_them() -> None:
    assert "Attribution-ShareAlike 4.0" in (model.FOLDER / "LICENSE").read_text(encoding="utf-8")
    sources = (model.FOLDER / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for name in ("Alpino", "LassySmall", "CC BY-SA 4.0", "LGPL-2.1"):
        assert name in sources


def test_names_are_found() -> None:
    nlp = model.name_finder("default")
    assert nlp is not None
    doc = nlp("Op dinsdag sprak ik in Zwolle met mevrouw Van Houten-Bakker van de Stichting Schone Sloten.")
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Zwolle", "LOC"),
        ("Van Houten-Bakker", "PER"),
        ("Stichting Schone Sloten", "ORG"),
    ]


def test_names_load_without_syntax() -> None:
    nlp = model.name_finder("default")
    assert nlp is not None
    assert nlp.pipe_names == ["tok2vec", "ner"]


def test_syntax() -> None:
    doc = model.syntax()("De minister ontving d.d. 3 mei jl. twee brieven. Zij beantwoordt ze volgende week.")
    assert [s.text for s in doc.sents] == [
        "De minister ontving d.d. 3 mei jl. twee brieven.",
        "Zij beantwoordt ze volgende week.",
    ]
    words = {t.text: t for t in doc}
    assert (words["brieven"].lemma_, words["brieven"].pos_) == ("brief", "NOUN")
    assert (words["ontving"].lemma_, words["ontving"].dep_) == ("ontvangen", "ROOT")
    assert words["minister"].dep_ == "nsubj"
    assert words["brieven"].morph.to_dict()["Number"] == "Plur"


def test_loaded_once_a_process() -> None:
    assert model.name_finder("default") is model.name_finder("default")
    assert model.syntax() is model.syntax()


def test_no_model_is_no_pipeline() -> None:
    assert model.name_finder("none") is None


def test_a_model_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="nl_none_such is no installed pipeline"):
        model.name_finder("nl_none_such")


def test_a_pipeline_without_names_is_told(tmp_path: Path) -> None:
    import spacy

    spacy.blank("nl").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match="finds no names"):
        model.name_finder(str(tmp_path / "blank"))


def test_any_installed_pipeline_serves(tmp_path: Path) -> None:
    """Another pipeline that finds names: here one of rules, with classes as the published ones have them."""
    import spacy

    from letteranalyser.tag.model_names import find_names

    nlp = spacy.blank("nl")
    ruler: Any = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "GPE", "pattern": "Joure"}])
    nlp.to_disk(tmp_path / "other")
    finder = model.name_finder(str(tmp_path / "other"))
    assert finder is not None
    assert find_names("Kop\n\nNiet in Joure.", finder) == [(13, 18, "GPE")]
