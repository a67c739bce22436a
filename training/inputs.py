"""The corpora that the recipe reads, each checked against the digest it was written for."""

import gzip
import hashlib
import tomllib
from pathlib import Path

_LIST = Path(__file__).with_name("inputs.toml")


class InputError(Exception):
    """A corpus is not there, or not the one that the recipe was written for."""


def read_input(corpora: Path, name: str) -> str:
    """The text of one corpus.

    Args:
        corpora: folder of the corpora.
        name: path in it, as ``inputs.toml`` lists it.

    Raises:
        InputError: if it is not listed, not there, or another file than expected.
    """
    expected = _digests().get(name)
    if expected is None:
        raise InputError(f"{name} is not in inputs.toml")
    path = corpora / name
    if not path.is_file():
        raise InputError(f"{path} is not there")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != expected:
        raise InputError(f"{path} has changed: its SHA-256 is not the one in inputs.toml")
    return gzip.decompress(data).decode("utf-8")


def _digests() -> dict[str, str]:
    listed: dict[str, dict[str, str]] = tomllib.loads(_LIST.read_text(encoding="utf-8"))
    return listed["sha256"]
