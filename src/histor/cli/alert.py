"""The commands of `histor alert`: what to be told of; what a check finds goes out once, a dry run shows it only."""

from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli import options, screen, words
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # numpy and scipy are loaded when an alert is checked: `--help` must not wait for them
    from collections.abc import Sequence

    from histor.records.alerts import Alert
    from histor.run.alerting import Checked, Listed

PROBLEMS = 1  # exit code
alert = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Be told when something changes: a rise, silence, a shift, a new actor, a dispute, another state.",
)
DayIs = Annotated[
    str | None,
    typer.Option("--day", metavar="DAY", show_default=False, help="The last day looked at; else today, UTC."),
]


@alert.command()
def add(
    definition: Annotated[str, typer.Argument(metavar="DEFINITION", show_default=False, help="A TOML file.")],
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", show_default=False, help="What it is kept as; else the file's name."),
    ] = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Keep an alert in the ledger, in place of one of the same name; a fault is told with its line."""
    from pathlib import Path

    from histor.cli import taking
    from histor.run import alerting
    from histor.run.definitions import read_text

    kept_as = name or Path(definition).stem
    new = alerting.add(ledger, kept_as, read_text(definition), key=definition, recorded=taking.now())
    screen.show_lines(f"{ledger}: {kept_as} {'kept' if new else 'was kept already'}")


@alert.command("list")
def listed(ledger: options.LedgerAt = DEFAULT_LEDGER, as_json: options.AsJson = False) -> None:
    """List the alerts that a ledger keeps: what they watch, what each rule is worth, how far they were checked."""
    from histor.run import alerting

    found = alerting.kept(ledger)
    for one in found:
        if as_json:
            screen.show_json(_form_of_listed(one))
        else:
            screen.show_lines(_told_of(one))
    if not found and not as_json:
        screen.tell(f"{ledger} keeps no alert; `histor alert add FILE` keeps one.")


@alert.command()
def check(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", show_default=False, help="Kept alerts; else all.")
    ] = None,
    day: DayIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Check alerts for the days since they were last checked, and send out what is new; one cause is told once.

    Ends with 1 if something could not be sent; it is tried again at the next check.
    """
    from histor.cli import taking
    from histor.run import alerting

    found = alerting.check(ledger, names or (), day=_day(day), recorded=taking.now())
    for one in found:
        _show(one.new, as_json)
        if not as_json:
            screen.tell(_summary(one), "quiet")
        for problem in one.problems:
            screen.tell(problem.message, "problem")
    if not found:
        screen.tell(f"{ledger} keeps no alert; `histor alert add FILE` keeps one.")
    if any(one.problems for one in found):
        raise typer.Exit(PROBLEMS)


@alert.command("dry-run")
def dry_run(
    definition: Annotated[
        str, typer.Argument(metavar="ALERT", show_default=False, help="A kept alert, or a TOML file.")
    ],
    days: Annotated[int, typer.Option("--days", metavar="N", help="So many days, up to the last one.")] = 30,
    day: DayIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Show what an alert would have told over the last days, by what was published then; nothing is kept or sent."""
    from histor.cli import taking
    from histor.run import alerting

    last = _day(day)
    found = alerting.dry_run(ledger, definition, days=days, day=last, recorded=taking.now())
    _show(found, as_json)
    if not as_json:
        told = words.several(len(found), "alert")
        screen.tell(f"{told} over {words.several(days, 'day')} up to {last}; nothing was kept or sent.", "quiet")


@alert.command()
def withdraw(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="A kept alert.")],
    ledger: options.LedgerAt = DEFAULT_LEDGER,
) -> None:
    """Let a kept alert count no longer; nothing is deleted."""
    from histor.cli import taking
    from histor.run import alerting

    alerting.withdraw(ledger, name, recorded=taking.now())
    screen.show_lines(f"{ledger}: {name} withdrawn")


def _day(given: str | None) -> str:
    from histor.cli import taking
    from histor.records.question import Question

    if given is None:
        return taking.now()[:10]
    try:
        Question(until=given)
    except UsageError as error:
        raise UsageError(f"--day {given}: no day. Write it as 2016-02-27.") from error
    return given


def _show(found: "Sequence[Alert]", as_json: bool) -> None:
    from histor.records.alert_form import form_of_alert
    from histor.run.delivery.told import text_of, title_of

    for one in found:
        if as_json:
            screen.show_json(form_of_alert(one))
        else:
            screen.show_lines(words.printable(f"{title_of(one)}\n{text_of(one)}\n"))


def _summary(one: "Checked") -> str:
    span = one.first if one.first == one.last else f"{one.first} … {one.last}"
    sent = "".join(f" · {number} to {way}" for way, number in one.sent)
    return f"{one.name}: {span} checked · {words.several(len(one.new), 'new alert')}{sent}"


def _told_of(one: "Listed") -> str:
    from histor.monitors.alerting.worth import worth_of

    checked = f"checked to {one.checked}" if one.checked else "never checked"
    head = f"{one.kept.name}  {words.several(one.told, 'alert')} told · {checked}"
    if one.definition is None:
        return f"{head}\n  cannot be read any more: add it again"
    view = one.definition.view
    watches = f"the view {view!r}" if view else one.definition.monitor or "a question"
    ways = ", ".join(one.definition.deliver.ways()) or "nowhere but here"
    rules = "".join(f"\n  {rule.kind}: {worth_of(rule.kind)}" for rule in one.definition.rules)
    return words.printable(f"{head} · watches {watches} · goes to {ways}{rules}")


def _form_of_listed(one: "Listed") -> dict[str, object]:
    from histor.monitors.alerting.worth import worth_of

    rules = one.definition.rules if one.definition else ()
    return {
        "name": one.kept.name,
        "recorded": one.kept.recorded,
        "definition": one.kept.definition,
        "rules": [{"rule": rule.kind, "false_alarms": worth_of(rule.kind)} for rule in rules],
        "view": one.watched,
        "told": one.told,
        "checked": one.checked,
    }
