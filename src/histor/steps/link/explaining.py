"""A name, a sentence and a day in; who is meant, out, with the reasons, the runners-up, or why none fits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from histor.codebook.countries import BY_CODE
from histor.codebook.roles import SECTOR_NAMES, SECTORS, SIDES
from histor.records.measures import Day, Span
from histor.records.register import Actor, Register, fold_name
from histor.records.text import Block, Published, Report
from histor.steps.link.actors import head_of, is_modifier, link_actor
from histor.steps.link.composing import head_office
from histor.steps.link.entries import Linked, holds
from histor.steps.link.scan import Hit, words_of
from histor.steps.link.setting import Setting, setting_of

Way = Literal["entry", "office", "rule", "none"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An entry that bears a name of the words, and why it was chosen or not."""

    actor: Actor
    spelling: str  # the register's spelling that the words match
    chosen: bool
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Who some words name, how that was reached, and what else was weighed."""

    name: str
    day: Day | None
    way: Way
    linked: Linked
    reasons: tuple[str, ...]
    weighed: tuple[Weighed, ...]


def explain(name: str, register: Register, day: Day | None, *, sentence: str = "") -> Explanation:
    """Work out whom a name means on a day, as it would be in the sentence; without one, on its own."""
    setting, span = _placed(name, sentence, register, day)
    hits = [hit for hit in setting.inside(span) if hit.actors or hit.nationality]
    linked = link_actor(span, setting)
    way = _way(linked, hits, span, setting)
    weighed = tuple(_weigh(hits, linked, setting))
    return Explanation(name, day, way, linked, tuple(_reasons(way, linked, hits, span, setting)), weighed)


def _placed(name: str, sentence: str, register: Register, day: Day | None) -> tuple[Setting, Span]:
    """Let the name stand in its sentence, or before it where the sentence lacks it."""
    text = sentence if name in sentence else f"{name}. {sentence}".removesuffix(". ")
    block = Block(0, len(text), "paragraph")
    published = Published(day, day, "day", "given") if day else Published(None, None, "unknown", "unknown")
    report = Report("", "", "", text, (block,), published)
    start = text.index(name)
    return setting_of(report, register, day), Span(start, start + len(name))


def _way(linked: Linked, hits: list[Hit], span: Span, setting: Setting) -> Way:
    if linked.ref in {actor.ref for hit in hits for actor in hit.actors}:
        return "entry"
    if linked.ref in setting.register.refs and head_office(words_of(setting.text, *head_of(span, setting))):
        return "office"
    return "rule" if linked.ref or linked.sector or linked.country else "none"


def _weigh(hits: list[Hit], linked: Linked, setting: Setting) -> Iterator[Weighed]:
    for hit in hits:
        folded = {fold_name(hit.words), fold_name(hit.words).removesuffix("s")}
        for actor in hit.actors:
            spelling = next((name for name in actor.names if fold_name(name) in folded), actor.name)
            in_force = holds(actor, setting.day)
            chosen = actor.ref == linked.ref and (in_force or not _other_row_holds(actor, hit, setting))
            yield Weighed(actor, spelling, chosen, _verdict(actor, hit, chosen, setting))


def _other_row_holds(actor: Actor, hit: Hit, setting: Setting) -> bool:
    return any(other.ref == actor.ref and holds(other, setting.day) for other in hit.actors)


def _verdict(actor: Actor, hit: Hit, chosen: bool, setting: Setting) -> str:
    """Say why an entry was taken or passed over."""
    if chosen:
        return _why_chosen(actor, setting.day)
    if not holds(actor, setting.day):
        return f"does not hold on {setting.day}"
    if is_modifier(hit.span, setting.text):
        return f"“{hit.words}” only describes what follows"
    if any(other.own and not actor.own for other in hit.actors):
        return "an entry that you added bears the name and wins"
    if len({other.ref for other in hit.actors}) > 1:
        return "a namesake; the sentence speaks for none, or for another"
    return "not what the words are about"


def _why_chosen(actor: Actor, day: Day | None) -> str:
    if actor.kind == "person" and actor.office and not holds(actor, day):
        return f"the person, but not as {actor.office} on {day}"
    if actor.own:
        return "an entry that you added"
    return "bears the name and holds on the day" if day and (actor.since or actor.until) else "bears the name"


def _reasons(way: Way, linked: Linked, hits: list[Hit], span: Span, setting: Setting) -> Iterator[str]:
    if way == "none":
        yield from _why_none(hits)
    if way == "office":
        office = head_office(words_of(setting.text, *head_of(span, setting)))
        yield f"“{office}” of {_country(linked.country)} was held by this person on {setting.day}"
    if way == "rule":
        yield from _parts(linked, hits, span, setting)


def _why_none(hits: list[Hit]) -> Iterator[str]:
    if any(len({actor.ref for actor in hit.actors}) > 1 for hit in hits):
        yield "several entries bear the name; nothing tells them apart: give a sentence (--in) or a day (--day)"
    elif hits:
        yield "the words hold a name, but are about something else"
    else:
        yield "no entry bears the name, and no rule reads it; `histor actors add` adds an entry"


def _parts(linked: Linked, hits: list[Hit], span: Span, setting: Setting) -> Iterator[str]:
    """Name the words that each part of a composition comes from."""
    if linked.country:
        named = next((hit.words for hit in hits if hit.nationality == linked.country), None)
        named = named or next((hit.words for hit in hits if any(a.country == linked.country for a in hit.actors)), None)
        yield f"“{named}” says {_country(linked.country)}" if named else f"the country is {_country(linked.country)}"
    if linked.sector:
        words = words_of(setting.text, *head_of(span, setting))
        nouns = [word.written for word in words if word.folded in SECTORS or word.folded in SIDES]
        yield f"“{' '.join(nouns[-2:])}” says {SECTOR_NAMES.get(linked.sector, linked.sector)} ({linked.sector})"
    if linked.ref is None:
        yield "nobody in particular: no key is given"


def _country(code: str | None) -> str:
    country = BY_CODE.get(code or "")
    return f"{country.name} ({code})" if country else str(code)
