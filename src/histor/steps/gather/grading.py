"""Who says what of a happening in, how well it is borne out and by which rule out."""

from collections.abc import Mapping, Sequence

from histor.records.incidents import Contradiction, Grade, Origin, Telling
from histor.steps.gather.origins import asserts, independent

_DISPUTING = ("whether it happened", "who did it")


def grade_of(
    origins: Sequence[Origin], disputes: Sequence[Contradiction], tellings: Mapping[str, Telling]
) -> tuple[Grade, str]:
    """Give the grade and its rule in words; the first rule that holds decides."""
    telling_it = [each for each in origins if any(asserts(tellings[event]) for event in each.tellings)]
    if not telling_it:
        return _untold(tellings)
    disputed = [each for each in disputes if each.about in _DISPUTING and not each.revision]
    if disputed:
        return (
            "contested",
            f"contested: origins disagree on {' and '.join(dict.fromkeys(each.about for each in disputed))}",
        )
    admitted = [each.name for each in telling_it if each.party]
    if admitted:
        return "confirmed", f"confirmed: {admitted[0]}, named as the doer, says so itself"
    standing = independent(telling_it, tellings)
    if len(standing) > 1:
        return "fair", f"fair: {len(standing)} independent origins ({', '.join(each.name for each in standing)})"
    return "weak", _why_weak(telling_it)


def _untold(tellings: Mapping[str, Telling]) -> tuple[Grade, str]:
    if all(each.row.event.status == "denied" for each in tellings.values()):
        return "discounted", "discounted: it is only denied; nobody in the ledger says that it happened"
    return "weak", "weak: it is planned; nobody in the ledger says that it happened"


def _why_weak(telling_it: Sequence[Origin]) -> str:
    named = [each.name for each in telling_it if each.named]
    if not named:
        return "weak: no origin has a name"
    if len(telling_it) == 1:
        return f"weak: one origin ({named[0]})"
    if len(named) == 1:
        return f"weak: one origin with a name ({named[0]}); a voice without a name is no second one"
    return f"weak: {', '.join(named)} are heard through one another only"
