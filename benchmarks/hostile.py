"""Seconds for 1 MiB of the worst texts that we know, per finder; ``hostile.toml`` has the texts.

    python benchmarks/hostile.py                    # all of them, the slowest first
    python benchmarks/hostile.py motions            # one finder

The figures depend on the machine; that time grows with the length only is what ``tests/tag/test_linear_time.py`` tests.
"""

import argparse
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from letteranalyser.tag.amounts import amounts_in
from letteranalyser.tag.motions import motions_in
from letteranalyser.tag.references import references_in

FINDERS: dict[str, Callable[[str], object]] = {
    "references": references_in,
    "motions": motions_in,
    "amounts": amounts_in,
}
MIB = 1 << 20
ATTEMPTS = 3
QUICK = 0.5
"""Seconds under which one attempt is enough: other programs on the machine only ever add to it."""


def seconds_per_mib(find: Callable[[str], object], piece: str) -> float:
    """Least time of some attempts on 1 MiB."""
    text = (piece * (MIB // len(piece) + 1))[:MIB]
    find(text[:100])
    taken: list[float] = []
    while len(taken) < ATTEMPTS and min(taken, default=MIB) > QUICK:
        started = time.process_time()
        find(text)
        taken.append(time.process_time() - started)
    return min(taken)


def measured(kinds: list[str]) -> Iterator[tuple[float, str, str]]:
    """Seconds, finder and name of the text, for every text."""
    pieces = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text(encoding="utf-8"))["pieces"]
    for kind in kinds:
        for name, piece in pieces.items():
            yield seconds_per_mib(FINDERS[kind], piece), kind, name


def main() -> None:
    """Print the figures and what share of the texts takes less than a second."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kinds", nargs="*", metavar="finder", help=f"of {', '.join(FINDERS)}; all by default")
    kinds = parser.parse_args().kinds or list(FINDERS)
    if unknown := set(kinds).difference(FINDERS):
        parser.error(f"no such finder: {', '.join(sorted(unknown))}")
    figures = sorted(measured(kinds), reverse=True)
    for seconds, kind, name in figures:
        print(f"{seconds:6.2f} s/MiB  {kind:<11} {name}")
    for kind in kinds:
        own = [seconds for seconds, of_kind, _ in figures if of_kind == kind]
        print(f"{kind}: {sum(s < 1 for s in own)} of {len(own)} under 1 s/MiB; the slowest {max(own):.1f}")


if __name__ == "__main__":
    main()
