"""A party of two that points back ("the two sides", "both countries") in, the two that were just named out.

Only where exactly two are named in its sentence before it, else in the sentence before, and each is in the register;
a third one, or somebody unknown, leaves the words as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from histor.records.events import Party
from histor.records.measures import Span
from histor.records.register import Actor
from histor.steps.link.candidates import Named, Window, window_before
from histor.steps.link.entries import linked_to
from histor.steps.link.setting import Setting

_TWO = re.compile(
    r"(?:the (?:two|warring|opposing|rival)|both)(?: (?:warring|opposing|rival))? "
    r"(?P<noun>sides|parties|countries|nations|states|neighbou?rs|leaders|presidents|men|groups|factions)"
    r"|the (?P<bare>sides|warring parties)",
    re.IGNORECASE,
)
_STATES = frozenset({"countries", "nations", "states", "neighbours", "neighbors"})
_PEOPLE = frozenset({"leaders", "presidents", "men"})
_GROUPS = frozenset({"groups", "factions"})


def the_two(party: Party, setting: Setting) -> tuple[Party, ...]:
    """Give the two parties whom the words stand for, each with these words; else the party alone, as it is."""
    found = _TWO.fullmatch(party.name) if party.ref is None and party.spans else None
    if found is None:
        return (party,)
    noun = (found["noun"] or found["bare"]).casefold()
    two = _named_before(noun, party.spans[0], setting)
    return tuple(_as(actor, party, setting) for actor in two) or (party,)


def _named_before(noun: str, words: Span, setting: Setting) -> tuple[Actor, ...]:
    """Look in the sentence itself, and one before if nobody who may be meant is named there."""
    for back in (0, 1):
        if named := _candidates(noun, window_before(words.start, setting, back=back)):
            return _exactly_two(named)
    return ()


def _candidates(noun: str, window: Window) -> list[Named]:
    if noun in _PEOPLE:
        return window.people()
    if noun in _GROUPS:
        return window.groups()
    states = [one for one in window.named if one.actor and one.actor.kind == "state"]
    return states if noun in _STATES else window.bodies()


def _exactly_two(named: Sequence[Named]) -> tuple[Actor, ...]:
    if any(one.actor is None for one in named):
        return ()
    actors = {one.actor.ref: one.actor for one in named if one.actor}
    return tuple(actors.values()) if len(actors) == 2 else ()


def _as(actor: Actor, party: Party, setting: Setting) -> Party:
    linked = linked_to(actor, setting.day)
    return replace(party, ref=linked.ref, sector=linked.sector, country=linked.country)
