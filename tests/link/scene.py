"""Reports of a few sentences for the tests of linking: text in, a report with one block a line out."""

from histor.records.claims import Claim
from histor.records.events import Event, Party, Place
from histor.records.measures import Count, Span, When
from histor.records.text import Block, Published, Report
from histor.steps.link import Linked, link
from histor.steps.link.setting import Setting, setting_of
from histor.store.register import load_register

PUBLISHED = "2016-03-14"  # a Monday


def report_of(text: str, published: str | None = PUBLISHED) -> Report:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    when = Published(published, published, "day" if published else "unknown", "given" if published else "unknown")
    return Report("r-1", "a", "00", text, tuple(blocks), when, outlet="HotAir")


def scene(text: str, published: str | None = PUBLISHED) -> Setting:
    return setting_of(report_of(text, published), load_register(), published)


def spot(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim_by(text: str, *sources: str) -> tuple[Claim, ...]:
    """One claim for each source, in order; the same words again mean their next occurrence."""
    claims, at = [], 0
    for number, source in enumerate(sources):
        start = text.index(source, at)
        at = start + len(source)
        content = (Span(at, at + 1),)
        claims.append(Claim(f"c{number}", (Span(start, at),), (), content, "asserts", "indirect"))
    return tuple(claims)


def speakers_in(text: str, *sources: str, published: str | None = PUBLISHED) -> list[tuple[str | None, ...]]:
    linked = link(report_of(text, published), claim_by(text, *sources), (), load_register())
    found = [claim.speaker for claim in linked.claims]
    return [(one.name, one.kind, one.ref, one.represents) if one else (None,) for one in found]


def link_event(text: str, *, published: str | None = PUBLISHED, status: str = "occurred", **parts: str) -> Linked:
    """Link one event whose parts (actor, recipient, place, when, count) are words of the text."""
    party = {
        role: (Party((spot(text, parts[role]),), parts[role]),) if role in parts else ()
        for role in ("actor", "recipient")
    }
    event = Event(
        "e1",
        None,
        Span(0, 1),
        "ASSAULT",
        status,  # type: ignore[arg-type]
        "author",
        actors=party["actor"],
        recipients=party["recipient"],
        place=Place(spot(text, parts["place"]), parts["place"]) if "place" in parts else None,
        when=When(spot(text, parts["when"])) if "when" in parts else None,
        quantities=(Count("killed", spot(text, parts["count"])),) if "count" in parts else (),
    )
    return link(report_of(text, published), (), (event,), load_register())


def event_at(text: str, words: str) -> Event:
    """An event whose place is words of the text."""
    return Event("e1", None, Span(0, 1), "ASSAULT", "occurred", "author", place=Place(spot(text, words), words))
