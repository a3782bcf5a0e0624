"""Definitions of monitors in, kept or checked; drafts from a ledger's own words and the list of those kept out."""

from typing import Annotated

import typer

from histor.cli import options, screen
from histor.cli.monitor_options import PROBLEMS
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

Name = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", show_default=False, help="What it is kept as; else the file's name."),
]


def suggest(
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_toml: Annotated[
        bool, typer.Option("--toml", metavar="", help="Print the definitions as TOML, to keep in a file and change.")
    ] = False,
    as_json: options.AsJson = False,
) -> None:
    """Draft definitions of what reports speak of, each field with the words that it came from.

    Ceasefires that took effect, forces of states that are to leave, talks of which two reports tell, and air campaigns
    of which three tell.

    What no report says is left open and named.
    """
    from histor.cli.drafts import drafted
    from histor.records.board_form import form_of_draft
    from histor.run import definitions

    found = definitions.suggest(ledger)
    for one in found:
        if as_json:
            screen.show_json(form_of_draft(one.draft, one.definition))
        elif as_toml:
            screen.show_lines(one.definition)
        else:
            screen.show(drafted(one.draft, one.missing))
    if not found and not as_json:
        screen.tell(
            f"No sentence in {ledger} gives the day of a ceasefire, an announced withdrawal, talks or an air campaign."
        )
    elif not as_json and not as_toml:
        screen.tell(f"Keep one: histor monitor add {found[0].draft.key} --ledger {ledger}", "quiet")


def add(
    definition: Annotated[
        str, typer.Argument(metavar="DEFINITION", show_default=False, help="A TOML file, or the key of a suggestion.")
    ],
    name: Name = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Keep a definition in the ledger, a file or a suggestion by its key, in place of one of the same name."""
    from pathlib import Path

    from histor.cli import taking
    from histor.run import definitions

    path = Path(definition)
    if path.is_file():
        kept_as = name or path.stem
        new = definitions.add(ledger, kept_as, definitions.read_text(definition), key=definition, recorded=taking.now())
        screen.show_lines(f"{ledger}: {kept_as} {'kept' if new else 'was kept already'}")
        return
    if path.suffix:
        raise UsageError(f"there is no file {definition}")
    kept_as = definitions.add_suggested(ledger, definition, name=name, recorded=taking.now())
    screen.show_lines(f"{ledger}: {kept_as} kept")


def listed(ledger: options.LedgerAt = DEFAULT_LEDGER, as_json: options.AsJson = False) -> None:
    """List the definitions that a ledger keeps."""
    from histor.cli.drafts import listed_definitions
    from histor.run import definitions

    found = definitions.kept(ledger)
    if as_json:
        for one in found:
            kind = one.definition.monitor if one.definition else None
            kept = one.kept
            screen.show_json(
                {"name": kept.name, "monitor": kind, "title": one.definition.name if one.definition else None,
                 "recorded": kept.recorded, "who": kept.who, "definition": kept.definition}
            )  # fmt: skip
    elif found:
        screen.show(listed_definitions(found), wide=True)
    else:
        screen.tell(
            f"{ledger} keeps no monitor; `histor monitor suggest` drafts some, `histor monitor add FILE` keeps one."
        )


def withdraw(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="A kept definition.")],
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Let a kept definition count no longer; nothing is deleted."""
    from histor.cli import taking
    from histor.run import definitions

    definitions.withdraw(ledger, name, recorded=taking.now())
    screen.show_lines(f"{ledger}: {name} withdrawn")


def check(
    definition: Annotated[str, typer.Argument(metavar="DEFINITION", show_default=False, help="A TOML file.")],
    as_json: options.AsJson = False,
) -> None:
    """Check a definition; each fault is told with its line. Ends with 1 if there is one."""
    from histor.records.form import form_of_problem
    from histor.run.monitoring import check as find_faults

    faults = find_faults(definition)
    for fault in faults:
        if as_json:
            screen.show_json(form_of_problem(fault))
        else:
            screen.show_lines(fault.message)
    if faults:
        raise typer.Exit(PROBLEMS)
    if not as_json:
        screen.show_lines(f"{definition}: good")
