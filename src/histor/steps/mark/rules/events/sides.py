"""Events in order and the next sentence in, the same out with the parties that it names for the truce before it."""

from dataclasses import replace

from histor.records.measures import Spans
from histor.steps.mark.rules.events.objects import tied
from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.tags import EventTag

_BETWEEN = frozenset({"between"})
_THE = frozenset({"the", "this", "that"})
_TRUCES = frozenset("deal truce ceasefire cease-fire agreement cessation accord armistice pact".split())
_LOOK = 3  # words from the start of a sentence in which it names the truce that it goes on about


def with_sides(told: list[tuple[EventTag, Parse]], parsed: Parse) -> None:
    """Give the truce of the sentence before the sides that this one puts it between ("The deal … between X and Y")."""
    sides = _sides(parsed)
    if not sides or not told:
        return
    last = told[-1][1]
    for number, (event, of) in enumerate(told):
        if of is last and event.mode == "ceasefire" and not event.actors and not event.recipients:
            told[number] = (replace(event, actors=sides[:1], recipients=sides[1:]), of)


def _sides(parsed: Parse) -> tuple[Spans, ...]:
    opening = [parsed.lower(at) for at in range(_LOOK)]
    if opening[0] not in _THE or not _TRUCES & set(opening[1:]):
        return ()
    for at in range(_LOOK, len(parsed.sentence.words)):
        if parsed.lower(at) == "between":
            found = tied(parsed, at - 1, _BETWEEN)
            return tuple((parsed.span(phrase),) for phrase in found) if len(found) > 1 else ()
    return ()
