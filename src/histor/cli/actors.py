"""A name in, who it is and why out; an entry in, kept in the user's ledger."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from histor.cli import options, screen, taking, words
from histor.cli.lookup import Lookup
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:
    from histor.run.actors import Change
    from histor.steps.link.explaining import Explanation

NOT_FOUND = 1  # exit code: none fits
SHOWN = 3  # refs of a table that was brought in

app = typer.Typer(
    cls=Lookup,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Look up who a name means and why; add entries of your own.",
    epilog="`histor actors NAME` is short for `histor actors find NAME`.",
)


@app.command()
def find(
    name: Annotated[
        str, typer.Argument(metavar="NAME", show_default=False, help="A name or description, as a report has it.")
    ],
    day: Annotated[
        str | None, typer.Option("--day", metavar="DAY", help="Knowledge as of this day, 2016-03-14.")
    ] = None,
    sentence: Annotated[
        str, typer.Option("--in", metavar="SENTENCE", help="The words around it; they tell namesakes apart.")
    ] = "",
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Tell whom a name means, and why: the entry, its spelling and dates, the runners-up, or the rule.

    Ends with 1 if none fits.
    """
    from histor.run.actors import look_up

    found = look_up(name, ledger, day=day, sentence=sentence)
    if as_json:
        from histor.run.actors import form_of_explanation

        screen.show_json(form_of_explanation(found))
    else:
        screen.show_lines(_told(found))
    if found.way == "none":
        raise typer.Exit(NOT_FOUND)


# A command's options are its parameters: that is how typer learns of them.
@app.command()
def add(  # noqa: PLR0913
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="As the register should write it.")],
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="NAME", help="Another name or spelling; may be repeated.")
    ] = None,
    ref: Annotated[
        str | None, typer.Option("--ref", metavar="REF", help="Its key; one that is known adds to that entry.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="group, body, state, person, outlet, monitor …")
    ] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help="ISO 3166, such as SYR.")] = None,
    sector: Annotated[
        str | None, typer.Option("--sector", metavar="CODE", help="PLOVER agent code, such as REB or MIL.")
    ] = None,
    part_of: Annotated[str | None, typer.Option("--part-of", metavar="REF", help="Key of what it belongs to.")] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="OFFICE", help="A person's office.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY", help="Holds from this day on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="Holds to this day, included.")] = None,
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Where this can be checked.")] = "",
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Add an entry to the ledger, or names to an entry; additions win over what comes with the program.

    Reports read from then on use it; add earlier ones again to have them read anew.
    """
    from histor.run.actors import Given, add_actor

    given = Given(
        name=name, also=tuple(also or ()), ref=ref, kind=kind, country=country, sector=sector, part_of=part_of,
        office=office, since=since, until=until, source=source,
    )  # fmt: skip
    _tell_change(add_actor(given, ledger, recorded=taking.now()), ledger, as_json=as_json)


@app.command("import")
def bring_in(
    file: Annotated[
        str, typer.Argument(metavar="FILE", show_default=False, help="A table with tabs and the register's columns.")
    ],
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Add the entries of a table with the columns of the register.

    They are: ref, name, kind, country, sector, part_of, since, until, office, other_names (apart by |), source.
    """
    from histor.run.actors import import_actors

    _tell_change(import_actors(file, ledger, recorded=taking.now()), ledger, as_json=as_json)


@app.command()
def withdraw(
    ref: Annotated[str, typer.Argument(metavar="REF", show_default=False, help="The key of an entry that you added.")],
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Let an entry that you added count no longer; what comes with the program counts again."""
    from histor.run.actors import withdraw_actor

    _tell_change(withdraw_actor(ref, ledger, recorded=taking.now()), ledger, as_json=as_json)


def _tell_change(change: "Change", ledger: str, *, as_json: bool) -> None:
    if as_json:
        from histor.run.actors import form_of_change

        screen.show_json({"ledger": ledger, **form_of_change(change)})
        return
    added = f"{words.several(change.kept, 'entry', 'entries')} {change.act}"
    more = " …" if len(change.refs) > SHOWN else ""
    screen.show_lines(f"{ledger}: {added} ({', '.join(change.refs[:SHOWN])}{more})")


def _told(found: "Explanation") -> Any:
    from rich.text import Text

    on = f" on {found.day}" if found.day else ""
    text = Text(f"“{words.printable(found.name)}”{on}: ", style="bold")
    text.append(_answer(found), style="not bold good" if found.way != "none" else "not bold problem")
    for reason in found.reasons:
        text.append(f"\n  {words.printable(reason)}", style="not bold default")
    for one in sorted(found.weighed, key=lambda weighed: not weighed.chosen):
        mark = "✓" if one.chosen else "·"
        text.append(f"\n  {mark} {words.printable(_entry(one.actor))}: {one.why}", style="not bold default")
        text.append(f"  [by “{words.printable(one.spelling)}”]", style="not bold quiet")
    return text


def _answer(found: "Explanation") -> str:
    linked = found.linked
    if found.way == "none":
        return "none fits"
    facts = [linked.ref or "no key", linked.sector, linked.country]
    ways = {"entry": "an entry", "office": "by office and day", "rule": "put together by rule"}
    return f"{' · '.join(fact for fact in facts if fact)} ({ways[found.way]})"


def _entry(actor: Any) -> str:
    days = f", {actor.since or '…'} to {actor.until or 'now'}" if actor.since or actor.until else ""
    kind = f"{actor.kind}, {actor.office}" if actor.office else actor.kind
    return f"{actor.ref} {actor.name} ({kind}{', ' + actor.country if actor.country else ''}{days})"
