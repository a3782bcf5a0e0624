"""The events of one happening in, the independent sources behind them out: outlets that carry one voice are one.

An event's origin is the innermost voice. Bodies and outlets of one owner are one origin. A report whose words are
another's adds nothing. Of two voices, one of which is heard only through the other, one counts.
"""

from collections.abc import Iterable, Mapping, Sequence

from histor.records.events import HAPPENED
from histor.records.incidents import Origin, Telling, Voice
from histor.records.register import fold_name
from histor.steps.join.sides import doers_of
from histor.steps.join.voices import is_named

UNKNOWN = "unnamed"
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "that", "this", "we", "i", "one"})


def origins_of(tellings: Sequence[Telling]) -> tuple[Origin, ...]:
    """Give the origins, those with a name first, then in order of key."""
    by_key: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_key.setdefault(origin_of(telling, tellings), []).append(telling)
    found = (_origin(key, told) for key, told in by_key.items())
    return tuple(sorted(found, key=lambda origin: (not origin.named, origin.key)))


def origin_of(telling: Telling, tellings: Iterable[Telling]) -> str:
    """Give the key of an event's origin."""
    voice = telling.setting.voices[-1] if telling.setting.voices else Voice(None, None, "unnamed")
    if is_named(voice) and len(telling.setting.voices) > 1:
        return voice_key(voice)
    outlet = _outlet_key(telling, tellings)
    return outlet if len(telling.setting.voices) < 2 else f"{outlet}: {_nameless(voice)}"


def _nameless(voice: Voice) -> str:
    """Give what tells voices without a name apart in one outlet: "a military source" and "the source" are one."""
    name = fold_name(voice.name or "")
    return UNKNOWN if not name or name in _PRONOUNS else name.split()[-1]


def voice_key(voice: Voice) -> str:
    """Give what a voice is known by: whom it belongs to, else its ref, else its name."""
    return voice.owner or voice.ref or f"name:{fold_name(voice.name or 'unnamed')}"


def independent(origins: Sequence[Origin], tellings: Mapping[str, Telling]) -> tuple[Origin, ...]:
    """Give the origins that bear each other out: named, and each heard at least once without the others.

    Those through whom another is only relayed come after it, so that the one who was there counts.
    """
    chosen: list[Origin] = []
    for origin in sorted(
        (each for each in origins if each.named), key=lambda each: (-_depth(each, tellings), each.key)
    ):
        if not any(_leans(origin, other, tellings) or _leans(other, origin, tellings) for other in chosen):
            chosen.append(origin)
    return tuple(sorted(chosen, key=lambda each: each.key))


def asserts(telling: Telling) -> bool:
    """Tell whether it is told as having happened."""
    return telling.row.event.status in HAPPENED


def _origin(key: str, told: Sequence[Telling]) -> Origin:
    voice = told[0].setting.voices[-1] if told[0].setting.voices else Voice(None, None, "unnamed")
    party = any(
        asserts(each) and voice_key(each.setting.voices[-1]) in doers_of(each) for each in told if each.setting.voices
    )
    names = {each.setting.voices[-1].name or "unnamed" for each in told if each.setting.voices}
    return Origin(
        key=key,
        name=min(names, key=lambda name: (0 if is_named(voice) else -len(name), name), default="unnamed"),
        named=is_named(voice),
        tellings=tuple(sorted(each.id for each in told)),
        outlets=tuple(sorted({each.row.source.outlet or each.row.source.key for each in told})),
        party=party,
    )


def _outlet_key(telling: Telling, tellings: Iterable[Telling]) -> str:
    """Give what the outlet is known by; of a copy, the outlet whose words they are."""
    first = telling
    if telling.copy_of:
        alike = [each for each in tellings if telling.copy_of in (each.row.source.report_id, each.copy_of)]
        first = min(alike, key=lambda each: (each.copy_of != "", each.id), default=telling)
    return voice_key(first.setting.voices[0]) if first.setting.voices else f"report:{first.row.source.report_id}"


def _depth(origin: Origin, tellings: Mapping[str, Telling]) -> int:
    return max(len(tellings[event].setting.voices) for event in origin.tellings)


def _leans(origin: Origin, other: Origin, tellings: Mapping[str, Telling]) -> bool:
    """Tell whether an origin is never heard but through the other."""
    return all(
        other.key in {voice_key(voice) for voice in tellings[event].setting.voices[:-1]} for event in origin.tellings
    )
