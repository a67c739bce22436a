"""Measures how fast PDFs are read, and how well scans are.

    python benchmarks/reading.py            # our reading and splitting against pdfplumber's extract_text
    python benchmarks/reading.py --scans    # scans of the samples: our way against ocrmypdf's text layer

Speed is measured on the development PDFs beside the project in ``../shared`` if they are there, else on the samples; both
sides in one run, on the same files, the best of three. Scans are pictures of the sample letters; how alike their text is to
that of the letter itself is ``difflib``'s ratio, and headings, footnotes and amounts are those found of those there.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from pathlib import Path

from letteranalyser.models.analysis import Analysis
from letteranalyser.pipeline import analyse
from letteranalyser.read.pdf import read_pdf
from letteranalyser.settings import Ocr, ReadSettings
from letteranalyser.split import split

ROOT = Path(__file__).resolve().parent.parent
LETTERS = ROOT.parent / "shared" / "letters" / "pdf"
SAMPLES = ROOT / "samples"
SCANNED = ("windenergie-moties", "jeugdzorg-voortgang", "toeslagen-uitstel")
RESOLUTION = 200
RUNS = 3


def best(work: Callable[[bytes], object], data: bytes) -> float:
    """The least seconds of some runs."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work(data)
        times.append(time.perf_counter() - begun)
    return min(times)


def plain(data: bytes) -> str:
    """The text as pdfplumber gives it."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def speed() -> None:
    """Print seconds and the ratio for each PDF."""
    files = sorted(LETTERS.glob("*.pdf")) or sorted(SAMPLES.glob("*/*.pdf"))
    print(f"{'file':44}{'pages':>6}{'ours':>9}{'pdfplumber':>12}{'times':>7}")
    ours = theirs = 0.0
    for file in files:
        data = file.read_bytes()
        pages = len(read_pdf(data).pages)
        one = best(lambda data: split(read_pdf(data)), data)
        other = best(plain, data)
        ours, theirs = ours + one, theirs + other
        print(f"{file.name:44}{pages:6}{one:8.3f}s{other:11.3f}s{other / one:7.1f}")
    print(f"{'all':50}{ours:8.3f}s{theirs:11.3f}s{theirs / ours:7.1f}")


def scan(data: bytes) -> bytes:
    """The pages of a PDF as pictures."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    first, *others = [page.render(scale=RESOLUTION / 72, grayscale=True).to_pil() for page in document]
    file = io.BytesIO()
    first.save(file, "PDF", save_all=True, append_images=others, resolution=RESOLUTION, quality=80)
    return file.getvalue()


def with_ocrmypdf(data: bytes) -> bytes:
    """The PDF with the text layer that ocrmypdf makes."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "in.pdf", Path(folder) / "out.pdf"
        before.write_bytes(data)
        command = ["ocrmypdf", "-q", "-l", "nld", "-j", "1", "--output-type", "pdf", str(before), str(after)]
        subprocess.run(command, check=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"})
        return after.read_bytes()


def found(wanted: Iterable[object], got: Iterable[object]) -> str:
    """How many of what is there were found."""
    there, left = list(wanted), list(got)
    count = 0
    for item in there:
        if item in left:
            left.remove(item)
            count += 1
    return f"{count}/{len(there)}"


def figures(whole: Analysis, scanned: Analysis) -> str:
    """How alike two analyses are."""
    alike = SequenceMatcher(None, whole.text, scanned.text, autojunk=False).ratio()
    parts: tuple[Callable[[Analysis], list[object]], ...] = (
        lambda a: [(s.heading, s.level) for s in a.sections],
        lambda a: [(n.marker, n.text) for n in a.footnotes],
        lambda a: [(m.kind, m.value) for m in a.amounts],
    )
    return f"{alike:8.4f}" + "".join(f"{found(part(whole), part(scanned)):>10}" for part in parts)


def scans() -> None:
    """Print how alike scans are to their letters, our way and with ocrmypdf's text layer."""
    print(f"{'scan':36}{'way':10}{'seconds':>8}{'text':>8}{'headings':>10}{'notes':>10}{'amounts':>10}")
    for layout in ("ministry", "kamerstuk"):
        for name in SCANNED:
            data = (SAMPLES / layout / f"{name}.pdf").read_bytes()
            whole, pictures = analyse(data, name), scan(data)
            ways: dict[str, Callable[[], Analysis]] = {
                "ours": lambda p=pictures: analyse(p, ""),  # type: ignore[misc]
                "ocrmypdf": lambda p=pictures: analyse(  # type: ignore[misc]
                    with_ocrmypdf(p), "", settings=ReadSettings(ocr=Ocr.OFF)
                ),
            }
            for way, work in ways.items():
                begun = time.perf_counter()
                line = figures(whole, work())
                print(f"{layout + ' ' + name:36}{way:10}{time.perf_counter() - begun:8.1f}{line}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scans", action="store_true", help="measure scans, not speed")
    if parser.parse_args().scans:
        scans()
    else:
        speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
