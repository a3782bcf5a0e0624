"""A form that was sent in, its fields out; and a route that takes one. Its token was compared at the gate."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from histor.errors import UsageError
from histor.web.room import Room

Fields = Mapping[str, str]


def taking(path: str, answer: Callable[[Request, Fields], Response]) -> Route:
    """Make the route that takes a form at an address."""

    async def take(request: Request) -> Response:
        body = await request.body()
        fields = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        return await run_in_threadpool(answer, request, fields)

    return Route(path, take, methods=["POST"])


def needed(fields: Fields, name: str) -> str:
    """Give a field that must be filled in. Raises UsageError."""
    value = fields.get(name, "").strip()
    if not value:
        raise UsageError(f"the field {name!r} is empty: fill it in")
    return value


def room_of(request: Request) -> Room:
    """Give the reading room that is asked."""
    room: Any = request.app.state.room
    assert isinstance(room, Room)
    return room


def inside(address: str) -> str:
    """Give an address of this very room to go on to; anything else becomes the first page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    is_ours = (
        not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith(("//", "/\\"))
    )
    return address if is_ours and "\n" not in address and "\r" not in address else "/"


def is_secure(request: Request) -> bool:
    """Tell whether a visitor came by https, here or to a proxy before this room: a browser names its own page."""
    return request.url.scheme == "https" or request.headers.get("origin", "").startswith("https://")
