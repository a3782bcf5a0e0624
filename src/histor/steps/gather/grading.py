"""Who says what of a happening in, how well it is borne out and by which rule out."""

from collections.abc import Mapping, Sequence

from histor.records.decisions import Decision, Verdict
from histor.records.incidents import Contradiction, Grade, Origin, Telling
from histor.steps.gather.origins import asserts, independent

_DISPUTING = ("whether it happened", "who did it")


def grade_of(
    origins: Sequence[Origin],
    disputes: Sequence[Contradiction],
    tellings: Mapping[str, Telling],
    verdicts: Sequence[Verdict] = (),
) -> tuple[Grade, str]:
    """Give the grade and its rule in words; the first rule that holds decides, and a person's word comes first."""
    judged = [each.decision for each in verdicts if each.decision.kind in ("confirm", "reject")]
    if judged:
        return _by_person(judged[-1])
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


def verdicts_on(verdicts: Sequence[Verdict], events: Mapping[str, Telling]) -> tuple[Verdict, ...]:
    """Give people's words on the incident that holds these events."""
    return tuple(
        each
        for each in verdicts
        if each.decision.target == "incident" and any(event in events for event in each.events)
    )


def _by_person(last: Decision) -> tuple[Grade, str]:
    because = f" ({last.why})" if last.why else ""
    if last.kind == "confirm":
        return "confirmed", f"confirmed: by {last.who} on {last.recorded[:10]}{because}"
    return "discounted", f"discounted: rejected by {last.who} on {last.recorded[:10]}{because}"


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
