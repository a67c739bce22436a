"""One run of the command: every letter read, analysed and written, whatever is wrong with another."""

import hashlib
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from letteranalyser.cli import output
from letteranalyser.cli.console import Console, is_terminal
from letteranalyser.cli.sources import Source, absolute, find_sources
from letteranalyser.errors import ExitCode, LetterError, UsageError
from letteranalyser.models.analysis import Analysis, Failure, Problem
from letteranalyser.models.analysis import Source as Origin
from letteranalyser.render.choices import ARCHIVES, Format
from letteranalyser.render.formats import Request, Screen, writer
from letteranalyser.settings import DEFAULTS, ReadSettings

if TYPE_CHECKING:
    from letteranalyser.pipeline import Note

log = logging.getLogger(__name__)

Record = Analysis | Failure

MINOR = frozenset({"no_date", "no_sender"})
"""Problems that are not said on standard error: what a letter leaves out is no fault of reading."""


@dataclass(frozen=True, slots=True)
class Options:
    """The command line.

    Attributes:
        sources: files, folders and ``-``.
        format: as asked for, or None for what the output says.
        output: file or folder, or None for standard output.
        only: kinds asked for, or None for all that the format shows.
        against: file of a motion or note that the letters answer, or None.
        stdin_name: name given to standard input.
        vocabulary: folder of the user's own vocabulary, or None.
        colour: ``auto``, ``always`` or ``never``.
        reading: limits on each letter, and how it is read.
        debug_layout: folder for pictures of pages, or None.
        model: what finds names beside the rules.
        jobs: processes for many letters, or None for one a processor.
        force: analyse also letters of which the result is there.
        dry_run: only say what would be done.
        fail_fast: stop at the first letter that fails.
        scheduler: address of a Dask scheduler, or None.
    """

    sources: Sequence[str]
    format: Format | None = None
    output: str | None = None
    only: tuple[str, ...] | None = None
    against: str | None = None
    stdin_name: str = "-"
    vocabulary: str | None = None
    colour: str = "auto"
    reading: ReadSettings = DEFAULTS
    debug_layout: str | None = None
    model: str = "default"
    jobs: int | None = None
    force: bool = False
    dry_run: bool = False
    fail_fast: bool = False
    scheduler: str | None = None


@dataclass(slots=True)
class Letters:
    """The letters of a run, analysed one by one.

    Attributes:
        sources: the letters.
        kinds: what to look for.
        console: told of every letter that fails, and of what could not be read of others.
        settings: limits on each letter, and how it is read.
        pictures: folder for pictures of what was taken for what, or None.
        against: the motion or note that they answer, or None.
        model: what finds names beside the rules.
        failed: exit code of each that did.
    """

    sources: Sequence[Source]
    kinds: Collection[str]
    console: Console
    settings: ReadSettings = DEFAULTS
    pictures: Path | None = None
    against: "Note | None" = None
    model: str = "default"
    failed: list[ExitCode] = field(default_factory=list)

    def each(self, begin: Callable[[str], None]) -> Iterator[tuple[Source, Record]]:
        """Each letter with its analysis, or with what is wrong with it.

        Args:
            begin: told the name of each letter before it is read.
        """
        for source in self.sources:
            begin(source.name)
            yield source, self.one(source)

    def one(self, source: Source) -> Record:
        """One letter; whatever is wrong with it is told and becomes its record."""
        data: bytes | None = None
        try:
            if source.path is None and is_terminal(sys.stdin):
                self.console.remark("reading standard input; Ctrl-D ends it")
            log.info("%s: reading", source.name)
            data = source.read(self.settings.max_bytes)
            return self.analysed(source, data)
        except LetterError as error:
            problem, code = error, error.exit_code
            self.console.error(problem, source.name)
        except Exception as error:  # noqa: BLE001 - a fault over one letter must not lose the others
            problem, code = self.console.fault(error, source.name), ExitCode.INTERNAL
        self.failed.append(code)
        digest = None if data is None else hashlib.sha256(data).hexdigest()
        said = Problem(code=problem.code, message=problem.message, hint=problem.hint)
        return Failure(source=Origin(path=source.name, sha256=digest), problems=(said,))

    def analysed(self, source: Source, data: bytes) -> Analysis:
        """The analysis of a letter."""
        from letteranalyser.read import prepare

        prepare(data, self.settings)
        from letteranalyser.pipeline import analyse

        begun = time.perf_counter()
        analysis = analyse(
            data, source.name, self.kinds, self.settings, model=self.model, against=self.against
        )
        seconds = time.perf_counter() - begun
        log.info("%s: %d bytes, done in %.2f s", source.name, len(data), seconds)
        for row in analysis.alignment:
            why = (source.name, row.target, row.position, row.evidence.rule, row.confidence)
            log.info("%s: %s: %s, by %s (confidence %.2f)", *why)
        if self.pictures is not None:
            from letteranalyser.cli.layout_pictures import draw_layout

            if not draw_layout(data, self.pictures / source.place, self.settings):
                self.console.remark(f"{source.name}: no PDF, so no pages to draw")
        for problem in analysis.problems:
            if problem.code not in MINOR:
                self.console.problem(problem.message, problem.hint, source.name)
        return analysis

    def exit_code(self) -> ExitCode:
        """What the run comes to."""
        if not self.failed:
            return ExitCode.OK
        if len(self.sources) == 1:
            return self.failed[0]
        self.console.remark(f"{len(self.failed)} of {len(self.sources)} letters could not be analysed")
        return ExitCode.SOME_FAILED


