"""Many letters: what is done already is kept, the others go to workers, and what came of each is written and told."""

import hashlib
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from letteranalyser.batch import files, flow, letter_task
from letteranalyser.batch.doubles import Doubles
from letteranalyser.batch.flow import Item
from letteranalyser.batch.identity import identity_of
from letteranalyser.batch.letter_task import Outcome, Setup
from letteranalyser.batch.manifest import STATE, Manifest, dumped
from letteranalyser.batch.places import distinct
from letteranalyser.batch.pool import Alone, Limits, WorkerPool, cores
from letteranalyser.cli import output
from letteranalyser.cli.console import Console, is_terminal
from letteranalyser.cli.sources import Source
from letteranalyser.errors import ExitCode, LetterError
from letteranalyser.models.analysis import Analysis, Failure, Problem
from letteranalyser.render.choices import Format
from letteranalyser.render.formats import Request, writer
from letteranalyser.settings import ReadSettings

log = logging.getLogger(__name__)

MINOR = frozenset({"no_date", "no_sender"})
"""Problems that are not said on standard error: what a letter leaves out is no fault of reading."""

FEW = 8
"""Letters that one process has done before others have started."""


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """Options that are for many letters alone.

    Attributes:
        jobs: processes; None for one a processor, and none beside this one for a few letters.
        force: analyse also what is there already.
        dry_run: only say what would be done.
        fail_fast: stop at the first letter that fails.
        scheduler: address of a Dask scheduler, or None.
    """

    jobs: int | None = None
    force: bool = False
    dry_run: bool = False
    fail_fast: bool = False
    scheduler: str | None = None


@dataclass(slots=True)
class Batch:
    """A run over many letters.

    Attributes:
        sources: the letters.
        setup: what they are analysed with.
        request: how results are written.
        options: of the run.
        console: told of every letter that fails.
        failed: each letter that did, with what is wrong.
    """

    sources: Sequence[Source]
    setup: Setup
    request: Request
    options: BatchOptions
    console: Console
    failed: dict[int, tuple[Problem, int]] = field(default_factory=dict)
    done: int = 0
    pages: int = 0

    def state(self) -> tuple[int, int, int]:
        """Letters done or there already, pages analysed, failures."""
        return self.done, self.pages, len(self.failed)

    @contextmanager
    def executor(self) -> Iterator[tuple[Executor, int]]:
        """What calls ``analyse_letter``, and how many letters it should have in hand."""
        if self.options.scheduler is not None:
            from letteranalyser.batch.cluster import cluster

            with cluster(self.options.scheduler) as (executor, threads):
                yield executor, 2 * threads
            return
        jobs = self.options.jobs
        if jobs is None and len(self.sources) < FEW:
            yield Alone(), 1
            return
        jobs = min(jobs or cores(), len(self.sources))
        pool = WorkerPool(jobs, Limits.of(self.setup.settings))
        try:
            yield pool, 2 * jobs
        finally:
            # What is in hand is dropped; after the last letter there is nothing in hand.
            pool.shutdown(wait=True, cancel_futures=True)

    def read(self, index: int) -> Item:
        """A letter with its bytes, or with what is wrong with them."""
        source = self.sources[index]
        try:
            if source.path is None and is_terminal(sys.stdin):
                self.console.remark("reading standard input; Ctrl-D ends it")
            data = source.read(self.setup.settings.max_bytes)
            return Item(index, source, data, None, hashlib.sha256(data).hexdigest())
        except LetterError as error:
            return Item(index, source, b"", letter_task.failure(source.name, None, error))

    def each(self, begin: Callable[[str], None]) -> Iterator[tuple[Source, Analysis | Failure]]:
        """Each letter in order with its record, one of the same content analysed once."""
        with self.executor() as (executor, ahead):
            doubles = Doubles(map(size_of, self.sources))
            done = flow.completed(self._once(doubles), self.setup, executor, ahead, begin)
            for item, outcome in flow.in_order(doubles.with_copies(done)):
                record = outcome.parsed(item.letter.name)
                self.tell(item, outcome, record)
                yield self.sources[item.index], record
                if self.options.fail_fast and self.failed:
                    return

    def _once(self, doubles: Doubles) -> Iterator[Item]:
        """The letters, one of each content."""
        for index, source in enumerate(self.sources):
            item = self.read(index)
            doubles.passed(size_of(source))
            first = doubles.first(item) if item.outcome is None else item
            if first is not None:
                yield first

    def tell(self, item: Item, outcome: Outcome, record: Analysis | Failure) -> None:
        """Say what came of a letter."""
        name = item.letter.name
        self.done += 1
        self.pages += outcome.pages or 0
        if outcome.failed is not None:
            problem = outcome.problems[0]
            self.failed[item.index] = (problem, outcome.failed)
            if outcome.traceback and self.console.verbosity:
                self.console.show(outcome.traceback)
            self.console.error(LetterError(problem.code, problem.message, problem.hint), name)
            return
        log.info("%s: %d bytes, done in %.2f s", name, len(item.data), outcome.seconds)
        for row in record.alignment if isinstance(record, Analysis) else ():
            why = (name, row.target, row.position, row.evidence.rule, row.confidence)
            log.info("%s: %s: %s, by %s (confidence %.2f)", *why)
        for problem in outcome.problems:
            if problem.code not in MINOR:
                self.console.problem(problem.message, problem.hint, name)

    def exit_code(self, *, table: bool) -> ExitCode:
        """What the run comes to, told with or without a table of what failed."""
        if not self.failed:
            return ExitCode.OK
        if len(self.sources) == 1:
            return ExitCode(self.failed[0][1])
        if table:
            rows = [
                (self.sources[index].name, problem.message, problem.hint or "")
                for index, (problem, _) in sorted(self.failed.items())
            ]
            self.console.table(("Letter", "Why", "What to do"), rows)
        self.console.remark(f"{len(self.failed)} of {len(self.sources)} letters could not be analysed")
        return ExitCode.SOME_FAILED


