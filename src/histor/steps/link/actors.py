"""Actors: the words of a party in, its key in the register, sector and country out; what is not known stays open.

A name of the register comes first, the longest wins; what is left is put together by rule from a nationality or state
and a noun for a role ("Syrian warplanes": `state:SYR/military`).
"""

import re
from dataclasses import dataclass, replace

from histor.codebook.countries import CAPITALS
from histor.codebook.numbers import read_number
from histor.codebook.roles import COMMON_OFFICES, OF_A_STATE, OFFICES, SECTOR_NAMES, SECTORS, SIDES, UNDER_ARMS
from histor.codebook.titles import TITLES
from histor.records.events import Party
from histor.records.measures import Day, Span
from histor.records.register import Actor, fold_name
from histor.steps.link.personal import personal_name
from histor.steps.link.scan import Hit, Word, words_of
from histor.steps.link.sectors import sector_of
from histor.steps.link.setting import Setting, one_of

_HEAD_END = re.compile(
    r",| (?:of|in|from|at|on|for|with|near|against|by|to|who|which|that|loyal|including"
    r"|inside|outside|across|over|under"
    r"|after|during|between|around|stationed|based|belonging|fighting|aboard)\b| \(|[“\"]"
)
_HYPHEN_PART = re.compile(
    r"[-–](?:backed|led|run|held|controlled|aligned|affiliated|linked|based|sponsored|allied|occupied|born|supported"
    r"|operated|flagged|built|brokered|mediated|made|funded|trained|dominated|majority|owned|declared|speaking)\b"
)
_BEFORE_MODIFIER = re.compile(r"(?:pro|anti|non|ex|former)[-–]$")
_OF = re.compile(r" (?:of|from) (?:the )?")
_SEVERAL_OF = re.compile(r" of (?:the )?[\w ]+(?:,| and) ")
_BELONGING = re.compile(r"(?:,| of| from| fighting for| belonging to| loyal to)(?: the)? (?:\w+ ){0,2}")
_AMOUNT = re.compile(
    r"(?:.* )?(?:dozens?|hundreds|thousands|scores|tens|number|group|some|many|several|most|all|members?|part"
    r"|majority|fifth|half"
    r"|third|lot|handful|\d+)",
    re.IGNORECASE,
)

_GROUPED = frozenset({"REB", "UAF", "PRM", "MIL", "OPP", "PTY"})
LONGEST_BARE = 2  # words: "the Kurds"


@dataclass(frozen=True, slots=True)
class Linked:
    """Who somebody is, as far as it can be told."""

    ref: str | None = None
    sector: str | None = None
    country: str | None = None


def link_party(party: Party, setting: Setting) -> Party:
    """Give the party with its key, sector and country filled in, or left open."""
    span = party.spans[0] if party.spans else None
    if span is None:
        return party
    found = link_actor(span, setting)
    return replace(party, ref=found.ref, sector=found.sector, country=found.country)


def link_actor(span: Span, setting: Setting) -> Linked:
    """Work out who the words of a span name."""
    head = head_of(span, setting)
    hits = [hit for hit in setting.inside(span) if not is_modifier(hit.span, setting.text)]
    named = _named(hits, head, span, setting)
    if named:
        return named
    return _composed(hits, head, span, setting)


def head_of(span: Span, setting: Setting) -> Span:
    """Give the noun phrase before its "of", "in", comma or clause; a name of the register is never cut."""
    hits, start = setting.inside(span), span.start
    for match in _HEAD_END.finditer(setting.text, span.start, span.end):
        at = match.start()
        if at <= start or any(hit.span.start <= at < hit.span.end for hit in hits):
            continue
        if match.group() == " of" and _AMOUNT.fullmatch(setting.text, start, at):
            start = match.end() + 1  # "dozens of soldiers" are soldiers
            continue
        return Span(start, at)
    return Span(start, span.end)


def is_modifier(span: Span, text: str) -> bool:
    """Tell whether a name only describes what follows: "Iran-backed", "pro-Russian"."""
    return bool(_HYPHEN_PART.match(text, span.end)) or bool(
        _BEFORE_MODIFIER.search(text, max(0, span.start - 8), span.start)
    )