def run(options: Options, console: Console) -> ExitCode:
    """Analyse the letters and write what was asked for.

    Raises:
        UsageError: if the options do not go together.
        VocabularyError: if the user's vocabulary has a mistake.
        NotWritableError: if the output cannot be written.
        ReaderGoneError: if nobody reads standard output any more.
    """
    if options.vocabulary is not None:
        from letteranalyser.vocabulary import use

        use(Path(options.vocabulary))
    sources = find_sources(options.sources, options.stdin_name)
    many = len(sources) > 1
    target = Path(options.output) if options.output not in (None, "-") else None
    folder = target is not None and output.is_folder(str(options.output), many=many)
    archive = options.format in ARCHIVES or (target is not None and output.names_archive(str(target)))
    folder = folder and not archive
    if target is not None and folder:
        # Results of an earlier run, as Markdown or text, are no letters.
        results = absolute(target)
        sources = [one for one in sources if not (one.path and absolute(one.path).is_relative_to(results))]
    if options.dry_run and not folder:
        raise UsageError(
            "no_folder", "--dry-run tells what a folder of results lacks", "name one with -o DIR"
        )
    said = output.format_of(str(options.output)) if target and not folder else None
    if options.against is not None and many:
        hint = "name a single letter, or leave --against out"
        raise UsageError("one_letter", "--against lays one letter beside a motion or note", hint)
    request = Request(
        options.format or said or (Format.JSON if folder else Format.TEXT),
        options.only,
        many=many and not folder,
        against=options.against is not None,
        screen=screen(options.colour, to_stdout=target is None),
    )
    if request.format is Format.CSV and len(request.shown) > 1 and not folder:
        hint = f"choose one, such as --only {request.shown[0]}, or name a folder for a file each with -o"
        raise UsageError("one_table", "CSV is one table", hint)
    if target is not None and any(source.path and same_file(source.path, target) for source in sources):
        raise UsageError("over_source", f"{target} is one of the letters", "name another file with -o")
    if request.format in ARCHIVES:
        if target is None:
            raise UsageError(
                "no_output", f"{request.format} cannot be written to standard output", "name a place with -o"
            )
        from letteranalyser.batch.archive import check_place, require

        # Told before any letter is read.
        require()
        check_place(target, request.format)
    if options.model not in ("none", "default") and "actors" in request.needed:
        from letteranalyser.model import name_finder

        # A wrong name is told before any letter is read.
        name_finder(options.model)
    pictures = None if options.debug_layout is None else Path(options.debug_layout)
    note = None if options.against is None else the_note(options.against, options.reading, console)
    letters = Letters(sources, request.needed, console, options.reading, pictures, note, options.model)
    # A bar, and results that come one by one, would write over each other on one screen.
    apart = target is not None or not is_terminal(sys.stdout) or (request.format is Format.TEXT)
    given_folder = any(Path(name).is_dir() for name in options.sources)
    if request.format in ARCHIVES and (pictures or note):
        raise UsageError("no_archive", "tables of letters go without --against and --debug-layout")
    in_batch = many or (folder and given_folder) or options.dry_run or options.scheduler is not None
    if pictures is None and note is None and (in_batch or request.format in ARCHIVES):
        return run_batch(sources, request, options, console, target if folder else None, target, apart=apart)
    with console.progress(len(sources), wanted=apart) as begin:
        if target is not None and folder:
            write_folder(target, letters.each(begin), request)
        else:
            write_one(target, letters.each(begin), request)
    return letters.exit_code()


