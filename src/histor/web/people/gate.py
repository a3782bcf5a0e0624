"""A request in, the same request with its visitor known out; or a refusal: no login, no right, no token."""

import getpass
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from histor.run.people import member
from histor.store.people import People
from histor.web.guard import READING
from histor.web.people.visiting import VISITOR, Visitor

COOKIE = "histor-visit"
LONGEST_FORM = 1_000_000  # bytes; the longest form holds an edited brief
OPEN_TO_STRANGERS = ("/login", "/join", "/static/")
_OPEN_TO_READERS = (
    "/logout",
    "/login",
    "/join/",
    "/brief/check",
    "/brief/write",
)  # what readers may send; it changes no record
_FORM = "application/x-www-form-urlencoded"


class Gate:
    """Know visitors by a signed cookie; `people` are the accounts of a team, None where there is no login."""

    def __init__(self, app: ASGIApp, people: People | None = None) -> None:
        self.app = app
        self.people = people
        fresh = secrets.token_bytes(32)
        self.key = people.key(fresh) if people else fresh

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or hand on one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        word = self.word(headers)
        # Whoever is alone is known without asking a file: no thread is needed for it.
        visitor = await run_in_threadpool(self._visitor, word) if self.people else self._visitor(word)
        fresh = None if word else secrets.token_urlsafe(24)
        if fresh:
            visitor = Visitor(visitor.kind, visitor.name, visitor.role, self._token(fresh))
        refused, receive = await self._refusal(scope, headers, receive, visitor, has_cookie=word is not None)
        kept = VISITOR.set(visitor)
        try:
            await (refused or self.app)(scope, receive, self._with_cookie(send, scope, fresh))
        finally:
            VISITOR.reset(kept)

    def cookie(self, word: str, *, secure: bool) -> str:
        """Write the cookie that carries a word; a `secure` one is sent back by https only."""
        ending = "; Secure" if secure else ""
        return f"{COOKIE}={word}.{self._sign('cookie', word)}; Path=/; HttpOnly; SameSite=Strict{ending}"

    async def _refusal(
        self, scope: Scope, headers: Headers, receive: Receive, visitor: Visitor, *, has_cookie: bool
    ) -> tuple[Response | None, Receive]:
        path, method = scope["path"], scope["method"]
        if visitor.kind == "stranger" and not path.startswith(OPEN_TO_STRANGERS):
            if method in READING and "text/html" in headers.get("accept", ""):
                asked = path + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
                return RedirectResponse(f"/login?to={quote(asked)}", status_code=303), receive
            return PlainTextResponse("Log in first.\n", status_code=401), receive
        if method in READING:
            return None, receive
        if not visitor.may_decide and not path.startswith(_OPEN_TO_READERS):
            return PlainTextResponse("Readers change nothing here: ask for the role of an analyst.\n", 403), receive
        body, receive = await _body(receive)
        # Without a cookie nothing is sent along unasked, and the guard has refused other sites: a program, alone.
        if visitor.kind == "alone" and not has_cookie:
            return None, receive
        if body is None or not hmac.compare_digest(_token_in(headers, body), visitor.token):
            return PlainTextResponse(
                "The form is too old: go back, load the page again, and send it once more.\n", 403
            ), receive
        return None, receive

    def word(self, headers: Headers) -> str | None:
        """Give the word of a cookie whose signature is right; None if there is none."""
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return None
        word, _, signature = (morsel.value if morsel else "").rpartition(".")
        return word if word and hmac.compare_digest(self._sign("cookie", word), signature) else None

    def _visitor(self, word: str | None) -> Visitor:
        token = self._token(word) if word else ""
        if self.people is None:
            return Visitor("alone", _user(), "admin", token)
        found = member(self.people, word) if word else None
        return Visitor("member", found.name, found.role, token) if found else Visitor("stranger", token=token)

    def _token(self, word: str) -> str:
        return self._sign("form", word)

    def _sign(self, what: str, word: str) -> str:
        return hmac.new(self.key, f"{what}:{word}".encode(), hashlib.sha256).hexdigest()

    def _with_cookie(self, send: Send, scope: Scope, fresh: str | None) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if fresh and "set-cookie" not in headers and not scope["path"].startswith(("/static/", "/api/")):
                    headers.append("Set-Cookie", self.cookie(fresh, secure=scope["scheme"] == "https"))
                if self.people:
                    headers["Cache-Control"] = "no-store" if not scope["path"].startswith("/static/") else "no-cache"
            await send(message)

        return sending


async def _body(receive: Receive) -> tuple[bytes | None, Receive]:
    """Read a request's body, and give it with a way to read it again; None: it is too long."""
    held = b""
    more = True
    while more and len(held) <= LONGEST_FORM:
        message = await receive()
        held += message.get("body", b"")
        more = message.get("more_body", False)
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": held, "more_body": False}

    return (None if more else held), again


def _token_in(headers: Headers, body: bytes) -> str:
    if "x-csrf-token" in headers:
        return headers["x-csrf-token"]
    if not headers.get("content-type", "").startswith(_FORM):
        return ""
    found: Mapping[str, list[str]] = parse_qs(body.decode("utf-8", "replace"))
    return found.get("csrf", [""])[0]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "you"
