"""A ledger's path in, the reading room as a web application out."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from histor.errors import HistorError
from histor.store.people import People
from histor.web.apart import Apart
from histor.web.guard import Guard
from histor.web.people.gate import Gate
from histor.web.people.limiting import Attempts
from histor.web.room import Room
from histor.web.routes import failed, navigation, pages, routes_of

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
STATIC = Path(__file__).parent / "static"


def make_app(
    ledger: str, *, allowed: Iterable[str] = LOOPBACK, team: bool = False, apart: Apart | None = None
) -> ASGIApp:
    """Make the reading room of the ledger at this path; it answers to the hosts that are allowed, and to no other.

    In a `team`, whoever asks must log in. `apart` is a process that joins reports; without one it is done here.
    """
    room = Room(ledger, apart)
    routes = [*routes_of(room, pages()), Mount("/static", StaticFiles(directory=STATIC))]
    handlers: Mapping[Any, Any] = {HistorError: failed, HTTPException: failed, Exception: failed}
    made = Starlette(routes=routes, exception_handlers=handlers)
    made.state.room, made.state.people, made.state.attempts = room, People(ledger) if team else None, Attempts()
    made.state.pages = navigation(pages())
    made.state.gate = Gate(made, made.state.people)
    return Guard(made.state.gate, allowed)  # around all of it, so that an answer about a fault has its headers too
