"""What a result depends on besides the letter: program, vocabulary, model, settings."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from letteranalyser import __version__
from letteranalyser.batch.letter_task import Setup

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Identity:
    """What the results of a run depend on; a letter is analysed again when one of these changes.

    Attributes:
        version: of the program, with a fingerprint of its code.
        vocabulary: fingerprint of the package's vocabulary and the user's.
        model: name and fingerprint.
        settings: kinds asked for, limits, format of the files.
    """

    version: str
    vocabulary: str
    model: str
    settings: dict[str, object]

    def as_json(self) -> dict[str, object]:
        """As it stands in the manifest."""
        return {name: getattr(self, name) for name in self.__slots__}

    def key(self) -> str:
        """A short name for all of it together."""
        return hashlib.sha256(json.dumps(self.as_json(), sort_keys=True).encode()).hexdigest()[:16]


def identity_of(setup: Setup, form: str, shown: Iterable[str]) -> Identity:
    """The identity of a run.

    Args:
        setup: what its letters are analysed with.
        form: the format of the results.
        shown: the kinds that they show.
    """
    settings = setup.settings
    code = fingerprint(path for path in PACKAGE.rglob("*.py") if "batch" not in path.parts)
    shipped = fingerprint((PACKAGE / "vocabulary").glob("*.toml"))
    own = hashlib.sha256(repr(setup.vocabulary).encode()).hexdigest()[:16] if setup.vocabulary else ""
    return Identity(
        version=f"{__version__}+{code}",
        vocabulary=f"{shipped} {own}".rstrip(),
        model=model_of(setup) if "actors" in setup.kinds else "",
        settings={
            "format": form,
            "shown": list(shown),
            "kinds": list(setup.kinds),
            "max_pages": settings.max_pages,
            "max_bytes": settings.max_bytes,
            "seconds": settings.seconds,
            "memory": settings.memory,
            "ocr": settings.ocr.value,
            # Not the password: what it does not open is a failure, and those are tried again anyway.
        },
    )


def model_of(setup: Setup) -> str:
    """Name and fingerprint of the model."""
    if setup.model == "none":
        return "none"
    spacy = metadata.version("spacy")
    if setup.model == "default":
        files = (path for path in (PACKAGE / "model").rglob("*") if path.is_file() and path.suffix != ".pyc")
        return f"default {fingerprint(files)} spacy {spacy}"
    try:
        made = metadata.version(setup.model)
    except (metadata.PackageNotFoundError, ValueError):
        # A folder: its description changes with it.
        made = fingerprint(Path(setup.model).rglob("meta.json"))
    return f"{setup.model} {made} spacy {spacy}"


def fingerprint(files: Iterable[Path]) -> str:
    """A short hash of names and contents."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode("utf-8", "surrogateescape") + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
