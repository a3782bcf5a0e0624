"""The views that people saved in, a list of them out: opened, renamed, deleted and watched by alerts from here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from histor.errors import UsageError
from histor.monitors.alerting.worth import worth_of
from histor.records.alerts import Alert, Mail
from histor.records.form import Form
from histor.run import saved
from histor.run.delivery.server import NOT_SET, mail_server
from histor.store import alerts as told
from histor.web.page import Asked, Page
from histor.web.people.forms import Fields, needed, room_of, taking
from histor.web.people.visiting import visitor
from histor.web.room import now
from histor.web.saving import View, form_of_view, view_of

RULES = ("rise", "silence", "shift", "new actor", "dispute", "state change")
LATEST = 3  # alerts shown of a view
_APART = re.compile(r"[\s,;]+")
_BOARDS = "state change"  # a rule that only boards have


@dataclass(frozen=True, slots=True)
class Shown:
    """A saved view as the page shows it."""

    saved: saved.Saved
    view: View | None  # None: no page answers to it any more
    told: tuple[Alert, ...]  # the latest first

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that an alert can watch it by."""
        return tuple(each for each in RULES if each != _BOARDS or self.saved.address.startswith("/boards/"))


def _show(asked: Asked) -> Mapping[str, Any]:
    address = asked.state.get("address")
    fresh = view_of(address) if address else None
    server, fault = _mail()
    shown = [_shown(asked, each) for each in saved.views(asked.room.path, as_of=asked.as_of)]
    return {
        "views": shown,
        "fresh": fresh,
        "proposed": ", ".join(fresh.told).replace("/", " ")[: saved.LONGEST_NAME] if fresh else "",
        "worth": worth_of,
        "server": server,
        "no_server": fault or NOT_SET,
    }


def _shown(asked: Asked, each: saved.Saved) -> Shown:
    try:
        view = view_of(each.address)
    except UsageError:
        view = None
    with asked.room.opened() as ledger:
        found = [one for alert in each.alerts for one in told.told(ledger, alert.kept.name)]
    return Shown(each, view, tuple(sorted(found, key=lambda one: one.day, reverse=True)[:LATEST]))


def _form(asked: Asked) -> Form:
    return {"items": [form_of_view(each) for each in saved.views(asked.room.path, as_of=asked.as_of)]}


def _save(request: Request, fields: Fields) -> Response:
    view = view_of(needed(fields, "address"))
    name = needed(fields, "name")
    saved.save(room_of(request).path, name, view.address, recorded=now(), who=visitor().name)
    return _back()


def _rename(request: Request, fields: Fields) -> Response:
    name, to = needed(fields, "name"), needed(fields, "to")
    saved.rename(room_of(request).path, name, to, recorded=now(), who=visitor().name)
    return _back()


def _delete(request: Request, fields: Fields) -> Response:
    saved.withdraw(room_of(request).path, needed(fields, "name"), recorded=now(), who=visitor().name)
    return _back()


def _watch(request: Request, fields: Fields) -> Response:
    rules = [rule for rule in RULES if fields.get(f"rule {rule}")]
    alert, mail = fields.get("alert", ""), _addresses(fields.get("mail", ""))
    saved.watch(room_of(request).path, needed(fields, "name"), rules, alert=alert, mail=mail, recorded=now())
    return _back()


def _addresses(written: str) -> list[str]:
    """Read mail addresses apart by commas or blanks."""
    return list(dict.fromkeys(_APART.split(written.strip()))) if written.strip() else []


def _mail() -> tuple[Mail | None, str]:
    """Give the mail server that is set, and what is wrong with how it is set."""
    try:
        return mail_server(), ""
    except UsageError as error:
        return None, str(error)


def _open(request: Request) -> Response:
    """Go on to the view that a name stands for now, as of the instant that is asked for."""
    unknown = [name for name in request.query_params if name != "as_of"]
    if unknown:
        raise UsageError(f"{unknown[0]!r} cannot be asked of a saved view: open it, and narrow it there")
    view = view_of(saved.find(room_of(request).path, request.path_params["name"]).definition)
    return RedirectResponse(view.as_of(request.query_params.get("as_of")), status_code=303)


def _back() -> Response:
    return RedirectResponse("/views", status_code=303)


PAGE = Page(
    name="views",
    path="/views",
    title="Views",
    show=_show,
    order=95,
    form=_form,
    told="The views that people saved under names, and the alerts that watch them.",
    more=("address",),
    styles=("views.css",),
    routes=(
        taking("/views", _save),
        taking("/views/rename", _rename),
        taking("/views/delete", _delete),
        taking("/views/watch", _watch),
        Route("/views/{name}", _open),
    ),
    examples=("/views",),
)
