"""The options on how letters are read, as users write them."""

import re
from pathlib import Path

from letteranalyser.errors import UsageError

_SIZE = re.compile(r"(\d{1,15})\s?([KMG]?)(?:i?B)?", re.IGNORECASE)
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def size(text: str) -> int:
    """Bytes, from a number with or without K, M or G behind it.

    Raises:
        UsageError: if it is none.
    """
    found = _SIZE.fullmatch(text.strip())
    if not found or not int(found[1]):
        raise UsageError("no_size", f"'{text}' is no size", "write 500K, 20M or 1G")
    return int(found[1]) * _UNITS[found[2].upper()]


def password(path: str | None) -> str | None:
    """The password in a file: its first line.

    Raises:
        UsageError: if it cannot be read, or is empty.
    """
    if path is None:
        return None
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        raise UsageError("password_file", f"the password file cannot be read: {why}", path) from None
    if not (found := text.partition("\n")[0].rstrip("\r")):
        raise UsageError("password_file", "the password file is empty", path)
    return found
