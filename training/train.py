"""Steps ``train-syntax`` and ``train-names``: spaCy's own training, with the configurations beside this file."""

import shutil
from pathlib import Path

from training.places import CONFIGS, Places


def train_syntax(places: Places) -> Path:
    """Train tagger, morphologizer, lemmatizer and parser; about three quarters of an hour on one core.

    Returns:
        Folder of the best pipeline.
    """
    return _train("syntax", places, {})


def train_names(places: Places) -> Path:
    """Train the finder of names; about a quarter of an hour on one core.

    Returns:
        Folder of the best pipeline.
    """
    return _train("ner", places, {"paths.blank": str(places.work / "ner" / "blank")})


def _train(part: str, places: Places, paths: dict[str, str]) -> Path:
    from spacy.cli.train import train

    out = places.work / part / "model"
    shutil.rmtree(out, ignore_errors=True)
    data = {f"paths.{name}": str(places.work / part / f"{name}.spacy") for name in ("train", "dev")}
    train(CONFIGS / f"{part}.cfg", out, overrides={**data, **paths})
    return out / "model-best"
