"""An administrator's request in, the accounts and the audit out; roles are given and invitations made here."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from histor.run import people as accounts
from histor.store.people import People
from histor.web.page import Asked, Page
from histor.web.people.forms import Fields, needed, taking
from histor.web.people.visiting import visitor
from histor.web.state import State
from histor.web.templating import render

LINES = 200  # of the audit on one page


def _show(asked: Asked) -> Mapping[str, Any]:
    return _shown(asked.room.path)


def _shown(ledger: str) -> dict[str, Any]:
    me = visitor()
    if me.kind == "alone":
        return {"alone": True, "accounts": (), "audit": (), "link": ""}
    _check_admin()
    people = People(ledger)
    return {"alone": False, "accounts": people.accounts(), "audit": people.audit(LINES), "link": ""}


def _invite(request: Request, fields: Fields) -> Response:
    _check_admin()
    word = accounts.invite(_people(request), needed(fields, "role"), by=visitor().name)
    link = str(request.url.replace(path=f"/join/{word}", query=""))
    room = request.app.state.room
    around = {"page": PAGE, "pages": (), "state": State(), "room": room, "path": "/people", "formats": ()}
    return HTMLResponse(render("people.html", {**around, **_shown(room.path), "link": link}))


def _change(request: Request, fields: Fields) -> Response:
    _check_admin()
    name, role = needed(fields, "name"), fields.get("role") or None
    active = {"open": True, "shut": False}.get(fields.get("door", ""))
    if name == visitor().name:
        raise HTTPException(400, "Ask another administrator to change your own account: nobody locks themselves out.")
    accounts.change(_people(request), name, by=visitor().name, role=role, active=active)
    return RedirectResponse("/people", status_code=303)


def _people(request: Request) -> People:
    people = request.app.state.people
    if not isinstance(people, People):
        raise HTTPException(404, "There are no accounts here: start with `histor serve --team`.")
    return people


def _check_admin() -> None:
    if visitor().role != "admin":
        raise HTTPException(403, "Only administrators see accounts and the audit.")


PAGE = Page(
    name="people",
    path="/people",
    title="People",
    show=_show,
    routes=(taking("/people/invite", _invite), taking("/people/change", _change)),
    styles=("people.css",),
)
