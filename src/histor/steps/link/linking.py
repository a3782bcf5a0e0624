"""Linking: a report with its claims and events in; the same with who, where, when and how many worked out, out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from histor.records.claims import Claim, Speaker
from histor.records.events import Event, Party, Place
from histor.records.gazetteer import NO_LISTS, Gazetteer
from histor.records.made import Problem, Step
from histor.records.record import Mention
from histor.records.register import Register, fold_name
from histor.records.text import Published, Report
from histor.steps.link.actors import link_party
from histor.steps.link.counts import resolve_count
from histor.steps.link.homeland import at_home
from histor.steps.link.mentions import mentions_of
from histor.steps.link.pairs import the_two
from histor.steps.link.places import link_place
from histor.steps.link.reference import Said
from histor.steps.link.referring import refer
from histor.steps.link.setting import Setting, setting_of
from histor.steps.link.speakers import speaker_of
from histor.steps.link.times import Times, date_event, dated, day_of, publication_of, times_of, undated

_REACH = 60  # code points after a cue in which "in a statement" belongs to it
LINKER = Step("link", "5")


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking gives: claims and events in the order that they came, mentions in the order of the text."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]
    published: Published  # the day that everything is reckoned from


def link(
    report: Report,
    claims: Sequence[Claim],
    events: Sequence[Event],
    register: Register,
    gazetteer: Gazetteer = NO_LISTS,
) -> Linked:
    """Work out who, where, when and how many; what cannot be told stays open, nothing is invented."""
    published, contradictions = publication_of(report)
    day = day_of(published)
    setting = setting_of(report, register, day, gazetteer)
    times = times_of(report, day)
    problems = (*contradictions, *undated(times, report))
    return Linked(
        _claims(claims, setting, times),
        tuple(_event(event, setting, times) for event in events),
        mentions_of(setting, times),
        problems,
        published,
    )


def _claims(claims: Sequence[Claim], setting: Setting, times: Times) -> tuple[Claim, ...]:
    """Link speakers in the order of the text, so that "he" may point at whoever spoke before."""
    said: list[Said] = []
    linked: dict[str, Claim] = {}
    for claim in sorted(claims, key=_position):
        speaker = _speaker(claim, said, setting)
        if speaker and claim.source and claim.manner != "block":
            said.append(Said(claim.source[0].start, speaker, _is_in_statement(claim, setting.text)))
        when = claim.said and dated(claim.said, times, setting.text, ahead=False)
        linked[claim.id] = replace(claim, speaker=speaker, said=when)
    return tuple(linked[claim.id] for claim in claims)


def _is_in_statement(claim: Claim, text: str) -> bool:
    after = text[claim.cue[-1].end :][:_REACH] if claim.cue else ""
    return "in a statement" in after.partition(".")[0]


def _position(claim: Claim) -> int:
    return min(span.start for span in (*claim.source, *claim.cue, *claim.content))


def _speaker(claim: Claim, said: Sequence[Said], setting: Setting) -> Speaker | None:
    """Keep the outlet of quoted copy, with its key; else read the source."""
    outlet = claim.speaker
    if outlet is None:
        return speaker_of(claim.source, said, setting)
    known = setting.register.actors.get(fold_name(outlet.name or ""), ())
    ref = next((actor.ref for actor in known if actor.kind == "outlet"), None)
    return replace(outlet, ref=outlet.ref or ref)


def _event(event: Event, setting: Setting, times: Times) -> Event:
    """Fill in what the words of an event say."""
    place = link_place(event.place, setting) if event.place else None
    return replace(
        date_event(event, times, setting.text),
        actors=_parties(event.actors, place, setting),
        recipients=_parties(event.recipients, place, setting),
        place=place,
        quantities=tuple(
            resolve_count(setting.text[count.span.start : count.span.end], what=count.what, span=count.span)
            for count in event.quantities
        ),
    )


def _parties(parties: Sequence[Party], place: Place | None, setting: Setting) -> tuple[Party, ...]:
    return tuple(one for party in parties for one in the_two(_party(party, place, setting), setting))


def _party(party: Party, place: Place | None, setting: Setting) -> Party:
    """Say who a party is by its own words, else by what they point back to, else by where it acts."""
    return at_home(refer(link_party(party, setting), setting), place, setting)
