"""`serve`: a ledger in, its reading room in the browser out, until it is stopped."""

import webbrowser
from typing import TYPE_CHECKING, Annotated, Any

import typer

from histor.cli import options, screen
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:
    from histor.web.serve import Place

PORT = 8642
HOST = "127.0.0.1"
PortAt = Annotated[int, typer.Option("--port", metavar="PORT", help="Where to listen; 0: any that is free.")]
Opening = Annotated[bool, typer.Option("--open", metavar="", help="Open the address in the browser.")]


def serve(
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    port: PortAt = PORT,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Of this machine; other than it, anybody can read along.")
    ] = HOST,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            "--allow", metavar="NAME", show_default=False, help="A further name to answer to; may be repeated."
        ),
    ] = None,
    opening: Opening = False,
    team: Annotated[
        bool, typer.Option("--team", metavar="", help="Ask for accounts; `histor people add` makes the first one.")
    ] = False,
) -> None:
    """Open the reading room of a ledger: pages where every number leads to its sentence, and the same as JSON.

    It listens on this machine only, and asks no other. Ctrl-C ends it.
    """
    from histor.store.ledger import open_to_read
    from histor.web.serve import place

    with open_to_read(ledger):
        pass  # a ledger that is not there is told at once
    if team:
        _check_people(ledger)
    with place(host, port) as found:
        screen.show_lines(_welcome(ledger, found, team=team))
        screen.flush()
        if opening:
            webbrowser.open(found.address)
        found.serve(ledger, allowed=tuple(allow or ()), team=team)


def _welcome(ledger: str, found: "Place", *, team: bool) -> Any:
    from rich.text import Text

    text = Text("The reading room is open: ", style="bold").append(found.address, style="not bold")
    text.append(f"\nledger {ledger} · Ctrl-C closes it", style="not bold dim")
    if not found.is_local and not team:
        text.append(
            "\nAnybody who reaches this machine can read the ledger and decide in it: there is no login here.",
            style="problem",
        )
    return text


def _check_people(ledger: str) -> None:
    from histor.errors import UsageError
    from histor.store.people import People

    people = People(ledger)
    if not people.exists() or not any(each.role == "admin" and each.active for each in people.accounts()):
        raise UsageError("nobody can log in yet: make an administrator with `histor people add NAME --role admin`")
