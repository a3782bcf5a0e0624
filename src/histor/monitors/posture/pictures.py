"""A board of posture in, its ledger strip out: each promise a line, from announced over under way to done or undone."""

from collections.abc import Iterable, Iterator, Mapping

from histor.monitors.timeline import Sign, Telling, Timeline, drawn, timeline
from histor.records.boards import Bearing, Move, MoveState, PostureBoard, Promise

LANES = 8  # promises that have a lane, those of which most is told
OTHER = "tied to no promise"
KEYS: Mapping[Sign, str] = {
    "open": "ordered or announced",
    "half": "under way or in part",
    "full": "done or borne out",
    "cross": "against it: came back, denied",
    "square": "what stays",
}
_BEARINGS: Mapping[Bearing, Sign] = {
    "bears it out": "full", "bears it out in part": "half", "tells what stays": "square", "speaks against it": "cross",
}  # fmt: skip
_SIGNS: Mapping[MoveState, Sign] = {
    "ordered": "open", "announced": "open", "begun": "half", "observed": "half", "claimed": "half",
    "completed": "full", "reversed": "cross", "denied": "cross", "remains": "square",
}  # fmt: skip


def pictures(board: PostureBoard) -> dict[str, str]:
    """Give the pictures of a board of posture by name; none where no move is told."""
    found = timeline_of(board)
    said = f"{board.speaker}, by the day on which it was told"
    return {"strip": drawn(found, board.name, said, KEYS)} if found else {}


def timeline_of(board: PostureBoard) -> Timeline | None:
    """Give each promise a lane, by the day on which moves were told. None: none was told."""
    shown = sorted(board.promises, key=lambda each: -len(each.moves) - len(each.reports))[:LANES]
    named = _names([each for each in board.promises if each in shown])
    told = [telling for name, promise in named for telling in _of_promise(name, promise)]
    tied = {move for each in board.promises for move in (*each.moves, *(move for _, move in each.reports))}
    rest = [one for move in board.moves if move not in tied for one in _telling(OTHER, move, _SIGNS[move.state])]
    return timeline([*(name for name, _ in named), *([OTHER] if rest else [])], [*told, *rest])


def _names(promises: Iterable[Promise]) -> list[tuple[str, Promise]]:
    """Name each promise; two of one kind and site are told apart by a number."""
    seen: dict[str, int] = {}
    named = []
    for each in promises:
        name = f"{each.kind}, {each.site}" if each.site else each.kind
        seen[name] = seen.get(name, 0) + 1
        told = name if seen[name] == 1 else f"{name} ({seen[name]})"
        named.append((f"{told}: {each.state}", each))
    return named


def _of_promise(lane: str, promise: Promise) -> Iterator[Telling]:
    """Give what promises it and what bears on it: staying bears a promise to stay out, and speaks against one to go."""
    for move in promise.moves:
        yield from _telling(lane, move, "open")
    for bearing, move in promise.reports:
        yield from _telling(lane, move, _BEARINGS[bearing], bearing)


def _telling(lane: str, move: Move, sign: Sign, about: str = "") -> Iterator[Telling]:
    if move.line.published is not None:
        yield Telling(lane, move.line.published, sign, about or f"{move.kind}, {move.state}", move.line)
