"""Steps ``train-syntax`` and ``train-names``: spaCy's own training, with the configurations beside this file."""

import shutil
from pathlib import Path

from training.places import CONFIGS, Places


def train_syntax(places: Places) -> Path:
    """Train tagger, morphologizer, lemmatizer and parser in two rounds; about three quarters of an hour on one core.

    Returns:
        Folder of the best pipeline.
    """
    first = _train("syntax", places, {}, out="first")
    return _train("syntax", places, {"paths.first": str(first)}, config="syntax_second")


def train_names(places: Places) -> Path:
    """Train the finder of names; about a quarter of an hour on one core.

    Returns:
        Folder of the best pipeline.
    """
    return _train("ner", places, {"paths.blank": str(places.work / "ner" / "blank")})


def _train(
    part: str, places: Places, paths: dict[str, str], *, out: str = "model", config: str | None = None
) -> Path:
    from spacy.cli.train import train

    folder = places.work / part / out
    shutil.rmtree(folder, ignore_errors=True)
    data = {f"paths.{name}": str(places.work / part / f"{name}.spacy") for name in ("train", "dev")}
    train(CONFIGS / f"{config or part}.cfg", folder, overrides={**data, **paths})
    return folder / "model-best"
