"""A force's definition and what was heard in, its board out: what was promised against what was reported."""

from collections.abc import Callable, Iterator

from histor.monitors.posture.definition import PostureDefinition
from histor.monitors.posture.moves import UNSPECIFIED, moves_of
from histor.monitors.posture.promises import promises_of, several_reports
from histor.monitors.posture.words import ANY_MOVE
from histor.records.boards import PostureBoard, Promise
from histor.records.heard import Heard


def wanted(_: PostureDefinition) -> Callable[[str], bool]:
    """Give the test of whether a sentence may tell of a move."""
    return lambda text: bool(ANY_MOVE.search(text))


def judge(definition: PostureDefinition, heard: Heard) -> PostureBoard:
    """Give the board of a force."""
    until = definition.until or max((day for day, _ in heard.reports), default=definition.since or "")
    moves = tuple(
        move
        for move in moves_of(definition, heard.sayings)
        if (definition.since or "") <= (move.line.published or "9999") <= until
    )
    promises = promises_of(moves)
    return PostureBoard(
        name=definition.name,
        speaker=heard.speaker,
        force=definition.force.names,
        since=definition.since,
        until=until,
        answer=tuple(_answer(promises, definition)),
        promises=promises,
        moves=moves,
        limits=definition.limits,
    )


def _answer(promises: tuple[Promise, ...], definition: PostureDefinition) -> Iterator[str]:
    if not promises:
        yield "No order or announcement of a move by this force was found: there is no promise to hold to."
    for promise in promises:
        first = promise.moves[0]
        where = f" at {promise.site}" if promise.site else ""
        size = "; its size is said not to be told" if any(UNSPECIFIED in each.number for each in promise.moves) else ""
        yield f"To {promise.kind}{where}, first told on {first.line.published}{size}: {promise.rule}{_beside(promise)}."
    if definition.limits:
        yield f"What this record cannot show: {'; '.join(definition.limits)}."


def _beside(promise: Promise) -> str:
    """Count the reports that tell what stays, what came back, and what else speaks against it."""
    stays = [move for bearing, move in promise.reports if bearing == "tells what stays"]
    against = [move for bearing, move in promise.reports if bearing == "speaks against it"]
    back = [move for move in against if move.kind != promise.kind]
    otherwise = [move for move in against if move.kind == promise.kind]
    told = ((stays, "what stays"), (back, "what came back"), (otherwise, "the contrary"))
    parts = [f"{what} is told by {several_reports(moves)}" for moves, what in told if moves]
    return "".join(f"; {part}" for part in parts)
