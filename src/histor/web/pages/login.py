"""A name and password in, a session out; and the way out of it again."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from histor.run import people as accounts
from histor.web.page import Asked, Page
from histor.web.people.forms import Fields, inside, is_secure, taking
from histor.web.people.visiting import visitor
from histor.web.state import State
from histor.web.templating import render


def _show(asked: Asked) -> Mapping[str, Any]:
    return {"to": inside(asked.state.get("to") or "/"), "wrong": ""}


def _log_in(request: Request, fields: Fields) -> Response:
    app = request.app.state
    name, address = fields.get("name", ""), request.client.host if request.client else ""
    to = inside(fields.get("to", "/"))
    if app.people is None:
        return RedirectResponse(to, status_code=303)
    if app.attempts.waits(name, address):
        return _again(to, "Too many wrong passwords: wait a quarter of an hour.", 429)
    found = accounts.log_in(app.people, name, fields.get("password", ""))
    if found is None:
        app.attempts.failed(name, address)
        return _again(to, "No account has this name and password.", 401)
    word = accounts.begin(app.people, found)
    return RedirectResponse(to, 303, {"Set-Cookie": app.gate.cookie(word, secure=is_secure(request))})


def _log_out(request: Request, _: Fields) -> Response:
    app = request.app.state
    if app.people is not None:
        accounts.end(app.people, app.gate.word(request.headers) or "", visitor().name)
    return RedirectResponse("/login", status_code=303)


def _again(to: str, wrong: str, status: int) -> Response:
    shown = {"page": PAGE, "pages": (), "state": State(), "room": None, "path": "/login", "formats": ()}
    return HTMLResponse(render("login.html", {**shown, "to": to, "wrong": wrong}), status_code=status)


PAGE = Page(
    name="login",
    path="/login",
    title="Log in",
    show=_show,
    more=("to",),
    styles=("people.css",),
    routes=(taking("/login", _log_in), taking("/logout", _log_out)),
)
