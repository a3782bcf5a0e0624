"""A person's word on what the ledger holds in, what it changed out: the sentence, before and after."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli import filters, options, screen, words
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # loaded when a command runs, so that `--help` does not wait for the database
    from histor.run.judging import Done, Hand
    from histor.store.ledger import Ledger

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Decide about what was read: a person's word outranks the machine's and can be undone.",
    epilog="Decisions are pinned to the words of a report: reading it again with a newer version keeps them.",
)

_ITEM = "A claim (c-…), event (e-…), incident (i-…) or contradiction (x-…); as much of its id as is unique."
Item = Annotated[str, typer.Argument(metavar="ID", show_default=False, help=_ITEM)]
Why = Annotated[
    str, typer.Option("--why", metavar="TEXT", show_default=False, help="The reason, for whoever reads it.")
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAME", envvar="HISTOR_PERSON", show_default=False, help="Who decides; else your user's name."
    ),
]


@app.command()
def confirm(
    id: Item,  # noqa: A002 - the argument's name
    why: Why = "",
    by: By = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Say that it is read right: of an incident, that it happened; of a contradiction, that both cannot be so."""
    from histor.run.judging import give_verdict

    with _opened(ledger, id) as opened:
        _tell(give_verdict(opened, id, "confirm", _hand(by, why)), as_json=as_json)


@app.command()
def reject(
    id: Item,  # noqa: A002 - the argument's name
    why: Why = "",
    by: By = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Say that it is read wrong: it counts no longer, with all that stands on its word. Needs --why."""
    from histor.run.judging import give_verdict

    hand = _hand(by, why, needed="reject")
    with _opened(ledger, id) as opened:
        _tell(give_verdict(opened, id, "reject", hand), as_json=as_json)


@app.command()
def note(
    id: Item,  # noqa: A002 - the argument's name
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False, help="What to note.")],
    by: By = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Write a note at it; nothing else changes."""
    from histor.run.judging import give_verdict

    with _opened(ledger, id) as opened:
        _tell(give_verdict(opened, id, "note", _hand(by, text, needed="note")), as_json=as_json)


@app.command()
def edit(
    id: Annotated[str, typer.Argument(metavar="ID", show_default=False, help="A claim (c-…) or an event (e-…).")],  # noqa: A002
    fields: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", show_default=False, help="What to set; see below.")
    ],
    why: Why = "",
    by: By = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Set fields of a claim or event. Needs --why.

    Of an event: type, mode, status, certainty, actor, recipient (several apart by ;), place, day, target, violation,
    posture, stage, and counts: killed, wounded, captured, displaced … Of a claim: stance, manner, speaker.
    Days: 2016-02-27, 2016-02, 2016-02-22..2016-02-28, ~ before it for about, unknown. Numbers: 15, 15+, <=20, 12..15,
    ~40, unknown. Nothing behind = clears a field.
    """
    from histor.run.judging import edit as set_fields

    hand = _hand(by, why, needed="edit")
    with _opened(ledger, id) as opened:
        _tell(set_fields(opened, id, _typed(fields), hand), as_json=as_json)


@app.command()
def merge(
    one: Annotated[str, typer.Argument(metavar="ID", show_default=False, help="An incident, or an event of it.")],
    other: Annotated[str, typer.Argument(metavar="ID", show_default=False, help="Another incident.")],
    why: Why = "",
    by: By = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Say that two incidents are one happening. Needs --why."""
    from histor.run.judging import merge as hold_together

    hand = _hand(by, why, needed="merge")
    with _opened(ledger, "i-") as opened:
        _tell(hold_together(opened, one, other, hand), as_json=as_json)


@app.command()
def split(
    events: Annotated[
        list[str], typer.Argument(metavar="EVENT_ID...", show_default=False, help="Events of one incident.")
    ],
    why: Why = "",
    by: By = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Say that events are another happening than the rest of their incident. Needs --why."""
    from histor.run.judging import split as hold_apart

    hand = _hand(by, why, needed="split")
    with _opened(ledger, "i-") as opened:
        _tell(hold_apart(opened, events, hand), as_json=as_json)


@app.command()
def undo(
    id: Annotated[str, typer.Argument(metavar="DECISION_ID", show_default=False, help="A decision (d-…).")],  # noqa: A002
    why: Why = "",
    by: By = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Take a decision back. It stays in the list, and so does the undo."""
    from histor.run.judging import undo as take_back

    with _opened(ledger, id) as opened:
        _tell(take_back(opened, id, _hand(by, why)), as_json=as_json)


@app.command("list")
def show_list(
    as_of: filters.AsOf = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List all decisions, the oldest first, with what became of each."""
    from histor.cli.decided import listed
    from histor.records.decision_form import form_of_decision
    from histor.run.judging import list_all
    from histor.store.ledger import open_to_read

    asked = filters.question(limit=None, as_of=as_of)
    with open_to_read(ledger) as opened:
        found = list_all(opened, as_of=asked.as_of)
    if as_json:
        for each in found:
            form = form_of_decision(each.decision)
            became = {"undone_by": each.undone_by, "overruled": each.overruled, "states": list(each.states)}
            screen.show_json({**form, **became})
    elif found:
        screen.show(listed(found, columns=screen.columns()), wide=True)
    else:
        screen.tell(f"Nobody has decided anything in the ledger {ledger}. `histor judge --help` says how.")


def _hand(by: str | None, why: str, *, needed: str = "") -> "Hand":
    from histor.cli import taking
    from histor.run.judging import Hand

    if needed and not why.strip():
        raise UsageError(f"to {needed} needs a reason: --why TEXT" if needed != "note" else "the note is empty")
    return Hand(by or _user(), taking.now(), why)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise UsageError("nobody knows your user's name here; give one: --by NAME") from error


def _typed(fields: list[str]) -> dict[str, str]:
    typed: dict[str, str] = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{field!r}: write FIELD=VALUE, such as place=Aleppo or killed=15+")
        typed[name.strip()] = value
    return typed


@contextmanager
def _opened(path: str, sought: str) -> "Iterator[Ledger]":
    """Open a ledger to decide in; where incidents are meant, those not joined yet are joined first."""
    from histor.cli.incidents import join_what_waits
    from histor.store.ledger import open_to_read, open_to_write

    with open_to_read(path):
        pass  # a ledger that is not there is told, not made
    if sought.startswith(("i-", "x-")):
        join_what_waits(path)
    with open_to_write(path) as opened:
        yield opened


def _tell(what: "Done", *, as_json: bool) -> None:
    from histor.cli.decided import done
    from histor.records.decision_form import form_of_decision

    if not as_json:
        screen.show(done(what))
        return
    incidents = {"incidents_before": list(what.incidents_before), "incidents_after": list(what.incidents_after)}
    for each in what.decisions:
        screen.show_json({**form_of_decision(each), **incidents})
    if not what.decisions:
        screen.tell(f"{words.NOTHING} nothing to decide: it is so already.")
