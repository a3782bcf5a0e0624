"""A monitor's name in, its board out; every figure leads to its rows, every row to its sentence."""

from collections.abc import Iterator, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from histor.errors import NotFoundError
from histor.records.board_form import form_of_any_board
from histor.records.form import Form
from histor.records.heard import Line
from histor.run.definitions import Listed, is_drafted, kept
from histor.run.monitoring import Watched
from histor.store.definitions import Kept
from histor.web import wording
from histor.web.behind import Behind, behind
from histor.web.charting import chart_of
from histor.web.covering import covered, stretch_of
from histor.web.drafting import Drafted, drafted
from histor.web.exports import FORMATS, export
from histor.web.listing import Flat, Listing, Rows
from histor.web.page import Asked, Page
from histor.web.pages.boards import KINDS
from histor.web.people.forms import room_of
from histor.web.room import Room
from histor.web.state import State, read_state
from histor.web.watching import board_of, suggested_in

_MORE = ("rows",)
_DEFINITION = "definition"  # asked for as rows: the words that the definition was drafted from
Row = tuple[str, str, str, Line]  # the figure's key and title, what the line is about, and its words


def _show(asked: Asked) -> Mapping[str, Any]:
    name = asked.ids["name"]
    watched = board_of(asked.room, name, asked.as_of)
    rows, sought = behind(watched), asked.state.get("rows")
    listed = kept(asked.room.path)
    mine = next(each.kept for each in listed if each.kept.name == name)
    return {
        "name": name,
        "board": watched.board,
        "kind": watched.board.monitor,
        "kinds": KINDS,
        "rows": _behind(name, rows, sought) if sought and sought != _DEFINITION else None,
        "draft": _draft(asked.room, mine) if sought == _DEFINITION else None,
        "is_suggested": is_drafted(mine.definition),
        "sought": sought,
        "behind": rows,
        "boards": tuple((each.kept.name, _title(each)) for each in listed),
        "chart": chart_of(watched.board),
        "coverage": covered(asked.room, *stretch_of(watched.board), asked.as_of),
        "formats": ("json", "csv"),
    }


def _title(each: Listed) -> str:
    return each.definition.name if each.definition else each.kept.name


def _draft(room: Room, kept_one: Kept) -> Drafted:
    """Give the suggestion that a definition was kept from, with its words. Raises NotFoundError."""
    for each in suggested_in(room):
        if each.draft.key == kept_one.name or each.definition == kept_one.definition:
            return drafted(each)
    raise NotFoundError(f"the definition of {kept_one.name} is none that the reports suggest now: a person wrote it")


def _form(asked: Asked) -> Form:
    watched = board_of(asked.room, asked.ids["name"], asked.as_of)
    return form_of_any_board(watched.board, watched.deeds)


def _csv(request: Request) -> Response:
    """Write the rows behind every figure as a table, or those of the one that is asked for."""
    name = request.path_params["name"]
    state = read_state(request.query_params.multi_items(), more=_MORE)
    written = FORMATS["csv"].write(export(_listing(name), room_of(request), state, _address(request)))
    named = {"Content-Disposition": 'attachment; filename="board.csv"'}
    return StreamingResponse(written, media_type=FORMATS["csv"].media, headers=named)


def _listing(name: str) -> Listing[Row]:
    def ask(room: Room, state: State) -> Rows[Row]:
        watched = board_of(room, name, state.question.as_of)
        found = tuple(_rows(name, watched, state.get("rows")))
        return Rows(found, None, len(found))

    told = "The words behind the figures of a monitor's board: a row for each figure and sentence."
    return Listing("board", "row", told, ask, form=lambda row: dict(_flat(row)), flat=_flat, whole=True)


def _rows(name: str, watched: Watched, sought: str | None) -> Iterator[Row]:
    rows = behind(watched)
    them = {sought: _behind(name, rows, sought)} if sought else rows
    for key, each in them.items():
        for about, line in each.lines:
            yield key, each.title, about, line


def _behind(name: str, rows: Mapping[str, Behind], sought: str) -> Behind:
    if sought not in rows:
        raise NotFoundError(f"the board {name} has no figure {sought!r}")
    return rows[sought]


def _flat(row: Row) -> Flat:
    key, title, about, line = row
    return {
        "figure": key,
        "title": title,
        "about": about,
        "status": line.status,
        "sentence": wording.flat(line.sentence),
        "chain": " < ".join(line.chain),
        "published": line.published,
        "event": line.event,
        "report": line.report,
    }


def _address(request: Request) -> str:
    return str(request.url.replace(query=""))


PAGE = Page(
    name="board",
    path="/boards/{name}",
    title="Board",
    show=_show,
    form=_form,
    told="A monitor's board: every figure with the deeds and words that it rests on.",
    more=_MORE,
    styles=("boards.css",),
    routes=(Route("/boards/{name}.csv", _csv),),
)
