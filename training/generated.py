"""Sentences like those of letters, with names filled in: what the treebanks, of newspapers and questions, lack."""

import random
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Labelled = tuple[str, tuple[tuple[int, int, str], ...]]
"""A text with its names: start, end and class."""

_TEMPLATES = Path(__file__).with_name("templates.toml")
_SLOT = re.compile(r"\{(\w+)\}")
_CLASSES = {
    "person": "PER", "surname": "PER", "CAPS": "PER", "party": "ORG", "org": "ORG", "body": "ORG", "abbr": "ORG",
    "newabbr": "ORG", "place": "LOC", "country": "LOC", "law": "MISC", "programme": "MISC",
}  # fmt: skip
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_TITLES = ("dr. ", "drs. ", "mr. ", "ir. ", "prof. dr. ", "ing. ")
_PARTICLES = (
    "van ",
    "de ",
    "van de ",
    "van der ",
    "den ",
    "van den ",
    "ter ",
    "ten ",
    "van ’t ",
    "el ",
    "in ’t ",
)
_OPENINGS = (
    "Stichting", "Vereniging", "Nederlandse Vereniging voor", "Koninklijke Vereniging", "Federatie", "Bond voor",
    "Platform", "Branchevereniging", "Koepel", "Netwerk", "Landelijk Overleg", "Instituut voor", "Coalitie", "Fonds",
    "Kenniscentrum", "Coöperatie", "Nationaal Comité", "Landelijke Organisatie", "Expertisecentrum", "Actiecomité",
)  # fmt: skip
_SUBJECTS = (
    "Jeugd", "Zorg", "Wonen", "Schuldhulp", "Openbaar Vervoer", "Natuur en Landschap", "Ouderen", "Visserij", "Logistiek",
    "Kinderrechten", "Vluchtelingen", "Slachtofferhulp", "Binnenvaart", "Duurzame Energie", "Digitale Veiligheid",
    "Patiënten", "Huisartsen", "Melkvee", "Glastuinbouw", "Wadden", "Erfgoed", "Kunst en Cultuur", "Sport en Bewegen",
    "Studenten", "Zelfstandigen", "Woningcorporaties", "Thuiszorg", "Geestelijke Gezondheid", "Waterbeheer", "Luchtvaart",
    "Taxivervoer", "Kansspelen", "Mensenrechten", "Ontwikkelingssamenwerking", "Bouw en Infra", "Detailhandel",
)  # fmt: skip
_LAWS = (
    "Wet {}", "Wet op de {}", "Regeling {}", "Besluit {}", "Wet toekomst {}", "Tijdelijke wet {}", "Uitvoeringswet {}",
    "Verordening {}", "Beleidsregel {}", "Wet versterking {}",
)  # fmt: skip
_PROGRAMMES = (
    "Programma {}", "Actieplan {}", "Nationaal Programma {}", "Deltaplan {}", "Actieprogramma {}", "Convenant {}",
    "Stimuleringsprogramma {}", "Masterplan {}", "Akkoord {}", "Nationale Agenda {}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """The names that slots are filled with, by kind."""

    given: Sequence[str]
    surnames: Sequence[str]
    parties: Sequence[str]
    places: Sequence[str]
    countries: Sequence[str]
    organisations: Sequence[str]
    bodies: Sequence[str]
    ministries: Sequence[str]


class Writer:
    """Fills templates; the same seed gives the same sentences."""

    def __init__(self, names: Names, seed: int) -> None:
        """Remember the names."""
        self._names = names
        self._random = random.Random(seed)  # noqa: S311 - sentences, not secrets

    def sentences(self, count: int) -> list[Labelled]:
        """So many sentences, each from a template drawn at random, none twice."""
        templates = [t for group in load_templates().values() for t in group]
        made: dict[str, Labelled] = {}
        while len(made) < count:
            sentence = self.fill(self._random.choice(templates))
            made.setdefault(sentence[0], sentence)
        return list(made.values())

    def fill(self, template: str) -> Labelled:
        """One template with names in its slots."""
        text, names, done = "", [], 0
        for slot in _SLOT.finditer(template):
            text += template[done : slot.start()]
            done = slot.end()
            for words, label in self._parts(slot[1]):
                if label:
                    names.append((len(text), len(text) + len(words), label))
                text += words
        return text + template[done:], tuple(names)

    def _parts(self, slot: str) -> list[tuple[str, str]]:
        """What a slot becomes: its words, each stretch with its class or none."""
        if slot == "newabbr":
            name = self._invented()
            short = self._abbreviation(name)
            return [(name, "ORG"), (" (", ""), (short, "ORG"), (")", "")]
        if slot == "person" and self._random.random() < 0.1:
            return [(self._random.choice(_TITLES), ""), (self._person(), "PER")]
        return [(self._words(slot), _CLASSES.get(slot, ""))]

    def _words(self, slot: str) -> str:
        draw, names = self._random, self._names
        simple = {
            "party": names.parties, "place": names.places, "country": names.countries, "body": names.bodies,
            "ministry": names.ministries,
        }  # fmt: skip
        if slot in simple:
            return draw.choice(simple[slot])
        match slot:
            case "person":
                return self._person()
            case "surname":
                return self._surname()
            case "CAPS":
                return self._person().upper()
            case "org":
                return draw.choice(names.organisations) if draw.random() < 0.6 else self._invented()
            case "abbr":
                return self._abbreviation("")
            case "law":
                return draw.choice(_LAWS).format(draw.choice(_SUBJECTS).lower())
            case "programme":
                return draw.choice(_PROGRAMMES).format(draw.choice(_SUBJECTS))
            case "date":
                return f"{draw.randint(1, 28)} {draw.choice(_MONTHS)} {draw.randint(1999, 2025)}"
            case "year":
                return str(draw.randint(1999, 2026))
            case "dossier":
                return f"{draw.randint(21, 37)} {draw.randint(100, 999)}"
            case "number":
                return str(draw.randint(2, 980))
        raise ValueError(f"templates.toml has an unknown slot {{{slot}}}")

    def _surname(self) -> str:
        name = self._random.choice(self._names.surnames)
        if self._random.random() < 0.25 and " " not in name:
            name = self._random.choice(_PARTICLES) + name
        if self._random.random() < 0.05:
            name = f"{name}-{self._random.choice(self._names.surnames)}"
        return name[0].upper() + name[1:]

    def _person(self) -> str:
        draw, surname = self._random, self._surname()
        lower = surname if surname.split()[0] == surname else surname[0].lower() + surname[1:]
        if (kind := draw.random()) < 0.4:
            return f"{draw.choice(self._names.given)} {lower}"
        if kind < 0.8:
            initials = "".join(f"{draw.choice('ABCDEFGHJKLMNPRSTW')}." for _ in range(draw.randint(1, 3)))
            return f"{initials} {lower}"
        return surname

    def _invented(self) -> str:
        draw = self._random
        subject = draw.choice(_SUBJECTS)
        ending = (
            f" {draw.choice(self._names.places)}"
            if draw.random() < 0.15
            else " Nederland"
            if draw.random() < 0.2
            else ""
        )
        return f"{draw.choice(_OPENINGS)} {subject}{ending}"

    def _abbreviation(self, name: str) -> str:
        draw = self._random
        letters = "".join(word[0].upper() for word in name.split() if word not in ("en", "voor"))
        if len(letters) < 2:
            letters = "".join(
                draw.choice("ABCDEFGHIKLMNOPRSTUVWZ") for _ in range(draw.choice((2, 3, 3, 3, 4, 4, 5)))
            )
        if draw.random() < 0.1:
            letters = letters[0] + letters[1:].lower()
            return letters + draw.choice("NVKR")
        return letters


def load_templates() -> Mapping[str, Sequence[str]]:
    """The templates by group."""
    groups: dict[str, list[str]] = tomllib.loads(_TEMPLATES.read_text(encoding="utf-8"))["sentences"]
    return groups


def slots(templates: Iterable[str]) -> set[str]:
    """The slots that templates use."""
    return {slot for template in templates for slot in _SLOT.findall(template)}
