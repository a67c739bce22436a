"""The sample letters as Word file, as official XML, as HTML page and as hard-wrapped text."""

import textwrap
import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from letterfile import MARK, LetterSource, Part

ADDRESSEE = "Aan de Voorzitter van de {house} der Staten-Generaal"


def _number(source: LetterSource) -> str:
    return source.number if source.number.isalpha() else f"Nr. {source.number}"


def wrapped_text(source: LetterSource, text: str) -> str:
    """The text as an old archive has it: hard-wrapped at 70 characters, with page feet in the middle of sentences."""
    lines: list[str] = []
    for block in text.strip().split("\n\n"):
        for line in block.split("\n"):
            lines += textwrap.wrap(line, 70, break_on_hyphens=False) if "  " not in line else [line]
        lines.append("")
    pages: list[str] = []
    number = source.number if source.number.isalpha() else f"nr. {source.number}"
    house, years, dossier = source.house, source.session_year, source.dossiers[0][0]
    while lines:
        # A foot falls inside a paragraph: that is the hard case.
        size = next(
            (
                i
                for i in range(40, 50)
                if i < len(lines) and lines[i - 1] and lines[i] and lines[i][0].islower()
            ),
            0,
        )
        size = size or len(lines)
        pages += [
            *lines[:size],
            f"{house}, vergaderjaar {years}, {dossier}, {number} {len(pages) // 40 + 1}",
            "",
        ]
        lines = lines[size:]
    return "\n".join(pages) + "\n"


def _xml_inline(source: LetterSource, text: str) -> str:
    """Text with its footnotes where their marks stand."""
    out = []
    for index, piece in enumerate(MARK.split(text)):
        if index % 2:
            note = escape(source.notes[piece])
            out.append(
                f'<noot id="n{piece}" type="voet"><noot.nr>{piece}</noot.nr><noot.al>{note}</noot.al></noot>'
            )
        else:
            out.append(escape(piece))
    return "".join(out)


def official_xml(source: LetterSource) -> str:
    """The letter in the XML of the official publications."""
    chamber = "1" if source.chamber == "eerste_kamer" else "2"
    body: list[str] = [
        f"<al>{ADDRESSEE.format(house=source.house)}</al>",
        f"<al>{source.place}, {source.long_date}</al>",
    ]
    rows: list[Part] = []
    for part in [*source.parts, Part("end", "")]:
        if part.kind == "row":
            rows.append(part)
            continue
        if rows:
            cells = ("".join(f"<entry><al>{escape(c)}</al></entry>" for c in row.cells) for row in rows)
            lines = "".join(f"<row>{c}</row>" for c in cells)
            body.append(f'<table><tgroup cols="{len(rows[0].cells)}"><tbody>{lines}</tbody></tgroup></table>')
            rows = []
        if part.kind == "heading":
            look = "vet" if part.level == 1 else "cur"
            body.append(f'<tussenkop kopopmaak="{look}">{escape(part.text)}</tussenkop>')
        elif part.kind == "item":
            body.append(
                f'<lijst type="expliciet"><li><li.nr>–</li.nr><al>{_xml_inline(source, part.text)}</al></li></lijst>'
            )
        elif part.kind == "paragraph":
            body.append(f"<al>{_xml_inline(source, part.text)}</al>")
    dossiers = "".join(
        f"<dossier><dossiernummer><dossiernr>{n}</dossiernr></dossiernummer><titel>{escape(t)}</titel></dossier>"
        for n, t in source.dossiers
    )
    signed = "".join(
        f"<ondertekening><functie>De {escape(f)},</functie><naam><achternaam>{escape(n)}</achternaam></naam></ondertekening>"
        for f, n in source.senders
    )
    word = "" if source.number.isalpha() else "Nr. "
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<officiele-publicatie><kamerstuk>\n<kamerstukkop>'
        f'<tekstregel inhoud="kameraanduiding">{source.house} der Staten-Generaal</tekstregel>'
        f'<tekstregel inhoud="vergaderjaar">Vergaderjaar {source.session_year}</tekstregel></kamerstukkop>\n{dossiers}\n'
        f'<stuk><stuknr>{word}<ondernummer kamer="{chamber}">{source.number}</ondernummer></stuknr><titel>{source.title}</titel>\n'
        f"<algemeen><vrije-tekst><tekst>\n{chr(10).join(body)}\n{signed}\n</tekst></vrije-tekst></algemeen></stuk>\n"
        "</kamerstuk></officiele-publicatie>\n"
    )


def _html_inline(text: str) -> str:
    return MARK.sub(r'<sup><a class="nootnum" href="#ID-\1">\1</a></sup>', escape(text))


