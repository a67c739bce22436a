"""How fast many letters go, and what one costs: ``python benchmarks/batch.py``, or with the names of some parts.

Writes a dated file under results/.

All figures come from one run on the same files, which are made here; ratios matter more than seconds. Needs the extra
``samples`` (reportlab) and Linux for memory.
"""

import datetime as dt
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from letteranalyser.batch.letter_task import Setup, analyse_letter
from letteranalyser.batch.pool import Limits, WorkerPool
from letteranalyser.pipeline import KINDS
from letteranalyser.settings import DEFAULTS, Ocr, ReadSettings

RESULTS = Path(__file__).resolve().parent / "results"
ROUNDS = 5
"""Each is measured so often, in turn; the least counts, as other work on a machine only adds."""
FLOOR = "import spacy, pdfplumber"
NAIVE = """
import re, sys, pdfplumber, spacy
nlp = spacy.blank("nl")
with pdfplumber.open(sys.argv[1]) as pdf:
    text = "\\n".join(page.extract_text() or "" for page in pdf.pages)
doc = nlp(text)
for pattern in (r"motie[- ](?:van het lid )?[A-Z]\\w+", r"\\d[\\d.,]* (?:miljoen|miljard)? ?euro", r"Kamerstuk \\d\\d ?\\d{3}"):
    re.findall(pattern, text)
"""
NAIVE_WARM = NAIVE.replace("with pdfplumber", "import time; begun = time.perf_counter()\nwith pdfplumber") + (
    "print(time.perf_counter() - begun)\n"
)


def paragraph(number: int) -> str:
    """Four lines of a letter; a motion in one of nine, which is one a page."""
    if number % 9:
        return (
            f"Het programma Veren voor Zeeland loopt tot en met {2022 + number % 7}. Voor de veerdiensten is {number + 2}\n"
            "miljoen euro beschikbaar, waarvan 10% voor onderhoud aan de steigers bij Terneuzen. Rijkswaterstaat voert\n"
            "dit uit met de provincie Zeeland en de gemeenten langs de Westerschelde, die in het voorjaar daarover met\n"
            "de reizigers hebben gesproken; hun wensen verschillen sterk per verbinding en per seizoen.\n"
        )
    return (
        f"De motie-De Wit (Kamerstuk 31 999, nr. {number}) wordt ontraden, omdat zij in strijd is met het\n"
        f"beleid. Voor de veerdiensten is {number + 2} miljoen euro beschikbaar, waarvan 10% in 2022. De Minister\n"
        "van Financiën en de gemeente Terneuzen voeren dit uit met Rijkswaterstaat. Ik stuur uw Kamer voor de\n"
        "zomer van 2021 een brief over de voortgang van het programma Veren voor Zeeland.\n"
    )


def pdf(path: Path, pages: int) -> Path:
    """A letter of so many pages."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for page in range(pages):
        lines = ["Den Haag, 3 maart 2021", ""] if page == 0 else []
        for number in range(9):
            lines += [*paragraph(page * 9 + number).splitlines(), ""]
        text = canvas.beginText(70, 780)
        text.setFont("Helvetica", 9)
        text.textLines("\n".join(lines))
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path


def run(*command: str) -> float:
    """Seconds that a process takes."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def cold(folder: Path) -> list[str]:
    """A whole process on one letter of 8 pages, and a warm letter."""
    letter = str(pdf(folder / "acht.pdf", 8))
    python = sys.executable
    times: dict[str, list[float]] = {"help": [], "floor": [], "naive": [], "ours": [], "naive warm": []}
    for _ in range(ROUNDS):
        times["help"].append(run(python, "-m", "letteranalyser", "--help"))
        times["floor"].append(run(python, "-c", FLOOR))
        times["naive"].append(run(python, "-c", NAIVE, letter))
        times["ours"].append(run(python, "-m", "letteranalyser", letter, "--json"))
        done = subprocess.run([python, "-c", NAIVE_WARM, letter], check=True, capture_output=True)
        times["naive warm"].append(float(done.stdout))
    setup, data = Setup(KINDS, DEFAULTS, "default"), Path(letter).read_bytes()
    analyse_letter(setup, data, letter)
    warm = min(timed(lambda: analyse_letter(setup, data, letter)) for _ in range(ROUNDS))
    found = {name: min(values) for name, values in times.items()}
    budget = 1.5 * found["floor"] + found["naive warm"]
    return [
        f"| `--help` | {found['help']:.2f} s | aim 0.20 s |",
        f"| floor: `{FLOOR}` | {found['floor']:.2f} s | |",
        f"| naive script, whole process | {found['naive']:.2f} s | |",
        f"| one letter of 8 pages, whole process | {found['ours']:.2f} s | aim {budget:.2f} s: {found['ours'] / budget:.2f} of it |",
        f"| naive script reads and tags a warm letter | {found['naive warm']:.3f} s | |",
        f"| a warm letter of 8 pages | {warm:.3f} s | {found['naive warm'] / warm:.1f} times as fast; aim 3 |",
    ]


