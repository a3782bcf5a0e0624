"""A period, question or monitor in, a brief of it out; and an edited one in, with what is refused in it marked out."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from histor.errors import UsageError
from histor.records.brief import Brief
from histor.records.brief_form import form_of_brief
from histor.records.form import Form
from histor.records.measures import Span
from histor.run.brief import Checked, brief_of, brief_of_board, check_markdown
from histor.run.brief_html import html_of
from histor.run.brief_pdf import pdf_of
from histor.run.definitions import kept
from histor.steps.brief.markdown import written_markdown
from histor.web.cutting import Mark, cut
from histor.web.page import Asked, Page
from histor.web.people.forms import Fields, needed, room_of, taking
from histor.web.room import Room, now
from histor.web.state import State, read_state
from histor.web.templating import render
from histor.web.watching import board_of

_MORE = ("monitor",)
WRITERS: Mapping[str, tuple[str, Callable[[Brief], bytes]]] = {
    "md": ("text/markdown; charset=utf-8", lambda brief: written_markdown(brief).encode()),
    "html": ("text/html; charset=utf-8", lambda brief: html_of(brief).encode()),
    "pdf": ("application/pdf", pdf_of),
    "json": ("application/json", lambda brief: json.dumps(form_of_brief(brief), ensure_ascii=False).encode()),
}
_ENDINGS = ("md", "html", "pdf")


def _show(asked: Asked) -> Mapping[str, Any]:
    return {**_around(asked.room), "brief": _made(asked.room, asked.state), "checked": None, "text": ""}


def _around(room: Room) -> dict[str, Any]:
    return {"monitors": tuple(each.kept.name for each in kept(room.path)), "endings": _ENDINGS}


def _made(room: Room, state: State) -> Brief:
    monitor = state.get("monitor")
    as_of = state.question.as_of or now()
    if monitor is not None:
        then = state.question.as_of
        watched = board_of(room, monitor, then)
        with room.joined(then) as ledger:
            return brief_of_board(ledger, watched, asked=f"monitor {monitor}", as_of=as_of, then=then)
    asked = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in state.filters())
    with room.joined(state.question.as_of) as ledger:
        return brief_of(ledger, state.question, asked=asked or "all that the ledger holds", as_of=as_of)


def _form(asked: Asked) -> Form:
    return form_of_brief(_made(asked.room, asked.state))


def _written(ending: str) -> Route:
    def answer(request: Request) -> Response:
        state = read_state(request.query_params.multi_items(), more=_MORE)
        return _file(_made(room_of(request), state), ending)

    return Route(f"/brief.{ending}", answer)


def _file(brief: Brief, ending: str) -> Response:
    media, write = WRITERS[ending]
    return Response(
        write(brief), media_type=media, headers={"Content-Disposition": f'attachment; filename="brief.{ending}"'}
    )


def _check(request: Request, fields: Fields) -> Response:
    """Show an edited brief with what is refused in it; text that is only to be edited is not judged yet."""
    room, text = room_of(request), needed(fields, "text").replace("\r\n", "\n")
    with room.opened() as ledger:
        checked = check_markdown(ledger, text, as_of=now())
    navigation = tuple(request.app.state.pages)
    shown = {"page": PAGE, "pages": navigation, "state": State(), "room": room, "path": "/brief", "formats": ()}
    shown |= {**_around(room), "brief": checked.brief, "checked": checked, "text": text, "marked": _marked(checked)}
    return HTMLResponse(render("brief.html", shown), status_code=422 if checked.refused else 200)


def _marked(checked: Checked) -> list[tuple[Any, Any]]:
    """Cut each refused line where something in it is refused."""
    found = []
    for line, refusals in checked.refused:
        marks = [Mark(each.span, each.message) for each in refusals if each.span != Span(0, len(line.text))]
        found.append((tuple(cut(line.text, Span(0, len(line.text)), marks)), refusals))
    return found


def _write(request: Request, fields: Fields) -> Response:
    """Write an edited brief out, unless something in it is refused."""
    ending = fields.get("format", "md")
    if ending not in _ENDINGS:
        raise UsageError(f"a brief is written as {', '.join(_ENDINGS)}")
    with room_of(request).opened() as ledger:
        checked = check_markdown(ledger, needed(fields, "text").replace("\r\n", "\n"), as_of=now())
    return _check(request, fields) if checked.refused else _file(checked.brief, ending)


PAGE = Page(
    name="brief",
    path="/brief",
    title="Brief",
    show=_show,
    order=90,
    form=_form,
    told="A brief of a period, question or monitor: sentences with the claims and events that they stand on.",
    more=_MORE,
    scripts=("brief.js",),
    styles=("brief.css",),
    routes=(taking("/brief/check", _check), taking("/brief/write", _write), *map(_written, _ENDINGS)),
    examples=("/brief?since=2016-03-14&until=2016-03-15",),
)
