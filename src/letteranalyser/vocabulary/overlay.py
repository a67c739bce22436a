"""Laying a user's vocabulary file over the shipped one: add, change, remove."""

from typing import Any

REMOVE = "remove"
"""The table of a user's file that names what is to go: ``[remove] names = ["Trouw"]``."""


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The file with what the user's file adds, changes and removes; neither is changed.

    A row with a ``name`` that the file has takes that row's place, any other row and every string is added, a table is
    merged likewise, and any other value takes the old one's place. What ``[remove]`` names goes first. ``[about]`` stays.

    Args:
        base: the shipped file.
        over: the user's.
    """
    gone = frozenset(over.get(REMOVE, {}).get("names", ()))
    data = _without(base, gone) if gone else base
    return _merged(data, {key: value for key, value in over.items() if key not in (REMOVE, "about")})


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    data = dict(base)
    for key, value in over.items():
        old = data.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            data[key] = _merged(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            data[key] = _extended(old, value)
        else:
            data[key] = value
    return data


def _extended(old: list[Any], new: list[Any]) -> list[Any]:
    changed = {row["name"]: row for row in new if isinstance(row, dict) and "name" in row}
    rows = [changed.pop(row["name"], row) if isinstance(row, dict) and "name" in row else row for row in old]
    added = [
        row
        for row in new
        if (row["name"] in changed if isinstance(row, dict) and "name" in row else row not in old)
    ]
    return [*rows, *added]


def _without(value: Any, gone: frozenset[str]) -> Any:  # noqa: ANN401 - any value that TOML has
    """A value of a file without the rows, aliases and strings of these names."""
    if isinstance(value, dict):
        return {key: _without(item, gone) if key != "name" else item for key, item in value.items()}
    if isinstance(value, list):
        return [
            _without(item, gone)
            for item in value
            if not (isinstance(item, str) and item in gone)
            and not (isinstance(item, dict) and item.get("name") in gone)
        ]
    return value
