"""Measures the analyses of letters against their gold annotation.

    python benchmarks/quality.py            # print the figures beside the floors
    python benchmarks/quality.py --update   # raise the floors to them and renew README's tables

Four sets: the development letters, which lie beside the project in ``../shared`` with the scorer; letters of our own in
``tests/letters``, of which the figures before any rule was changed for them are kept too, as ``first``; later ones in
``tests/letters_later``, for which none was changed, likewise as first measured; and five in ``tests/letters_cited``, dense with
references, motions and amounts, for which rules of these were changed afterwards. Labels that the gold of a set leaves out are left out.
A floor only rises: ``--update`` refuses to lower one. The test suite fails when a figure falls under its floor.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "benchmarks" / "floors.json"
README = ROOT / "README.md"
SETS = {
    "development": SHARED / "letters",
    "own": ROOT / "tests" / "letters",
    "later": ROOT / "tests" / "letters_later",
    "cited": ROOT / "tests" / "letters_cited",
}
"""Name of a set to its folder."""
MARKS = {
    name: (
        f"<!-- quality of {name} letters: written by benchmarks/quality.py -->",
        f"<!-- end quality of {name} letters -->",
    )
    for name in SETS
}
SLACK = 0.0005
"""Figures are kept to three decimals."""

Figures = dict[str, dict[str, float]]


def measure(letters: Path) -> Figures:
    """Label to precision, recall, F1 and number of gold items, over the letters of a folder.

    Raises:
        FileNotFoundError: if the gold letters are not there.
        subprocess.CalledProcessError: if the command or the scorer fails.
    """
    sources = sorted(str(p) for p in letters.glob("*.txt"))
    if not sources:
        raise FileNotFoundError(letters)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "analyses.jsonl"
        command = [sys.executable, "-m", "letteranalyser", *sources, "--format", "jsonl", "--quiet"]
        with out.open("wb") as stream:
            subprocess.run(command, check=True, stdout=stream)
        scorer = [sys.executable, str(SHARED / "tools" / "score.py"), str(letters), str(out), "--json"]
        scored = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    figures: Figures = {label: row for label, row in scored["labels"].items() if row["n"]}
    figures["offsets wrong"] = {"f1": -float(scored["offsets_bad"]), "n": 0}
    return figures


def pinned(name: str) -> dict[str, dict[str, float]]:
    """What is kept of a set: ``f1`` under which no label must fall, and ``first``, F1, P and R before rules were changed for it."""
    kept: dict[str, dict[str, dict[str, float]]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return kept.get(name, {})


def fallen(name: str, figures: Figures) -> list[str]:
    """The labels of a set that fell under their floor, in words."""
    return [
        f"{name} letters, {label}: F1 {figures[label]['f1']:.3f} is under its floor {floor:.3f}"
        for label, floor in pinned(name).get("f1", {}).items()
        if figures[label]["f1"] < floor - SLACK
    ]


def table(name: str, figures: Figures, day: str) -> str:
    """The figures as a Markdown table."""
    start, end = MARKS[name]
    letters = len(list(SETS[name].glob("*.gold.json")))
    first: dict[str, Any] = pinned(name).get("first", {})
    rows = [
        f"| {label} | {row['n']:.0f} |"
        + (
            f" {first[label]['p']:.2f} | {first[label]['r']:.2f} | {first[label]['f1']:.2f} |"
            if first
            else ""
        )
        + f" {row['p']:.3f} | {row['r']:.3f} | {row['f1']:.3f} |"
        for label, row in figures.items()
        if "p" in row
    ]
    before = " P at first | R at first | F1 at first |" if first else ""
    head = [f"| label | gold |{before} precision | recall | F1 |", f"|---|--:|{'--:|' * (6 if first else 3)}"]
    return "\n".join([start, f"Measured on {day}, on {letters} letters:", "", *head, *rows, end])


def update(measured: dict[str, Figures]) -> None:
    """Raise the floors and renew README's tables.

    Raises:
        SystemExit: if a figure fell under its floor.
    """
    if worse := [line for name, figures in measured.items() for line in fallen(name, figures)]:
        raise SystemExit("not updated:\n" + "\n".join(worse))
    day = datetime.now(UTC).date().isoformat()
    kept = {
        name: {**pinned(name), "f1": {label: round(row["f1"], 3) for label, row in figures.items()}}
        for name, figures in measured.items()
    }
    FLOORS.write_text(json.dumps({"measured": day, **kept}, indent=1) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    for name, figures in measured.items():
        before, _, rest = text.partition(MARKS[name][0])
        text = before + table(name, figures, day) + rest.partition(MARKS[name][1])[2]
    README.write_text(text, encoding="utf-8")


def main() -> int:
    """Measure, print, and with ``--update`` pin."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="raise the floors and renew README's tables")
    args = parser.parse_args()
    measured = {name: measure(folder) for name, folder in SETS.items()}
    for name, figures in measured.items():
        floors = pinned(name).get("f1", {})
        print(f"{name + ' letters':26}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}")
        for label, row in figures.items():
            floor = floors.get(label)
            print(
                f"{label:26}{row['n']:6.0f}{row.get('p', 0):8.3f}{row.get('r', 0):8.3f}{row['f1']:8.3f}"
                f"{'' if floor is None else format(floor, '8.3f')}"
            )
    if args.update:
        update(measured)
        return 0
    worse = [line for name, figures in measured.items() for line in fallen(name, figures)]
    print("\n".join(worse), file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
