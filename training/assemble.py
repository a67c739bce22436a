"""Steps ``assemble`` and ``package``: from trained pipelines to the folders that users get."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from training.places import PACKAGED, Places

PARTS = ("syntax", "ner")
MANIFEST = "sha256.json"
_META = {
    "lang": "nl",
    "version": "1.0.0",
    "license": "CC BY-SA 4.0",
    "url": "",
    "author": "authors of letteranalyser; see ATTRIBUTION.md",
    "email": "",
}
_DESCRIPTIONS = {
    "syntax": "Dutch tagger, morphologizer, lemmatizer and parser for official letters",
    "ner": "Dutch names (PER, LOC, ORG, MISC) for official letters",
}


def assemble(places: Places) -> dict[str, int]:
    """Write ``assembled/syntax`` and ``assembled/ner``: best weights, without what only training needs.

    Returns:
        Size of each part in bytes.
    """
    sizes = {}
    for part in PARTS:
        nlp = spacy.load(places.work / part / "model" / "model-best")
        nlp.meta.update(
            {**_META, "name": f"letters_{part}", "description": _DESCRIPTIONS[part], "performance": {}}
        )
        folder = places.work / "assembled" / part
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        forget_training(nlp)
        keep_exceptions(nlp, places.work / part / "train.spacy")
        nlp.to_disk(folder)
        if part == "ner":
            # Words are known by their hash; only the lemmatizer's trees need the words themselves.
            (folder / "vocab" / "strings.json").write_text("[]\n", encoding="utf-8")
        sizes[part] = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return sizes


def forget_training(nlp: Language) -> None:
    """Drop what a user's copy has no use for: paths of this machine, corpora, schedules."""
    for section in ("paths", "corpora", "training", "initialize", "pretraining"):
        nlp.config.pop(section, None)


def keep_exceptions(nlp: Language, corpus: Path) -> None:
    """Keep of the tokenizer's 8,000 exceptions those that the training corpus has: most of the time to load goes there."""
    tokenizer: Any = nlp.tokenizer
    words = {token.text for doc in DocBin().from_disk(corpus).get_docs(nlp.vocab) for token in doc}
    tokenizer.rules = {
        form: rule for form, rule in tokenizer.rules.items() if form in words or "." not in form
    }


def package(places: Places) -> dict[str, str]:
    """Copy the assembled parts into the package and list their digests.

    Returns:
        File to SHA-256.
    """
    for part in PARTS:
        shutil.rmtree(PACKAGED / part, ignore_errors=True)
        shutil.copytree(places.work / "assembled" / part, PACKAGED / part)
    return list_digests()


def list_digests() -> dict[str, str]:
    """Write down the digests of all that is packaged."""
    listed = digests(PACKAGED)
    (PACKAGED / MANIFEST).write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    return listed


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of the parts, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for part in (*PARTS, "wording")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }
