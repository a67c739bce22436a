"""Domain vocabulary: data files with source and date, and the loaders that check them.

Every file is TOML. It opens with a table ``[about]`` with ``source`` (where the entries come from) and ``date`` (when
they were last checked against it, ISO).
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """One vocabulary file, parsed.

    Args:
        name: file name without ending, for example ``positions``.

    Raises:
        FileNotFoundError: if there is no such file.
        tomllib.TOMLDecodeError: if it is not TOML.
    """
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
