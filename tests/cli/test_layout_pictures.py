"""``--debug-layout``: what each part of a page was taken for, and the pictures that show it."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from letteranalyser.cli.layout_pictures import COLOURS
from letteranalyser.errors import ExitCode
from letteranalyser.read.pdf import read_pdf
from letteranalyser.split.positioned.parts import Part, page_parts

Run = Callable[..., Any]
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "ministry" / "jeugdzorg-voortgang.pdf"


def test_the_parts_of_a_page() -> None:
    page = read_pdf(SAMPLE.read_bytes()).pages[0]
    texts: dict[Part, list[str]] = defaultdict(list)
    for box in dict(page_parts([page]))[1]:
        for line in page.lines:
            words = [
                w.text
                for w in line.words
                if box.x0 <= w.x0 and w.x1 <= box.x1 and box.top <= w.top <= box.bottom
            ]
            if words and min(w.top for w in line.words) <= box.bottom:
                texts[box.part].append(" ".join(words))
    assert {"Voortgang", "Wachttijden", "Moties"} <= set(texts[Part.HEADING])
    assert any("Kamerstukken" in text for text in texts[Part.FOOTNOTE])
    assert any("Ons kenmerk" in text for text in texts[Part.MARGIN])
    assert any("pleitte ervoor" in text for text in texts[Part.BODY])
    assert not any("Ons kenmerk" in text for text in texts[Part.BODY])


def test_every_part_has_a_colour() -> None:
    assert set(COLOURS) == set(Part)


def test_pictures_are_written_for_pdfs(run: Run, letter: Path, tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "brief.pdf").write_bytes(SAMPLE.read_bytes())
    done = run("brief.pdf", letter.name, "-f", "jsonl", "--only", "commitments", "--debug-layout", "uit")
    assert done.returncode == ExitCode.OK
    assert done.stderr == "analyse: brief.txt: no PDF, so no pages to draw\n"
    pictures = sorted((tmp_path / "uit").rglob("*.png"))
    assert [str(path.relative_to(tmp_path / "uit")) for path in pictures] == [
        "brief.pdf/page-1.png",
        "brief.pdf/page-2.png",
    ]
    with Image.open(pictures[0]) as picture:
        colours = {colour for _, colour in picture.getcolors(1 << 24) or []}
    assert {COLOURS[part] for part in ("body", "heading", "footnote", "margin")} <= colours


def test_pictures_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "bestand").touch()
    done = run("brief.pdf", "-f", "jsonl", "--only", "commitments", "--debug-layout", "bestand")
    assert done.returncode == ExitCode.NOT_WRITABLE
    assert "cannot be written" in done.stderr
