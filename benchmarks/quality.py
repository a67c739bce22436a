"""Measures the analyses of the development letters against their gold annotation.

    python benchmarks/quality.py            # print the figures beside the floors
    python benchmarks/quality.py --update   # raise the floors to them and renew README's table

The gold letters and the scorer lie beside the project in ``../shared``; they are data for measuring, not part of it.
A floor only rises: ``--update`` refuses to lower one. The test suite fails when a figure falls under its floor.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "benchmarks" / "floors.json"
README = ROOT / "README.md"
START, END = "<!-- quality: written by benchmarks/quality.py -->", "<!-- end quality -->"
SLACK = 0.0005
"""Figures are kept to three decimals."""

Figures = dict[str, dict[str, float]]


def measure() -> Figures:
    """Label to precision, recall, F1 and number of gold items, over all development letters.

    Raises:
        FileNotFoundError: if the gold letters are not there.
        subprocess.CalledProcessError: if the command or the scorer fails.
    """
    letters = SHARED / "letters"
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
    figures: Figures = scored["labels"]
    figures["offsets wrong"] = {"f1": -float(scored["offsets_bad"]), "n": 0}
    return figures


def floors() -> dict[str, float]:
    """Label to the F1 under which it must not fall."""
    pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))["f1"] if FLOORS.exists() else {}
    return pinned


def fallen(figures: Figures) -> list[str]:
    """The labels that fell under their floor, in words."""
    return [
        f"{label}: F1 {figures[label]['f1']:.3f} is under its floor {floor:.3f}"
        for label, floor in floors().items()
        if figures[label]["f1"] < floor - SLACK
    ]


def table(figures: Figures, day: str) -> str:
    """The figures as a Markdown table."""
    rows = [
        f"| {k} | {v['n']} | {v['p']:.3f} | {v['r']:.3f} | {v['f1']:.3f} |"
        for k, v in figures.items()
        if "p" in v
    ]
    head = ["| label | gold | precision | recall | F1 |", "|---|--:|--:|--:|--:|"]
    return "\n".join([START, f"Measured on {day}, on 13 development letters:", "", *head, *rows, END])


def update(figures: Figures) -> None:
    """Raise the floors and renew README's table.

    Raises:
        SystemExit: if a figure fell under its floor.
    """
    if worse := fallen(figures):
        raise SystemExit("not updated:\n" + "\n".join(worse))
    day = datetime.now(UTC).date().isoformat()
    pinned = {label: round(row["f1"], 3) for label, row in figures.items()}
    FLOORS.write_text(json.dumps({"measured": day, "f1": pinned}, indent=1) + "\n", encoding="utf-8")
    before, _, rest = README.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    README.write_text(before + table(figures, day) + after, encoding="utf-8")


def main() -> int:
    """Measure, print, and with ``--update`` pin."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="raise the floors and renew README's table")
    args = parser.parse_args()
    figures = measure()
    pinned = floors()
    print(f"{'label':26}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}")
    for label, row in figures.items():
        floor = pinned.get(label)
        print(
            f"{label:26}{row['n']:6.0f}{row.get('p', 0):8.3f}{row.get('r', 0):8.3f}{row['f1']:8.3f}"
            f"{'' if floor is None else format(floor, '8.3f')}"
        )
    if args.update:
        update(figures)
        return 0
    worse = fallen(figures)
    print("\n".join(worse), file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
