"""Filters or an id in, incidents out: one line each, or one with every value, who gives it and the sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli import filters, options, screen, words
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # loaded when a command runs, so that `--help` does not wait for the database
    from histor.records.incidents import Contradiction, Sums, Telling
    from histor.records.question import Question
    from histor.store.ledger import Ledger

Id = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]",
        show_default=False,
        help="An incident, or one of its events: its whole dossier. Without it, all incidents are listed.",
    ),
]


# A command's options are its parameters: that is how typer learns of them.
def incidents(  # noqa: PLR0913
    id: Id = None,  # noqa: A002 - the argument's name
    since: filters.Since = None,
    until: filters.Until = None,
    type: filters.TypeOf = None,  # noqa: A002 - the option's name
    status: filters.StatusOf = None,
    actor: filters.ActorOf = None,
    place: filters.PlaceOf = None,
    speaker: filters.SpeakerOf = None,
    stance: filters.StanceOf = None,
    text: filters.TextOf = None,
    sums: filters.SumsOf = None,
    as_of: filters.AsOf = None,
    limit: filters.Limit = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List happenings that reports speak of, or show one: who says what of it, and how well it is borne out.

    Filters ask for happenings of which at least one event fits.
    """
    asked = filters.question(
        limit=None, since=since, until=until, type=type, status=status, actor=actor, place=place, speaker=speaker,
        stance=stance, text=text, as_of=as_of,
    )  # fmt: skip
    which = filters.sums_of(sums)
    with joined(ledger, as_of) as opened:
        if id is not None:
            _show_one(opened, id, as_of, as_json=as_json)
        else:
            _show_all(opened, asked, which, limit, as_json=as_json)


def contradictions(  # noqa: PLR0913
    since: filters.Since = None,
    until: filters.Until = None,
    type: filters.TypeOf = None,  # noqa: A002 - the option's name
    actor: filters.ActorOf = None,
    place: filters.PlaceOf = None,
    speaker: filters.SpeakerOf = None,
    text: filters.TextOf = None,
    as_of: filters.AsOf = None,
    limit: filters.Limit = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List what cannot both be so: pairs of events that different origins tell of one happening, with both texts.

    A later word of the same origin that replaces an earlier one is marked as a revision.
    """
    from histor.run import joining
    from histor.store.decisions import verdicts

    asked = filters.question(
        limit=None, since=since, until=until, type=type, actor=actor, place=place, speaker=speaker, text=text,
        as_of=as_of,
    )  # fmt: skip
    with joined(ledger, as_of) as opened:
        known = verdicts(opened, "contradiction", as_of=as_of)
        found = list(joining.contradictions(joining.incidents(opened, asked), known))
    if not found and not as_json:
        screen.tell(f"No contradiction{_fits(asked)} in the ledger {ledger}.")
    _show_disputed(found[:limit] if limit else found, as_json=as_json)


def _show_disputed(found: "list[tuple[Contradiction, Telling, Telling]]", *, as_json: bool) -> None:
    from histor.cli.dossier import disputed
    from histor.records.incident_form import form_of_contradiction

    for each in found:
        if as_json:
            screen.show_json(form_of_contradiction(*each))
        else:
            screen.show(disputed(*each))


def _show_one(ledger: "Ledger", sought: str, as_of: str | None, *, as_json: bool) -> None:
    from histor.cli.dossier import dossier
    from histor.records.incident_form import form_of_dossier
    from histor.run import joining
    from histor.run.beside import beside

    found = joining.incident(ledger, sought, as_of=as_of)
    others = beside(ledger, found, as_of=as_of)
    if as_json:
        screen.show_json(form_of_dossier(found, others))
    else:
        screen.show(dossier(found, others))


def _show_all(ledger: "Ledger", asked: "Question", sums: "Sums | None", limit: int | None, *, as_json: bool) -> None:
    from histor.cli.dossier import listed
    from histor.records.incident_form import form_of_incident
    from histor.run import joining

    if limit is not None and limit < 0:
        raise UsageError(f"--limit {limit}: ask for one row or more, or 0 for all.")
    found = [each for each in joining.incidents(ledger, asked) if each.suits(sums)]
    if as_json:
        for each in found[: limit or None]:
            screen.show_json(form_of_incident(each))
        return
    if not found:
        screen.tell(f"No incident{_fits(asked)} in the ledger {ledger.path}.")
        return
    most = filters.TABLE_ROWS if limit is None else limit or None
    screen.show(listed(found[:most], columns=screen.columns()), wide=True)
    if any(value.around for each in found[:most] for value in each.values):
        screen.tell("? stands after a place or day that only the words around an act tell.", "quiet")
    if any(each.is_summary for each in found[:most]):
        screen.tell(
            "“sums up many”: its words tell many happenings or a lasting state; --sums without leaves such out.",
            "quiet",
        )
    if most is not None and len(found) > most:
        screen.tell(f"The first {most} of {words.several(len(found), 'incident')}; --limit 0 shows all.", "quiet")


def _fits(asked: "Question") -> str:
    told = filters.told(asked)
    return f" fits {told}" if told else ""


@contextmanager
def joined(path: str, *as_of: str | None) -> "Iterator[Ledger]":
    """Open a ledger whose readings are all joined; those that are not yet are joined first."""
    from histor.store.ledger import open_to_read

    for instant in as_of or (None,):
        join_what_waits(path, as_of=instant)
    with open_to_read(path) as opened:
        yield opened


def join_what_waits(path: str, *, as_of: str | None = None) -> None:
    """Join the readings of a ledger that count, or counted then, and are not joined yet; say so."""
    from histor.cli import taking
    from histor.run import joining

    done = joining.join_waiting(path, recorded=taking.now(), as_of=as_of)
    if done is None:
        return
    screen.tell(f"Joined {words.several(done.readings, 'report')}: {words.several(done.bonds, 'new bond')}.", "quiet")
