"""Names and roles in, accounts of a team's reading room out: made, invited, changed, and what the audit has of them."""

import getpass
import sys
from typing import Annotated, Any

import typer

from histor.cli import options, screen
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Make the accounts that `histor serve --team` asks for.",
    epilog="Readers read; analysts decide too; administrators also invite and shut accounts.",
)

BY = "the command line"
Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="As it stands beside decisions.")]
RoleIs = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, analyst or admin.")]


@app.command()
def add(
    name: Name,
    role: RoleIs = "analyst",
    from_input: Annotated[
        bool, typer.Option("--password-stdin", metavar="", help="Read the password from standard input.")
    ] = False,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Make an account; the password is asked for."""
    from histor.run.people import add_account
    from histor.store.people import People

    password = sys.stdin.readline().rstrip("\n") if from_input else _asked()
    made = add_account(People(ledger), name, password, role, by=BY)
    screen.tell(f"Made the account {made.name} ({made.role}).")


@app.command()
def invite(
    role: RoleIs = "analyst",
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Where the reading room is reached.")
    ] = "http://127.0.0.1:8642",
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Print an address by which one person can make an account, once, within a week."""
    from histor.run.people import invite as invited
    from histor.store.people import People

    screen.show_lines(_text(f"{address.rstrip('/')}/join/{invited(People(ledger), role, by=BY)}"))


@app.command("list")
def show_list(ledger: options.LedgerAt = DEFAULT_LEDGER, as_json: options.AsJson = False) -> None:
    """List the accounts."""
    from dataclasses import asdict

    from histor.store.people import People

    for each in People(ledger).accounts():
        if as_json:
            screen.show_json(asdict(each))
        else:
            screen.show_lines(_text(f"{each.name}  {each.role}{'' if each.active else '  shut'}"))


@app.command()
def change(
    name: Name,
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", show_default=False, help="reader, analyst or admin.")
    ] = None,
    shut: Annotated[bool | None, typer.Option("--shut/--open", show_default=False, help="May it log in?")] = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Give an account another role, shut it or open it again; whoever is logged in with it is logged out."""
    from histor.run.people import change as changed
    from histor.store.people import People

    if role is None and shut is None:
        raise UsageError("say what to change: --role ROLE, --shut or --open")
    changed(People(ledger), name, by=BY, role=role, active=None if shut is None else not shut)


@app.command()
def audit(
    most: Annotated[int, typer.Option("--limit", metavar="N", help="At most so many lines, the newest first.")] = 100,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List what was done at the door and with accounts."""
    from dataclasses import asdict

    from histor.store.people import People

    for each in People(ledger).audit(most):
        if as_json:
            screen.show_json(asdict(each))
        else:
            screen.show_lines(_text(f"{each.recorded}  {each.who or 'a stranger'}  {each.what}  {each.about}".rstrip()))


def _asked() -> str:
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        raise UsageError("the two passwords differ")
    return password


def _text(line: str) -> Any:
    from rich.text import Text

    from histor.cli import words

    return Text(words.printable(line))
