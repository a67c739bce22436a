"""The two layouts in which letters reach their readers, drawn with reportlab.

``kamerstuk`` is the printed paper of parliament: narrow left column with dossier number and ``Nr.``, text column from
221 to 540 points, foot line and ``kst-…`` block. ``ministry`` is the house style of the central government: text from
80 to 458 points, margin column from 466.
"""

from pathlib import Path

from flow import PageSet, SetLine, set_lines, set_pages
from letterfile import LetterSource
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
REGULAR, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"


def _blank(leading: float) -> SetLine:
    return SetLine((), leading)


def _body(
    source: LetterSource, size: float, leading: float, width: float, heading_fonts: tuple[str, str]
) -> list[SetLine]:
    """The lines of the running text, headings and tables."""
    lines: list[SetLine] = []
    for index, part in enumerate(source.parts):
        if part.kind == "heading":
            font = heading_fonts[min(part.level, 2) - 1]
            lines += [
                SetLine(line.runs, leading, keep=True)
                for line in set_lines(part.text, font, size, leading, width, hyphenate=False)
            ]
            lines.append(SetLine((), leading * 0.6, keep=True))
        elif part.kind == "row":
            step = width / (len(part.cells) + 1)
            edges = [0.0, *(step * (i + 1) for i in range(1, len(part.cells)))]
            lines.append(SetLine((), leading, cells=tuple(zip(edges, part.cells, strict=True))))
            if index + 1 < len(source.parts) and source.parts[index + 1].kind == "row":
                continue
            lines.append(_blank(leading))
        else:
            indent = 12.0 if part.kind == "item" else 0.0
            text = f"• {part.text}" if part.kind == "item" else part.text
            lines += [
                SetLine(line.runs, leading, indent, line.marks)
                for line in set_lines(text, REGULAR, size, leading, width - indent)
            ]
            lines.append(_blank(leading))
    return lines


def _draw(canvas: Canvas, lines: list[SetLine], x: float, top: float, size: float) -> float:
    """Draw lines from ``top`` (points from the top of the page) down; returns where they end."""
    for line in lines:
        top += line.leading
        at = x + line.indent
        for edge, text in line.cells:
            canvas.setFont(REGULAR, size)
            canvas.drawString(x + edge, HEIGHT - top, text)
        for run in line.runs:
            canvas.setFont(run.font, run.size)
            canvas.drawString(at, HEIGHT - top + (3.6 if run.raised else 0), run.text)
            at += run.width
    return top


def _draw_notes(
    canvas: Canvas, page: PageSet, notes: dict[str, list[SetLine]], x: float, foot: float, rule: float
) -> None:
    """Draw the footnotes of a page so that they end at ``foot``, under a rule of ``rule`` points."""
    if not page.notes:
        return
    lines = [line for mark in page.notes for line in notes[mark]]
    top = foot - sum(line.leading for line in lines)
    canvas.setLineWidth(0.5)
    canvas.line(x, HEIGHT - top + 2, x + rule, HEIGHT - top + 2)
    _draw(canvas, lines, x, top, 6.5)


def _notes(source: LetterSource, width: float) -> dict[str, list[SetLine]]:
    """The lines of every footnote, its mark raised in front."""
    return {
        mark: set_lines(f"[^{mark}] {text}", REGULAR, 6.5, 8.5, width, hyphenate=False)
        for mark, text in source.notes.items()
    }


