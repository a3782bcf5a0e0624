"""An invitation's word in, the account of whoever holds it out."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from histor.errors import NotFoundError, UsageError
from histor.run import people as accounts
from histor.web.page import Asked, Page
from histor.web.people.forms import Fields, is_secure, needed, taking


def _show(asked: Asked) -> Mapping[str, Any]:
    return {"word": asked.ids["word"], "least": accounts.LEAST_PASSWORD}


def _join(request: Request, fields: Fields) -> Response:
    app = request.app.state
    if app.people is None:
        raise NotFoundError("there are no accounts here: one works alone")
    if fields.get("password") != fields.get("again"):
        raise UsageError("the two passwords differ: go back and type them again")
    made = accounts.join(app.people, request.path_params["word"], needed(fields, "name"), needed(fields, "password"))
    word = accounts.begin(app.people, made)
    return RedirectResponse("/", 303, {"Set-Cookie": app.gate.cookie(word, secure=is_secure(request))})


PAGE = Page(
    name="join",
    path="/join/{word}",
    title="Join",
    show=_show,
    styles=("people.css",),
    routes=(taking("/join/{word}", _join),),
)
