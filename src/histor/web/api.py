"""Pages and lists in, the API's own routes out: its description, decisions and reports as programs write them."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from histor.errors import UsageError
from histor.records.decision_form import form_of_decision
from histor.records.form import Form
from histor.run.judging import list_all
from histor.settings import Settings
from histor.web.exports import head_of
from histor.web.openapi import described
from histor.web.page import Page
from histor.web.room import Room, now
from histor.web.saving import write_view
from histor.web.state import read_state
from histor.web.writing import decide, read_decision, read_report, take

MOST_BYTES = Settings().longest_report  # of what is written at once


def api_routes(room: Room, pages: Sequence[Page]) -> Iterator[BaseRoute]:
    """Give the routes that belong to no page."""
    yield Route("/api/openapi.json", lambda _: JSONResponse(described(pages)))
    yield Route("/api/decisions", _decisions(room), methods=["GET"])
    yield Route("/api/decisions", _writing(lambda form: decide(room, read_decision(form))), methods=["POST"])
    yield Route("/api/views", _writing(lambda form: write_view(room, form)), methods=["POST"])
    yield Route("/api/reports", _writing(lambda form: take(room, *read_report(form))), methods=["POST"])


def _decisions(room: Room) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        state = read_state(request.query_params.multi_items())
        with room.opened() as ledger:
            found = list_all(ledger, as_of=state.question.as_of)
        items = [
            {**form_of_decision(each.decision), "undone_by": each.undone_by, "overruled": each.overruled}
            for each in found
        ]
        head = head_of(state.at(now()), str(request.url.replace(query="")))
        return JSONResponse({"head": head, "items": items, "next": None})

    return answer


def _writing(write: Callable[[Any], Form]) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise UsageError("send JSON, and say so: Content-Type: application/json")
        form = _parsed(await _body(request))
        return JSONResponse(await run_in_threadpool(write, form), status_code=201)

    return answer


async def _body(request: Request) -> bytes:
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > MOST_BYTES:
            raise UsageError(f"more than {MOST_BYTES:,} bytes: send less at a time, or use `histor add`")
    return bytes(read)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError as error:
        raise UsageError(f"this is no JSON: {error}") from error