def stages(folder: Path) -> list[str]:
    """Pages a second of each stage on a letter of 8 pages."""
    from letteranalyser.align import align
    from letteranalyser.link import link
    from letteranalyser.read import read
    from letteranalyser.split import split
    from letteranalyser.tag import tag

    data = (folder / "acht.pdf").read_bytes()
    document = read(data)
    letter = split(document)
    kinds = frozenset({"motions", "references", "commitments", "amounts", "operations", "actors"})
    tags = tag(letter, kinds)
    linked = link(letter, tags)
    calls: dict[str, Callable[[], object]] = {
        "read": lambda: read(data),
        "split": lambda: split(document),
        "tag": lambda: tag(letter, kinds),
        "link": lambda: link(letter, tags),
        "align": lambda: align(letter, linked),
    }
    return [
        f"| {name} | {8 / min(timed(call) for _ in range(ROUNDS)):,.0f} pages/s | |"
        for name, call in calls.items()
    ]


def throughput(folder: Path, letters: int = 150) -> list[str]:
    """Letters a second with 1 and 2 jobs, all of it: start, reading, writing."""
    for number in range(letters):
        text = "Den Haag, 3 maart 2021\n\n" + "\n".join(paragraph(number * 9 + part) for part in range(9))
        (folder / "brieven").mkdir(exist_ok=True)
        (folder / "brieven" / f"{number}.txt").write_text(text, encoding="utf-8")
    seconds = {
        jobs: run(
            sys.executable,
            "-m",
            "letteranalyser",
            str(folder / "brieven"),
            "-o",
            str(folder / jobs),
            "-j",
            jobs,
        )
        for jobs in ("1", "2")
    }
    again = run(sys.executable, "-m", "letteranalyser", str(folder / "brieven"), "-o", str(folder / "2"))
    return [
        f"| {letters} letters of a page (text), 1 job | {letters / seconds['1']:.1f} letters/s | {seconds['1']:.1f} s |",
        f"| the same, 2 jobs | {letters / seconds['2']:.1f} letters/s | scaling {seconds['1'] / seconds['2']:.2f}; aim 1.7 |",
        f"| the same again, nothing to do | {letters / again:.0f} letters/s | {again:.1f} s |",
    ]


def memory(letters: int = 2000) -> list[str]:
    """Peak memory of a worker over many letters, by tenths."""
    setup = Setup(KINDS, DEFAULTS, "default")
    peaks: list[int] = []
    with WorkerPool(1, Limits.of(DEFAULTS), letters=10**9) as pool:
        process = pool.submit(os.getpid).result()
        for tenth in range(10):
            for number in range(letters // 10):
                text = "\n".join(paragraph(tenth * 10_000 + number * 2 + part) for part in range(2))
                pool.submit(analyse_letter, setup, text.encode(), "x").result()
            status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
            peaks.append(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
    change = 100 * (peaks[-1] - peaks[1]) / peaks[1]
    return [
        f"| peak memory of a worker over {letters} letters, by tenths | {', '.join(map(str, peaks))} MB | last against second {change:+.1f} %; aim within 5 % |"
    ]


def growth(folder: Path) -> list[str]:
    """Cost of letters of 1 to 500 pages."""
    setup = Setup(KINDS, ReadSettings(seconds=600, ocr=Ocr.OFF), "default")
    rows = []
    for pages in (1, 10, 100, 500):
        data = pdf(folder / f"{pages}.pdf", pages).read_bytes()
        seconds = timed(lambda data=data: analyse_letter(setup, data, "x"))  # type: ignore[misc]
        rows.append(
            f"| a letter of {pages} pages | {seconds:.2f} s | {1000 * seconds / pages:.0f} ms a page |"
        )
    return rows


PARTS = ("cold", "stages", "throughput", "memory", "growth")


def main(wanted: Sequence[str]) -> None:
    """Measure the parts wanted, and write down what is known after each."""
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    path = RESULTS / f"batch-{today}.md"
    RESULTS.mkdir(exist_ok=True)
    system = f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start"
    text = f"# Batch, {today}\n\n{system}, by `benchmarks/batch.py`.\n\n| what | figure | |\n|---|--:|---|\n"
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        pdf(folder / "acht.pdf", 8)
        parts: dict[str, Callable[[], list[str]]] = {
            "cold": lambda: cold(folder),
            "stages": lambda: stages(folder),
            "throughput": lambda: throughput(folder),
            "memory": memory,
            "growth": lambda: growth(folder),
        }
        for name in wanted:
            rows = "\n".join(parts[name]()) + "\n"
            print(rows, end="", flush=True)
            text += rows
            path.write_text(text, encoding="utf-8")
    print(path)


if __name__ == "__main__":
    main(sys.argv[1:] or PARTS)
