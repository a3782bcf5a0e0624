"""A force's definition and sentences in, its moves out: what kind, how far, where, how many, on whose word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from histor.monitors.hearing.sides import plain_names
from histor.monitors.posture.definition import PostureDefinition
from histor.monitors.posture.words import AHEAD, ANNOUNCED, BEGUN, MOVES, NOT_TOLD, ORDERED, PART, PAST, SAYS, WHOLE
from histor.records.boards import Extent, Move, MoveKind, MoveState
from histor.records.events import HAPPENED
from histor.records.heard import Line, Saying, Side
from histor.records.measures import Count
from histor.records.register import fold_name

UNSPECIFIED = "unknown, said to be unspecified"
_OF_POSTURE: dict[str, MoveKind] = {
    "withdraw-part": "withdraw", "withdraw-all": "withdraw", "deploy": "deploy", "base": "deploy",
    "reinforce": "reinforce", "reposition": "reposition", "rotate": "rotate", "remain": "remain",
}  # fmt: skip
_AHEAD = frozenset({"planned", "threatened"})


def moves_of(definition: PostureDefinition, sayings: Iterable[Saying]) -> tuple[Move, ...]:
    """Give the moves of the force, in order of publication, one for each site that a sentence names."""
    force = plain_names(definition.force.names)
    once: dict[tuple[str, str, MoveKind, str | None], Move] = {}
    for saying in _moving(sayings):
        for move in _moves(saying, definition, force):
            once.setdefault((move.line.report, move.line.sentence, move.kind, move.site), move)
    return tuple(sorted(once.values(), key=lambda move: (move.line.published or "", move.day or "")))


def _moving(sayings: Iterable[Saying]) -> Iterator[Saying]:
    """Give the sayings of each sentence in which a move was read; where none was, the sentence by its words."""
    by_sentence: dict[tuple[str, str], list[Saying]] = {}
    for saying in sayings:
        by_sentence.setdefault((saying.line.report, saying.line.sentence), []).append(saying)
    for held in by_sentence.values():
        read = [saying for saying in held if _is_read(saying.line)]
        yield from read or [replace(held[0], line=_without_event(held[0].line))]


def _is_read(line: Line) -> bool:
    return line.posture is not None or (line.type == "RETREAT" and line.mode == "withdraw") or line.type == "MOBILIZE"


def _without_event(line: Line) -> Line:
    return replace(line, event=None, status=None, type=None, mode=None, actors=(), recipients=(), first=None, last=None,
                   numbers=())  # fmt: skip


def _moves(saying: Saying, definition: PostureDefinition, force: frozenset[str]) -> Iterator[Move]:
    kind = _kind(saying.line)
    if kind is None or not _is_about(saying, definition, force):
        return
    state = _state(saying.line, kind, force)
    if state is None:
        return
    for site in _sites(saying, definition):
        yield Move(
            day=_day(saying),
            kind=kind,
            state=state,
            extent=_extent(saying.line),
            force=_force(saying, definition, force),
            site=site,
            number=_number(saying.line),
            line=saying.line,
        )


def _kind(line: Line) -> MoveKind | None:
    """Go by the event that was read; where none was, by the words."""
    if line.posture:
        return _OF_POSTURE[line.posture]
    if line.type == "RETREAT" and line.mode == "withdraw":
        return "withdraw"
    return next((kind for kind, words in MOVES.items() if words.search(line.sentence)), None)


def _is_about(saying: Saying, definition: PostureDefinition, force: frozenset[str]) -> bool:
    """Tell whether the force does it: it is named as the doer, or nobody else is and the sentence speaks of it."""
    actors = saying.line.actors
    if any(_is_of(side, force) for side in actors):
        return True
    if any(side.ref for side in actors):
        return False
    sentence = fold_name(saying.line.sentence)
    if any(fold_name(word) in sentence for word in definition.force.words):
        return True
    if saying.line.event is None:
        return _opens_with(saying, definition, force)
    voice = saying.line.voice
    return any(_is_of(name.side, force) for name in saying.names) or (voice is not None and _is_of(voice, force))


def _opens_with(saying: Saying, definition: PostureDefinition, force: frozenset[str]) -> bool:
    """Tell whether the first who is named is the force; or nobody is, and one of its sites."""
    sentence = saying.line.sentence
    named = [name.side for name in saying.names if name.side.ref and not _is_dateline(sentence[name.span.end :])]
    if named:
        return _is_of(named[0], force)
    return bool(definition.sites) and _sites(saying, definition) != [None]


def _is_dateline(after: str) -> bool:
    return after.lstrip().startswith(("(", "-", "–", "—", ","))


def _is_of(side: Side, force: frozenset[str]) -> bool:
    return not force.isdisjoint(side.keys)


def _state(line: Line, kind: MoveKind, force: frozenset[str]) -> MoveState | None:
    said = line.sentence
    if line.status == "denied":
        return "denied"
    if kind != "remain" and ANNOUNCED.search(said):
        return "announced"
    if line.status != "hypothetical" and PAST.search(said) and not ORDERED.search(said):
        return "begun"
    ahead = line.status in _AHEAD or (line.status is None and AHEAD.search(said) and not BEGUN.search(said))
    if ahead or (line.status == "hypothetical" and NOT_TOLD.search(said)):
        return "ordered" if line.stance == "orders" or ORDERED.search(said) else "announced"
    if line.status == "hypothetical":
        return None
    if kind == "remain":
        return "remains"
    if line.status == "ongoing" or (line.status in HAPPENED and BEGUN.search(said)):
        return "begun"
    if kind == "withdraw" and _extent(line) == "whole":
        return "completed"
    own = line.voice is not None and _is_of(line.voice, force)
    return "claimed" if own or (line.voice is None and SAYS.search(said)) else "observed"


def _sites(saying: Saying, definition: PostureDefinition) -> Sequence[str | None]:
    """Give the sites of the definition that the sentence names; without any in the definition, what places it names."""
    if definition.sites:
        sentence = f" {fold_name(saying.line.sentence)} "
        named = [
            site.name
            for site in definition.sites
            if any(f" {fold_name(name)} " in sentence for name in (site.name, *site.also))
        ]
    else:
        named = [name.place for name in saying.names if name.place and not name.side.ref]
    return list(dict.fromkeys(named)) or [None]


def _day(saying: Saying) -> str | None:
    if saying.line.first:
        return saying.line.first
    days = [when.start for when in saying.days if when.start and when.precision == "day"]
    return days[0] if len(days) == 1 and saying.line.event is None else None


def _extent(line: Line) -> Extent:
    if line.posture == "withdraw-part" or PART.search(line.sentence):
        return "in part"
    return "whole" if line.posture == "withdraw-all" or WHOLE.search(line.sentence) else "not said"


def _force(saying: Saying, definition: PostureDefinition, force: frozenset[str]) -> str:
    return next((side.name for side in saying.line.actors if _is_of(side, force)), definition.force.names[0])


def _number(line: Line) -> str:
    told = "; ".join(f"{count.what} {_range(count)}" for count in line.numbers)
    return told or (UNSPECIFIED if NOT_TOLD.search(line.sentence) else "")


def _range(count: Count) -> str:
    if count.low is None and count.high is None:
        return UNSPECIFIED
    if count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"{count.low} or more"
    return f"up to {count.high}" if count.low is None else f"{count.low} to {count.high}"
