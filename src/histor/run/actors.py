"""A name, an entry or a table in, what the register says or what was added to it out."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, get_args

from histor.codebook.countries import BY_CODE
from histor.codebook.roles import SECTOR_NAMES
from histor.errors import NotFoundError, RegisterError, UsageError
from histor.records.measures import Day
from histor.records.question import Question
from histor.records.register import Actor, ActorKind, fold_name
from histor.run.register import added_actors, known_by, register_of, with_additions
from histor.steps.link.explaining import Explanation, explain
from histor.store.added_actors import entry_of_actor
from histor.store.additions import add_entries, withdraw
from histor.store.ledger import open_to_write
from histor.store.register import load_actors, read_actors

_KINDS: dict[str, ActorKind] = {kind: kind for kind in get_args(ActorKind)}
_NO_LETTERS = re.compile(r"[^\w]+")
_FACTS = ("kind", "country", "sector", "part_of", "office", "since", "until", "source")
_LISTED = 40  # allowed words that a message can list; there are more countries


@dataclass(frozen=True, slots=True)
class Given:
    """An actor as a person gives it; what is None is taken from the entry of the same ref, if there is one."""

    name: str
    also: tuple[str, ...] = ()
    ref: str | None = None
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    part_of: str | None = None
    office: str | None = None
    since: Day | None = None
    until: Day | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of additions: how many rows were kept, of which refs."""

    act: str  # "added" or "withdrawn"
    kept: int
    refs: tuple[str, ...]


def look_up(name: str, ledger: str | None, *, day: Day | None = None, sentence: str = "") -> Explanation:
    """Explain whom a name means against the register that counts for a ledger. Raises UsageError, LedgerError."""
    if not name.strip():
        raise UsageError('an empty name; give one, such as `histor actors "the Kremlin"`')
    _check_day("--day", day)
    return explain(name.strip(), register_of(known_by(ledger)), day, sentence=sentence)


def add_actor(given: Given, ledger: str, *, recorded: str) -> Change:
    """Keep an actor, or new names and facts of one that is known, in the ledger. Raises UsageError, LedgerError."""
    _check(given)
    with open_to_write(ledger) as opened:
        known = with_additions(load_actors(), added_actors(opened))
        rows = _rows(given, known)
        kept = add_entries(opened, "actor", [entry_of_actor(row) for row in rows], recorded)
    return Change("added", kept, (rows[0].ref,))


def import_actors(file: str, ledger: str, *, recorded: str) -> Change:
    """Keep the actors of a table with the register's columns. Raises RegisterError with the line, LedgerError."""
    try:
        actors = read_actors(Path(file).read_text("utf-8"), file)
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError(f"{file}: the table cannot be read ({error})") from error
    with open_to_write(ledger) as opened:
        kept = add_entries(opened, "actor", [entry_of_actor(actor) for actor in actors], recorded)
    return Change("added", kept, tuple(dict.fromkeys(actor.ref for actor in actors)))


def withdraw_actor(ref: str, ledger: str, *, recorded: str) -> Change:
    """Let a user's entry count no longer. Raises NotFoundError if the ledger has none of that ref."""
    with open_to_write(ledger) as opened:
        if not withdraw(opened, "actor", ref, recorded):
            raise NotFoundError(f"{ledger} holds no added actor {ref}; `histor actors NAME` shows refs")
    return Change("withdrawn", 1, (ref,))


def form_of_explanation(found: Explanation) -> dict[str, Any]:
    """Give the JSON object of an explanation."""
    weighed = [{"chosen": one.chosen, "why": one.why, "spelling": one.spelling, **_form(one.actor)}
               for one in found.weighed]  # fmt: skip
    return {
        "name": found.name, "day": found.day, "way": found.way, **asdict(found.linked),
        "reasons": list(found.reasons), "weighed": weighed,
    }  # fmt: skip


def form_of_change(change: Change) -> dict[str, Any]:
    """Give the JSON object of a change."""
    return {"act": change.act, "kept": change.kept, "refs": list(change.refs)}


def _form(actor: Actor) -> dict[str, Any]:
    return {**asdict(actor), "names": list(actor.names)}


def _rows(given: Given, known: Iterable[Actor]) -> list[Actor]:
    """Make the rows of an actor: those of its ref with what is new, or a first one."""
    ref = given.ref or f"own:{_NO_LETTERS.sub('-', fold_name(given.name)).strip('-')}"
    facts = {name: value for name in _FACTS if (value := getattr(given, name))}
    names = (given.name, *given.also)
    rows = [actor for actor in known if actor.ref == ref]
    if rows:
        return [_with(row, names, facts) for row in rows]
    first = Actor(ref, given.name, "group", ())
    return [_with(first, names, facts)]


def _with(row: Actor, names: tuple[str, ...], facts: dict[str, Any]) -> Actor:
    return replace(row, names=tuple(dict.fromkeys((*row.names, *names))), **facts)


def _check(given: Given) -> None:
    """Raise UsageError for what cannot be, naming what can."""
    if not all(name.strip() for name in (given.name, *given.also)):
        raise UsageError("an empty name; every name needs a letter")
    _check_word("--kind", given.kind, _KINDS)
    _check_word("--country", given.country, BY_CODE)
    _check_word("--sector", given.sector, SECTOR_NAMES)
    for option, day in (("--since", given.since), ("--until", given.until)):
        _check_day(option, day)
    if given.since and given.until and given.since > given.until:
        raise UsageError(f"--since {given.since} is after --until {given.until}")


def _check_word(option: str, word: str | None, allowed: Iterable[str]) -> None:
    if word is not None and word not in (known := sorted(allowed)):
        shown = known if len(known) < _LISTED else ["an ISO 3166 alpha-3 code, such as SYR"]
        raise UsageError(f"{option} {word}: not known; one of {', '.join(shown)}")


def _check_day(option: str, day: Day | None) -> None:
    try:
        Question(since=day)
    except UsageError as error:
        raise UsageError(f"{option} {day}: no day. Write it as 2016-03-14.") from error
