"""A queue of what is in doubt in, one thing to decide out with its words; decisions are taken here, and taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from histor.errors import NotFoundError, UsageError
from histor.records.answer import EventRow
from histor.records.decisions import Decision
from histor.records.edits import allowed
from histor.records.incidents import Incident, Telling
from histor.run import joining, judging
from histor.run.review import queue
from histor.steps.review import Doubt
from histor.store.ledger import Ledger, open_to_write
from histor.store.questions import record
from histor.store.tracing import trace
from histor.web.happenings import headline, held
from histor.web.listing import Listing, Rows
from histor.web.page import Asked, Page
from histor.web.pages.trace import Sentence, sentences
from histor.web.people.forms import Fields, needed, room_of, taking
from histor.web.people.visiting import visitor
from histor.web.room import Room, now
from histor.web.state import State

SHOWN = 60  # of the queue, beside the item: what is below is reached when it has moved up
LATELY = 8  # decisions listed below the item
EDITED = ("type", "status", "place", "actor", "recipient", "day", "killed", "wounded", "target")


@dataclass(frozen=True, slots=True)
class Shown:
    """An event of the item with its sentences."""

    row: EventRow
    sentences: tuple[Sentence, ...]


def _show(asked: Asked) -> Mapping[str, Any]:
    with asked.room.joined(asked.as_of) as ledger:
        doubts = queue(ledger, asked.state.question)
        current = _current(doubts, asked.state.get("item"), asked.state.get("incident"))
        incident = _incident(ledger, current, asked.state.get("incident"), asked.as_of)
        events = current.events if current else tuple(each.id for each in incident.tellings[:2]) if incident else ()
        shown = tuple(_shown(ledger, each, incident, asked.as_of) for each in events) if incident else ()
        about = held(ledger, {each.incident for each in doubts[:SHOWN]}, asked.as_of)
        listed = judging.list_all(ledger, as_of=asked.as_of)
    after = _next(doubts, current)
    return {
        "doubts": doubts[:SHOWN],
        "total": len(doubts),
        "about": {each: headline(found) for each, found in about.items()},
        "named": headline(incident) if incident else "",
        "current": current,
        "incident": incident,
        "shown": shown,
        "next": after,
        "target": current.id if current else incident.id if incident else "",
        "lately": tuple(reversed(listed))[:LATELY],
        "mine": next((each for each in reversed(listed) if _is_mine(each)), None),
        "fields": EDITED,
        "choices": {name: allowed(name) for name in EDITED if allowed(name)},
        "done": _done(listed, asked.state.get("done")),
    }


def _current(doubts: Sequence[Doubt], sought: str | None, incident: str | None) -> Doubt | None:
    if sought is None:
        return None if incident else next(iter(doubts), None)
    return next((each for each in doubts if each.id == sought), None)


def _incident(ledger: Ledger, current: Doubt | None, sought: str | None, as_of: str | None) -> Incident | None:
    wanted = current.incident if current else sought
    if wanted is None:
        return None
    try:
        return joining.incident(ledger, wanted, as_of=as_of)
    except NotFoundError:
        return None


def _shown(ledger: Ledger, event: str, incident: Incident | None, as_of: str | None) -> Shown:
    held: Sequence[Telling] = incident.tellings if incident else ()
    telling = next((each for each in held if each.id == event), None) or joining.incident(ledger, event).tellings[0]
    found = trace(ledger, telling.id, as_of=as_of)
    text = record(ledger, telling.row.source.report_id, as_of=as_of).report.text
    return Shown(telling.row, tuple(sentences(found.steps[0], text)))


def _next(doubts: Sequence[Doubt], current: Doubt | None) -> str:
    ids = [each.id for each in doubts]
    at = ids.index(current.id) + 1 if current else 0
    return ids[at] if at < len(ids) else ""


def _is_mine(listed: judging.Listed) -> bool:
    return listed.decision.who == visitor().name and listed.decision.kind != "undo" and not listed.undone_by


def _done(listed: Sequence[judging.Listed], sought: str | None) -> Decision | None:
    return next((each.decision for each in listed if each.decision.id == sought), None)


def _decide(request: Request, fields: Fields) -> Response:
    room, kind, target = room_of(request), needed(fields, "kind"), needed(fields, "target")
    hand = judging.Hand(visitor().name, now(), fields.get("why", ""))
    if kind != "confirm" and kind != "undo" and not hand.why.strip():
        raise UsageError("say why: whoever reads this decision later wants to know")
    if target.startswith(("i-", "x-")):
        room.join()
    with open_to_write(room.path) as ledger:
        done = _decided(ledger, kind, target, fields, hand)
    return RedirectResponse(_onward(fields, done), status_code=303)


def _decided(ledger: Ledger, kind: str, target: str, fields: Fields, hand: judging.Hand) -> judging.Done:
    match kind:
        case "confirm" | "reject" | "note":
            return judging.give_verdict(ledger, target, kind, hand)
        case "edit":
            return judging.edit(ledger, target, {needed(fields, "field"): fields.get("value", "")}, hand)
        case "merge":
            return judging.merge(ledger, target, needed(fields, "other"), hand)
        case "split":
            return judging.split(ledger, [target], hand)
        case "undo":
            return judging.undo(ledger, target, hand)
        case _:
            raise UsageError(f"{kind!r} cannot be decided: it is confirm, reject, note, edit, merge, split or undo")


def _onward(fields: Fields, done: judging.Done) -> str:
    """Go on to the next item; an edit, a note and an undo stay where they are."""
    names = ("incident",) if fields.get("stay") else ("next",)
    given = {"item" if name == "next" else name: fields.get(name, "") for name in names}
    given["done"] = done.decisions[-1].id if done.decisions else ""
    return f"/review?{urlencode({name: value for name, value in given.items() if value})}"


def _ask(room: Room, state: State) -> Rows[Doubt]:
    with room.joined(state.question.as_of) as ledger:
        found = queue(ledger, state.question)
    return Rows(found[: state.question.limit])


def _count(room: Room, state: State) -> int:
    with room.joined(state.question.as_of) as ledger:
        return len(queue(ledger, state.question))


def _flat(each: Doubt) -> dict[str, Any]:
    return {"id": each.id, "kind": each.kind, "weight": round(each.weight, 3), "why": each.why,
            "incident": each.incident, "events": " ".join(each.events)}  # fmt: skip


DOUBTS: Listing[Doubt] = Listing(
    name="review",
    noun="doubt",
    told="What a person should look at first: contradictions, high tolls on one word, bonds and readings in doubt.",
    ask=_ask,
    form=lambda each: {**_flat(each), "events": list(each.events)},
    flat=_flat,
    count=_count,
)
PAGE = Page(
    name="review",
    path="/review",
    title="Review",
    show=_show,
    order=70,
    listing=DOUBTS,
    more=("item", "incident", "done"),
    scripts=("review.js",),
    styles=("review.css",),
    routes=(taking("/review/decide", _decide),),
    examples=("/review",),
)
