"""Speakers: a claim's source in, who speaks and on whose behalf out.

A name of the register stands as the register writes it; any other personal name as the source writes it, less titles.
A role alone keeps the source's words ("a Pentagon spokesman"), and nobody is invented behind it.
"""

import re
from collections.abc import Sequence

from histor.codebook.roles import SECTORS, SIDES
from histor.codebook.titles import DOCUMENTS, OUTLETS, PRONOUNS, SOURCES, TITLES, VOICES, WITNESSES
from histor.records.claims import Speaker, SpeakerKind
from histor.records.measures import Span, Spans
from histor.records.register import Actor, ActorKind
from histor.steps.link.actors import head_of, is_modifier, link_actor
from histor.steps.link.entries import Linked, of_register
from histor.steps.link.personal import personal_name
from histor.steps.link.reference import Said, antecedent, body_before, by_surname
from histor.steps.link.scan import Hit, Word, words_of
from histor.steps.link.setting import Setting

_KINDS: dict[ActorKind, SpeakerKind] = {
    "state": "state", "body": "body", "group": "group", "person": "person", "people": "group", "outlet": "outlet",
    "monitor": "body", "international": "body",
}  # fmt: skip
_ALIKE: dict[ActorKind, set[ActorKind]] = {
    kind: {"state", "international", "body", "group"} for kind in ("state", "international", "body", "group")
}
_OF_BODIES = frozenset({"MIL", "GOV", "COP", "SPY", "JUD", "LEG", "SOC", "IGO", "BUS"})
_ARTICLE = re.compile(r"\A(?:the|a|an|its|their|his|her|our) ", re.IGNORECASE)
_ADDRESSED = re.compile(r"\bto (?:the )?$")  # "the British ambassador to the United Nations" speaks for Britain
_PLURAL = re.compile(r"(?:both|the two|two|all|the three) ", re.IGNORECASE)
_JOINT = re.compile(r" and | as well as |, and ")
_BETWEEN = frozenset(
    "of the for a an in and to s at on former then its his her their acting outgoing self proclaimed elect".split()
)


def speaker_of(source: Spans, said: Sequence[Said], setting: Setting) -> Speaker | None:
    """Give who speaks; None if the source has no words."""
    if not source:
        return None
    span = source[0]
    words = setting.text[span.start : span.end]
    if words.casefold() in PRONOUNS and (words == "I" or not words.isupper()):
        return antecedent(words, span.start, said, setting.blocks, setting.register) or Speaker(words, "unnamed")
    hits = [hit for hit in setting.inside(span) if not is_modifier(hit.span, setting.text)]
    return _joint(span, hits, setting) or _person(span, hits, said, setting) or _other(span, hits, said, setting)


def _joint(span: Span, hits: list[Hit], setting: Setting) -> Speaker | None:
    """Keep a joint source whole: "Russia and Turkey" is neither of the two."""
    joined = _JOINT.search(setting.text, span.start, span.end)
    if joined is None or any(hit.span.start < joined.start() < hit.span.end for hit in hits):
        return None
    sides = [[hit for hit in hits if (hit.span.end <= joined.start()) is first] for first in (True, False)]
    actors = [[actor for hit in side if (actor := of_register(hit, setting))] for side in sides]
    if not all(actors) or actors[0][-1].kind not in _ALIKE.get(actors[1][-1].kind, {actors[1][-1].kind}):
        return None
    return Speaker(setting.text[span.start : span.end], _KINDS[actors[0][-1].kind])


def _person(span: Span, hits: list[Hit], said: Sequence[Said], setting: Setting) -> Speaker | None:
    """Find a named person: in the register, or by a full name, or by a surname used before."""
    words = personal_name(span, setting.inside(span), setting.text)
    actor = None if words and words.start == span.start else _person_of_register(span, hits, setting)
    if actor:
        return Speaker(actor.name, "person", actor.ref, _represented(hits, setting) or _part_of(actor, setting))
    if words is None:
        return None
    name = setting.text[words.start : words.end]
    known = by_surname(name, span.start, said) if " " not in name else None
    return known or Speaker(name, "person", None, _represented(hits, setting))


def _person_of_register(span: Span, hits: list[Hit], setting: Setting) -> Actor | None:
    found = link_actor(span, setting)
    actor = setting.register.refs.get(found.ref or "")
    if actor and actor.kind == "person":
        return actor
    people = [hit for hit in hits if any(actor.kind == "person" for actor in hit.actors)]
    if len(people) != 1 or not _stands_alone(people[0], span, setting):
        return None
    return of_register(people[0], setting)


def _stands_alone(hit: Hit, span: Span, setting: Setting) -> bool:
    """Tell whether a name fills a part of the source between commas, titles aside ("SOHR chief Rami Abdulrahman")."""
    after = setting.text[hit.span.end : span.end]
    named = [other.span for other in setting.inside(span)]
    before = words_of(setting.text, span.start, hit.span.start)
    loose = [word.folded for word in before if not any(one.start <= word.span.start < one.end for one in named)]
    follows = words_of(after)[:1] if after[:1] == " " else []
    goes_on = after[:1] in {"", ",", "(", " "} and all(word.folded in _MAY_FOLLOW for word in follows)
    return goes_on and all(word in _MAY_PRECEDE for word in loose)


