"""Files that are broken or made to do harm: one clear line, an exit code, bounded time and memory, no harm to others."""

import io
import json
import re
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from letteranalyser.errors import ExitCode

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TIMEOUT = 8
"""Seconds the command is given for a letter; what it takes for itself comes on top."""
SLACK = 40
"""Seconds: the machine of a test may be slow and busy."""
MEMORY = 1700
"""Megabytes of the largest of its processes: the address space of the one that reads is limited to 1536."""
SMALL = 250
WORDS = "Ik ontraad de motie-De Wit."
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
DRAWN = b"BT /F 9 Tf 80 700 Td (%b) Tj ET" % WORDS.encode()
MEGABYTE = 1 << 20


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects; the first is the catalogue."""
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table) + end


def stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (keys, len(data), data)


def page(content: bytes, *more: bytes, resources: bytes = FONT, box: bytes = b"[0 0 595 842]") -> bytes:
    """A PDF of one page with a content stream and more objects, numbered from 5."""
    first = b"<</Type/Page/Parent 2 0 R/MediaBox %b/Contents 4 0 R/Resources<<%b>>>>" % (box, resources)
    return pdf_of(CATALOGUE, PAGES, first, content, *more)


def deflated(chunks: Iterable[bytes]) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(map(packer.compress, chunks)) + packer.flush()


def gibibyte(of: bytes = b"\0") -> bytes:
    """1 GiB of one byte, in 1 MiB."""
    return deflated(of * MEGABYTE for _ in range(1024))


def letter(pages: int = 1, lock: StandardEncryption | None = None) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=lock)
    for number in range(pages):
        canvas.drawString(80, 700, WORDS)
        canvas.drawString(80, 680, f"Bladzijde {number} van deze brief.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def sample() -> bytes:
    return (SAMPLES / "ministry" / "windenergie-moties.pdf").read_bytes()


def cut(share: float) -> bytes:
    data = sample()
    return data[: int(share * len(data))]


def overwritten() -> bytes:
    data = bytearray(sample())
    for place in range(2000, len(data), 1500):
        data[place : place + 20] = b"X" * 20
    return bytes(data)


def word(change: Callable[[bytes], bytes] = bytes) -> bytes:
    """A Word file, its main part changed."""
    data = io.BytesIO()
    whole = SAMPLES / "word" / "windenergie-moties.docx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry.filename, change(part) if entry.filename == "word/document.xml" else part)
    return data.getvalue()


def word_with_bomb(said: int | None = None) -> bytes:
    """A Word file with 256 MiB of zeros for a picture, and what it says of their number."""
    data = io.BytesIO(word())
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with archive.open("word/media/image.png", "w", force_zip64=True) as picture:
            for _ in range(256):
                picture.write(b"\0" * MEGABYTE)
        if said is not None:
            archive.infolist()[-1].file_size = said
    return data.getvalue()


def entities(end: bytes = b"") -> bytes:
    """A document type whose entities come to a thousand million letters."""
    more = b"".join(b'<!ENTITY %c "%b">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    return b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + more + end + b"]>"


def forms(depth: int) -> bytes:
    """A page that draws a form ten times, which draws another ten times, and so on."""
    keys = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    chain = [
        stream(b"/X Do " * 10, b"%b/Resources<</XObject<</X %d 0 R>>>>" % (keys, 6 + level))
        for level in range(depth)
    ]
    return page(stream(b"/X Do"), *chain, stream(b"1 1 9 9 re f", keys), resources=b"/XObject<</X 5 0 R>>")


LOCK = "sesam"
XML = b'<?xml version="1.0"?>'
DAMAGED = "damaged"
TOO_MUCH = "more memory than allowed|not read within"


@dataclass(frozen=True)
class Case:
    """A file and what the command makes of it: an exit code, what it says, or nothing, and how much it takes."""

    name: str
    data: Callable[[], bytes]
    code: ExitCode
    said: str = ""
    seconds: int = SLACK
    megabytes: int = SMALL


OK, BAD = ExitCode.OK, ExitCode.UNREADABLE
CASES = [
    Case("leeg.pdf", bytes, BAD, "the file is empty"),
    Case("nullen.pdf", lambda: bytes(5000), BAD, "the file is empty"),
    Case("kop.pdf", lambda: b"%PDF-1.7\n", BAD, DAMAGED),
    Case("rommel.pdf", lambda: b"%PDF-1.7\n" + b"\x93rommel" * 500, BAD, DAMAGED),
    Case("begin.pdf", lambda: cut(0.5), BAD, DAMAGED),
    Case("afgekapt.pdf", lambda: cut(0.99), OK, "has been repaired; text may be missing"),
    Case("bladen-kwijt.pdf", lambda: cut(0.95), OK, "has been repaired"),
    Case("overschreven.pdf", overwritten, OK),
    Case("xref.pdf", lambda: sample().replace(b"startxref\n", b"startxref\n9"), OK),
    Case("geen-blad.pdf", lambda: pdf_of(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"), BAD, "no pages"),
    Case(
        "kring.pdf",
        lambda: pdf_of(CATALOGUE, PAGES, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        BAD,
        "damaged|no pages",
    ),
    Case("veel-bladen.pdf", lambda: page(stream(DRAWN)).replace(b"/Count 1", b"/Count 2000000000"), OK),
    Case("groot-blad.pdf", lambda: page(stream(DRAWN), box=b"[0 0 14400 14400]"), OK),
    Case("2000-bladen.pdf", lambda: letter(2000), OK, "only the first 1000 of 2000 pages were read"),
    Case("slot.pdf", lambda: letter(lock=StandardEncryption(LOCK)), BAD, "asks for a password"),
    Case("eigenaar.pdf", lambda: letter(lock=StandardEncryption("", ownerPassword=LOCK, canCopy=0)), OK),
    Case(
        "bom.pdf", lambda: page(stream(gibibyte(), b"/Filter/FlateDecode")), BAD, TOO_MUCH, megabytes=MEMORY
    ),
    Case(
        "dubbele-bom.pdf",
        lambda: page(stream(deflated([gibibyte()]), b"/Filter[/FlateDecode/FlateDecode]")),
        BAD,
        TOO_MUCH,
        megabytes=MEMORY,
    ),
    Case(
        "tekst-bom.pdf",
        lambda: page(stream(deflated([b"1 1 9 9 re f " * 50_000] * 100), b"/Filter/FlateDecode")),
        BAD,
        TOO_MUCH,
        TIMEOUT + SLACK,
        MEMORY,
    ),
    Case("vormen.pdf", lambda: forms(10), BAD, TOO_MUCH, TIMEOUT + SLACK, MEMORY),
    Case("vorm-in-zich.pdf", lambda: forms(1).replace(b"/X 6 0 R", b"/X 5 0 R"), BAD, ".", megabytes=MEMORY),
    Case("word.pdf", word, OK),
    Case("pdf.docx", letter, OK),
    Case("tekst.pdf", WORDS.encode, OK),
    Case("bom.docx", word_with_bomb, BAD, "unpacks to more than"),
    Case("liegt.docx", lambda: word_with_bomb(100), OK),
    Case(
        "groot.docx",
        lambda: word(lambda part: part.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 20_000_000)),
        BAD,
        f"{TOO_MUCH}|too much memory|damaged|cannot be read",
        TIMEOUT + SLACK,
        MEMORY,
    ),
    Case("half.docx", lambda: word()[:1500], BAD, DAMAGED),
    Case("zip.docx", lambda: word().replace(b"word/document", b"word/dokument"), BAD, "no Word file"),
    Case(
        "entiteiten.docx",
        lambda: word(lambda part: part.replace(b"<w:document", entities() + b"<w:document", 1)),
        BAD,
        "document type",
    ),
    Case(
        "entiteiten.xml", lambda: XML + entities() + b"<kamerstuk>&j;</kamerstuk>", BAD, "declares entities"
    ),
    Case(
        "utf16.xml",
        lambda: (XML + entities() + b"<kamerstuk>&j;</kamerstuk>").decode().encode("utf-16"),
        BAD,
        "declares entities",
    ),
    Case(
        "buiten.xml",
        lambda: XML + entities(b'<!ENTITY z SYSTEM "file:///etc/passwd">') + b"<kamerstuk>&z;</kamerstuk>",
        BAD,
        "declares entities",
    ),
    Case("diep.xml", lambda: XML + b"<kamerstuk>" + b"<al>" * 100_000, BAD, "not well-formed"),
    Case("diep.html", lambda: b"<html>" + b"<div>" * 100_000 + b"x", BAD, "no text"),
    Case("cijfers.txt", lambda: b"1.000." * 1_000_000, BAD, "not analysed within", TIMEOUT + SLACK, 600),
    Case("haakjes.txt", lambda: b"(" * 200_000, OK, seconds=TIMEOUT + SLACK),
    Case("nullen.txt", lambda: b"brief\0" * 999, BAD, "neither PDF nor text"),
    Case("-n.txt", WORDS.encode, OK),
]
IDS = [case.name for case in CASES]


@dataclass(frozen=True)
class Done:
    code: int
    records: list[dict[str, object]]
    said: list[str]
    seconds: float
    megabytes: float


# Leaves the memory of the largest process under it in a file.
MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=file)
sys.exit(code)
"""