class Folder:
    """A folder of results.

    Args:
        batch: the run.
        folder: where its results go.
    """

    def __init__(self, batch: Batch, folder: Path) -> None:
        """Read what is there; nothing is written yet."""
        self.batch, self.folder, request = batch, folder, batch.request
        ending = output.ENDINGS[request.format]
        several = request.format is Format.CSV and len(request.shown) > 1
        self.parts = (
            [(f".{kind}{ending}", replace(request, only=(kind,))) for kind in request.shown]
            if several
            else [(ending, request)]
        )
        self.places = distinct([source.place for source in batch.sources], [end for end, _ in self.parts])
        identity = identity_of(batch.setup, request.format, request.shown)
        self.manifest = Manifest(folder, identity)
        self.kept: set[int] = set()
        self.doubles = Doubles(map(size_of, batch.sources))

    def plan(self) -> Iterator[Item]:
        """The letters that are to be analysed: not those that are there, and one of those of the same content."""
        for index, source in enumerate(self.batch.sources):
            item = self.batch.read(index)
            self.doubles.passed(size_of(source))
            if item.outcome is not None:
                yield item
            elif not self.batch.options.force and self.manifest.holds(
                self.places[index], item.digest, source.name
            ):
                self.kept.add(index)
                self.batch.done += 1
            elif (first := self.doubles.first(item)) is not None:
                yield first

    def dry_run(self) -> ExitCode:
        """Say what would be done, on standard output."""
        from letteranalyser.render.wording import printable

        stdout = output.Stdout()
        todo = {item.index for item in self.plan()}
        copies = {item.index for item in self.doubles.waiting()}
        for index, source in enumerate(self.batch.sources):
            word = "analyse" if index in todo else "same as another" if index in copies else "unchanged"
            stdout.write(f"{word}\t{printable(source.name)}\n")
        return ExitCode.OK

    def run(self, began: Callable[[str], None]) -> None:
        """Analyse and write.

        Raises:
            NotWritableError: if that cannot be done.
        """
        files.make_folder(self.folder / STATE)
        lock = files.Lock(self.folder / STATE / "lock", self.folder)
        ended = False
        try:
            # Another run may have ended since it was first read.
            self.manifest = Manifest(self.folder, self.manifest.identity)
            self.manifest.begin()
            with self.batch.executor() as (executor, ahead):
                done = flow.completed(self.plan(), self.batch.setup, executor, ahead, began)
                for item, outcome in self.doubles.with_copies(done):
                    self.keep(item, outcome)
                    if self.batch.options.fail_fast and self.batch.failed:
                        break
            ended = True
        finally:
            self.manifest.end(self.places if ended else None)
            self._write_problems(ended=ended)
            lock.release()

    def keep(self, item: Item, outcome: Outcome) -> None:
        """Write what came of a letter."""
        index, name = item.index, item.letter.name
        record = outcome.parsed(name)
        self.batch.tell(item, outcome, record)
        written: dict[str, int] = {}
        place = self.places[index]
        if isinstance(record, Analysis) or self.batch.request.format in (Format.JSON, Format.JSONL):
            for end, part in self.parts:
                path = self.folder / (place + end)
                files.make_folder(path.parent)
                to = writer(part)
                data = (to.add(record) + to.end()).encode()
                files.write_whole(path, data)
                written[place + end] = len(data)
        told = [problem for problem in outcome.problems if problem.code not in MINOR]
        self.manifest.add(
            {
                "name": name,
                "place": place,
                "sha256": record.source.sha256,
                "files": written,
                "failed": outcome.failed,
                "problems": [problem.model_dump() for problem in told],
            }
        )

    def _write_problems(self, *, ended: bool) -> None:
        """``problems.jsonl``: a line for each thing that is wrong with a letter, in the order of the letters."""
        lines = b"".join(
            dumped({"path": entry["name"], "analysed": entry["failed"] is None, **problem})
            for place in self.places
            if (entry := self.manifest.letters.get(place)) is not None
            for problem in entry["problems"]
        )
        path = self.folder / "problems.jsonl"
        try:
            if lines or path.exists():
                files.write_whole(path, lines)
        except LetterError:
            if ended:
                raise


def size_of(source: Source) -> int:
    """Bytes of a letter's file; -1 where it has no size."""
    try:
        return -1 if source.path is None else source.path.stat().st_size
    except (OSError, ValueError):
        return -1


def settings_of(kinds: Sequence[str], settings: ReadSettings, model: str, vocabulary: str | None) -> Setup:
    """The setup of a run; this process has the user's vocabulary already."""
    taken = letter_task.vocabulary_in(Path(vocabulary) if vocabulary else None)
    letter_task.already_used(taken)
    return Setup(tuple(kinds), settings, model, taken)
