"""Two days in, what the ledger learnt between them out, in words or as JSON lines."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from histor.cli import options, screen, words
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # loaded when the command runs, so that `--help` does not wait for the database
    from histor.run.changes import Change

_TITLES = {
    "added": "Added", "read-anew": "Read anew", "decided": "Decided", "undone": "Undone",
    "new-incident": "New incidents", "told-again": "Told again", "merged": "Merged", "split": "Split",
    "revised": "Revised", "gone": "Gone",
}  # fmt: skip


def changes(
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="From this day on, or after this instant, UTC.")],
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", show_default=False, help="To the end of this day; else to now.")
    ] = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Tell what the ledger learnt between two days: added, read anew, decided; incidents new, merged, split, revised.

    Days are those on which it was recorded, not those on which it happened.
    """
    from histor.cli import taking
    from histor.cli.incidents import joined
    from histor.run.changes import changes as found_between
    from histor.run.changes import window

    after, until = window(first, last or taking.now())
    with joined(ledger, after, until) as opened:
        found = list(found_between(opened, after, until))
    if as_json:
        for each in found:
            screen.show_json(_form(each))
    elif found:
        _show(found)
    else:
        screen.tell(f"Nothing changed in the ledger {ledger} from {first} to {last or 'now'}.")


def _show(found: "list[Change]") -> None:
    from rich.text import Text

    for kind, title in _TITLES.items():
        alike = [each for each in found if each.kind == kind]
        if not alike:
            continue
        screen.show(Text(f"{title} ({len(alike)})", style="bold"))
        for each in alike:
            line = Text(f"  {each.at[:10] if each.at else ''}{'  ' if each.at else ''}", style="dim")
            line.append(words.printable(words.flat(each.words)), style="not dim").append(f"  {each.id}", style="dim")
            screen.show(line)


def _form(each: "Change") -> dict[str, Any]:
    from histor.records.decision_form import form_of_decision

    return {
        "change": each.kind,
        "id": each.id,
        "at": each.at,
        "words": each.words,
        "before": list(each.before),
        "after": list(each.after),
        "decision": form_of_decision(each.decision) if each.decision else None,
    }
