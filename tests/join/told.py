"""Events as reports tell them, for the tests of joining and gathering: say what differs, the rest is one strike."""

from dataclasses import replace
from typing import Any

from histor.records.answer import EventRow, Source
from histor.records.events import Event, Party
from histor.records.incidents import Setting, Spot, Stretch, Telling, Voice
from histor.records.measures import Count, Span
from histor.records.text import Published
from histor.steps.join.themes import things_in, ways_in

DAY = "2016-03-07"
TOWN = Spot("Tell Sukkar", "place:tell-sukkar", 35.80, 36.90, "SYR", "Idlib", "town", "own")
NEXT_TOWN = replace(TOWN, name="Tell Milh", ref="place:tell-milh", latitude=35.81, longitude=36.93)
SITE = replace(TOWN, name="Tell Sukkar mill", ref="place:mill", latitude=35.82, precision="site")
REGION = Spot("Idlib province", "place:idlib", None, None, "SYR", "Idlib", "region", "own")
MONITOR = Voice("Front Monitor", "actor:monitor", "body", "actor:monitor")
MINISTRY = Voice("Defence Ministry", "actor:ministry", "body", "state:RUS")
STATE_TV = Voice("State Television", "actor:state-tv", "outlet", "state:RUS")
SOURCE = Voice("a military source", None, "unnamed")
STRIKE = "Jets bombed a diesel market at Tell Sukkar on Monday, killing a dozen traders."


def outlet(name: str) -> Voice:
    return Voice(name, None, "outlet")


def killed(low: int | None, high: int | None = None) -> Count:
    return Count("killed", Span(0, 1), low, high)


def doer(name: str, ref: str, country: str | None = None, sector: str = "MIL") -> Party:
    return Party((Span(0, 4),), name, ref, sector, country)


def telling(
    identity: str,
    *,
    by: Voice | None = MONITOR,
    paper: str = "Gazette",
    sentence: str = STRIKE,
    on: str | None = DAY,
    days: Stretch | None = None,
    at: tuple[Spot, ...] = (TOWN,),
    published: str | None = "2016-03-08",
    stance: Any = "asserts",
    report: str | None = None,
    title: str | None = None,
    copy_of: str = "",
    key: str | None = None,
    trigger: Span | None = None,
    **event: Any,
) -> Telling:
    """Make one event as one report tells it; what is not said is as in the first report."""
    slots = {"type": "ASSAULT", "status": "occurred", "certainty": "attributed", "mode": "aerial", **event}
    voices = (outlet(paper), by) if by else (outlet(paper),)
    told_on = Published(published, published, "day" if published else "unknown", "given" if published else "unknown")
    source = Source(
        report or f"r-{identity}", key or f"{identity}.txt", paper, told_on, title, None, "2026-01-01T00:00:00Z"
    )
    chain = tuple(voice.name or "unnamed" for voice in voices)
    words = sentence[trigger.start : trigger.end] if trigger else "bombed"
    made = Event(id=identity, claim=None, trigger=trigger or Span(5, 11), **slots)
    row = EventRow(made, source, words, sentence, chain)
    stretch = days or (Stretch(on, on, "own") if on else None)
    around = (sentence, title or "")
    themes = ways_in(around), things_in(around)
    setting = Setting(identity, stance if by else None, voices, at, stretch, Span(0, len(sentence)), *themes)
    return Telling(row, setting, copy_of)
