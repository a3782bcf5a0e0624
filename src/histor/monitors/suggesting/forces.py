"""Sentences of a record in, drafts of postures out: forces of states that are said to be about to leave."""

import re
from collections.abc import Iterable, Iterator, Sequence

from histor.codebook.acts.forces import names_force
from histor.monitors.posture.words import ANNOUNCED, MOVES, OF_A_FORCE, ORDERED
from histor.monitors.suggesting.days import by_value
from histor.monitors.suggesting.owners import name_of_state, state_of
from histor.records.drafts import Found, KindDraft
from histor.records.heard import Line, Name, Saying

_NEAR = 30  # code points between "Russia's" and the word for its force
_HIS = re.compile(r"(?:his|her|its|their|our)\b", re.IGNORECASE)
_STAYING = frozenset({"remain", "base"})


def draft_postures(sayings: Sequence[Saying]) -> tuple[KindDraft, ...]:
    """Give a draft for each state whose force is ordered or announced to leave, in order of the first day told."""
    promised: dict[str, list[Saying]] = {}
    for saying in sayings:
        if saying.line.published and _promises(saying.line) and (state := _whose(saying)):
            promised.setdefault(state, []).append(saying)
    drafts = (_draft(state, held, sayings) for state, held in promised.items())
    return tuple(sorted(drafts, key=lambda draft: draft.values("since")[0].value))


def may_tell(text: str) -> bool:
    """Tell whether a sentence may tell of a force that goes or stays."""
    return bool(MOVES["withdraw"].search(text) or MOVES["remain"].search(text)) and (
        names_force(text) or bool(OF_A_FORCE.search(text))
    )


def _promises(line: Line) -> bool:
    if line.type != "RETREAT" or line.mode != "withdraw" or not may_tell(line.sentence):
        return False
    told = ORDERED.search(line.sentence) or ANNOUNCED.search(line.sentence)
    return line.status == "planned" or (line.status != "denied" and told is not None)


def _whose(saying: Saying) -> str | None:
    """Give the state whose force it is: that of the doer, else of whose name stands before words for a force.

    "His military" is that of the state for which he speaks who says so, or orders it.
    """
    doers = [state_of(side) for side in saying.line.actors if side.ref]
    if doers:
        return doers[0]
    voice = saying.line.voice
    if voice and any(_HIS.match(side.name) for side in saying.line.actors) and (state := state_of(voice)):
        return state
    sentence = saying.line.sentence
    owners = (name for name in saying.names if names_force(sentence[name.span.end : name.span.end + _NEAR]))
    return next((state for name in owners if (state := state_of(name.side))), None)


def _draft(state: str, promised: Sequence[Saying], sayings: Iterable[Saying]) -> KindDraft:
    force = name_of_state(state) or state
    lines = tuple(saying.line for saying in promised)
    since = min(line.published or "" for line in lines)
    reports = {line.report for line in lines}
    sites = _sites([saying for saying in sayings if saying.line.report in reports])
    return KindDraft(
        monitor="posture",
        key=f"posture-{state.removeprefix('state:').lower()}-{since}",
        name=f"the forces of {force} from {since}",
        fields=(
            ("since", by_value((since, line) for line in lines if line.published == since)),
            ("names", by_value((force, line) for line in lines)),
            ("sites", sites),
        ),
        missing=() if sites else ("a site that it leaves or stays at",),
    )


def _sites(sayings: Iterable[Saying]) -> tuple[Found, ...]:
    """Give the places that it is to leave, and those of bases that stay."""
    told = ((name.place or "", saying.line) for saying in sayings for name in _places(saying))
    return by_value(told)


def _places(saying: Saying) -> Iterator[Name]:
    line = saying.line
    leaves = _promises(line)
    stays = line.posture in _STAYING or (MOVES["remain"].search(line.sentence) and names_force(line.sentence))
    for name in saying.names if leaves or stays else ():
        before = line.sentence[: name.span.start].split()
        if name.place and not name.side.ref and before and before[-1] in (_STAYS_AT if stays else _FROM):
            yield name


_FROM = frozenset({"from"})
_STAYS_AT = frozenset({"from", "in", "at", "of", "near", "and", "the"})