def analysed(folder: Path, *arguments: str | bytes) -> Done:
    command = [sys.executable, "-m", "letteranalyser", "-f", "jsonl", "--only", "commitments", "--ocr", "off"]
    measured = folder / "memory"
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, measured, *command, "--timeout", str(TIMEOUT), *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=False,
    )
    seconds = time.monotonic() - begun
    records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    kilobytes = int(measured.read_text(encoding="utf-8"))
    return Done(done.returncode, records, done.stderr.decode("utf-8").splitlines(), seconds, kilobytes / 1024)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_hostile_file(case: Case, tmp_path: Path) -> None:
    (tmp_path / case.name).write_bytes(case.data())
    done = analysed(tmp_path, "--", case.name)
    assert done.code == case.code, done.said
    assert done.seconds < case.seconds
    assert done.megabytes < case.megabytes
    [record] = done.records
    assert ("text" in record) == (case.code is ExitCode.OK)
    if not case.said:
        assert done.said == []
        return
    assert re.fullmatch(rf"analyse: {re.escape(case.name)}: .*({case.said}).*", done.said[0])
    assert len(done.said) == 1 or case.code is ExitCode.OK


def test_a_picture_that_unpacks_to_a_gibibyte_is_not_recognised_at_all_costs(tmp_path: Path) -> None:
    keys = b"/Type/XObject/Subtype/Image/Width 32768/Height 32768/ColorSpace/DeviceGray/BitsPerComponent 8"
    picture = stream(gibibyte(), keys + b"/Filter/FlateDecode")
    data = page(stream(b"595 0 0 842 0 0 cm /X Do"), picture, resources=b"/XObject<</X 5 0 R>>")
    (tmp_path / "plaatje.pdf").write_bytes(data)
    done = analysed(tmp_path, "plaatje.pdf", "--ocr", "auto")
    assert done.code in {ExitCode.UNREADABLE, ExitCode.MISSING_DEPENDENCY}
    assert len(done.said) == 1
    assert done.seconds < TIMEOUT + SLACK
    assert done.megabytes < MEMORY


