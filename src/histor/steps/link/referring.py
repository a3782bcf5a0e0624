"""Parties that are pronouns or definite nouns in, with the key of the sole actor that they can point back to, out.

Only the same sentence and the one before are looked at, and somebody unknown there who might be meant is reason enough
to leave the key open: a wrong link is worse than none. The words of the party stay as they are.
"""

from dataclasses import replace

from histor.codebook.roles import OFFICES, UNDER_ARMS
from histor.records.events import Party
from histor.records.register import Actor, fold_name
from histor.steps.link.candidates import Named, Window, sole, window_before
from histor.steps.link.composing import is_head_of_state
from histor.steps.link.entries import Linked, holds, linked_to
from histor.steps.link.setting import Setting

_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself"})
_BODY = frozenset({"it", "itself"})
_GROUP = frozenset(
    "group organisation organization movement militia faction militants insurgents jihadists extremists".split()
)
_OF_GROUP = frozenset("terrorist militant rebel jihadist islamist insurgent armed extremist terror guerrilla".split())
_LARGE = frozenset({"organisation", "organization"})
_OUTLET = frozenset({"newspaper", "agency", "channel", "broadcaster", "website", "magazine", "paper", "network"})
_MONITOR = frozenset({"monitor", "watchdog", "observatory", "monitoring group", "war monitor"})
_LAST_NOUNS = frozenset(
    "ministry council committee commission coalition alliance bloc brigade brigades front party union agency court "
    "mission federation league authority command department pentagon kremlin corps".split()
)
_SPELLINGS = {"organisation": "organization", "defence": "defense"}


def refer(party: Party, setting: Setting) -> Party:
    """Give the party with the key of whom it points back to, if it points back and one actor alone fits."""
    if party.ref is not None or not party.spans:
        return party
    actor = _antecedent(fold_name(party.name), party, setting)
    found = actor and _meant(actor, party, setting)
    return replace(party, ref=found.ref, sector=party.sector or found.sector, country=found.country) if found else party


def _antecedent(words: str, party: Party, setting: Setting) -> Actor | None:
    at = party.spans[0].start
    if words in _PERSON:
        return sole(window_before(at, setting).people())
    if words in _BODY:
        return sole(window_before(at, setting).bodies())
    first, _, rest = words.partition(" ")
    if first in {"his", "her"} and rest in UNDER_ARMS:
        return sole(window_before(at, setting).people())
    if first == "its" and rest in UNDER_ARMS | {"fighters", "militants"}:
        return sole(window_before(at, setting, back=0).bodies())
    if first in {"the", "that", "this"} and rest and not _goes_on(party, setting):
        return _definite(rest, window_before(at, setting), setting)
    return _surname(party, setting) if " " not in party.name else None


def _goes_on(party: Party, setting: Setting) -> bool:
    """Tell whether a capitalised noun is the start of a longer name: "the Organisation for the Prohibition of …"."""
    noun = party.name.split()[-1]
    return noun[:1].isupper() and setting.text[party.spans[0].end :].startswith((" for ", " of "))


def _meant(actor: Actor, party: Party, setting: Setting) -> Linked | None:
    """Give the actor, or its forces where the words are "its troops" or "his army"."""
    if party.name.partition(" ")[0].casefold() not in {"his", "her", "its"}:
        return linked_to(actor, setting.day)
    if actor.kind == "state" or is_head_of_state(actor, setting):
        return Linked(f"state:{actor.country}/military", "MIL", actor.country)
    return linked_to(actor, setting.day) if actor.kind == "group" else None


def _definite(noun: str, window: Window, setting: Setting) -> Actor | None:
    """Find whom "the group", "the ministry", "the president" can mean."""
    words = noun.split()
    if words[-1] in _GROUP and all(word in _OF_GROUP for word in words[:-1]):
        found = window.bodies() if words[-1] in _LARGE else window.groups()
        return sole([one for one in found if _is_not_state(one)])
    if office := OFFICES.get(noun):
        return sole([one for one in window.people() if one.actor is None or _holds_office(one.actor, office, setting)])
    for nouns, kind in ((_OUTLET, "outlet"), (_MONITOR, "monitor")):
        if noun in nouns and (actor := sole(_of_kind(window, kind))):
            return actor
    return _by_last_noun(noun, window) if words[-1] in _LAST_NOUNS else None


def _is_not_state(one: Named) -> bool:
    return one.actor is None or one.actor.kind != "state"


def _of_kind(window: Window, kind: str) -> list[Named]:
    return [one for one in window.named if one.actor and one.actor.kind == kind]


def _holds_office(actor: Actor, office: str, setting: Setting) -> bool:
    return actor.office == office and holds(actor, setting.day)


def _by_last_noun(noun: str, window: Window) -> Actor | None:
    """Find the body whose name, as the report has it, ends with the words: "the Defence Ministry" … "the ministry"."""
    bodies = [one for one in window.named if one.actor and one.actor.kind not in {"person", "people", "state"}]
    fitting = [one for one in bodies if one.hit and _ends_with(one.hit.words, noun)]
    unknown = [
        one for one in window.bodies(frozenset({noun})) if one.actor is None and _ends_with(_text(one, window), noun)
    ]
    return sole([*fitting, *unknown])


def _text(one: Named, window: Window) -> str:
    return window.setting.text[one.span.start : one.span.end]


def _ends_with(name: str, noun: str) -> bool:
    return _spelt(name).endswith(_spelt(noun))


def _spelt(words: str) -> str:
    return " ".join(_SPELLINGS.get(word, word) for word in fold_name(words).split())


def _surname(party: Party, setting: Setting) -> Actor | None:
    """Find the one person named in full before whose last name the party is."""
    folded, at = fold_name(party.name), party.spans[0].start
    if not party.name[:1].isupper():
        return None
    people = [actor for hit in setting.hits if hit.span.end <= at for actor in hit.actors if actor.kind == "person"]
    named = {actor.ref: actor for actor in people if fold_name(actor.name).split()[-1] == folded}
    return next(iter(named.values())) if len(named) == 1 else None
