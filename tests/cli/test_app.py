"""The options, in this process, with a pipeline that does as it is told."""

import json
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from types import ModuleType

import pytest

from letteranalyser.cli.app import known_kinds, main, matching_kinds
from letteranalyser.errors import ExitCode, MissingDependencyError
from letteranalyser.models.analysis import Analysis, LetterHead, Source
from letteranalyser.render.choices import KINDS
from letteranalyser.settings import DEFAULTS, MEGABYTE, Ocr, ReadSettings

Analyse = Callable[..., Analysis]
Capture = pytest.CaptureFixture[bytes]


class Command:
    """The command over a pipeline of the test's own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capture: Capture) -> None:
        self.monkeypatch = monkeypatch
        self.capture = capture
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.settings: ReadSettings | None = None
        self.pipeline: Analyse = self.nothing_found

    def nothing_found(
        self, data: bytes, path: str, kinds: Collection[str], settings: ReadSettings, **others: object
    ) -> Analysis:
        assert others == {"model": "default", "against": None}
        self.settings = settings
        self.asked.append((path, tuple(kinds)))
        return Analysis(source=Source(path=path), letter=LetterHead(), text=data.decode())

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        module = ModuleType("letteranalyser.pipeline")
        module.analyse = self.pipeline  # type: ignore[attr-defined]
        self.monkeypatch.setitem(sys.modules, "letteranalyser.pipeline", module)
        self.monkeypatch.setattr(sys, "argv", ["analyse", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self.capture.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, out.decode(), err.decode()


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture) -> Command:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    return Command(monkeypatch, capfdbinary)


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    # Of two letters of the same content one would be analysed.
    for name, text in {"a.txt": "Geachte voorzitter,", "b.txt": "Geachte Voorzitter,"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (("--json",), KINDS),
        (("--json", "--only", "alignment"), ("alignment",)),
        (("--json", "--only", "references,alignment"), ("alignment", "references")),
        (
            ("--json", "--only", "references", "--only", "amounts, motions"),
            ("motions", "amounts", "references"),
        ),
        (("-f", "csv"), ("alignment", "motions")),
    ],
)
def test_only_what_is_asked_for_is_looked_for(
    command: Command, arguments: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    assert command("a.txt", *arguments)[0] == ExitCode.OK
    assert command.asked == [("a.txt", kinds)]


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "SOURCE"),
        (("a.txt", "--onzin"), "--onzin"),
        (("a.txt", "--format", "pdf"), "pdf"),
        (("a.txt", "--only", "motion"), "did you mean motions?"),
        (("a.txt", "--only", "alignment,xyz"), "choose from alignment, motions"),
        (("a.txt", "--only", ""), "no kind of finding"),
        (("a.txt", "--json", "-f", "csv"), "exclude each other"),
        (("a.txt", "-o", "a.xlsx"), "no format has the suffix .xlsx"),
        (("a.txt", "-f", "csv", "--only", "motions,amounts"), "CSV is one table"),
        (("a.txt", "-o", "a.txt"), "a.txt is one of the letters"),
        (("a.txt", "--color", "rood"), "rood"),
        (("a.txt", "--max-pages", "0"), "--max-pages"),
        (("a.txt", "--max-bytes", "veel"), "write 500K, 20M or 1G"),
        (("a.txt", "--max-bytes", "0"), "is no size"),
        (("a.txt", "--timeout", "0"), "--timeout"),
        (("a.txt", "--ocr", "soms"), "soms"),
        (("a.txt", "--password-file", "weg.txt"), "the password file cannot be read"),
    ],
)
def test_a_wrong_command_line_is_told_before_anything_is_done(
    command: Command, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = command(*arguments)
    assert (code, out) == (ExitCode.USAGE, "")
    assert said in " ".join(err.split())
    assert command.asked == []


@pytest.mark.usefixtures("letters")
def test_json_for_two_letters_is_a_stream(command: Command) -> None:
    code, out, err = command("a.txt", "b.txt", "--json")
    first, second = out.replace("}\n{", "}\x00{").split("\x00")
    assert [json.loads(text)["source"]["path"] for text in (first, second)] == ["a.txt", "b.txt"]
    assert (code, err) == (ExitCode.OK, "")


def fault(
    data: bytes, path: str, kinds: Collection[str], settings: ReadSettings, **others: object
) -> Analysis:
    del kinds, settings, others
    if path == "a.txt":
        raise RecursionError("too\ndeep")
    return Analysis(source=Source(path=path), letter=LetterHead(), text=data.decode())


@pytest.mark.usefixtures("letters")
def test_a_fault_over_the_only_letter(command: Command) -> None:
    command.pipeline = fault
    code, out, err = command("a.txt")
    assert (code, out) == (ExitCode.INTERNAL, "")
    assert err == (
        "analyse: a.txt: fault of the program: RecursionError: too deep – run with -v to see where, and report it\n"
    )


@pytest.mark.usefixtures("letters")
def test_a_fault_shows_its_traceback_when_asked(command: Command) -> None:
    command.pipeline = fault
    code, _, err = command("a.txt", "-v")
    assert code == ExitCode.INTERNAL
    assert "Traceback (most recent call last)" in err
    assert "fault of the program: RecursionError: too deep" in err


@pytest.mark.usefixtures("letters")
def test_a_fault_over_one_letter_does_not_lose_the_others(command: Command) -> None:
    command.pipeline = fault
    code, out, err = command("a.txt", "b.txt", "-f", "jsonl")
    first, second = map(json.loads, out.splitlines())
    assert code == ExitCode.SOME_FAILED
    assert first["problems"][0]["code"] == "internal"
    assert len(first["source"]["sha256"]) == 64
    assert second["text"] == "Geachte Voorzitter,"
    assert "1 of 2 letters could not be analysed" in err


@pytest.mark.usefixtures("letters")
def test_a_fault_of_the_command_itself(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("letteranalyser.cli.run.find_sources", lambda *_: 1 / 0)
    code, out, err = command("a.txt")
    assert (code, out) == (ExitCode.INTERNAL, "")
    assert err.startswith("analyse: fault of the program: ZeroDivisionError")
    assert err.count("\n") == 1


@pytest.mark.usefixtures("letters")
def test_a_missing_package(command: Command) -> None:
    def needs_docx(
        data: bytes, path: str, kinds: Collection[str], settings: ReadSettings, **others: object
    ) -> Analysis:
        del data, path, kinds, settings, others
        raise MissingDependencyError("needs_docx", "needs python-docx", "pip install letteranalyser[docx]")

    command.pipeline = needs_docx
    code, _, err = command("a.txt")
    assert code == ExitCode.MISSING_DEPENDENCY
    assert err == "analyse: a.txt: needs python-docx – pip install letteranalyser[docx]\n"


@pytest.mark.usefixtures("letters")
def test_stopped_by_the_user(command: Command) -> None:
    def stop(
        data: bytes, path: str, kinds: Collection[str], settings: ReadSettings, **others: object
    ) -> Analysis:
        del data, path, kinds, settings, others
        raise KeyboardInterrupt

    command.pipeline = stop
    code, out, err = command("a.txt", "-f", "jsonl", "-o", "uit.jsonl")
    assert (code, out, err) == (ExitCode.INTERRUPTED, "", "analyse: stopped\n")
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.usefixtures("letters")
def test_quiet_says_only_errors(command: Command) -> None:
    command.pipeline = fault
    err = command("a.txt", "b.txt", "-q", "--json")[2]
    assert err.count("\n") == 1
    assert err.startswith("analyse: a.txt: ")


@pytest.mark.usefixtures("letters")
def test_verbose_says_what_happens(command: Command) -> None:
    err = command("a.txt", "-v", "--json")[2]
    assert "analyse: a.txt: reading\n" in err
    assert "analyse: a.txt: 19 bytes, done in" in err


@pytest.mark.usefixtures("letters")
def test_limits_reach_the_pipeline(command: Command) -> None:
    command("a.txt", "--json")
    assert command.settings == DEFAULTS
    Path("wachtwoord.txt").write_text("sesam open u\n", encoding="utf-8")
    options = "--max-pages 7 --max-bytes 3M --timeout 1.5 --ocr force --password-file wachtwoord.txt"
    command("a.txt", "--json", *options.split())
    assert command.settings == ReadSettings(7, 3 * MEGABYTE, 1.5, password="sesam open u", ocr=Ocr.FORCE)  # noqa: S106 - made up


@pytest.mark.usefixtures("letters")
def test_a_password_is_not_shown() -> None:
    assert "sesam" not in repr(ReadSettings(password="sesam"))  # noqa: S106 - made up


def test_known_kinds_are_in_the_order_of_reading() -> None:
    assert known_kinds(["references,alignment", "alignment"]) == ["alignment", "references"]
    assert known_kinds(None) is None


def test_kinds_are_completed_after_a_comma() -> None:
    assert matching_kinds("al") == ["alignment"]
    assert matching_kinds("motions,am") == ["motions,amounts"]
