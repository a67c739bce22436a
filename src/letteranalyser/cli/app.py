"""The command ``analyse``: its options and help. What it does is in ``run``."""

import difflib
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from letteranalyser.cli import reading
from letteranalyser.errors import ExitCode, LetterError
from letteranalyser.render.choices import KINDS, Format
from letteranalyser.settings import DEFAULTS, MEGABYTE, Ocr, ReadSettings

# Nothing here may load the models, let alone a stage: --help has to be instant.

HELP = """Read Dutch government letters to parliament (Kamerbrieven): who acts, which motions and documents are
answered, what is promised, and the cabinet's position on each motion and proposal with the sentence that says so.

SOURCE is a file, a folder (with all in it: .txt .pdf .docx .xml .html .md) or - for standard input.
"""

EPILOG = """\b
Examples:
  analyse brief.pdf                           a letter at a glance
  analyse brief.pdf --only alignment,amounts  just those tables
  analyse brief.pdf --json | jq .alignment    for programs
  analyse brief.pdf --against motie.pdf       what it says to each request
  analyse - < brief.txt                       from standard input
  analyse letters/ -o letters.jsonl           many letters, a line each
  analyse letters/ -o results/                many letters, a file each
  analyse letters/ -f csv > positions.csv     all positions, for a spreadsheet

\b
Exit codes:
  0  all letters analysed            4    an optional package is missing
  1  some of several letters failed  5    the output cannot be written
  2  wrong command line              70   a fault of the program
  3  the only letter is unreadable   130  stopped with Ctrl-C
  6  a vocabulary of yours has a mistake
"""


class Colour(StrEnum):
    """Values of ``--color``."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Command(TyperCommand):
    """A command whose usage line names its argument as everybody does."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - typer keeps its class to itself
        """``[OPTIONS] SOURCE...``."""
        del ctx
        return ["[OPTIONS]", "SOURCE..."]