def run_batch(
    sources: Sequence[Source],
    request: Request,
    options: Options,
    console: Console,
    folder: Path | None,
    target: Path | None,
    *,
    apart: bool,
) -> ExitCode:
    """Many letters, or a folder of results that a later run goes on with."""
    from letteranalyser.cli.batch import Batch, BatchOptions, Folder, settings_of

    setup = settings_of(request.needed, options.reading, options.model, options.vocabulary)
    how = BatchOptions(options.jobs, options.force, options.dry_run, options.fail_fast, options.scheduler)
    batch = Batch(sources, setup, request, how, console)
    results = None if folder is None else Folder(batch, folder)
    if results is not None and options.dry_run:
        return results.dry_run()
    with console.progress(len(sources), wanted=apart, state=batch.state) as begin:
        if results is not None:
            results.run(begin)
        elif target is not None and request.format in ARCHIVES:
            from letteranalyser.batch.archive import write_archive

            write_archive(target, request.format, (record for _, record in batch.each(begin)))
        else:
            write_one(target, batch.each(begin), request)
    # Beside results on standard output the lines that were told are enough.
    return batch.exit_code(table=target is not None)


def the_note(name: str, settings: ReadSettings, console: Console) -> "Note":
    """The motion or note behind ``--against``.

    Raises:
        LetterError: if it cannot be read.
    """
    from letteranalyser.pipeline import read_note
    from letteranalyser.read import prepare

    try:
        (source, *more) = find_sources([name], name)
        if more:
            raise UsageError("one_note", "a folder holds several", "name a single file with --against")
        data = source.read(settings.max_bytes)
        prepare(data, settings)
        note = read_note(data, name, settings)
    except LetterError as error:
        error.message = f"{name}: {error.message}"
        raise
    if not note.requests:
        console.problem(
            "no request found", "a motion says 'verzoekt de regering', a note has numbered proposals", name
        )
    return note


def write_one(target: Path | None, letters: Iterable[tuple[Source, Record]], request: Request) -> None:
    """Write all letters to standard output or one file, each as soon as it is done."""
    with output.open_file(target) if target else nullcontext(output.Stdout()) as sink:
        to = writer(request)
        for _, record in letters:
            sink.write(to.add(record))
        sink.write(to.end())


def write_folder(folder: Path, letters: Iterable[tuple[Source, Record]], request: Request) -> None:
    """Write a file for each letter; one that failed has a file only in JSON, which can say so."""
    output.make_folder(folder)
    ending = output.ENDINGS[request.format]
    tables = [(f".{kind}", replace(request, only=(kind,))) for kind in request.shown]
    several = request.format is Format.CSV and len(tables) > 1
    for source, record in letters:
        if isinstance(record, Failure) and request.format not in (Format.JSON, Format.JSONL):
            continue
        for infix, part in tables if several else [("", request)]:
            path = folder / source.place.with_name(source.place.name + infix + ending)
            output.make_folder(path.parent)
            with output.open_file(path) as sink:
                to = writer(part)
                sink.write(to.add(record) + to.end())


def screen(colour: str, *, to_stdout: bool) -> Screen | None:
    """The terminal that text is written for; None where it is a pipe or a file.

    Args:
        colour: ``auto``, ``always`` or ``never``.
        to_stdout: whether standard output is where it goes.
    """
    # https://no-color.org, https://force-color.org, and rich's TTY_COMPATIBLE.
    bare = colour == "never" or (colour == "auto" and bool(os.environ.get("NO_COLOR")))
    asked = os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE") == "1"
    forced = colour == "always" or (bool(asked) and to_stdout and not bare)
    seen = to_stdout and is_terminal(sys.stdout) and os.environ.get("TTY_COMPATIBLE") != "0"
    if not (forced or seen):
        return None
    dumb = os.environ.get("TERM") in ("dumb", "unknown") and not forced
    return Screen(shutil.get_terminal_size().columns, colour=not bare and not dumb)


def same_file(one: Path, other: Path) -> bool:
    """Whether two names are of the same file."""
    try:
        return one.samefile(other)
    except OSError:
        return False
