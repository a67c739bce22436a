"""Mistakes in vocabulary files, each with file and line: in a user's folder, and in what the package ships."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from letteranalyser.models.analysis import ActorType, OperationType
from letteranalyser.vocabulary.overlay import REMOVE, merged

ROW_KEYS = frozenset(
    {
        "name",
        "abbreviation",
        "aliases",
        "type",
        "since",
        "until",
        "context",
        "lower",
        "holds_others",
        "source",
    }
)
"""What an entry of an actor, operation or portfolio may say."""

CONTEXTS = frozenset({"party", "place", "medium", "programme", "operation", "king", "home"})
"""Names of the contexts in ``letteranalyser.tag.contexts``."""

TYPES = frozenset(ActorType) | frozenset(OperationType)

SHARED = frozenset({"ECN", "EGF", "ISF", "ISO", "ROB", "SBB"})
"""Abbreviations that two bodies of different times or fields have; the one that the letter writes in full is meant."""

_FIRST_YEAR = 1500


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong, and where; ``line`` counts from 1."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """As compilers say it, so that editors can jump there."""
        return f"{self.path}:{self.line}: {self.message}"


def mistakes_in(folder: Path) -> list[Mistake]:
    """All mistakes in a user's folder, by file and line."""
    from letteranalyser.vocabulary import shipped, shipped_names

    if not folder.is_dir():
        return [Mistake(folder, 1, "no such folder")]
    known = shipped_names()
    found: list[Mistake] = []
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in known:
            found.append(Mistake(path, 1, f"no vocabulary file is called so; there are {', '.join(known)}"))
            continue
        try:
            text = path.read_text(encoding="utf-8")
            data = tomllib.loads(text)
        except UnicodeDecodeError:
            found.append(Mistake(path, 1, "not UTF-8"))
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            found.append(Mistake(path, int(line[1]) if line else text.count("\n") + 1, f"not TOML: {error}"))
        else:
            found += [
                Mistake(path, line_of(text, words), says)
                for words, says in _overlay(data, shipped(path.stem))
            ]
    if not found and not list(folder.glob("*.toml")):
        found.append(Mistake(folder, 1, "holds no .toml file"))
    return sorted(found)


def mistakes_in_shipped(paths: Iterable[Path]) -> list[Mistake]:
    """All mistakes in vocabulary files that stand on their own, and between them."""
    found: list[Mistake] = []
    forms: dict[str, tuple[Path, str]] = {}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
        said = [*_about(data), *_rows(data)]
        for name, form in _forms(data):
            other = forms.setdefault(form, (path, name))
            if other != (path, name) and form not in SHARED:
                said.append((form, f"{form!r} of {name!r} is also a form of {other[1]!r} in {other[0].name}"))
        found += [Mistake(path, line_of(text, words), says) for words, says in said]
    return sorted(found)


def line_of(text: str, words: str) -> int:
    """The line in which a string or key of a file stands, else the first."""
    quoted = text.find(f'"{words}"')
    at = quoted if quoted >= 0 else text.find(words)
    return text.count("\n", 0, at) + 1 if at > 0 else 1


Said = Iterator[tuple[str, str]]
"""Words in the file to find the line by, and what is wrong there."""


def _about(data: dict[str, Any]) -> Said:
    about = data.get("about")
    if not isinstance(about, dict) or not str(about.get("source", "")).strip():
        yield "about", "[about] has no source"
        return
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(about.get("date"))):
        yield "about", "[about] has no date"
    if "type" in about and about["type"] not in TYPES:
        yield about["type"], f"{about['type']!r} is no type of actor or operation"


def _overlay(data: dict[str, Any], base: dict[str, Any]) -> Said:
    about = data.get("about", {})
    if not isinstance(about, dict) or not str(about.get("source", "")).strip():
        yield "about", "[about] has no source: say where the entries come from"
    known = {*base, REMOVE, "about"}
    for key, value in data.items():
        if key not in known:
            yield key, f"the file has no table [{key}]; it has {', '.join(sorted(set(base) - {'about'}))}"
        elif key in base and type(value) is not type(base[key]):
            yield key, f"[{key}] is of another kind in the shipped file"
    wrong = list(_rows(data))
    yield from wrong
    names = _strings(base)
    for name in data.get(REMOVE, {}).get("names", ()):
        if name not in names:
            yield name, f"{name!r} is to be removed and is not there"
    if not wrong:
        owners: dict[str, str] = {}
        ours = {form for _, form in _forms(data)}
        for name, form in _forms(merged(base, data)):
            other = owners.setdefault(form, name)
            if other != name and form in ours and form not in SHARED:
                yield form, f"{form!r} is a form of both {other!r} and {name!r}"


def _rows(data: dict[str, Any]) -> Said:
    known = data.get("known", {})
    seen: set[str] = set()
    if not isinstance(known, dict):
        yield "known", "[known] is no table"
        return
    rows = known.get("entry", [])
    for row in [*(rows if isinstance(rows, list) else []), *data.get("party", ())]:
        name = row.get("name") if isinstance(row, dict) else None
        if not isinstance(name, str) or not name.strip():
            yield next(iter(sorted(_strings(row))), "entry"), "an entry has no name"
            continue
        if name in seen:
            yield name, f"{name!r} is there twice"
        seen.add(name)
        yield from _row(name, row)
    for name in (*known.get("names", ()), *known.get("ambiguous", ())):
        if name in seen:
            yield name, f"{name!r} is there twice"
        seen.add(name)


def _row(name: str, row: dict[str, Any]) -> Said:
    for key in row.keys() - ROW_KEYS:
        yield name, f"{name!r}: no key is called {key!r}; there are {', '.join(sorted(ROW_KEYS))}"
    if row.get("type", ActorType.PERSON) not in TYPES:
        yield name, f"{name!r}: {row['type']!r} is no type of actor or operation"
    if row.get("context", "party") not in CONTEXTS:
        yield name, f"{name!r}: {row['context']!r} is no context; there are {', '.join(sorted(CONTEXTS))}"
    aliases, short = row.get("aliases", []), row.get("abbreviation", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        yield name, f"{name!r}: aliases are a list of words"
    elif len({name, *aliases}) <= len(aliases):
        yield name, f"{name!r}: an alias is there twice, or is the name"
    if not isinstance(short, str | list):
        yield name, f"{name!r}: abbreviation is a word or a list of words"
    years = [row[key] for key in ("since", "until") if key in row]
    if not all(isinstance(year, int) and _FIRST_YEAR < year < date.max.year for year in years):
        yield name, f"{name!r}: since and until are years"
    elif years != sorted(years):
        yield name, f"{name!r}: until lies before since"


def _forms(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and form of everything in a file that names actors or operations."""
    known = data.get("known", {})
    for row in (*known.get("entry", ()), *data.get("party", ())):
        short = row.get("abbreviation", [])
        for form in dict.fromkeys(
            (row["name"], *([short] if isinstance(short, str) else short), *row.get("aliases", ()))
        ):
            yield row["name"], form
    for name in (*known.get("names", ()), *known.get("ambiguous", ())):
        yield name, name


def _strings(value: Any) -> set[str]:  # noqa: ANN401 - any value that TOML has
    """All strings in a value."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set[str]().union(*map(_strings, value.values()))
    return set[str]().union(*map(_strings, value)) if isinstance(value, list) else set()
