"""Actors: the words of a party in, its key in the register, sector and country out; what is not known stays open.

A name of the register comes first, the longest wins; what is left is put together by rule from a nationality or state
and a noun for a role ("Syrian warplanes": `state:SYR/military`).
"""

import re
from bisect import bisect_left
from dataclasses import replace

from histor.codebook.roles import SECTORS, SIDES, UNDER_ARMS
from histor.codebook.titles import TITLES
from histor.records.events import Party
from histor.records.measures import Span
from histor.records.register import Actor
from histor.steps.link.composing import composed
from histor.steps.link.entries import Linked, linked_to, of_register
from histor.steps.link.scan import Hit, words_of
from histor.steps.link.sectors import sector_of
from histor.steps.link.setting import Setting

_HEAD_END = re.compile(
    r",(?!\d)| (?:of|in|from|at|on|for|with|near|against|by|to(?! \d)|who|which|that|loyal|including"
    r"|inside|outside|across|over|under"
    r"|after|during|between|around|stationed|based|belonging|fighting|aboard)\b| \(|[“\"]"
)
_HYPHEN_PART = re.compile(
    r"[-–](?:backed|led|run|held|controlled|aligned|affiliated|linked|based|sponsored|allied|occupied|born|supported"
    r"|operated|flagged|built|brokered|mediated|made|funded|trained|dominated|majority|owned|declared|speaking)\b"
)
_BEFORE_MODIFIER = re.compile(r"(?:pro|anti|non|ex|former)[-–]$", re.IGNORECASE)
_BELONGING = re.compile(r"(?:,| of| from| fighting for| belonging to| loyal to)(?: the)? (?:[\w-]+ ){0,6}")
_AMOUNT = re.compile(
    r"(?:.* )?(?:dozens?|hundreds|thousands|scores|tens|number|group|some|many|several|most|all|members?|part"
    r"|majority|fifth|half"
    r"|third|lot|handful|\d+)",
    re.IGNORECASE,
)

_BODIES = frozenset({"group", "body", "international", "monitor"})
_SPEAKING_FOR = frozenset(
    "representative representatives delegate delegates delegation delegations official officials member members "
    "envoy envoys spokesman spokeswoman spokesperson negotiator negotiators staff monitors observers inspectors".split()
)
_GROUPED = frozenset({"REB", "UAF", "PRM", "MIL", "OPP", "PTY"})


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
    hits = names_in(span, setting)
    named = _named(hits, head, span, setting)
    if named:
        return named
    return composed(hits, head, span, setting)


def names_in(span: Span, setting: Setting) -> list[Hit]:
    """List the names in the words of a span that do not only describe what follows them there."""
    own = [hit for hit in setting.inside(span) if hit.span == span or not is_modifier(hit.span, setting.text)]
    return own or _around(span, setting)


def _around(span: Span, setting: Setting) -> list[Hit]:
    """Find the longer name that the words end: "Congress" in "the US Congress"."""
    first = bisect_left(setting.hits, span.start, key=lambda hit: hit.span.end)
    return [hit for hit in setting.hits[first : first + 1] if hit.span.start < span.start and hit.span.end == span.end]


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
    """Read "militants of the Nusra Front", "a group, the Army of Islam" and "officials of the UN" as the body."""
    words = words_of(setting.text, head.start, head.end)
    speaks = bool(words) and words[-1].folded in _SPEAKING_FOR
    if not speaks and sector_of(words, by_state=False) not in _GROUPED:
        return None
    for hit in hits:
        if hit.span.start > head.end and _BELONGING.fullmatch(setting.text, head.end, hit.span.start):
            actor = of_register(hit, setting)
            kinds = _BODIES if speaks else {"group", "body"}
            return linked_to(actor, setting.day) if actor and actor.kind in kinds else None
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
    "s side monitoring monitor news agency website watchdog newspaper channel mission missions delegation delegations "
    "officials official representatives staff convoy convoys inspectors observers peacekeepers alliance coalition "
    "headquarters base bases compound office offices checkpoint camp outpost car suicide "
    "militant terrorist armed jihadist rebel separatist insurgent position positions faction factions".split()
)
