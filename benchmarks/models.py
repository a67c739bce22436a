"""Compares what the models add to the actors of the development letters: none, our own, and every Dutch one installed.

    python benchmarks/models.py

Recall shows little here, as the rules were written with these letters in view; ``training/evaluation.md`` has the figures
with half of the vocabulary dropped. Look at precision and seconds.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quality import SHARED


def installed() -> list[str]:
    """Names of the installed Dutch pipelines of spaCy."""
    from spacy.util import get_installed_models

    return sorted(name for name in get_installed_models() if name.startswith("nl_"))


def measure(model: str) -> tuple[dict[str, float], float]:
    """Precision, recall and F1 of actors, and the seconds that all letters took, start of the program included.

    Raises:
        subprocess.CalledProcessError: if the command or the scorer fails.
    """
    letters = SHARED / "letters"
    sources = sorted(str(path) for path in letters.glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "analyses.jsonl"
        command = [sys.executable, "-m", "letteranalyser", *sources, "-f", "jsonl", "-q", "--only", "actors"]
        begun = time.perf_counter()
        with out.open("wb") as stream:
            subprocess.run([*command, "--model", model], check=True, stdout=stream)
        seconds = time.perf_counter() - begun
        scorer = [sys.executable, str(SHARED / "tools" / "score.py"), str(letters), str(out), "--json"]
        scored = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    actors: dict[str, float] = scored["labels"]["actors"]
    return actors, seconds


def main() -> None:
    """Print a line a model."""
    print(f"{'model':24}{'P':>8}{'R':>8}{'F1':>8}{'seconds':>9}")
    for model in ("none", "default", *installed()):
        actors, seconds = measure(model)
        print(f"{model:24}{actors['p']:8.3f}{actors['r']:8.3f}{actors['f1']:8.3f}{seconds:9.1f}")


if __name__ == "__main__":
    main()