_MAY_FOLLOW = TITLES | VOICES | _BETWEEN | frozenset({"who", "from", "during", "after", "told", "and"})
_MAY_PRECEDE = TITLES | VOICES | SOURCES | _BETWEEN | SIDES.keys()


def _other(span: Span, hits: list[Hit], said: Sequence[Said], setting: Setting) -> Speaker:
    """Give a body, group, outlet, document, witness or an unnamed voice."""
    words = setting.text[span.start : span.end]
    head = words_of(setting.text, *head_of(span, setting))
    noun = next((word.folded for word in reversed(head) if word.folded in _NOUNS), head[-1].folded if head else "")
    found = link_actor(span, setting)
    whole = _whole_hit(hits, head, setting)
    if whole and noun not in VOICES | SOURCES:
        behind = _part_of(whole, setting) if whole.kind == "body" else None
        return Speaker(whole.name, _KINDS[whole.kind], whole.ref, behind)
    if noun in DOCUMENTS:
        return _document(words, noun, span, hits, said, setting)
    if noun in WITNESSES:
        return Speaker(words, "witness", None, None)
    if noun in SOURCES or noun in VOICES:
        return _role_only(words, noun, found, hits, said, span, setting)
    before = antecedent(words, span.start, said, setting.blocks, setting.register)
    return before or _composed(words, noun, found, setting)


def _document(words: str, noun: str, span: Span, hits: list[Hit], said: Sequence[Said], setting: Setting) -> Speaker:
    """A document speaks for its maker; "the statement" alone is named after the body that made it."""
    named = _represented(hits, setting)
    maker = named or _name(body_before(span.start, said, setting.blocks))
    bare = words.casefold() == f"the {noun}"
    return Speaker(f"{maker} {noun}" if bare and maker else words, "document", None, maker)


_NOUNS = DOCUMENTS | WITNESSES | SOURCES | VOICES | OUTLETS | SECTORS.keys()


def _role_only(
    words: str, noun: str, found: Linked, hits: list[Hit], said: Sequence[Said], span: Span, setting: Setting
) -> Speaker:
    """A role without a name: on the record if it speaks for a body, unnamed if it is a source or an official."""
    before = antecedent(words, span.start, said, setting.blocks, setting.register)
    if before:
        return before
    kind: SpeakerKind = "unnamed" if noun in SOURCES else "person"
    return Speaker(words, kind, found.ref if kind == "person" else None, _represented(hits, setting))


def _composed(words: str, noun: str, found: Linked, setting: Setting) -> Speaker:
    bare = _ARTICLE.sub("", words, count=1)
    name = words if bare.islower() else bare
    actor = setting.register.refs.get(found.ref or "")
    if actor:
        return Speaker(actor.name, _KINDS[actor.kind], actor.ref)
    if noun in OUTLETS:
        return Speaker(name, "outlet", found.ref)
    if found.sector == "JRN":
        return Speaker(name, "outlet", found.ref)
    if found.sector in _OF_BODIES and not _PLURAL.match(words):
        return Speaker(name, "body", found.ref)
    if found.sector:
        return Speaker(name, "group", found.ref)
    return Speaker(words, "body" if _looks_named(words) else "unnamed", found.ref)


def _looks_named(words: str) -> bool:
    return any(word[0].isupper() for word in words.split()[1:]) or (words[0].isupper() and " " not in words)


def _whole_hit(hits: list[Hit], head: list[Word], setting: Setting) -> Actor | None:
    """Give the actor whose name is the head of the source, a document's or a voice's own noun aside."""
    if not head:
        return None
    for hit in hits:
        if hit.actors and hit.span.end >= head[-1].span.end and hit.span.start <= head[-1].span.start:
            actor = of_register(hit, setting)
            return actor if actor and actor.kind != "person" else None
    return None


def _represented(hits: list[Hit], setting: Setting) -> str | None:
    """Name the body that a source speaks for: the first one in its words that is no person, else the state."""
    start = hits[0].span.start if hits else 0
    own = [hit for hit in hits if not _ADDRESSED.search(setting.text, start, hit.span.start)]
    actors = [actor for hit in own if (actor := of_register(hit, setting))]
    bodies = (one for one in actors if one.kind not in {"person", "state", "people"})
    if body := next(bodies, None):
        return body.name
    states = [one.name for one in actors if one.kind == "state"]
    nations = [setting.register.refs[f"state:{hit.nationality}"].name for hit in own if hit.nationality]
    return next(iter((*states, *nations)), None)


def _part_of(actor: Actor, setting: Setting) -> str | None:
    part_of = setting.register.refs.get(actor.part_of or "")
    return part_of.name if part_of else None


def _name(speaker: Speaker | None) -> str | None:
    return speaker.name if speaker else None
