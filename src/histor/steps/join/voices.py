"""A claim in, the voices on whose word it stands out, each with whom it belongs to."""

import re
from collections.abc import Mapping

from histor.records.claims import Claim, Speaker
from histor.records.incidents import Voice
from histor.records.register import Actor

_OWN = re.compile(r"(?:we|our|ours)\b", re.IGNORECASE)  # "our observers": the outlet itself
_NAMELESS = re.compile(
    r"(?:an?|the|some|several|many|two|three|four|five|other|his|her|their|its|he|she|it|they|those|these|one|no|nobody)\b"
    r"(?!\s[A-Z])",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[A-Z]")
_FARTHEST = 5  # steps up from a body to whom it belongs; the register has at most four


def voices_of(
    claim: Claim | None,
    claims: Mapping[str, Claim],
    outlet: str | None,
    actors: Mapping[str, Actor],
    outlets: Mapping[str, str] | None = None,
) -> tuple[Voice, ...]:
    """Give the voices from the outlet inward to the claim's own speaker; of no claim, the outlet alone.

    `outlets` are the refs of outlets by name, if they are worked out already.
    """
    inward: list[Voice] = []
    while claim is not None:
        if not is_own(claim):
            inward.append(_voice(claim.speaker, actors))
        claim = claims.get(claim.parent) if claim.parent else None
    inward.reverse()
    by_name = outlets_by_name(actors) if outlets is None else outlets
    own = Voice(outlet, by_name.get(outlet or ""), "outlet", _owner(by_name.get(outlet or ""), actors))
    return tuple(inward) if inward and inward[0].name == outlet else (own, *inward)


def outlets_by_name(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Give the refs of outlets by their names."""
    return {actor.name: actor.ref for actor in actors.values() if actor.kind == "outlet"}


def is_own(claim: Claim) -> bool:
    """Tell whether a claim's speaker belongs to whoever tells it: "our observers", "our base"."""
    return bool(claim.speaker and claim.speaker.name and _OWN.match(claim.speaker.name))


def is_named(voice: Voice) -> bool:
    """Tell whether a voice is somebody in particular: "SANA" is, "a military source" is not."""
    if voice.ref is not None:
        return True
    if voice.name is None or voice.kind in ("unnamed", "witness"):
        return False
    return bool(_CAPITAL.match(voice.name)) and not _NAMELESS.match(voice.name)


def _voice(speaker: Speaker | None, actors: Mapping[str, Actor]) -> Voice:
    if speaker is None:
        return Voice(None, None, "unnamed")
    return Voice(speaker.name, speaker.ref, speaker.kind, _owner(speaker.ref, actors))


def _owner(ref: str | None, actors: Mapping[str, Actor]) -> str | None:
    """Give the ref at the top of those that this one belongs to."""
    for _ in range(_FARTHEST):
        actor = actors.get(ref) if ref else None
        if actor is None or actor.part_of is None:
            break
        ref = actor.part_of
    return ref.partition("/")[0] if ref else None
