"""Two days in, what the ledger learnt between them out: decisions with who, when and why, and what they changed."""

import datetime
from collections.abc import Mapping
from typing import Any

from histor.records.decision_form import form_of_decision
from histor.records.form import Form
from histor.run.changes import Change, changes, window
from histor.web.listing import Listing, Rows
from histor.web.page import Asked, Page
from histor.web.room import Room, now
from histor.web.state import State

DAYS = 7  # looked back unless a day is asked for
TITLES = {
    "decided": "Decided by people", "undone": "Taken back", "new-incident": "New incidents", "merged": "Merged",
    "split": "Split", "revised": "Revised", "told-again": "Told again", "gone": "Gone", "added": "Reports added",
    "read-anew": "Reports read anew",
}  # fmt: skip
SHOWN = 100  # of a kind on the page; the exports have all


def _show(asked: Asked) -> Mapping[str, Any]:
    first, last = _days(asked.state)
    found = _between(asked.room, asked.state)
    kinds = {kind: tuple(each for each in found if each.kind == kind) for kind in TITLES}
    shown = tuple((TITLES[kind], kind, each[:SHOWN], len(each)) for kind, each in kinds.items() if each)
    return {"kinds": shown, "total": len(found), "first": first, "last": last, "rows": Rows(found)}


def _days(state: State) -> tuple[str, str]:
    last = state.question.until or (state.question.as_of or now())
    day = datetime.date.fromisoformat(last[:10]) - datetime.timedelta(days=DAYS)
    return state.question.since or min(day.isoformat(), last[:10]), last


def _between(room: Room, state: State) -> tuple[Change, ...]:
    after, until = window(*_days(state))
    with room.joined(after), room.joined(until) as ledger:
        return tuple(changes(ledger, after, until))


def _form(each: Change) -> Form:
    decision = form_of_decision(each.decision) if each.decision else None
    told = {"change": each.kind, "id": each.id, "at": each.at, "words": each.words}
    return {**told, "before": list(each.before), "after": list(each.after), "decision": decision}


def _flat(each: Change) -> dict[str, Any]:
    made = each.decision
    told = {"change": each.kind, "id": each.id, "at": each.at, "words": each.words}
    hand = {"who": made.who if made else None, "why": made.why if made else None}
    return {**told, **hand, "before": " ".join(each.before), "after": " ".join(each.after)}


def _cut(room: Room, state: State) -> Rows[Change]:
    found = _between(room, state)
    start = int(state.question.after or 0)
    end = len(found) if state.question.limit is None else start + state.question.limit
    return Rows(found[start:end], str(end) if end < len(found) else None)


CHANGES: Listing[Change] = Listing(
    name="changes",
    noun="change",
    told="What the ledger learnt from `since` to `until`, days of recording, both included; else in the last week.",
    ask=_cut,
    form=_form,
    flat=_flat,
    count=lambda room, state: len(_between(room, state)),
)
PAGE = Page(
    name="changes",
    path="/changes",
    title="Changes",
    show=_show,
    order=80,
    listing=CHANGES,
    styles=("changes.css",),
    examples=("/changes",),
)
