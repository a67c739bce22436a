"""Reads the sources of the sample letters: a head of ``key: value`` lines, ``---``, then the body in a small markup.

Body: a blank line parts paragraphs; ``#``/``##`` headings; ``- `` list items; ``| a | b |`` rows of a table; ``[^1]`` a
footnote's mark and ``[^1]: …`` its text.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905 - reads better
)
MARK = re.compile(r"\[\^(\d+)\]")


@dataclass(frozen=True)
class Part:
    """One paragraph, heading (with its level), list item or row of a table."""

    kind: str
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterSource:
    """A sample letter before it is laid out."""

    name: str
    day: date
    place: str
    chamber: str
    dossiers: tuple[tuple[str, str], ...]
    number: str
    senders: tuple[tuple[str, str], ...]
    department: str
    directorate: str
    reference: str
    subject: str
    address: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: dict[str, str]

    @property
    def long_date(self) -> str:
        """The date in Dutch words."""
        return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"

    @property
    def session_year(self) -> str:
        """The parliamentary year: it opens on the third Tuesday of September (article 65 of the Grondwet)."""
        first = date(self.day.year, 9, 1)
        opening = first + timedelta(days=(1 - first.weekday()) % 7 + 14)
        start = self.day.year if self.day >= opening else self.day.year - 1
        return f"{start}–{start + 1}"

    @property
    def house(self) -> str:
        """The house addressed, in words."""
        return "Eerste Kamer" if self.chamber == "eerste_kamer" else "Tweede Kamer"

    @property
    def title(self) -> str:
        """``BRIEF VAN DE MINISTERS VAN …``, as the chamber prints it above a letter."""
        functions = [f for f, _ in self.senders]
        ministers = [f.removeprefix("Minister ") for f in functions if f.startswith("Minister ")]
        if len(ministers) == len(functions) > 1:
            return f"BRIEF VAN DE MINISTERS {' EN '.join(m.upper() for m in ministers)}"
        return f"BRIEF VAN {' EN '.join('DE ' + f.upper() for f in functions)}"

    @property
    def stamp(self) -> str:
        """The address of the document: ``kst-33612-87``."""
        return f"kst-{self.dossiers[0][0].replace(' ', '')}-{self.number}"


def read_source(path: Path) -> LetterSource:
    """Read one source file.

    Raises:
        ValueError: if a line of the head is not ``key: value`` or a needed key is absent.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    values: dict[str, list[str]] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(": ")
        if not colon:
            raise ValueError(f"{path.name}: not `key: value`: {line}")
        values.setdefault(key, []).append(value)
    parts: list[Part] = []
    notes: dict[str, str] = {}
    for block in re.split(r"\n\s*\n|\n(?=\[\^\d+\]:)|\n(?=\| )", body.strip()):
        text = " ".join(block.split())
        note = re.match(r"\[\^(\d+)\]: (.*)", text)
        heading = re.match(r"(#+) (.*)", text)
        if note:
            notes[note[1]] = note[2]
        elif heading:
            parts.append(Part("heading", heading[2], level=len(heading[1])))
        elif text.startswith("| "):
            parts.append(Part("row", text, cells=tuple(c.strip() for c in text.strip("|").split("|"))))
        elif text.startswith("- "):
            parts.append(Part("item", text[2:]))
        else:
            parts.append(Part("paragraph", text))

    def pairs(key: str) -> tuple[tuple[str, str], ...]:
        split = (value.partition(" | ") for value in values[key])
        return tuple((a, b) for a, _, b in split)

    return LetterSource(
        name=path.stem,
        day=date.fromisoformat(values["date"][0]),
        place=values["place"][0],
        chamber=values["chamber"][0],
        dossiers=pairs("dossier"),
        number=values["number"][0],
        senders=pairs("from"),
        department=values["department"][0],
        directorate=values["directorate"][0],
        reference=values["reference"][0],
        subject=values["subject"][0],
        address=tuple(values["address"][0].split(", ")),
        parts=tuple(parts),
        notes=notes,
    )
