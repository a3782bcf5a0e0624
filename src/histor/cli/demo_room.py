"""The example's ledger in, the way into its reading room out: its address, and four steps from a number to bytes."""

import shlex
from typing import TYPE_CHECKING, Any

from histor.cli import screen, words
from histor.cli.incidents import joined
from histor.cli.serve import HOST, PORT
from histor.records.measures import range_in_words

if TYPE_CHECKING:
    from histor.run.demo_following import Followed


def way_in(ledger: str, program: str, *, address: str | None = None) -> Any:
    """Tell where the room is read, and how a number is followed; without an address, how the room is opened."""
    from rich.text import Text

    from histor.run.demo_following import number_to_follow

    with joined(ledger) as opened:
        followed = number_to_follow(opened)
    at = address or f"http://{HOST}:{PORT}"
    text = Text("Read it in the browser: ", style="bold").append(at, style="not bold")
    if address is None:
        text.append(f"\n  opened by  {program} serve --ledger {shlex.quote(ledger)}", style="not bold")
    if followed:
        text.append("\nFollow this number:", style="bold")
        for number, step in enumerate(_steps(followed, at), 1):
            text.append(f"\n  {number}. {step}", style="not bold")
    return text


def open_room(ledger: str, port: int) -> None:
    """Serve the example until it is stopped, and tell the way in. Raises UsageError if the port is taken."""
    from histor.web.serve import place

    with place(HOST, port) as found:
        screen.show_lines(way_in(ledger, "", address=found.address))
        screen.tell("Ctrl-C closes the room.", "quiet")
        screen.flush()
        found.serve(ledger)


def _steps(followed: "Followed", at: str) -> tuple[str, ...]:
    toll, row = followed.toll, followed.telling.row
    number = f"{toll.what} {range_in_words(toll.low, toll.high, gap=' ')}"  # as the page writes it
    reports = len({each.row.source.report_id for each in followed.incident.tellings})
    claim = f"?claim={row.event.claim}" if row.event.claim else ""
    return (
        f"{at}/incidents/{followed.incident.id} says “{number}”, told by {words.several(reports, 'report')}.",
        f"Point at the number: each sentence that gives it, such as “{words.flat(row.sentence, 90)}”",
        f"Click its report: {at}/reports/{row.source.report_id}{claim} marks the words and whose they are.",
        f"Click the sha256 there: {at}/trace/{row.source.report_id} ends at the bytes that were read.",
    )
