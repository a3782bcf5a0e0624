"""A monitor's name in, its board out; every figure leads to its rows, every row to its sentence."""

from collections.abc import Mapping
from typing import Any

from histor.errors import NotFoundError
from histor.records.board_form import form_of_any_board
from histor.records.form import Form
from histor.run.definitions import kept
from histor.web.behind import behind
from histor.web.page import Asked, Page
from histor.web.pages.boards import KINDS
from histor.web.watching import board_of


def _show(asked: Asked) -> Mapping[str, Any]:
    name = asked.ids["name"]
    watched = board_of(asked.room, name)
    rows, sought = behind(watched), asked.state.get("rows")
    if sought is not None and sought not in rows:
        raise NotFoundError(f"the board {name} has no figure {sought!r}")
    kind = watched.board.monitor
    names = tuple(each.kept.name for each in kept(asked.room.path))
    return {"name": name, "board": watched.board, "kind": kind, "kinds": KINDS, "rows": rows.get(sought or ""),
            "sought": sought, "behind": rows, "boards": names}  # fmt: skip


def _form(asked: Asked) -> Form:
    watched = board_of(asked.room, asked.ids["name"])
    return form_of_any_board(watched.board, watched.deeds)


PAGE = Page(
    name="board",
    path="/boards/{name}",
    title="Board",
    show=_show,
    form=_form,
    told="A monitor's board: every figure with the deeds and words that it rests on.",
    more=("rows",),
    styles=("boards.css",),
)
