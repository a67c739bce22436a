"""Names by class: the Alpino lists, and the half of this project's vocabulary that training may see."""

import hashlib
import html
import re
from collections import Counter

from letteranalyser.tag.gazetteer import ACTOR_FILES, SHORT_FORM, forms_in
from letteranalyser.tag.names import given_names
from letteranalyser.vocabulary import load
from training.generated import Names
from training.inputs import read_input
from training.places import Places
from training.silver import Lists

_WORDS = re.compile(r"[^\W\d_]{2,}(?:[ ’'-][^\W\d_]{2,}){0,5}")
_LISTS = {"PER": "per", "LOC": "geo", "ORG": "org", "MISC": "misc"}


def held_out(name: str) -> bool:
    """Whether an entry of the vocabulary is kept from training, so that the model can be measured on it.

    Half of the names are; which ones, their digest decides, so that a longer vocabulary changes nothing for the others.
    """
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 1


def name_class(kind: str) -> str:
    """The class of names that an actor's type has."""
    return "PER" if kind == "person" else "LOC" if kind == "country" else "ORG"


def alpino_names(places: Places) -> dict[str, list[str]]:
    """The four lists of the Alpino parser, by class."""
    return {
        label: [html.unescape(line).strip() for line in text.splitlines() if line.strip()]
        for label, text in (
            (k, read_input(places.corpora, f"alpino_names/{v}.txt.gz")) for k, v in _LISTS.items()
        )
    }


def lists(alpino: dict[str, list[str]]) -> Lists:
    """What relabelling goes by."""
    sure = {}
    for form, entry in forms_in(ACTOR_FILES):
        # A short or ambiguous form says nothing without its context.
        if not held_out(entry.name) and not entry.context and len(form) > SHORT_FORM and form[0].isupper():
            sure[form] = name_class(entry.kind)
    listed = {label: frozenset(name.lower() for name in names) for label, names in alpino.items()}
    listed["SURNAME"] = frozenset(name.split()[-1].lower() for name in alpino["PER"] if " " in name)
    return Lists(sure=sure, given=given_names(), listed=listed)


def generator_names(alpino: dict[str, list[str]]) -> Names:
    """What sentences are filled with."""
    known: dict[str, list[str]] = {file: [] for file in ACTOR_FILES}
    for file in ACTOR_FILES:
        known[file] = sorted({form for form, entry in forms_in((file,)) if not held_out(entry.name)})
    given, surnames = _parts_of_persons(alpino["PER"])
    orgs = [name for name in alpino["ORG"] if " " in name and _WORDS.fullmatch(name) and name[0].isupper()]
    towns = [name for name in alpino["LOC"] if _WORDS.fullmatch(name) and name[0].isupper()]
    portfolios = [row["name"] for row in load("ministries")["known"]["entry"]]
    return Names(
        given=given,
        surnames=surnames,
        parties=known["parties"],
        # Towns of the Netherlands as often as all others together.
        places=[
            *known["municipalities"] * max(1, len(towns) // max(1, len(known["municipalities"]))),
            *towns,
        ],
        countries=[form for form in known["countries"] if len(form) > 1],
        organisations=[*known["organisations"] * 8, *orgs],
        bodies=[
            form
            for file in ("public_bodies", "institutions", "eu_bodies", "international")
            for form in known[file]
            if form[0].isupper()
        ],
        ministries=portfolios,
    )


def _parts_of_persons(names: list[str]) -> tuple[list[str], list[str]]:
    firsts: Counter[str] = Counter()
    surnames: set[str] = set()
    common = given_names()
    for name in names:
        first, _, rest = name.partition(" ")
        if rest and _WORDS.fullmatch(name) and first[0].isupper():
            firsts[first] += 1
            if first in common:
                surnames.add(rest)
    return sorted(common | {name for name, count in firsts.items() if count >= 5}), sorted(surnames)
