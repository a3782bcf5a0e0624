"""A period, question or monitor in, a brief of it out as Markdown, HTML, PDF or JSON; an edited one in, checked."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli import filters, options, screen
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # loaded when a command runs, so that `--help` does not wait for the database
    from histor.records.brief import Brief, Line, Refusal
    from histor.records.question import Question

REFUSED = 1  # exit code: finished, with problems
FORMATS = (".md", ".html", ".pdf", ".json")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Put a brief together from what was read; every sentence carries its claims. No language model is asked.",
    epilog="A name, number, day or quotation that is not in the cited words is refused, whoever wrote it.",
)

OutAt = Annotated[
    str | None,
    typer.Option("--out", metavar="FILE", show_default=False, help=f"Where to write it: {', '.join(FORMATS)}."),
]
FontAt = Annotated[
    str | None, typer.Option("--font", metavar="FILE", show_default=False, help="TrueType font of the PDF.")
]


@app.command()
def make(  # noqa: PLR0913
    since: filters.Since = None,
    until: filters.Until = None,
    type: filters.TypeOf = None,  # noqa: A002 - the option's name
    status: filters.StatusOf = None,
    actor: filters.ActorOf = None,
    place: filters.PlaceOf = None,
    speaker: filters.SpeakerOf = None,
    stance: filters.StanceOf = None,
    text: filters.TextOf = None,
    monitor: Annotated[
        str | None, typer.Option("--monitor", metavar="NAME", show_default=False, help="A kept monitor, or its file.")
    ] = None,
    as_of: filters.AsOf = None,
    out: OutAt = None,
    font: FontAt = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Put a brief together of a period, a question or a monitor; Markdown on standard output unless --out says else."""
    asked = filters.question(
        limit=None, since=since, until=until, type=type, status=status, actor=actor, place=place,
        speaker=speaker, stance=stance, text=text, as_of=as_of,
    )  # fmt: skip
    if monitor is not None and filters.told(asked):
        raise UsageError(f"--monitor {monitor} asks its own question: leave the filters out")
    _write(_of_monitor(ledger, monitor) if monitor is not None else _of_question(ledger, asked), out, font)


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False, help="A brief in Markdown, - for input.")],
    out: OutAt = None,
    font: FontAt = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Check a brief that somebody wrote or edited; write it out only if nothing in it is refused.

    Ends with 1 if a name, number, day or quotation is not in the words that its sentence cites.
    """
    from histor.cli import taking
    from histor.records.brief_form import form_of_refused
    from histor.run.brief import check_markdown
    from histor.store.ledger import open_to_read

    with open_to_read(ledger) as opened:
        checked = check_markdown(opened, _read(file), as_of=taking.now())
    for line, refusals in checked.refused:
        if as_json:
            screen.show_json(form_of_refused(line, refusals))
        else:
            _tell(line, refusals)
    if checked.refused:
        raise typer.Exit(REFUSED)
    if out is not None:
        _write(checked.brief, out, font)
    elif not as_json:
        screen.tell("Nothing is refused: every name, number, day and quotation is in the cited words.")


def _of_question(ledger: str, asked: "Question") -> "Brief":
    from histor.cli import taking
    from histor.cli.incidents import joined
    from histor.run.brief import brief_of

    with joined(ledger, asked.as_of) as opened:
        return brief_of(opened, asked, asked=_told(filters.told(asked)), as_of=asked.as_of or taking.now())


def _of_monitor(ledger: str, monitor: str) -> "Brief":
    from histor.cli import taking
    from histor.cli.incidents import joined
    from histor.run.brief import brief_of_board
    from histor.run.monitoring import watch_ledger

    watched = watch_ledger(monitor, ledger, recorded=taking.now())
    with joined(ledger, None) as opened:
        return brief_of_board(opened, watched, asked=f"monitor {watched.board.name}", as_of=taking.now())


def _told(filters_typed: str) -> str:
    return filters_typed.replace("--", "") or "all that the ledger holds"


def _tell(line: "Line", refusals: "tuple[Refusal, ...]") -> None:
    from rich.text import Text

    from histor.cli import words

    shown = Text(words.printable(line.text))
    for each in refusals:
        shown.stylize("underline bold", each.span.start, each.span.end)
    screen.show(shown)
    for each in refusals:
        screen.show(Text(words.printable(f"  {each.fault}: {each.message}"), style="problem"))


def _write(brief: "Brief", out: str | None, font: str | None) -> None:
    ending = Path(out).suffix.casefold() if out else ".md"
    if ending not in FORMATS:
        raise UsageError(f"--out {out}: its ending says how it is written; it is one of {', '.join(FORMATS)}")
    written = _written(brief, ending, font)
    if out is None:
        sys.stdout.write(written.decode())
        return
    try:
        Path(out).write_bytes(written)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}") from error
    screen.tell(f"Wrote {out}: {len(brief.citations)} claims and events cited.")


def _written(brief: "Brief", ending: str, font: str | None) -> bytes:
    import json

    from histor.records.brief_form import form_of_brief
    from histor.run.brief_html import html_of
    from histor.steps.brief.markdown import written_markdown

    if ending == ".pdf":
        from histor.run.brief_pdf import pdf_of

        return pdf_of(brief, font=font)
    if ending == ".json":
        return (json.dumps(form_of_brief(brief), ensure_ascii=False, indent=1) + "\n").encode()
    return (html_of(brief) if ending == ".html" else written_markdown(brief)).encode()


def _read(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read as UTF-8 text: {error}") from error
