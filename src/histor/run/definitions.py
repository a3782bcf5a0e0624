"""Definitions of monitors: drafted from a ledger's words, kept in it, listed, found by name or read from a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from histor.errors import UsageError
from histor.monitors.choosing import AnyDefinition
from histor.monitors.reading import read_definition
from histor.monitors.suggesting.drafting import draft_all, may_tell
from histor.monitors.suggesting.quoting import quote_fields
from histor.monitors.suggesting.writing import DRAFTED, definition_of, missing
from histor.records.drafts import Draft, Given
from histor.run.hearing import sayings_of
from histor.store.ledger import open_to_read, open_to_write
from histor.store.monitors import Kept, definitions, keep_definition, kept_definition, withdraw_definition


@dataclass(frozen=True, slots=True)
class Suggested:
    """A draft with its definition as text, what no words give, and the words that give each of its values."""

    draft: Draft
    definition: str
    missing: tuple[str, ...]
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A kept definition and what it is of."""

    kept: Kept
    definition: AnyDefinition | None  # None: this version of the program reads it no longer


def suggest(ledger: str) -> tuple[Suggested, ...]:
    """Draft the definitions of what a ledger's reports speak of, ceasefires first. Raises LedgerError."""
    sayings = sayings_of(ledger, may_tell)
    drafts = draft_all(sayings)
    return tuple(Suggested(each, definition_of(each), missing(each), quote_fields(each, sayings)) for each in drafts)


def is_drafted(definition: str) -> bool:
    """Tell whether a definition was taken over as it was suggested, or changed below its first line only."""
    return definition.startswith(DRAFTED)


def add(ledger: str, name: str, text: str, *, key: str, recorded: str) -> bool:
    """Keep a definition under a name; False if the same counts already.

    Raises UsageError with every fault and its line, LedgerError.
    """
    if not name.strip():
        raise UsageError("a kept monitor needs a name, such as `--name truce`")
    found = read_definition(text, key=key)
    if isinstance(found, tuple):
        raise UsageError("\n".join(problem.message for problem in found))
    with open_to_write(ledger) as opened:
        return keep_definition(opened, name.strip(), text, recorded)


def add_suggested(ledger: str, wanted: str, *, name: str | None, recorded: str) -> str:
    """Keep the suggestion whose key begins so, and give the name that it is kept under. Raises UsageError."""
    found = suggest(ledger)
    fitting = [one for one in found if one.draft.key.startswith(wanted)]
    if len(fitting) != 1:
        there = ", ".join(one.draft.key for one in fitting or found) or "none"
        raise UsageError(f"{wanted!r} names {'several' if fitting else 'no'} suggestion; there are: {there}")
    kept_as = name or fitting[0].draft.key
    add(ledger, kept_as, fitting[0].definition, key=kept_as, recorded=recorded)
    return kept_as


def kept(ledger: str) -> Sequence[Listed]:
    """List the definitions that a ledger keeps, in order of name. Raises LedgerError."""
    with open_to_read(ledger) as opened:
        return [_listed(one) for one in definitions(opened)]


def withdraw(ledger: str, name: str, *, recorded: str) -> None:
    """Let a kept definition count no longer. Raises NotFoundError, LedgerError."""
    with open_to_write(ledger) as opened:
        withdraw_definition(opened, name, recorded)


def find_definition(wanted: str, ledger: str | None) -> tuple[str, str]:
    """Give the text of a definition and what it is called: a file's path first, else the name of a kept one.

    Raises UsageError, NotFoundError.
    """
    if Path(wanted).is_file() or ledger is None:
        return read_text(wanted), wanted
    with open_to_read(ledger) as opened:
        return kept_definition(opened, wanted).definition, wanted


def read_text(path: str) -> str:
    """Give a file's text. Raises UsageError."""
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error


def _listed(one: Kept) -> Listed:
    found = read_definition(one.definition, key=one.name)
    return Listed(one, None if isinstance(found, tuple) else found)