app = typer.Typer(
    # Without markup help does not need rich, and comes three times as fast.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from letteranalyser import __version__

        typer.echo(f"letteranalyser {__version__}")
        raise typer.Exit


def print_schema(wanted: bool) -> None:
    """Print the JSON Schema and stop."""
    if wanted:
        from letteranalyser.render.json import schema

        typer.echo(schema(), nl=False)
        raise typer.Exit


def check_vocabulary(folder: str | None) -> None:
    """Print every mistake in a folder with vocabulary, one a line, and stop."""
    if folder is None:
        return
    from pathlib import Path

    from letteranalyser.vocabulary.check import mistakes_in

    mistakes = mistakes_in(Path(folder))
    for mistake in mistakes:
        typer.echo(mistake)
    raise typer.Exit(ExitCode.BAD_VOCABULARY if mistakes else ExitCode.OK)


def known_kinds(given: list[str] | None) -> list[str] | None:
    """The kinds behind ``--only``, which may be repeated and may hold commas; None where it is not given.

    Raises:
        typer.BadParameter: if one is unknown.
    """
    if not given:
        return None
    kinds = [kind.strip() for value in given for kind in value.split(",")]
    for kind in kinds:
        if kind not in KINDS:
            close = difflib.get_close_matches(kind, KINDS, 1)
            meant = f"did you mean {close[0]}?" if close else f"choose from {', '.join(KINDS)}"
            raise typer.BadParameter(f"'{kind}' is no kind of finding; {meant}")
    return [kind for kind in KINDS if kind in kinds]


def matching_kinds(incomplete: str) -> list[str]:
    """Completions of ``--only``, the kinds before the last comma kept."""
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{kind}" for kind in KINDS if kind.startswith(last)]


@app.command(cls=Command, help=HELP, epilog=EPILOG)
def analyse(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", hidden=True)],
    *,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(Format)}."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Write to a file, whose suffix chooses the format, or to a folder: for each letter a file, JSON unless -f says otherwise.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND,...",
            callback=known_kinds,
            autocompletion=matching_kinds,
            help=f"Only these: {', '.join(KINDS)}.",
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="A motion or note that the letter answers: show what the letter says to each of its requests.",
        ),
    ] = None,
    model: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="What finds names of actors beside the rules: default (our own), none, or an installed pipeline of spaCy.",
        ),
    ] = "default",
    stdin_name: Annotated[
        str,
        typer.Option(
            metavar="NAME", show_default=False, help="Name of the letter on standard input, for the results."
        ),
    ] = "-",
    ocr: Annotated[
        Ocr,
        typer.Option(
            metavar="WHEN",
            help="Recognise pages that are pictures (auto), none (off) or all (force); needs tesseract.",
        ),
    ] = DEFAULTS.ocr,
    password_file: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Open encrypted PDFs with the password on the first line of this file."
        ),
    ] = None,
    max_pages: Annotated[
        int, typer.Option(min=1, metavar="N", help="Read so many pages of a PDF.")
    ] = DEFAULTS.max_pages,
    max_bytes: Annotated[
        str,
        typer.Option(metavar="SIZE", help="Refuse larger files; K, M and G may stand behind the number."),
    ] = f"{DEFAULTS.max_bytes // MEGABYTE}M",
    timeout: Annotated[
        float,
        typer.Option(
            min=0.1,
            metavar="SECONDS",
            help="Give up a letter that takes longer to read, or to analyse; each page that is recognised may take as long.",
        ),
    ] = DEFAULTS.seconds,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            show_default=False,
            help="Analyse so many letters at once; by default one a processor.",
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Analyse also letters of which the result is in the folder already."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be analysed for a folder of results.")
    ] = False,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Analyse on the Dask cluster of this scheduler."),
    ] = None,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first letter that cannot be analysed.")
    ] = False,
    debug_layout: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            help="Write pictures of the pages of PDFs, with what was taken for what drawn over them.",
        ),
    ] = None,
    vocabulary: Annotated[
        str | None,
        typer.Option(
            metavar="DIR", help="Lay your own vocabulary over the package's: see docs/vocabulary.md."
        ),
    ] = None,
    checked: Annotated[
        str | None,
        typer.Option(
            "--check-vocabulary",
            metavar="DIR",
            is_eager=True,
            callback=check_vocabulary,
            help="List the mistakes in such a folder, by file and line, and stop.",
        ),
    ] = None,
    colour: Annotated[
        Colour, typer.Option("--color", metavar="WHEN", help=f"One of {', '.join(Colour)}.")
    ] = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    verbose: Annotated[
        int,
        typer.Option(
            "--verbose", "-v", count=True, show_default=False, help="Say what happens; -vv for every detail."
        ),
    ] = 0,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema", is_eager=True, callback=print_schema, help="Print the JSON Schema of the results."
        ),
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", "-V", is_eager=True, callback=print_version, help="Print the version."),
    ] = False,
) -> None:
    """Collect the options and run."""
    del schema, version, checked
    if as_json and format_ not in (None, Format.JSON):
        raise typer.BadParameter(f"--json and --format {format_} exclude each other")
    from letteranalyser.cli.console import Console
    from letteranalyser.cli.output import ReaderGoneError
    from letteranalyser.cli.run import Options, run

    console = Console(quiet=quiet, verbosity=verbose)
    options = Options(
        sources=sources,
        format=Format.JSON if as_json else format_,
        output=output,
        only=tuple(only) if only else None,
        against=against,
        stdin_name=stdin_name,
        vocabulary=vocabulary,
        colour=colour,
        debug_layout=debug_layout,
        model=model,
        jobs=jobs,
        force=force,
        dry_run=dry_run,
        fail_fast=fail_fast,
        scheduler=scheduler,
    )
    try:
        settings = ReadSettings(
            max_pages=max_pages,
            max_bytes=reading.size(max_bytes),
            seconds=timeout,
            password=reading.password(password_file),
            ocr=ocr,
        )
        code = run(replace(options, reading=settings), console)
    except LetterError as error:
        console.error(error)
        code = error.exit_code
    except ReaderGoneError:
        # `| head` has what it wanted; that is no failure.
        code = ExitCode.OK
    except KeyboardInterrupt:
        console.remark("stopped")
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - one line for the user; the traceback is there with -v
        console.fault(error)
        code = ExitCode.INTERNAL
    raise typer.Exit(code)


def main() -> None:
    """Run the command; the console scripts ``analyse`` and ``letteranalyser`` begin here."""
    app()