def test_other_letters_are_not_harmed(tmp_path: Path) -> None:
    """Whatever the reading process dies of, the letters before and after it are read, PDFs among them."""
    bad = [
        case for case in CASES if case.name in {"bom.pdf", "kring.pdf", "buiten.xml", "half.docx", "slot.pdf"}
    ]
    for case in bad:
        (tmp_path / case.name).write_bytes(case.data())
    good = ["aa.pdf", "c.pdf", "i.pdf", "zz.pdf"]
    for name in good:
        (tmp_path / name).write_bytes(letter())
    done = analysed(tmp_path, ".")
    assert done.code == ExitCode.SOME_FAILED
    texts = {str(record["source"]["path"]): record.get("text") for record in done.records}  # type: ignore[index]
    assert list(texts) == sorted([*good, *(case.name for case in bad)])
    assert [name for name, text in texts.items() if text is not None] == good
    assert len({texts[name] for name in good}) == 1
    assert [line.split(": ")[1] for line in done.said[:-1]] == sorted(case.name for case in bad)


def test_a_password_opens_what_is_locked(tmp_path: Path) -> None:
    (tmp_path / "slot.pdf").write_bytes(letter(lock=StandardEncryption(LOCK)))
    for password, code in ((LOCK, OK), ("kaas", BAD)):
        (tmp_path / "wachtwoord").write_text(f"{password}\n", encoding="utf-8")
        done = analysed(tmp_path, "slot.pdf", "--password-file", "wachtwoord")
        assert done.code == code
        assert (
            done.said
            == ["analyse: slot.pdf: the password does not open the PDF – check the password file"][
                : code is BAD
            ]
        )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--max-bytes", "1K"), BAD, "larger than 1,024 bytes"),
        (("--max-pages", "2"), OK, "only the first 2 of 3 pages"),
        (("--timeout", "0.1"), BAD, "within 0.1 seconds"),
    ],
)
def test_limits_of_the_user(tmp_path: Path, arguments: tuple[str, ...], code: ExitCode, said: str) -> None:
    (tmp_path / "brief.pdf").write_bytes(letter(3))
    done = analysed(tmp_path, "brief.pdf", *arguments)
    assert done.code == code
    assert said in done.said[0]


def test_the_reading_process_ends_with_the_command(tmp_path: Path) -> None:
    """Also where the command is killed in the middle of a letter that takes long."""
    (tmp_path / "vormen.pdf").write_bytes(forms(12))
    with subprocess.Popen(
        [sys.executable, "-m", "letteranalyser", "vormen.pdf", "-v"], cwd=tmp_path, stderr=subprocess.PIPE
    ) as process:
        time.sleep(2)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not children.exists():
            pytest.skip("the system does not list the children of a process")
        [child] = children.read_text(encoding="utf-8").split()
        process.terminate()
        process.wait(timeout=30)
    deadline = time.monotonic() + 5
    while Path(f"/proc/{child}").exists() and "Z (" not in Path(f"/proc/{child}/stat").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.2)
