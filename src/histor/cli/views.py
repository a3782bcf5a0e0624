"""The commands of `histor views`: views of the reading room kept under names, had as rows, watched by alerts."""

import sys
from typing import Annotated

import typer

from histor.cli import filters, options, screen, words
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

views = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keep views of the reading room under names: open them, have their rows, let alerts watch them.",
)
Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="What the view is saved as.")]
ByIs = Annotated[
    str | None, typer.Option("--by", metavar="NAME", envvar="HISTOR_PERSON", show_default=False, help="Who saves it.")
]


@views.command()
def save(
    name: Name,
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", show_default=False, help="As the browser has it: /explorer?place=Homs.")
    ],
    by: ByIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Save a view under a name, in place of the one before; nothing is deleted."""
    from histor.cli import taking
    from histor.run import saved
    from histor.web.saving import view_of

    view = view_of(address)
    new = saved.save(ledger, name, view.address, recorded=taking.now(), who=by)
    screen.show_lines(f"{ledger}: {name} {'saved' if new else 'was saved already'}: {view.address}")


@views.command("list")
def listed(
    as_of: filters.AsOf = None, ledger: options.LedgerAt = DEFAULT_LEDGER, as_json: options.AsJson = False
) -> None:
    """List the views that a ledger keeps, and the alerts that watch them."""
    from histor.run import saved
    from histor.web.saving import form_of_view

    found = saved.views(ledger, as_of=filters.question(limit=None, as_of=as_of).as_of)
    for each in found:
        if as_json:
            screen.show_json(form_of_view(each))
            continue
        watched = ", ".join(one.kept.name for one in each.alerts)
        told = f" · watched by {watched}" if watched else ""
        screen.show_lines(words.printable(f"{each.name}  {each.address}{told}"))
    if not found and not as_json:
        screen.tell(f"{ledger} keeps no view; `histor views save NAME ADDRESS` keeps one.")


@views.command()
def rows(
    name: Name,
    ending: Annotated[str, typer.Option("--format", metavar="FORMAT", help="json, csv or geojson.")] = "csv",
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Write the rows that a saved view lists, with what was asked and as of when in their head."""
    from histor.run import saved
    from histor.web.exports import FORMATS, export, formats_of
    from histor.web.room import Room
    from histor.web.saving import view_of

    view = view_of(saved.find(ledger, name).definition)
    listing = view.page.listing
    if listing is None:
        raise UsageError(f"{name!r} is no list: open {view.address} in the browser (`histor serve`)")
    if ending not in formats_of(listing):
        raise UsageError(f"--format {ending}: {view.page.title} is had as {', '.join(formats_of(listing))}")
    for piece in FORMATS[ending].write(export(listing, Room(ledger), view.state, view.path)):
        sys.stdout.write(piece)


@views.command()
def rename(
    name: Name,
    to: Annotated[str, typer.Argument(metavar="NEW", show_default=False, help="Its new name.")],
    by: ByIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Give a view another name; one that an alert watches keeps its own."""
    from histor.cli import taking
    from histor.run import saved

    saved.rename(ledger, name, to, recorded=taking.now(), who=by)
    screen.show_lines(f"{ledger}: {name} is called {to} now")


@views.command()
def withdraw(name: Name, by: ByIs = None, ledger: options.LedgerAt = DEFAULT_LEDGER) -> None:
    """Let a view count no longer; nothing is deleted."""
    from histor.cli import taking
    from histor.run import saved

    saved.withdraw(ledger, name, recorded=taking.now(), who=by)
    screen.show_lines(f"{ledger}: {name} withdrawn")


@views.command()
def watch(
    name: Name,
    rule: Annotated[
        list[str],
        typer.Option("--rule", metavar="RULE", show_default=False, help="As of `histor alert`; may be repeated."),
    ],
    alert: Annotated[
        str, typer.Option("--alert", metavar="NAME", show_default=False, help="What the alert is called; else as it.")
    ] = "",
    mail: Annotated[
        list[str] | None,
        typer.Option(
            "--mail",
            metavar="ADDRESS",
            show_default=False,
            help="Mail it there, by the server of HISTOR_SMTP_HOST; may be repeated.",
        ),
    ] = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Let an alert watch a view, whatever its days: `histor alert check` tells what is new in the latest ones."""
    from histor.cli import taking
    from histor.run import saved

    kept = saved.watch(ledger, name, rule, alert=alert, mail=mail or (), recorded=taking.now())
    screen.show_lines(f"{ledger}: the alert {kept} watches {name}")