def holder(country: str | None, office: str, setting: Setting) -> Actor | None:
    """Give the one person known to hold an office on the day of the report; None if nobody or several."""
    if country is None or setting.day is None or office in COMMON_OFFICES:
        return None
    holders = setting.register.offices.get((country, office), ())
    found = {actor.ref: actor for actor in holders if holds(actor, setting.day)}
    return next(iter(found.values())) if len(found) == 1 else None


def holds(actor: Actor, day: Day | None) -> bool:
    """Tell whether what the register says of an actor holds on a day; without a day it is taken to."""
    return day is None or ((actor.since or day) <= day <= (actor.until or day))


def of_register(hit: Hit, setting: Setting) -> Actor | None:
    """Choose the actor whose name the words are: known on the day, of a country spoken of among namesakes."""
    known = tuple(actor for actor in hit.actors if actor.kind == "person" or holds(actor, setting.day))
    ref = one_of(known, setting, hit.span.start) if known else None
    rows = [actor for actor in known if actor.ref == ref]
    return next((actor for actor in rows if holds(actor, setting.day)), rows[0] if rows else None)


def linked_to(actor: Actor, day: Day | None) -> Linked:
    """Give an actor's key, sector and country; a person out of office is of the elite, no longer of the state."""
    sector = actor.sector
    if actor.kind == "person" and sector == "GOV" and not holds(actor, day):
        sector = "ELI" if day and actor.until and day > actor.until else None
    return Linked(actor.ref, sector, actor.country)


def _named(hits: list[Hit], head: Span, span: Span, setting: Setting) -> Linked | None:
    """Choose a person, body, group or outlet of the register that is what the words are about."""
    people = [hit for hit in hits if any(actor.kind == "person" for actor in hit.actors)]
    others = [hit for hit in hits if hit.span.start < head.end and _is_own_name(hit) and hit not in people]
    for hit in [hit for hit in people if _is_person_meant(hit, head, span, setting)] + others:
        actor = of_register(hit, setting)
        if actor and (actor.kind == "person" or _rest_is_members(hit, actor, head, setting)):
            return linked_to(actor, setting.day)
    return _of_group(hits, head, setting)


def _of_group(hits: list[Hit], head: Span, setting: Setting) -> Linked | None:
    """Read "militants of the Nusra Front" and "a militant group, the Army of Islam" as the group."""
    if sector_of(words_of(setting.text, head.start, head.end), by_state=False) not in _GROUPED:
        return None
    for hit in hits:
        if hit.span.start > head.end and _BELONGING.fullmatch(setting.text, head.end, hit.span.start):
            actor = of_register(hit, setting)
            return linked_to(actor, setting.day) if actor and actor.kind in {"group", "body"} else None
    return None


def _is_own_name(hit: Hit) -> bool:
    return any(actor.kind not in {"state", "people"} for actor in hit.actors)


def _is_person_meant(hit: Hit, head: Span, span: Span, setting: Setting) -> bool:
    """Tell "President Assad" and "President of Russia Vladimir Putin" from "Assad's forces" and "the wife of Assad"."""
    after = setting.text[hit.span.end : hit.span.end + 2]
    if hit.span.end == span.end:
        before = words_of(setting.text, head.start, head.end)
        ends_in_body = any(one.span.end == head.end and _is_own_name(one) for one in setting.inside(head))
        return hit.span.start < head.end or (bool(before) and before[-1].folded in TITLES and not ends_in_body)
    return hit.span.end <= head.end and (hit.span.end == head.end) and after[:1] not in {"'", "’"}


def _rest_is_members(hit: Hit, actor: Actor, head: Span, setting: Setting) -> bool:
    """Tell whether only nouns for its people or forces follow a name ("Taliban fighters"), if anything.

    A government's forces are the state's military, not the government.
    """
    rest = [word.folded for word in words_of(setting.text, hit.span.end, head.end)]
    if actor.sector == "GOV" and any(word in UNDER_ARMS for word in rest):
        return False
    return all(word in SECTORS or word in SIDES or word in _MEMBERS for word in rest)


_MEMBERS = frozenset(
    "group groups organisation organization movement members member terror network cells cell chief leadership gunmen "
    "side monitoring monitor news agency website watchdog newspaper channel".split()
)


def head_office(words: list[Word]) -> str | None:
    """Give the office that the last words name ("the Turkish president": president)."""
    folded = [word.folded for word in words]
    for length in (4, 3, 2, 1):
        if office := OFFICES.get(" ".join(folded[-length:])):
            return office
    return None


