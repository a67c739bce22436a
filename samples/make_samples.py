"""Makes the sample letters from ``source/*.letter``: as PDF in both layouts, text, Word file, official XML and HTML.

    pip install -e '.[samples]'
    python samples/make_samples.py

The files are committed, so this runs only when a source or a layout changes. Their content is invented.
"""

import sys
from pathlib import Path

from formats import docx, official_html, official_xml, wrapped_text
from layouts import kamerstuk, ministry
from letterfile import MARK, LetterSource, read_source

HERE = Path(__file__).resolve().parent
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def as_text(source: LetterSource) -> str:
    """The letter as plain text, a line a paragraph, footnotes at the end."""
    number = source.number if source.number.isalpha() else f"Nr. {source.number}"
    blocks = [f"{dossier} {title}" for dossier, title in source.dossiers]
    blocks += [f"{number} {source.title}", f"Aan de Voorzitter van de {source.house} der Staten-Generaal"]
    blocks.append(f"{source.place}, {source.long_date}")
    rows: list[str] = []
    for part in source.parts:
        if part.kind == "row":
            rows.append("  ".join(f"{cell:<24}" for cell in part.cells).rstrip())
            continue
        if rows:
            blocks.append("\n".join(rows))
            rows = []
        text = MARK.sub(lambda m: m[1].translate(SUPERSCRIPTS), part.text)
        blocks.append(f"• {text}" if part.kind == "item" else text)
    blocks += ["\n".join(rows)] if rows else []
    blocks += [f"De {function},\n{name}" for function, name in source.senders]
    blocks += [f"{mark} {note}" for mark, note in source.notes.items()]
    return "\n\n".join(blocks) + "\n"


def main() -> int:
    """Make all samples."""
    for folder in ("text", "wrapped", "kamerstuk", "ministry", "word", "xml", "html"):
        (HERE / folder).mkdir(exist_ok=True)
    for path in sorted((HERE / "source").glob("*.letter")):
        source = read_source(path)
        text = as_text(source)
        (HERE / "text" / f"{path.stem}.txt").write_text(text, encoding="utf-8")
        (HERE / "wrapped" / f"{path.stem}.txt").write_text(wrapped_text(source, text), encoding="utf-8")
        (HERE / "xml" / f"{path.stem}.xml").write_text(official_xml(source), encoding="utf-8")
        (HERE / "html" / f"{path.stem}.html").write_text(official_html(source), encoding="utf-8")
        docx(source, HERE / "word" / f"{path.stem}.docx")
        kamerstuk(source, HERE / "kamerstuk" / f"{path.stem}.pdf")
        ministry(source, HERE / "ministry" / f"{path.stem}.pdf")
        print(path.stem)
    return 0


if __name__ == "__main__":
    sys.exit(main())
