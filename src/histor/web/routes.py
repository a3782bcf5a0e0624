"""Pages in, routes out: each page at its address, its rows in every format beside it and under `/api`."""

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from histor.errors import HistorError, NotFoundError, UsageError
from histor.web.answering import answering, asked_of
from histor.web.answers import Answers
from histor.web.api import api_routes
from histor.web.exports import FORMATS, export, formats_of, head_of
from histor.web.listing import Listing
from histor.web.listings import LISTINGS
from histor.web.page import Page, pages
from histor.web.room import Room, now
from histor.web.state import State, read_state
from histor.web.templating import render

__all__ = ["failed", "navigation", "pages", "routes_of"]

MOST_ROWS = 500  # of one answer under `/api`, unless a limit is asked for


def routes_of(room: Room, them: Sequence[Page]) -> Iterator[BaseRoute]:
    """Give the routes of pages, of their rows and of the rows that have no page."""
    shown = {page.listing.name for page in them if page.listing}
    answers = Answers()
    yield from api_routes(room, them)
    for page in them:
        yield from page.routes
    for listing in LISTINGS:
        yield from _rows_under_api(room, listing)
        if listing.name not in shown:
            yield from _rows_beside(room, f"/{listing.name}", listing)
    for page in them:
        if page.listing:
            yield from _rows_beside(room, page.path, page.listing)
        if page.form:
            yield Route(f"{page.path}.json", _form(room, page))
            yield Route(f"/api{page.path}", _form(room, page))
    for page in them:
        yield Route(page.path, answering(room, page, navigation(them), answers))
    yield Route("/", lambda _: RedirectResponse(navigation(them)[0].path))


def failed(request: Request, error: Exception) -> Response:
    """Say what went wrong: in words on a page, as JSON to a program."""
    status, words = _told(error)
    if status == 500:
        traceback.print_exception(error, file=sys.stderr)
    if _is_for_programs(request.url.path):
        return JSONResponse({"error": words, "status": status}, status_code=status)
    room = request.app.state.room
    shown = {"status": status, "words": words, "page": None, "pages": navigation(pages()), "state": State()}
    shown |= {"room": room, "path": request.url.path}
    return HTMLResponse(render("error.html", shown), status_code=status)


def _rows_beside(room: Room, path: str, listing: Listing[Any]) -> Iterator[BaseRoute]:
    for ending in formats_of(listing):
        yield Route(f"{path}.{ending}", _rows(room, listing, ending, most=None))


def _rows_under_api(room: Room, listing: Listing[Any]) -> Iterator[BaseRoute]:
    yield Route(f"/api/{listing.name}", _rows(room, listing, "json", most=MOST_ROWS))


def _rows(room: Room, listing: Listing[Any], ending: str, *, most: int | None) -> Callable[[Request], Response]:
    """Answer with rows as of this instant, so that the address in the head gives the same rows for ever."""

    def answer(request: Request) -> Response:
        pairs = list(request.query_params.multi_items())
        if most is not None and "limit" not in request.query_params:
            pairs.append(("limit", str(most)))
        state = read_state(pairs, more=listing.more, sorts=listing.sorts)
        form = FORMATS[ending]
        written = form.write(export(listing, room, state, str(request.url.replace(query=""))))
        named = {"Content-Disposition": f'attachment; filename="{listing.name}.{ending}"'} if ending != "json" else {}
        return StreamingResponse(written, media_type=form.media, headers=named)

    return answer


def _form(room: Room, page: Page) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        assert page.form is not None
        asked = asked_of(room, page, request)
        head = head_of(asked.state.at(now()), str(request.url.replace(query="")))
        return JSONResponse({"head": {**head, "holds": page.told}, **page.form(asked)})

    return answer


def navigation(them: Iterable[Page]) -> tuple[Page, ...]:
    """Give the pages that the navigation names, from the left."""
    return tuple(sorted((page for page in them if page.order is not None), key=lambda page: (page.order, page.name)))


def _told(error: Exception) -> tuple[int, str]:
    match error:
        case HTTPException():
            return error.status_code, str(error.detail)
        case NotFoundError():
            return 404, str(error)
        case UsageError():
            return 400, str(error)
        case HistorError():
            return 503, str(error)
        case _:
            return 500, "This is a fault in histor itself; the lines it wrote where it was started say more."


def _is_for_programs(path: str) -> bool:
    return path.startswith("/api/") or path.endswith((".json", ".csv", ".geojson"))
