"""Events in, bonds out: each pair that can be one happening is weighed, and kept if that is likely."""

from collections.abc import Iterable, Mapping
from math import exp, log

from histor.records.incidents import Bond, Reason, Telling
from histor.steps.join.identity import apart, barred
from histor.steps.join.reasons import findings_of
from histor.steps.join.traits import Traits, one_report
from histor.steps.join.weights import PRIOR, RETOLD, RETOLD_PRIOR, WEIGHTS
from histor.steps.join.wording import Finding

KEPT = 0.7  # probability from which a bond is kept; a false merge hides more than a missed one does
_HOPELESS = log(KEPT / (1 - KEPT)) - 0.1  # log odds; below, rounding the weights brings no pair up to KEPT


def bond(one: Telling, other: Telling) -> Bond | None:
    """Weigh whether two events are one happening; None: they cannot be, or probably are not."""
    return bond_of(Traits(one), Traits(other))


def bond_of(one: Traits, other: Traits) -> Bond | None:
    """Weigh it by traits that were worked out before; None: they cannot be one, or probably are not."""
    one, other = _in_order(one, other)
    if not _can_be_one(one, other):
        return None
    found, (weights, prior) = findings_of(one, other), _scale(one, other)
    if prior + sum(weights[name] * amount for name, amount, _ in found) < _HOPELESS:
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
    """Tell whether nothing forbids it; what one report borrows for two of its acts from other words forbids nothing."""
    if one_report(one, other):
        return one.id != other.id and not barred(one.stand, other.stand)
    return not apart(one.stand, other.stand)


def _scale(one: Traits, other: Traits) -> tuple[Mapping[str, float], float]:
    """Give the weights of what is found, and what is added to them."""
    return (RETOLD, RETOLD_PRIOR) if one_report(one, other) else (WEIGHTS, PRIOR)


def _weighed(one: Traits, other: Traits, found: Iterable[Finding]) -> Bond:
    weights, prior = _scale(one, other)
    reasons = [Reason(name, words, round(weights[name] * amount, 3)) for name, amount, words in found]
    score = probability(prior + sum(reason.weight for reason in reasons))
    return Bond(one.id, other.id, score, tuple(reason for reason in reasons if reason.weight))
