"""Makes the table that says what a confidence is worth, and measures how well it tells.

    python benchmarks/calibration.py                # print how well raw and calibrated confidence tell
    python benchmarks/calibration.py --add seventh  # measure a new set of passages, before any rule is changed for it
    python benchmarks/calibration.py --update       # fit the table again and write it

The rules were mended until nearly all passages of ``tests/align/cases`` came out right, and were written with the
development letters in view, so neither tells how often they are right on a letter not seen. What does are the sets of
passages as they came out when first measured, before any rule was changed for them: ``confidence_rows.toml`` keeps, for
each, how many rows had each raw confidence and how many of them were right. The table is fitted on these alone.

The fit: rows in order of raw confidence in bins of at least ``LEAST``, the share that is right with one right and one wrong
row added (Laplace), neighbours that would fall put together (pool adjacent violators, Ayer et al. 1955).
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ROWS = ROOT / "benchmarks" / "confidence_rows.toml"
CASES = ROOT / "tests" / "align" / "cases"
TABLE = ROOT / "src" / "letteranalyser" / "vocabulary" / "confidence.toml"
LEAST = 20
"""Rows of a bin."""

Row = tuple[float, bool]


class Bin(NamedTuple):
    """Rows of about the same raw confidence."""

    total: float
    """Sum of their raw confidences."""
    rows: int
    right: int

    @property
    def raw(self) -> float:
        """Mean raw confidence."""
        return self.total / self.rows

    @property
    def share(self) -> float:
        """Share that is right, with one right and one wrong row added."""
        return (self.right + 1) / (self.rows + 2)


def first_measured() -> dict[str, list[Row]]:
    """Set of passages to its rows as they were first measured: raw confidence, and whether it was right."""
    sets = tomllib.loads(ROWS.read_text(encoding="utf-8"))["set"]
    return {
        entry["name"]: [(raw, index < right) for raw, rows, right in entry["rows"] for index in range(rows)]
        for entry in sets
    }


def binned(rows: Iterable[Row]) -> list[Bin]:
    """Rows in bins of at least ``LEAST``; rows of the same raw confidence stay together."""
    number: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for raw, good in rows:
        number[raw] += 1
        right[raw] += good
    bins: list[Bin] = []
    for raw in sorted(number):
        new = Bin(raw * number[raw], number[raw], right[raw])
        if bins and bins[-1].rows < LEAST:
            bins[-1] = together(bins[-1], new)
        else:
            bins.append(new)
    if len(bins) > 1 and bins[-1].rows < LEAST:
        bins[-2:] = [together(*bins[-2:])]
    return bins


def together(one: Bin, other: Bin) -> Bin:
    """Two bins as one."""
    return Bin(one.total + other.total, one.rows + other.rows, one.right + other.right)


def fitted(rows: Iterable[Row]) -> list[Bin]:
    """Bins whose share rises with their raw confidence."""
    pools: list[Bin] = []
    for new in binned(rows):
        pools.append(new)
        while len(pools) > 1 and pools[-2].share >= pools[-1].share:
            pools[-2:] = [together(*pools[-2:])]
    return pools


def points(pools: Sequence[Bin]) -> tuple[tuple[float, float], ...]:
    """Raw and calibrated confidence of each, as the table has them."""
    return tuple((round(pool.raw, 3), round(pool.share, 3)) for pool in pools)


def error(rows: Sequence[Row], told: Sequence[float]) -> float:
    """Expected calibration error: how far what is told lies from the share that is right, over bins of raw confidence."""
    edges = [0]
    number = 0
    for pool in binned(rows):
        number += pool.rows
        edges.append(number)
    order = sorted(range(len(rows)), key=lambda index: rows[index][0])
    off = 0.0
    for low, high in pairwise(edges):
        part = order[low:high]
        off += abs(sum(told[i] for i in part) - sum(rows[i][1] for i in part))
    return off / len(rows)


def held_out(sets: dict[str, list[Row]]) -> tuple[float, float]:
    """Expected calibration error of raw and calibrated confidence, each set told by a table fitted on the others."""
    from letteranalyser.align.confidence import on_line

    rows: list[Row] = []
    told: list[float] = []
    for name, own in sets.items():
        others = [row for other, found in sets.items() if other != name for row in found]
        line = points(fitted(others))
        rows += own
        told += [on_line(line, raw) for raw, _ in own]
    return error(rows, [raw for raw, _ in rows]), error(rows, told)


def measured(path: Path) -> list[Row]:
    """The rows of a set of passages as the rules find them now: raw confidence, and whether it is right."""
    import sys

    sys.path.insert(0, str(ROOT / "tests"))
    from conftest import letter_of  # type: ignore[import-not-found]  # that of the tests
    from letteranalyser.align.rows import stated
    from letteranalyser.link import link
    from letteranalyser.pipeline import NEEDS
    from letteranalyser.tag import tag

    rows: list[Row] = []
    for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []):
        letter = letter_of(case.get("text") or "\n".join("\t".join(row) for row in case["table"]))
        left: list[Any] = list(case["rows"])
        for row in stated(letter, link(letter, tag(letter, NEEDS["alignment"]))):
            said = (row.about.value, row.position.value)
            match = next((w for w in left if (w[0], w[1]) == said and w[2] in row.evidence.text), None)
            if match is not None:
                left.remove(match)
            rows.append((row.confidence, match is not None))
    return rows


def counts(rows: Iterable[Row]) -> str:
    """Rows as the file has them: raw confidence, number, number that is right."""
    number = Counter(raw for raw, _ in rows)
    right = Counter(raw for raw, good in rows if good)
    return ", ".join(f"[{raw}, {number[raw]}, {right[raw]}]" for raw in sorted(number))


def update(pools: Sequence[Bin], sets: dict[str, list[Row]]) -> None:
    """Write the table."""
    day = datetime.now(UTC).date().isoformat()
    names = ", ".join(sets)
    lines = [
        "# What a raw confidence is worth: the share of rows like it that were right in passages no rule had seen.",
        "# Written by benchmarks/calibration.py; a raw confidence between two points is read off the line between them.",
        "",
        "[about]",
        f'source = "Rows of the sets {names} of tests/align/cases as first measured (benchmarks/confidence_rows.toml)"',
        f'date = "{day}"',
    ]
    for pool, (raw, confidence) in zip(pools, points(pools), strict=True):
        numbers = [f"rows = {pool.rows}", f"right = {pool.right}"]
        lines += ["", "[[point]]", f"raw = {raw}", f"confidence = {confidence}", *numbers]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(sets: dict[str, list[Row]]) -> str:
    """What the table is, and how well it tells."""
    from letteranalyser.align.confidence import on_line

    rows = [row for found in sets.values() for row in found]
    line = points(fitted(rows))
    out = [f"{len(rows)} rows as first measured, {sum(good for _, good in rows)} right"]
    out += [f"  raw {raw:.3f} -> {confidence:.3f}" for raw, confidence in line]
    raw_error, new_error = held_out(sets)
    out.append(
        f"expected calibration error, each set held out: raw {raw_error:.3f}, calibrated {new_error:.3f}"
    )
    now = [row for path in sorted(CASES.glob("*.toml")) for row in measured(path)]
    share = sum(good for _, good in now) / len(now)
    told = [on_line(line, raw) for raw, _ in now]
    out.append(
        f"all passages today (the rules were mended for them): {len(now)} rows, {share:.3f} right; "
        f"error raw {error(now, [raw for raw, _ in now]):.3f}, calibrated {error(now, told):.3f}"
    )
    return "\n".join(out)


def main() -> None:
    """Print, add a set, or write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--add", metavar="SET", help="measure a set and add its rows")
    parser.add_argument("--update", action="store_true", help="write the table")
    options = parser.parse_args()
    if options.add:
        rows = measured(CASES / f"{options.add}.toml")
        with ROWS.open("a", encoding="utf-8") as file:
            file.write(f'\n[[set]]\nname = "{options.add}"\nrows = [{counts(rows)}]\n')
    sets = first_measured()
    if options.update:
        update(fitted(row for found in sets.values() for row in found), sets)
    print(report(sets))


if __name__ == "__main__":
    main()
