"""A force's definition and sentences in, its moves out: what kind, how far, where, how many, on whose word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from histor.codebook.acts.forces import names_force
from histor.monitors.hearing.sides import plain_names
from histor.monitors.posture.definition import Location, PostureDefinition
from histor.monitors.posture.words import (
    AHEAD,
    ANNOUNCED,
    BEGUN,
    DOUBTED,
    LEFT_OVER,
    MOVES,
    NOT_TOLD,
    OF_A_FORCE,
    OF_ITS_AIM,
    OF_ITS_EFFECT,
    ORDERED,
    PART,
    PAST,
    SAYS,
    STAYING,
    WE,
    WHOLE,
)
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
    for saying, kind in _moving(sayings, definition):
        for move in _moves(saying, kind, definition, force):
            once.setdefault((move.line.report, move.line.sentence, move.kind, move.site), move)
    return tuple(sorted(once.values(), key=lambda move: (move.line.published or "", move.day or "")))


def _moving(sayings: Iterable[Saying], definition: PostureDefinition) -> Iterator[tuple[Saying, MoveKind]]:
    """Give each sentence with the moves that were read in it; where none was, with the one that its words tell."""
    by_sentence: dict[tuple[str, str], list[Saying]] = {}
    for saying in sayings:
        by_sentence.setdefault((saying.line.report, saying.line.sentence), []).append(saying)
    for held in by_sentence.values():
        found = [(saying, kind) for saying in held if (kind := _kind_read(saying.line))]
        by_words = replace(held[0], line=_without_event(held[0].line))
        if not found and (told := _kind_told(by_words, definition)):
            found = [(by_words, told)]
        yield from found
        if LEFT_OVER.search(held[0].line.sentence) and all(kind != "remain" for _, kind in found):
            yield by_words, "remain"


def _kind_read(line: Line) -> MoveKind | None:
    """Give the kind of the move that an event is; a focus that shifts is none."""
    kind = _OF_POSTURE[line.posture] if line.posture else None
    if kind is not None:
        return None if kind == "reposition" and OF_ITS_AIM.search(line.sentence) else kind
    if line.type == "RETREAT" and line.mode == "withdraw":
        return "withdraw"
    return _by_words(line.sentence) if line.type == "MOBILIZE" else None


def _kind_told(saying: Saying, definition: PostureDefinition) -> MoveKind | None:
    """Give the kind of move that words tell of a force or of its site; "relations remain" tells of neither."""
    sentence = saying.line.sentence
    of_force = names_force(sentence) or OF_A_FORCE.search(sentence) or _sites(saying, definition) != [None]
    of_force = of_force or any(fold_name(word) in fold_name(sentence) for word in definition.force.words)
    return _by_words(sentence) if of_force else None


def _by_words(sentence: str) -> MoveKind | None:
    found = (kind for kind, words in MOVES.items() if words.search(sentence))
    return next((kind for kind in found if kind != "reposition" or not OF_ITS_AIM.search(sentence)), None)


def _without_event(line: Line) -> Line:
    return replace(line, event=None, status=None, type=None, mode=None, actors=(), recipients=(), first=None, last=None,
                   numbers=())  # fmt: skip


def _moves(saying: Saying, kind: MoveKind, definition: PostureDefinition, force: frozenset[str]) -> Iterator[Move]:
    state = _state(saying.line, kind, force) if _is_about(saying, definition, force) else None
    if state is None:
        return
    for site in _sites(saying, definition):
        yield Move(
            day=_day(saying),
            kind=kind,
            state=state,
            extent=_extent(saying.line) if kind == "withdraw" else "not said",
            force=_force(saying, definition, force),
            site=site,
            number=_number(saying.line),
            line=saying.line,
        )


def _is_about(saying: Saying, definition: PostureDefinition, force: frozenset[str]) -> bool:
    """Tell whether the force does it: it is named as the doer, or nobody else is and the sentence speaks of it."""
    line = saying.line
    if any(_is_of(side, force) for side in line.actors):
        return True
    if any(side.ref for side in line.actors):
        return False
    sentence = fold_name(line.sentence)
    if any(fold_name(word) in sentence for word in definition.force.words):
        return True
    if (WE.search(line.sentence) and is_own_word(line, force)) or _opens_with(saying, definition, force):
        return True
    return line.event is not None and (
        any(_is_of(name.side, force) for name in saying.names) or is_own_word(line, force)
    )


def _opens_with(saying: Saying, definition: PostureDefinition, force: frozenset[str]) -> bool:
    """Tell whether what is named first is the force or one of its sites."""
    for name in saying.names:
        if name.place and _at(name.place, definition):
            return True
        if name.side.ref and not _is_dateline(saying.line.sentence[name.span.end :]):
            return _is_of(name.side, force)
    return bool(definition.sites) and _sites(saying, definition) != [None]


def _is_dateline(after: str) -> bool:
    return after.lstrip().startswith(("(", "-", "–", "—", ","))


def _is_of(side: Side, force: frozenset[str]) -> bool:
    return not force.isdisjoint(side.keys)


def _state(line: Line, kind: MoveKind, force: frozenset[str]) -> MoveState | None:
    said = line.sentence
    if line.status == "denied" or (kind == "withdraw" and DOUBTED.search(said)):
        return "denied"
    if line.event is None and OF_ITS_EFFECT.search(said):
        return None
    if kind != "remain" and ANNOUNCED.search(said):
        return "announced"
    if line.status != "hypothetical" and PAST.search(said) and not ORDERED.search(said):
        return "begun"
    if kind == "remain" and line.event is None and STAYING.search(said):
        return "remains"
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
    own = is_own_word(line, force) or (line.voice is None and SAYS.search(said))
    return "claimed" if own else "observed"


def is_own_word(line: Line, force: frozenset[str]) -> bool:
    """Tell whether the force, or whoever it belongs to, says it: as the voice, or in an outlet "of" its own."""
    if line.voice is not None and line.voice.ref is not None:
        return _is_of(line.voice, force)
    outlet = f" {fold_name(line.outlet or '')} ".replace(" of the ", " of ")
    return any(f" of {name} " in outlet for name in force)


def _sites(saying: Saying, definition: PostureDefinition) -> Sequence[str | None]:
    """Give the sites of the definition that the sentence names; without any in the definition, what places it names."""
    if definition.sites:
        sentence = f" {fold_name(saying.line.sentence)} "
        named = [site.name for site in definition.sites if any(f" {name} " in sentence for name in _spelt(site))]
        named += [site for name in saying.names if name.place and (site := _at(name.place, definition))]
    else:
        named = [name.place for name in saying.names if name.place and not name.side.ref]
    return list(dict.fromkeys(named)) or [None]


def _at(place: str, definition: PostureDefinition) -> str | None:
    """Give the site that a place is, by its name: the "Hmeimim air base" is Hmeimim."""
    folded = f" {fold_name(place)} "
    return next((site.name for site in definition.sites if any(f" {name} " in folded for name in _spelt(site))), None)


def _spelt(site: Location) -> tuple[str, ...]:
    return tuple(map(fold_name, (site.name, *site.also)))


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
