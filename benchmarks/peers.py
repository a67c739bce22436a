"""Our finders beside others' on the development letters and on our own: quality and characters per second, in one run.

    pip install -e ".[benchmark]"
    python benchmarks/peers.py             # print the table
    python benchmarks/peers.py --update    # write it, with the date, into README too

The others are installed by the extra ``benchmark`` alone, never with the package; one that is absent is left out. Of
wetsuite only what works offline is measured: its list of acts comes from its server, so it gets ours of one act.

What is compared: documents of parliament as (kind, dossier, number), each once a letter, against the gold; legal references
by their words, half of which must agree; sums of money by value, and once more by their words alone. Numbers whose dossier stands elsewhere (``nr. 213``) count
too: to read them is part of the task. Every finder reads the same raw text; ``letteranalyser`` is the whole analysis of
references (or amounts), ``letteranalyser, finder alone`` the function that is timed. For ``tests/letters_later`` no rule
was changed, which is why they are measured beside the development letters.
"""

import argparse
import contextlib
import importlib.util
import io
import json
import re
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import quality
from naive import naive_amount_words, naive_amounts, naive_legal, naive_parliamentary, parliamentary_id

from letteranalyser.pipeline import analyse
from letteranalyser.tag.amounts import amounts_in
from letteranalyser.tag.references import references_in

SETS = {
    "development letters": (quality.SETS["development"],),
    "letters of our own": (quality.SETS["own"], quality.SETS["later"], quality.SETS["cited"]),
}
"""What a set is called, and its folders."""
START, END = "<!-- peers: written by benchmarks/peers.py -->", "<!-- end peers -->"
PARLIAMENTARY = frozenset({"kamerstuk", "handelingen", "aanhangsel_handelingen"})
LEGAL = frozenset({"law", "eu_law", "case_law"})
HALF = 0.5
ATTEMPTS = 5
"""Times that a quick finder reads the letters; the least time counts. A slow one reads them once."""
SLOW = 5.0
"""Seconds for all letters from which a finder counts as slow."""

Items = frozenset[str]
Find = Callable[[str], Items]


class Letter(NamedTuple):
    """A letter and what is in it."""

    name: str
    text: str
    parliamentary: Items
    legal: Items
    money: Items
    money_words: Items


class Row(NamedTuple):
    """One finder's figures."""

    name: str
    hits: int
    missed: int
    wrong: int
    speed: float

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / (self.hits + self.wrong) if self.hits else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / (self.hits + self.missed) if self.hits else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def letters(folder: Path) -> list[Letter]:
    """The letters of a folder, which have gold beside them.

    Raises:
        FileNotFoundError: if there are none.
    """
    found = []
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
        references = gold["references"]
        money = [a for a in gold["amounts"] if a["kind"] == "money"]
        found.append(
            Letter(
                path.stem,
                path.read_text(encoding="utf-8"),
                frozenset(r["id"].lower() for r in references if r["kind"] in PARLIAMENTARY),
                frozenset(r["text"] for r in references if r["kind"] in LEGAL),
                frozenset(worth(a["value"], a.get("unit") or "EUR") for a in money),
                frozenset(a["text"] for a in money),
            )
        )
    if not found:
        raise FileNotFoundError(folder)
    return found


def worth(value: float, unit: str) -> str:
    """A sum of money, to compare it with another."""
    return f"{unit} {float(value):.2f}"


# Ours.


def our_references(text: str, kinds: frozenset[str], *, words: bool) -> Items:
    """References of the kinds asked for, by the whole analysis: their ids, or their words."""
    analysis = analyse(text.encode(), "-", ["references"])
    return frozenset(
        m.text if words else (r.id or "").lower()
        for r in analysis.references
        if r.kind in kinds
        for m in r.mentions
    )


def our_finder(text: str, kinds: frozenset[str], *, words: bool) -> Items:
    """The same by the finder alone."""
    found = (m for m in references_in(text) if m.kind in kinds)
    return frozenset(text[m.start : m.end] if words else m.id.lower() for m in found if m.id)


def our_money(text: str, *, words: bool) -> Items:
    """Sums of money by the whole analysis: what they are worth, or their words."""
    money = (a for a in analyse(text.encode(), "-", ["amounts"]).amounts if a.kind == "money")
    return frozenset(a.text if words else worth(a.value, a.unit) for a in money)


