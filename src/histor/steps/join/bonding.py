"""Events in, bonds out: each pair that can be one happening is weighed, and kept if that is likely."""

from collections.abc import Iterable
from math import exp, log

from histor.records.incidents import Bond, Reason, Telling
from histor.steps.join.identity import apart
from histor.steps.join.reasons import findings_of
from histor.steps.join.traits import Traits
from histor.steps.join.wording import Finding

KEPT = 0.55  # probability from which a bond is kept; a false merge hides more than a missed one does
PRIOR = -1.7
_HOPELESS = log(KEPT / (1 - KEPT)) - 0.1  # log odds; below, rounding the weights brings no pair up to KEPT
# Log odds of each finding. Fitted by `benchmarks/fusion.py --fit` to pairs judged by reading, rounded; where the fit
# gave nothing to a finding that speaks against, a little was kept (docs/fusion.md).
WEIGHTS: dict[str, float] = {
    "same-place": 1.7,
    "same-city": 0.9,
    "near-place": 0.1,
    "place-from-near": -0.3,
    "place-from-far": -0.1,
    "one-of-places": -0.4,
    "same-day": 1.2,
    "days-overlap": 0.1,
    "same-news": 1.2,
    "day-from-near": -0.4,
    "day-from-far": -0.8,
    "same-means": 0.8,
    "other-means": -0.8,
    "same-target": 1.0,
    "other-target": -0.4,
    "denied": 0.2,
    "denied-in-report": 1.3,
    "same-doer": 0.8,
    "other-doer": -1.3,
    "same-side": 0.1,
    "other-side": -1.1,
    "same-victims": 1.3,
    "other-victims": -0.8,
    "same-great-toll": 2.2,
    "same-toll": 1.6,
    "same-small-toll": 0.9,
    "toll-fits": 0.9,
    "other-toll": -1.0,
    "same-way": 0.2,
    "same-way-around": 0.3,
    "same-rare-way": 1.3,
    "same-rare-way-around": 0.2,
    "other-way": -1.1,
    "other-way-around": -0.8,
    "same-thing": 2.1,
    "same-thing-around": 0.4,
    "other-thing": -1.1,
    "other-thing-around": -0.1,
    "background": -1.8,
    "same-report": -0.9,
    "same-sentence": 0.9,
    "copied": 3.4,
    "shared-words": 1.2,
    "shared-names": 1.2,
    "shared-titles": 0.4,
    "same-headline": 1.6,
    "fighting-or-blow": -2.0,
    "named-again": 1.2,
    "named-as-one": 0.6,
    "both-fighting": 0.6,
    "other-stage": -1.5,
    "printed-apart": -0.7,
    "same-voice": -1.1,
    "shared-numbers": 1.2,
}


def bond(one: Telling, other: Telling) -> Bond | None:
    """Weigh whether two events are one happening; None: they cannot be, or probably are not."""
    return bond_of(Traits(one), Traits(other))


def bond_of(one: Traits, other: Traits) -> Bond | None:
    """Weigh it by traits that were worked out before; None: they cannot be one, or probably are not."""
    one, other = _in_order(one, other)
    if not _can_be_one(one, other):
        return None
    found = findings_of(one, other)
    if PRIOR + sum(WEIGHTS[name] * amount for name, amount, _ in found) < _HOPELESS:
        return None
    weighed = _weighed(one, other, found)
    return weighed if weighed.score >= KEPT else None


def weigh(one: Telling, other: Telling) -> Bond | None:
    """Weigh whether two events are one happening, likely or not; None: they cannot be."""
    first, second = _in_order(Traits(one), Traits(other))
    return _weighed(first, second, findings_of(first, second)) if _can_be_one(first, second) else None


def bonds_among(pairs: Iterable[tuple[Telling, Telling]]) -> tuple[Bond, ...]:
    """Give the bonds of all pairs, in order of their ids, whatever the order of the pairs."""
    found = {(each.one, each.other): each for pair in pairs if (each := bond(*pair))}
    return tuple(found[ids] for ids in sorted(found))


def probability(odds: float) -> float:
    """Turn log odds into a probability."""
    return round(1 / (1 + exp(-odds)), 4)


def _in_order(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    return (one, other) if one.id <= other.id else (other, one)


def _can_be_one(one: Traits, other: Traits) -> bool:
    return one.id != other.id and not apart(one.stand, other.stand)


def _weighed(one: Traits, other: Traits, found: Iterable[Finding]) -> Bond:
    reasons = tuple(Reason(name, words, round(WEIGHTS[name] * amount, 3)) for name, amount, words in found)
    return Bond(one.id, other.id, probability(PRIOR + sum(reason.weight for reason in reasons)), reasons)
