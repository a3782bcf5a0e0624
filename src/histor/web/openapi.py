"""Pages and lists in, the description of the API out, as OpenAPI 3.1; its examples are asked in the tests."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from histor import __version__
from histor.records.claims import Stance
from histor.records.events import EventType, Status
from histor.records.form import Form
from histor.records.incidents import Grade, Sums
from histor.web.listing import Listing
from histor.web.listings import LISTINGS
from histor.web.page import Page
from histor.web.saving import KINDS as VIEW_KINDS
from histor.web.state import FILTERS, PAGING
from histor.web.writing import KINDS

_WORDS: Mapping[str, str] = {
    "since": "From this day on, `2016-02-27`, or a month.",
    "until": "To this day or month, included.",
    "type": "Kind of act, a PLOVER type.",
    "status": "What kind of act the words describe.",
    "actor": "Who does or suffers it: the first words of a name, or a ref.",
    "place": "Where: the first words of a name, or a ref.",
    "speaker": "Who says it: the first words of a name, or a ref.",
    "stance": "How it is said.",
    "text": 'All these words; `"…"` for a phrase, a trailing `*` for any ending.',
    "as_of": "The ledger as it stood at the end of this day, or at this instant, UTC.",
    "limit": "At most so many rows.",
    "after": "The `next` of the answer before.",
    "sort": "In which order.",
    "grade": "How well it is borne out.",
    "sums": "Of what sums up many happenings or a lasting state: `without` it, or `only` that.",
}
_CHOICES: Mapping[str, Sequence[str]] = {
    "type": get_args(EventType), "status": get_args(Status), "stance": get_args(Stance), "grade": get_args(Grade),
    "sums": get_args(Sums),
}  # fmt: skip
_TEXT = {"type": "string"}
_ROWS = {
    "type": "object",
    "required": ["head", "items", "next"],
    "properties": {"head": {"type": "object"}, "items": {"type": "array", "items": {"type": "object"}}, "next": {}},
}
_DECISION = {
    "type": "object",
    "required": ["kind", "on"],
    "properties": {
        "kind": {"enum": list(KINDS)},
        "on": {"type": "array", "items": _TEXT, "description": "Ids: one; of a merge two; of a split one or more."},
        "why": {**_TEXT, "description": "The reason; only confirm and undo do without."},
        "who": {**_TEXT, "description": "Who decides; else the user of this machine."},
        "fields": {"type": "object", "additionalProperties": _TEXT, "description": "Of an edit: names and values."},
    },
}
_VIEW = {
    "type": "object",
    "required": ["kind", "name"],
    "properties": {
        "kind": {"enum": list(VIEW_KINDS)},
        "name": {**_TEXT, "description": "What the view is called."},
        "address": {**_TEXT, "description": "Of a view to save: its address, such as `/explorer?place=Palmyra`."},
        "to": {**_TEXT, "description": "Of one to rename: its new name."},
        "rules": {"type": "array", "items": _TEXT, "description": "Of one to watch: rise, silence, dispute …"},
        "mail": {"type": "array", "items": _TEXT, "description": "Of one to watch: addresses that its alerts go to."},
        "alert": {**_TEXT, "description": "Of one to watch: what the alert is called, else as the view."},
    },
}
_REPORT = {"type": "object", "required": ["text"], "properties": dict.fromkeys(
    ("text", "outlet", "published", "title", "url"), _TEXT
)}  # fmt: skip


def described(pages: Sequence[Page]) -> Form:
    """Describe every address under `/api`."""
    paths: dict[str, Form] = dict([*map(_of_listing, LISTINGS), *_of_pages(pages), *_of_writes()])
    told = "Save a view under a name, rename or delete it, or let an alert watch it."
    paths["/api/views"] = {**paths.get("/api/views", {}), "post": _write("write_view", told, _VIEW)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "histor",
            "version": __version__,
            "description": "Reports about armed conflict as a record that can be checked word by word.",
        },
        "paths": paths,
    }


def _of_listing(listing: Listing[Any]) -> tuple[str, Form]:
    names = (*FILTERS, *listing.more, *(("sort",) if listing.sorts else ()), *PAGING)
    get = {
        "summary": listing.told,
        "operationId": f"list_{listing.name}",
        "parameters": [_parameter(name, listing) for name in names],
        "responses": _answers(_ROWS),
        "x-examples": [f"/api/{listing.name}{example}" for example in listing.examples],
    }
    path: Form = {"get": get}
    if listing.name == "reports":
        path["post"] = _write("add_report", "Read a report and keep it; nothing is fetched.", _REPORT)
    return f"/api/{listing.name}", path


def _of_pages(pages: Sequence[Page]) -> Iterator[tuple[str, Form]]:
    for page in pages:
        if page.form:
            ids = [_path_parameter(name) for name in re.findall(r"{(\w+)}", page.path)]
            get = {
                "summary": page.told,
                "operationId": f"show_{page.name}",
                "parameters": [*ids, _parameter("as_of")],
                "responses": _answers({"type": "object"}),
                "x-examples": [f"/api{example}" for example in page.examples],
            }
            yield f"/api{page.path}", {"get": get}


def _of_writes() -> Iterator[tuple[str, Form]]:
    told = "What people decided, the oldest first, with what became of it."
    get: Form = {"summary": told, "operationId": "list_decisions", "parameters": [_parameter("as_of")]}
    get["responses"] = _answers({"type": "object"})
    post = _write("decide", "Decide about a claim, event, incident or contradiction, or undo a decision.", _DECISION)
    yield "/api/decisions", {"get": get, "post": post}


def _write(name: str, told: str, schema: Form) -> Form:
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {"summary": told, "operationId": name, "requestBody": body, "responses": _answers({"type": "object"}, "201")}


def _parameter(name: str, listing: Listing[Any] | None = None) -> Form:
    schema: Form = {"type": "integer", "minimum": 1} if name == "limit" else dict(_TEXT)
    if name in _CHOICES:
        schema["enum"] = list(_CHOICES[name])
    if name == "sort" and listing:
        schema["enum"] = list(listing.sorts)
    return {"name": name, "in": "query", "description": _WORDS.get(name, ""), "schema": schema}


def _path_parameter(name: str) -> Form:
    told = "An id, or as much of it as is unique."
    return {"name": name, "in": "path", "required": True, "description": told, "schema": _TEXT}


def _answers(schema: Form, status: str = "200") -> Form:
    error = {"type": "object", "properties": {"error": _TEXT, "status": {"type": "integer"}}}
    refused = {"content": {"application/json": {"schema": error}}}
    return {
        status: {"description": "The answer.", "content": {"application/json": {"schema": schema}}},
        "400": {"description": "It cannot be asked so; the words say how.", **refused},
        "404": {"description": "Nothing has this id.", **refused},
        "503": {"description": "The ledger cannot be read or written.", **refused},
    }