def our_money_finder(text: str, *, words: bool) -> Items:
    """The same by the finder alone."""
    money = (a for a in amounts_in(text) if a.kind == "money")
    return frozenset(text[a.start : a.end] if words else worth(a.value, a.unit) for a in money)


# Theirs.


def installed(name: str) -> ModuleType | None:
    """A peer's module; None where it is not installed or cannot be loaded."""
    try:
        return importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - a peer may fail to load in any way, which must not end the run
        print(f"(without {name}: {type(error).__name__}: {error})"[:160])
        return None


def nllegalcit() -> tuple[Find, Find] | None:
    """Finders of documents of parliament and of case law by nllegalcit."""
    module = installed("nllegalcit")
    if module is None:
        return None

    def cited(text: str) -> list[Any]:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints the trees it reads
            return list(module.parse_citations(text))

    def parliamentary(text: str) -> Items:
        ids = []
        for citation in cited(text):
            if hasattr(citation, "dossiernummer"):
                ids.append(parliamentary_id(citation.dossiernummer, citation.ondernummer))
            elif hasattr(citation, "vergaderingnummer"):
                house = "ek" if citation.kamer == "I" else "tk"
                number = "-".join(str(n) for n in (citation.vergaderingnummer, citation.itemnummer) if n)
                ids.append(f"h-{house}-{citation.vergaderjaar.replace('-', '')}-{number}")
        return frozenset(ids)

    def legal(text: str) -> Items:
        return frozenset(c.matched_text for c in cited(text) if hasattr(c, "court") or hasattr(c, "ljn"))

    return parliamentary, legal


def wetsuite() -> tuple[Find, Find] | None:
    """Finders by what of wetsuite works offline."""
    datasets = installed("wetsuite.datasets")
    if datasets is None:
        return None

    class OneAct:
        data = {"BWBR0005537": (["Algemene wet bestuursrecht"], ["Awb"])}  # noqa: RUF012 - as its data sets are

    datasets.load = lambda *_, **__: OneAct  # type: ignore[attr-defined]  # its list of acts is on its server
    patterns = installed("wetsuite.helpers.patterns")
    if patterns is None:
        return None

    def found(text: str) -> list[dict[str, Any]]:
        with contextlib.redirect_stdout(io.StringIO()):
            return list(patterns.find_references(text))

    def parliamentary(text: str) -> Items:
        # It says where a citation stands and not what it cites: that is read by the naive script.
        cited = (f["text"] for f in found(text) if f["type"] == "kamerstukken")
        return frozenset(i for words in cited for i in naive_parliamentary(words))

    def legal(text: str) -> Items:
        kinds = {"artikel", "ecli", "celex", "eudir", "eureg", "bwb"}
        return frozenset(f["text"] for f in found(text) if f["type"] in kinds)

    return parliamentary, legal


def recognizers() -> tuple[Find, Find] | None:
    """Finders of what sums of money are worth, and of their words, by Microsoft Recognizers-Text, which has Dutch."""
    module = installed("recognizers_number_with_unit")
    if module is None:
        return None
    model = module.NumberWithUnitRecognizer("nl-nl").get_currency_model()

    def money(text: str) -> Items:
        found = (r.resolution for r in model.parse(text) if r.resolution and r.resolution.get("value"))
        return frozenset(worth(float(r["value"]), r.get("isoCurrency") or r["unit"]) for r in found)

    def words(text: str) -> Items:
        return frozenset(r.text for r in model.parse(text) if r.resolution and r.resolution.get("value"))

    return money, words


# Comparing.


def measure(
    name: str, find: Find, gold: Callable[[Letter], Items], of: list[Letter], *, by_words: bool = False
) -> Row:
    """Figures of one finder.

    Args:
        name: what the table calls it.
        find: gives what is in a text.
        gold: what should be found in a letter.
        of: the letters.
        by_words: half of the words must agree; else all must.
    """
    hits = missed = wrong = 0
    for letter in of:
        right, found = gold(letter), find(letter.text)
        agreed = agreeing(right, found) if by_words else len(right & found)
        hits, missed, wrong = hits + agreed, missed + len(right) - agreed, wrong + len(found) - agreed
    return Row(name, hits, missed, wrong, characters_per_second(find, of))