def official_html(source: LetterSource) -> str:
    """The letter as the site of the official publications shows it, with the site's own menu around it."""
    body: list[str] = [
        f"<p>{ADDRESSEE.format(house=source.house)}</p>",
        f"<p>{source.place}, {source.long_date}</p>",
    ]
    rows: list[Part] = []
    for part in [*source.parts, Part("end", "")]:
        if part.kind == "row":
            rows.append(part)
            continue
        if rows:
            lines = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row.cells)}</tr>" for row in rows)
            body.append(f"<table><tbody>{lines}</tbody></table>")
            rows = []
        if part.kind == "heading":
            body.append(f'<h{part.level + 1} class="tussenkop">{escape(part.text)}</h{part.level + 1}>')
        elif part.kind == "item":
            body.append(
                f'<ul><li class="li"><p class="labeled"><span class="ol">– </span>{_html_inline(part.text)}</p></li></ul>'
            )
        elif part.kind == "paragraph":
            body.append(f"<p>{_html_inline(part.text)}</p>")
    body += [
        f'<p class="ondertekening"><span class="functie">De {escape(f)},</span> <span class="naam">{escape(n)}</span></p>'
        for f, n in source.senders
    ]
    dossiers = "".join(
        f'<h1 class="dossiertitel"><span class="dossiernummer">{n}</span> {escape(t)}</h1>'
        for n, t in source.dossiers
    )
    notes = "".join(
        f'<div class="voet noot"><h5 class="note-close"><a href="#close">X</a> Noot </h5>'
        f'<sup><span class="nootnum" id="ID-{m}">{m}</span></sup><p>{escape(t)}</p></div>'
        for m, t in source.notes.items()
    )
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>{escape(source.subject)}</title>'
        f'<meta name="OVERHEIDop.vergaderjaar" content="{source.session_year.replace("–", "-")}"></head><body>\n'
        "<nav><ul><li>Zoeken</li><li>Over deze site</li></ul></nav>\n"
        f'<div id="broodtekst" class="stuk">{dossiers}\n<h1 class="stuktitel"><span class="stuknummer">{_number(source)}</span> '
        f'{source.title}</h1>\n{chr(10).join(body)}\n<div id="noten"><hr>{notes}</div></div>\n'
        "<footer>Contact Privacy Cookies</footer></body></html>\n"
    )


def _word_paragraph(text: str, style: str = "", notes: bool = True) -> str:
    runs = []
    for index, piece in enumerate(MARK.split(text)):
        if index % 2 and notes:
            runs.append(
                f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{piece}"/></w:r>'
            )
        elif piece:
            runs.append(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def docx(source: LetterSource, path: Path) -> None:
    """Write the letter as the Word file that the chamber publishes."""
    body = [
        _word_paragraph(f"{source.house} der Staten-Generaal"),
        _word_paragraph(f"Vergaderjaar {source.session_year}"),
    ]
    body += [_word_paragraph(f"{number} {title}") for number, title in source.dossiers]
    body += [
        _word_paragraph(f"{_number(source)} {source.title}"),
        _word_paragraph(ADDRESSEE.format(house=source.house)),
    ]
    body.append(_word_paragraph(f"{source.place}, {source.long_date}"))
    rows: list[Part] = []
    for part in [*source.parts, Part("end", "")]:
        if part.kind == "row":
            rows.append(part)
            continue
        if rows:
            cells = ("".join(f"<w:tc>{_word_paragraph(c)}</w:tc>" for c in row.cells) for row in rows)
            body.append(f"<w:tbl>{''.join(f'<w:tr>{c}</w:tr>' for c in cells)}</w:tbl>")
            rows = []
        if part.kind == "heading":
            body.append(_word_paragraph(part.text, f"Kop{part.level}"))
        elif part.kind != "end":
            body.append(_word_paragraph(f"– {part.text}" if part.kind == "item" else part.text))
    for function, name in source.senders:
        body += [_word_paragraph(f"De {function},"), _word_paragraph(name)]
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = f'xmlns:r="{rel}" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    pack = "http://schemas.openxmlformats.org/package/2006"
    top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    notes = "".join(
        f'<w:footnote w:id="{m}">{_word_paragraph(t)}</w:footnote>' for m, t in source.notes.items()
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/></w:style>'
        for n in (1, 2, 3)
    )
    files = {
        "[Content_Types].xml": f'{top}<Types xmlns="{pack}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}.footnotes+xml"/></Types>',
        "_rels/.rels": f'{top}<Relationships xmlns="{pack}/relationships"><Relationship Id="r1" '
        f'Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{top}<Relationships xmlns="{pack}/relationships"><Relationship Id="r1" '
        f'Type="{rel}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{rel}/footnotes" Target="footnotes.xml"/>'
        "</Relationships>",
        "word/document.xml": f"{top}<w:document {space}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"{top}<w:styles {space}>{styles}</w:styles>",
        "word/footnotes.xml": f"{top}<w:footnotes {space}>{notes}</w:footnotes>",
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            # A fixed time, so that the same source gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    path.write_bytes(buffer.getvalue())
