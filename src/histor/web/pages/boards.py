"""The monitors that a ledger keeps in, their boards at a glance out; drafts from the reports are kept from here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from histor.errors import HistorError, UsageError
from histor.records.form import Form
from histor.run import definitions
from histor.run.monitoring import Watched
from histor.web.drafting import drafted
from histor.web.page import Asked, Page
from histor.web.people.forms import Fields, needed, room_of, taking
from histor.web.room import now
from histor.web.watching import board_of, suggested_in

KINDS = {"ceasefire": "Ceasefire", "air": "Air campaign", "posture": "Posture", "talks": "Talks", "tempo": "Tempo"}


@dataclass(frozen=True, slots=True)
class Glance:
    """A kept monitor with what its board says first."""

    name: str
    kind: str
    watched: Watched | None  # None: it cannot be shown
    fault: str = ""


def _show(asked: Asked) -> Mapping[str, Any]:
    glances = _glances(asked)
    return {"glances": glances, "drafts": tuple(map(drafted, _fresh(asked, glances))), "kinds": KINDS}


def _glances(asked: Asked) -> tuple[Glance, ...]:
    return tuple(_glance(asked, each) for each in definitions.kept(asked.room.path))


def _fresh(asked: Asked, glances: Iterable[Glance]) -> tuple[definitions.Suggested, ...]:
    """Give what the reports suggest and is not kept; they are made of all that is held now."""
    names = {each.name for each in glances}
    suggested = () if asked.as_of else suggested_in(asked.room)
    return tuple(each for each in suggested if each.draft.key not in names)


def _glance(asked: Asked, each: definitions.Listed) -> Glance:
    kind = each.definition.monitor if each.definition else "unknown"
    try:
        return Glance(each.kept.name, kind, board_of(asked.room, each.kept.name, asked.as_of))
    except HistorError as error:
        return Glance(each.kept.name, kind, None, str(error))


def _form(asked: Asked) -> Form:
    """Give the boards that are kept, each with its answer, and the keys of what the reports suggest beside them."""
    glances = _glances(asked)
    kept = [
        {
            "name": each.name,
            "monitor": each.kind,
            "title": each.watched.board.name if each.watched else None,
            "answer": list(each.watched.board.answer) if each.watched else [],
            "fault": each.fault or None,
            "address": f"/boards/{quote(each.name)}",
        }
        for each in glances
    ]
    return {"kept": kept, "suggested": [each.draft.key for each in _fresh(asked, glances)]}


def _keep(request: Request, fields: Fields) -> Response:
    """Keep a draft, or a definition that was written here."""
    path = room_of(request).path
    if fields.get("suggestion"):
        name = definitions.add_suggested(path, fields["suggestion"], name=fields.get("name") or None, recorded=now())
    else:
        name, text = needed(fields, "name"), needed(fields, "definition")
        if "/" in name:
            raise UsageError("a monitor's name stands in its address: leave out /")
        definitions.add(path, name, text.replace("\r\n", "\n"), key=name, recorded=now())
    return RedirectResponse(f"/boards/{name}", status_code=303)


PAGE = Page(
    name="boards",
    path="/boards",
    title="Boards",
    show=_show,
    form=_form,
    told="The boards that the ledger keeps, each with its answer in words; and what its reports suggest.",
    order=60,
    styles=("boards.css",),
    routes=(taking("/boards", _keep),),
    examples=("/boards",),
)
