"""What is done for one letter, in whatever process or on whatever machine it is done."""

import hashlib
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from letteranalyser import __version__
from letteranalyser.errors import ExitCode, LetterError
from letteranalyser.models.analysis import Analysis, Failure, Problem, Source
from letteranalyser.settings import ReadSettings

REPORT_IT = "run with -v to see where, and report it"


@dataclass(frozen=True, slots=True)
class Setup:
    """What is the same for all letters of a run.

    Attributes:
        kinds: what to look for.
        settings: limits on each letter, and how it is read.
        model: what finds names beside the rules.
        vocabulary: the user's own files, by name, with what is in them: the folder may be on another machine.
        version: of the program that asks; one of another version would answer something else.
    """

    kinds: tuple[str, ...]
    settings: ReadSettings
    model: str
    vocabulary: tuple[tuple[str, bytes], ...] = ()
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one letter; small and of plain values, so that it travels.

    Attributes:
        record: the analysis or the failure, as JSON.
        pages: of the letter, None where it has none or was not read.
        problems: what is wrong with the letter.
        failed: the exit code it asks for when it could not be analysed, else None.
        traceback: where in the program, if the program was at fault.
        seconds: that it took.
    """

    record: str
    pages: int | None
    problems: tuple[Problem, ...]
    failed: int | None = None
    traceback: str | None = None
    seconds: float = 0.0

    def parsed(self, path: str) -> Analysis | Failure:
        """The record, for a letter of the same content that lies at ``path``."""
        return record_of(self.record, path, failed=self.failed is not None)


def record_of(text: str, path: str, *, failed: bool) -> Analysis | Failure:
    """A record from its JSON, with another path in it."""
    model: type[Analysis | Failure] = Failure if failed else Analysis
    record = model.model_validate_json(text)
    if record.source.path == path:
        return record
    return record.model_copy(update={"source": record.source.model_copy(update={"path": path})})


def failure(path: str, data: bytes | None, error: LetterError, trace: str | None = None) -> Outcome:
    """The outcome for a letter that could not be analysed."""
    digest = None if data is None else hashlib.sha256(data).hexdigest()
    problem = Problem(code=error.code, message=error.message, hint=error.hint)
    record = Failure(source=Source(path=path, sha256=digest), problems=(problem,))
    return Outcome(record.model_dump_json(), None, (problem,), int(error.exit_code), trace)


_listeners: list[Callable[[], None]] = []
"""Told when a letter is read and its analysis begins; a worker process has one."""


def when_read(listener: Callable[[], None]) -> None:
    """Have ``listener`` called in this process each time that a letter has been read."""
    _listeners.append(listener)


def analyse_letter(setup: Setup, data: bytes, path: str) -> Outcome:
    """Analyse one letter. Whatever is wrong with it is in the outcome; nothing is raised over it.

    Args:
        setup: what is the same for all letters.
        data: the letter's bytes.
        path: where they came from, for the record.
    """
    if setup.version != __version__:
        hint = f"install letteranalyser {setup.version} there"
        return failure(
            path, data, LetterError("other_version", f"the worker has letteranalyser {__version__}", hint)
        )
    begun = time.perf_counter()
    try:
        use_vocabulary(setup.vocabulary)
        analysis = _analysed(setup, data, path)
    except LetterError as error:
        return failure(path, data, error)
    except MemoryError:
        return failure(path, data, LetterError("too_much", "analysing it takes more memory than there is"))
    except Exception as fault:  # noqa: BLE001 - a fault over one letter must not lose the others
        trace = "".join(traceback.format_exception(fault)).rstrip("\n")
        said = f"fault of the program: {type(fault).__name__}: {fault}"
        told = failure(path, data, LetterError("internal", said, REPORT_IT), trace)
        return replace(told, failed=int(ExitCode.INTERNAL))
    seconds = time.perf_counter() - begun
    return Outcome(analysis.model_dump_json(), analysis.source.pages, analysis.problems, None, None, seconds)


def _analysed(setup: Setup, data: bytes, path: str) -> Analysis:
    from letteranalyser.read import prepare

    prepare(data, setup.settings)
    from letteranalyser.pipeline import analyse

    if not _listeners:
        return analyse(data, path, setup.kinds, setup.settings, model=setup.model, against=None)

    def told() -> None:
        for listener in _listeners:
            listener()

    return analyse(data, path, setup.kinds, setup.settings, model=setup.model, against=None, when_read=told)


def vocabulary_in(folder: Path | None) -> tuple[tuple[str, bytes], ...]:
    """The files of a user's vocabulary, to take along."""
    if folder is None:
        return ()
    return tuple((path.name, path.read_bytes()) for path in sorted(folder.glob("*.toml")))


_used: list[tuple[tuple[str, bytes], ...]] = [()]


def use_vocabulary(files: tuple[tuple[str, bytes], ...]) -> None:
    """Lay these files over the vocabulary of this process, unless they are already.

    Raises:
        VocabularyError: if one has a mistake.
    """
    if files == _used[0]:
        return
    from letteranalyser.vocabulary import load, shipped_names, use

    if not files:
        use(None)
    else:
        with tempfile.TemporaryDirectory(prefix="letteranalyser-") as made:
            for name, data in files:
                (Path(made) / Path(name).name).write_bytes(data)
            use(Path(made))
            # All at once, because the folder goes.
            for name in shipped_names():
                load(name)
    _used[0] = files


def already_used(files: tuple[tuple[str, bytes], ...]) -> None:
    """Say that the vocabulary of this process has these files over it."""
    _used[0] = files
