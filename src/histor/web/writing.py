"""A person's decision or a report in, kept in the ledger, and what came of it out; for pages and programs alike."""

import getpass
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from histor.errors import UsageError
from histor.read.received import Given
from histor.records.decision_form import form_of_decision
from histor.records.form import Form, form_of_problem, form_of_record
from histor.records.made import Problem
from histor.run import judging
from histor.run.judging import Done, Hand
from histor.run.keeping import keep
from histor.run.reading import Reading, read_records
from histor.run.register import known_by
from histor.settings import Settings
from histor.store.ledger import Ledger
from histor.web.people.visiting import visitor
from histor.web.room import Room, now

VERDICTS = ("confirm", "reject", "note")
KINDS = (*VERDICTS, "edit", "merge", "split", "undo")
_NEED_WHY = frozenset({"reject", "note", "edit", "merge", "split"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision as it is asked for."""

    kind: str
    on: tuple[str, ...]  # ids; a merge has two, a split one or more, the others one
    why: str = ""
    who: str = ""  # empty: the user of this machine
    fields: Mapping[str, str] = field(default_factory=dict)  # of an edit


def read_decision(form: Any) -> Asked:
    """Read a decision from JSON: `{"kind": …, "on": [id …], "why": …, "who": …, "fields": {…}}`. Raises UsageError."""
    if not isinstance(form, dict) or not set(form) <= {"kind", "on", "why", "who", "fields"}:
        raise UsageError("a decision is an object with kind, on, why, who and, of an edit, fields")
    kind, on, fields = form.get("kind"), form.get("on"), form.get("fields", {})
    on = [on] if isinstance(on, str) else on
    if kind not in KINDS:
        raise UsageError(f"kind {kind!r}: it is one of {', '.join(KINDS)}")
    if not isinstance(on, list) or not on or not all(isinstance(each, str) and each for each in on):
        raise UsageError("on: name the ids that it is about, as a list")
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in fields.values()):
        raise UsageError("fields: an object of names and values, all of them texts")
    return Asked(kind, tuple(on), str(form.get("why", "")), str(form.get("who", "")), fields)


def decide(room: Room, asked: Asked) -> Form:
    """Keep a decision; give it with what it changed. Raises UsageError, NotFoundError, LedgerError."""
    if asked.kind in _NEED_WHY and not asked.why.strip():
        raise UsageError(f"to {asked.kind} needs a reason: say why")
    if asked.kind not in ("undo", "edit") and any(each.startswith(("i-", "x-")) for each in asked.on):
        room.join()
    with room.writing() as ledger:
        done = _done(ledger, asked, Hand(_who(asked), now(), asked.why.strip()))
    return {
        "decisions": [form_of_decision(each) for each in done.decisions],
        "incidents_before": list(done.incidents_before),
        "incidents_after": list(done.incidents_after),
    }


def read_report(form: Any) -> tuple[bytes, Given]:
    """Read a report from JSON: `{"text": …, "outlet": …, "published": …, "title": …, "url": …}`. Raises UsageError."""
    names = ("text", "outlet", "published", "title", "url")
    if not isinstance(form, dict) or not set(form) <= set(names):
        raise UsageError(f"a report is an object with {', '.join(names)}")
    if not all(value is None or isinstance(value, str) for value in form.values()) or not form.get("text"):
        raise UsageError("text: the report's words; outlet, published, title and url are texts or left out")
    given = Given(**{name: form[name] or None for name in names[1:] if name in form})
    return str(form["text"]).encode("utf-8", "replace"), given


def take(room: Room, raw: bytes, given: Given) -> Form:
    """Read a report, keep it, and give its record; nothing is fetched. Raises UsageError, LedgerError."""
    known = known_by(room.path)
    settings = replace(Settings(), processes=1)
    read = list(read_records(("-",), given, settings, stdin=io.BytesIO(raw), known=known))
    with room.writing() as ledger:
        kept = keep((_entry(each) for each in read), ledger, recorded=now())
    records = [form_of_record(each.record) for each in read if isinstance(each, Reading)]
    problems = [form_of_problem(each) for each in read if isinstance(each, Problem)]
    return {"added": kept.added, "known": kept.known, "records": records, "problems": problems}


def _done(ledger: Ledger, asked: Asked, hand: Hand) -> Done:
    match asked.kind:
        case "edit":
            return judging.edit(ledger, _only(asked.on), asked.fields, hand)
        case "merge":
            if len(asked.on) != 2:
                raise UsageError("a merge is of two incidents: name two ids")
            return judging.merge(ledger, asked.on[0], asked.on[1], hand)
        case "split":
            return judging.split(ledger, asked.on, hand)
        case "undo":
            return judging.undo(ledger, _only(asked.on), hand)
        case _:
            return judging.give_verdict(ledger, _only(asked.on), asked.kind, hand)  # type: ignore[arg-type]


def _only(on: Sequence[str]) -> str:
    if len(on) != 1:
        raise UsageError("this is decided about one thing at a time: name one id")
    return on[0]


def _entry(each: "Reading | Problem") -> Any:
    return each if isinstance(each, Problem) else (each.record, each.raw)


def _who(asked: Asked) -> str:
    """Give whose decision it is: in a team, always of whoever is logged in."""
    return visitor().name if visitor().kind == "member" else asked.who.strip() or _user()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise UsageError("nobody knows your user's name here; say who decides") from error