def agreeing(right: Items, found: Items) -> int:
    """How many of two sets agree: the same string, or for those left over at least half of their words."""
    same = right & found
    left, others = sorted(right - same), sorted(found - same)
    agreed = len(same)
    for words in left:
        best = max(others, key=lambda other: shared(words, other), default=None)
        if best is not None and shared(words, best) >= HALF:
            others.remove(best)
            agreed += 1
    return agreed


def shared(one: str, other: str) -> float:
    """Words that two strings share, as F1."""
    a, b = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def characters_per_second(find: Find, of: list[Letter]) -> float:
    """Speed of a finder over all letters."""
    characters = sum(len(letter.text) for letter in of)
    taken = []
    for _ in range(ATTEMPTS):
        started = time.process_time()
        for letter in of:
            find(letter.text)
        taken.append(time.process_time() - started)
        if taken[0] > SLOW:
            break
    return characters / min(taken)


def table(title: str, rows: Iterable[Row]) -> list[str]:
    """The figures in Markdown; the speed also as a multiple of the slowest."""
    rows = list(rows)
    slowest = min(row.speed for row in rows)
    lines = [
        f"| {title} | found | wrong | P | R | F1 | characters/s | ratio |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.name} | {r.hits} of {r.hits + r.missed} | {r.wrong} | {r.precision:.2f} | {r.recall:.2f} | {r.f1:.2f} | {r.speed:,.0f} | {r.speed / slowest:,.0f} |"
        for r in rows
    ]
    return [*lines, ""]


def reference_tables(of: list[Letter]) -> Iterable[str]:
    """Documents of parliament, and legal references."""
    their_finders = {"nllegalcit": nllegalcit(), "wetsuite (offline)": wetsuite()}
    for title, kinds, naive in (
        ("documents of parliament", PARLIAMENTARY, naive_parliamentary),
        ("legal references", LEGAL, naive_legal),
    ):
        words = kinds is LEGAL
        gold = attrgetter("legal" if words else "parliamentary")
        finders: dict[str, Find] = {
            "letteranalyser": partial(our_references, kinds=kinds, words=words),
            "letteranalyser, finder alone": partial(our_finder, kinds=kinds, words=words),
            **{name: theirs[words] for name, theirs in their_finders.items() if theirs is not None},
            "naive script": naive,
        }
        yield from table(title, [measure(name, f, gold, of, by_words=words) for name, f in finders.items()])


def money_tables(of: list[Letter]) -> Iterable[str]:
    """Sums of money by what they are worth, and by their words."""
    theirs = recognizers()
    for title, naive, words in (
        ("sums of money", naive_amounts, False),
        ("sums of money, their words alone", naive_amount_words, True),
    ):
        gold = attrgetter("money_words" if words else "money")
        finders: dict[str, Find] = {
            "letteranalyser": partial(our_money, words=words),
            "letteranalyser, finder alone": partial(our_money_finder, words=words),
            **({"Recognizers-Text": theirs[words]} if theirs is not None else {}),
            "naive script": naive,
        }
        yield from table(title, [measure(name, f, gold, of, by_words=words) for name, f in finders.items()])


def set_tables(name: str, of: list[Letter]) -> Iterable[str]:
    """All tables of a set of letters, under a line that says how many they are."""
    characters = sum(len(letter.text) for letter in of)
    yield from (f"**{len(of)} {name}, {characters:,} characters**", "")
    yield from reference_tables(of)
    yield from money_tables(of)


def main() -> None:
    """Measure and print; with ``--update`` write the table into README."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write the table into README")
    update = parser.parse_args().update
    sets = {name: [x for folder in folders for x in letters(folder)] for name, folders in SETS.items()}
    references_in("Kamerstuk 21 501-20, nr. 963")  # loads the vocabulary
    amounts_in("€ 5 miljoen")
    lines = [line for name, of in sets.items() for line in set_tables(name, of)]
    print("\n".join(lines))
    if update:
        head = f"Measured on {datetime.now(UTC).date().isoformat()} by `benchmarks/peers.py`; ratio is speed as a multiple of the slowest.\n"
        before, _, rest = quality.README.read_text(encoding="utf-8").partition(START)
        after = rest.partition(END)[2]
        quality.README.write_text(
            f"{before}{START}\n{head}\n" + "\n".join(lines) + f"{END}{after}", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