def _composed(hits: list[Hit], head: Span, span: Span, setting: Setting) -> Linked:
    """Put a party together from a country and a role."""
    country, people = _country(hits, head, span, setting)
    words = words_of(setting.text, head.start, head.end)
    office = head_office(words)
    if person := holder(country, office, setting) if office else None:
        return linked_to(person, setting.day)
    if country and _is_bare_country(hits, head, words):
        return _bare(hits, words, country)
    sector = sector_of(words, by_state=country is not None)
    if people and sector == "MIL":
        sector = "REB"  # a people without a state has no army of one
    if people and sector is None and len(words) <= LONGEST_BARE:
        return Linked(people)
    if personal_name(span, setting.inside(span), setting.text):  # somebody whom the register lacks
        body = next((actor for hit in hits if _is_own_name(hit) and (actor := of_register(hit, setting))), None)
        return Linked(None, body.sector, body.country) if body and sector else Linked(None, sector, country)
    return Linked(_composed_ref(country, people, sector, office), sector, country)


def _composed_ref(country: str | None, people: str | None, sector: str | None, office: str | None) -> str | None:
    if sector is None or sector == "IGO":
        return None
    role = office.replace(" ", "-") if office and office not in COMMON_OFFICES else SECTOR_NAMES[sector]
    if country and sector in OF_A_STATE:
        return f"state:{country}/{role}"
    if people:
        return f"{people}/{role}"
    return f"people:{country}/{role}" if country else None


def _country(hits: list[Hit], head: Span, span: Span, setting: Setting) -> tuple[str | None, str | None]:
    """Find the country, and a people without a state, that the words name: before the noun, or after its "of".

    Two nations side by side ("the Russian and German leaders") are none.
    """
    if len({nation for hit in hits if hit.span.start < head.end and (nation := _nation(hit))}) > 1:
        return None, None
    if _SEVERAL_OF.match(setting.text, head.end, span.end) and len({_nation(hit) for hit in hits} - {None}) > 1:
        return None, None
    for hit in hits:
        after_of = hit.span.start >= head.end and bool(_OF.fullmatch(setting.text, head.end, hit.span.start))
        if hit.span.start >= head.end and not after_of:
            continue
        if (country := _nation(hit)) and not (after_of and hit.actors and hit.actors[0].kind == "person"):
            return country, None
        if people := next((actor.ref for actor in hit.actors if actor.kind == "people"), None):
            return None, people
    capital = CAPITALS.get(fold_name(setting.text[span.start : span.end]))
    return capital, None


def _nation(hit: Hit) -> str | None:
    if hit.nationality:
        return hit.nationality
    return next((actor.country for actor in hit.actors if actor.kind == "state" or _stands_for_state(actor)), None)


def _stands_for_state(actor: Actor) -> bool:
    """Tell whether what an actor's name describes is its state's: "Syrian Army convoys", "the Trump administration"."""
    organ = actor.kind == "body" and actor.sector in OF_A_STATE
    return organ or (actor.kind == "person" and actor.office in {"president", "prime minister", "chancellor"})


def _is_bare_country(hits: list[Hit], head: Span, words: list[Word]) -> bool:
    """Tell whether the head is nothing but a state, its people or its capital."""
    named = [hit for hit in hits if _nation(hit) and hit.span.start < head.end]
    if not named:
        return bool(words) and CAPITALS.get(" ".join(word.folded for word in words)) is not None
    loose = [word for word in words if not named[0].span.start <= word.span.start < named[0].span.end]
    return all(word.folded in _BESIDE_COUNTRY or word.folded.isdigit() or read_number(word.written) for word in loose)


_BESIDE_COUNTRY = frozenset(
    "the both its neighbouring neighboring a an at least most more than over up to about around nearly some several "
    "dozens hundreds thousands of other many another".split()
)


def _bare(hits: list[Hit], words: list[Word], country: str) -> Linked:
    """Tell a state ("Russia", "Russian", "Moscow") from its people ("Palestinians", "a Palestinian")."""
    names_state = any(actor.kind == "state" for hit in hits for actor in hit.actors)
    is_capital = " ".join(word.folded for word in words) in CAPITALS
    counted = any(word.folded in {"a", "an", "two", "least", "dozens"} or read_number(word.written) for word in words)
    if names_state or is_capital or not (counted or words[-1].folded.endswith("s")):
        return Linked(f"state:{country}", "GOV", country)
    return Linked(f"people:{country}", None, country)