def kamerstuk(source: LetterSource, path: Path) -> None:
    """Draw a letter as the printed paper of parliament."""
    left, right, margin = 221.0, 540.0, 57.0
    size, leading, width = 8.53, 10.6, right - left
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle(source.stamp)
    head = [*set_lines(source.title, BOLD, size, leading, width, hyphenate=False), _blank(leading)]
    head += set_lines(
        f"Aan de Voorzitter van de {source.house} der Staten-Generaal", REGULAR, size, leading, width
    )
    head += [
        _blank(leading),
        *set_lines(f"{source.place}, {source.long_date}", REGULAR, size, leading, width),
        _blank(leading),
    ]
    tail: list[SetLine] = []
    for function, name in source.senders:
        tail += set_lines(f"De {function},", REGULAR, size, leading, width, hyphenate=False)
        tail += set_lines(name, REGULAR, size, leading, width, hyphenate=False)
    notes = _notes(source, width)
    titles = [set_lines(title, BOLD, size, leading, width, hyphenate=False) for _, title in source.dossiers]
    start = 150.0 + sum(line.leading for title in titles for line in title) + 10 * len(titles) + 30
    foot = 760.0
    pages = set_pages(
        [*head, *_body(source, size, leading, width, (BOLD, ITALIC)), *tail],
        notes,
        (foot - start, foot - 60),
        8,
    )
    for number, page in enumerate(pages, 1):
        top = 60.0
        if number == 1:
            canvas.setFont(BOLD, 17)
            canvas.drawString(margin, HEIGHT - 60, f"{source.house} der Staten-Generaal")
            canvas.setFont(BOLD, 40)
            canvas.drawRightString(right, HEIGHT - 70, "1" if source.chamber == "eerste_kamer" else "2")
            for y in (88, 132):
                canvas.line(margin, HEIGHT - y, right, HEIGHT - y)
            canvas.setFont(REGULAR, size)
            canvas.drawString(margin, HEIGHT - 104, f"Vergaderjaar {source.session_year}")
            top = 140.0
            for (dossier, _), title in zip(source.dossiers, titles, strict=True):
                canvas.setFont(BOLD, size)
                canvas.drawString(margin, HEIGHT - top - leading, dossier)
                top = _draw(canvas, title, left, top, size) + 10
            canvas.setFont(BOLD, size)
            canvas.drawString(
                margin,
                HEIGHT - start - leading,
                source.number if source.number.isalpha() else f"Nr. {source.number}",
            )
            top = start
            canvas.setFont(REGULAR, 5.5)
            for line, text in enumerate(
                (source.stamp, "ISSN 0921 - 7371", f"’s-Gravenhage {source.day.year}")
            ):
                canvas.drawString(margin, HEIGHT - 785 - 6 * line, text)
        _draw(canvas, page.lines, left, top, size)
        _draw_notes(canvas, page, notes, left, foot + 6, 56.7)
        canvas.setFont(REGULAR, size)
        number_word = source.number if source.number.isalpha() else f"nr. {source.number}"
        canvas.drawString(
            left,
            HEIGHT - 797,
            f"{source.house}, vergaderjaar {source.session_year}, {source.dossiers[0][0]}, {number_word}",
        )
        canvas.drawRightString(right, HEIGHT - 797, str(number))
        canvas.showPage()
    canvas.save()


def ministry(source: LetterSource, path: Path) -> None:
    """Draw a letter in the house style of the ministries."""
    left, right, margin = 80.0, 458.0, 466.0
    size, leading, width = 9.0, 12.0, right - left
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle(source.subject)
    head = [*set_lines("Geachte voorzitter,", REGULAR, size, leading, width), _blank(leading)]
    tail = [*set_lines("Hoogachtend,", REGULAR, size, leading, width), _blank(leading)]
    for function, name in source.senders:
        tail += set_lines(f"DE {function.upper()},", REGULAR, size, leading, width, hyphenate=False)
        tail += [_blank(leading * 3), *set_lines(name, REGULAR, size, leading, width), _blank(leading)]
    notes = _notes(source, width)
    start, foot = 330.0, 770.0
    pages = set_pages(
        [*head, *_body(source, size, leading, width, (BOLD, ITALIC)), *tail],
        notes,
        (foot - start, foot - 140),
        10,
    )
    for number, page in enumerate(pages, 1):
        aside = [
            source.directorate,
            "",
            *(("Bezoekadres", *source.address, "") if number == 1 else ()),
            "Ons kenmerk",
            source.reference,
        ]
        if number == 1:
            canvas.setFont(REGULAR, 11)
            canvas.drawString(290, HEIGHT - 60, source.department)
            canvas.setFont(REGULAR, 6.75)
            canvas.drawString(left, HEIGHT - 125, "> Retouradres Postbus 20018 2500 EA Den Haag")
            canvas.setFont(REGULAR, size)
            lines = (
                "Aan de Voorzitter",
                f"van de {source.house} der Staten-Generaal",
                "Postbus 20018",
                "2500 EA DEN HAAG",
            )
            for line, text in enumerate(lines):
                canvas.drawString(left, HEIGHT - 150 - 12 * line, text)
            for y, label, text in ((285, "Datum", source.long_date), (297, "Betreft", source.subject)):
                canvas.drawString(left, HEIGHT - y, label)
                canvas.drawString(left + 40, HEIGHT - y, text)
        top = 125.0
        for text in aside:
            canvas.setFont(
                BOLD if text in {"Ons kenmerk", "Bezoekadres", source.directorate} else REGULAR, 6.75
            )
            for piece in set_lines(text, REGULAR, 6.75, 9, 110, hyphenate=False) or [_blank(9)]:
                top += 9
                canvas.drawString(margin, HEIGHT - top, "".join(r.text for r in piece.runs))
        _draw(canvas, page.lines, left, start if number == 1 else 140.0, size)
        _draw_notes(canvas, page, notes, left, foot + 6, 144)
        canvas.setFont(REGULAR, 6.75)
        canvas.drawString(margin, HEIGHT - 805, f"Pagina {number} van {len(pages)}")
        canvas.showPage()
    canvas.save()
