"""An address of a view in, the same address checked and in its one order out; and what a program saves under a name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from histor.errors import UsageError
from histor.records.form import Form
from histor.run import saved
from histor.web.page import Page, pages
from histor.web.people.visiting import visitor
from histor.web.room import Room, now
from histor.web.state import State, read_state

KINDS = ("save", "rename", "delete", "watch")
_NO_VIEWS = ("login", "join", "people", "views")  # pages that show nothing of the record
_FORM = {"kind", "name", "address", "to", "rules", "alert", "mail"}


@dataclass(frozen=True, slots=True)
class View:
    """An address that a page answers to."""

    page: Page
    path: str  # as people write it, nothing escaped
    state: State

    @property
    def address(self) -> str:
        """The address, its names in the one order in which they are written."""
        return quote(self.path) + self.state.query()

    def as_of(self, instant: str | None) -> str:
        """Give the address as of an instant; None: as it was saved."""
        return quote(self.path) + self.state.query(as_of=instant) if instant else self.address

    @property
    def told(self) -> tuple[str, ...]:
        """What it shows, in words: the page, what is in the path, what narrows it, as of when."""
        return (self.page.title, *_ids(self.page, self.path), *(f"{name} {value}" for name, value in _narrows(self)))


def view_of(address: str) -> View:
    """Read an address, with or without the room's own name before it. Raises UsageError if no page answers to it so."""
    parts = urlsplit(address.strip())
    path = unquote(parts.path)
    page = next((each for each in pages() if each.name not in _NO_VIEWS and _pattern(each).fullmatch(path)), None)
    if page is None:
        raise UsageError(f"{path or address!r} is no view of the reading room: give one such as /explorer")
    listing = page.listing
    pairs = parse_qsl(parts.query)
    more = (*page.more, *(listing.more if listing else ()))
    return View(page, path, read_state(pairs, more=more, sorts=listing.sorts if listing else ()))


def write_view(room: Room, form: Any) -> Form:
    """Save, rename, delete or watch a view as a program asks for it; give what counts now.

    Raises UsageError, NotFoundError, LedgerError.
    """
    if not isinstance(form, dict) or not set(form) <= _FORM or form.get("kind") not in KINDS:
        raise UsageError(f"a view is an object with kind ({', '.join(KINDS)}), name; address, to, rules, alert or mail")
    rules, mail = form.get("rules", []), form.get("mail", [])
    texts = [form.get(name, "") for name in ("name", "address", "to", "alert")]
    lists = (rules, mail)
    if not all(isinstance(each, list) for each in lists) or not _are_texts((*texts, *rules, *mail)):
        raise UsageError("name, address, to and alert are texts, rules and mail lists of texts")
    name, address, to, alert = texts
    match form["kind"]:
        case "save":
            saved.save(room.path, name, view_of(address).address, recorded=now(), who=visitor().name or None)
        case "rename":
            saved.rename(room.path, name, to, recorded=now(), who=visitor().name or None)
        case "delete":
            saved.withdraw(room.path, name, recorded=now(), who=visitor().name or None)
        case _:
            saved.watch(room.path, name, rules, alert=alert, mail=mail, recorded=now())
    return {"items": [form_of_view(each) for each in saved.views(room.path)]}


def form_of_view(each: saved.Saved) -> Form:
    """Write a saved view as JSON."""
    kept = each.kept
    alerts = [{"name": one.kept.name, "told": one.told, "checked": one.checked} for one in each.alerts]
    return {"name": kept.name, "address": each.address, "recorded": kept.recorded, "who": kept.who, "alerts": alerts}


def _are_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


def _pattern(page: Page) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(page.path)))


def _ids(page: Page, path: str) -> Iterator[str]:
    for name, found in zip(page.path.split("/"), path.split("/"), strict=True):
        if name.startswith("{"):
            yield found


def _narrows(view: View) -> Iterator[tuple[str, str]]:
    for name, value in view.state.pairs():
        if name in ("map", "lines", "limit", "after"):
            continue
        if name == "box":
            yield "place", "none on the map" if value == "none" else "in a stretch of the map"
        else:
            yield name.replace("_", " "), value
