"""Tests and the claims that they answer in, what the record bears out and what it does not out, in words."""

from collections.abc import Iterable, Iterator, Sequence

from histor.monitors.definition import Expectation
from histor.records.watch import (
    ChangePoint,
    Finding,
    FindingVerdict,
    Interval,
    Mix,
    Tempo,
    TempoVerdict,
    Variant,
    Witness,
)

_AT_DATE = {"fall": "fell", "rise": "rose", "no change visible": "did not visibly change"}


def find(claims: Iterable[Expectation], tempo: Sequence[Tempo], mix: Sequence[Mix]) -> tuple[Finding, ...]:
    """Hold each claim against the test that answers it."""
    return tuple(_finding(claim, tempo, mix) for claim in claims)


def answer(
    speaker: str,
    main: Variant,
    changes: Sequence[ChangePoint],
    variants: Sequence[Variant],
    witnesses: Iterable[Witness],
    limits: Sequence[str],
) -> tuple[str, ...]:
    """Put the answer into sentences.

    First what each claim is worth by this record, then what its rows show of themselves, whether other ways of counting
    and other records agree, and last what it cannot show.
    """
    parts = [_held(speaker, finding) for finding in main.findings]
    if main.tempo:
        parts.append(f"In this record the level {_listed(_level(main.tempo))}.")
    if changes:
        parts.append(f"Without being told a day, a change of level is found {_listed(map(_change, changes))}.")
    for group in dict.fromkeys(one.group for one in main.mix):
        parts.append(f"The share of {group} {_listed(_shares(main.mix, group))}.")
    parts += _counted_otherwise(main, variants)
    parts += [f"The {one.role}, {one.name} ({one.speaker}), {_listed(_level(one.tempo))}." for one in witnesses]
    return (*parts, f"What this record cannot show: {'; '.join(limits)}.") if limits else tuple(parts)


def of_tempo(test: Tempo) -> str:
    """Give the figures of a test of the level."""
    level = f"{test.before:.2f} a day before, {test.after:.2f} after"
    return f"{level}, ratio {interval(test.ratio)}" if test.ratio else f"{level}; {test.reason}"


def of_mix(test: Mix) -> str:
    """Give the figures of a test of a group's share."""
    shares = f"{percent(test.before)} before, {percent(test.after)} after"
    if test.change is None:
        return f"{shares}; {test.reason}"
    points = [f"{100 * end:+.0f}" for end in (test.change.value, test.change.low, test.change.high)]
    return f"{shares}, change {points[0]} points, 95 % interval {points[1]} to {points[2]}"


def interval(found: Interval) -> str:
    """Write a value with its interval."""
    return f"{found.value:.2f}, 95 % interval {found.low:.2f} to {found.high:.2f}"


def percent(share: float | None) -> str:
    """Write a share in whole per cent."""
    return "no share" if share is None else f"{100 * share:.0f} %"


def _finding(claim: Expectation, tempo: Sequence[Tempo], mix: Sequence[Mix]) -> Finding:
    if claim.test == "tempo":
        level = next(test for test in tempo if test.at == claim.at)
        verdict, told = level.verdict, of_tempo(level)
        missed = f"to {_end(claim, level.ratio):.2f} times the level" if level.ratio else ""
    else:
        share = next(test for test in mix if test.at == claim.at and test.group == claim.group)
        verdict, told = share.verdict, of_mix(share)
        missed = f"of up to {100 * abs(_end(claim, share.change)):.0f} points" if share.change else ""
    if verdict == "no change visible":
        told = f"{told}; a {claim.direction} {missed} is not ruled out"
    return Finding(claim.by, claim.says, _verdict(claim, verdict), told)


def _end(claim: Expectation, found: Interval) -> float:
    """Give the end of the interval that lies in the direction of the claim: how much of it may have been missed."""
    return found.high if claim.direction == "rise" else found.low


def _verdict(claim: Expectation, found: TempoVerdict) -> FindingVerdict:
    if found == "too little data":
        return "cannot tell"
    if found == "no change visible":
        return "not borne out"
    return "borne out" if found == claim.direction else "contradicted"


def _held(speaker: str, finding: Finding) -> str:
    opening = {
        "borne out": "bears out",
        "not borne out": "does not bear out",
        "contradicted": "contradicts",
        "cannot tell": "cannot tell",
    }[finding.verdict]
    link = "whether" if finding.verdict == "cannot tell" else "that"
    return f"The record of {speaker} {opening} {link} {finding.says} ({finding.by}): {finding.reason}."


def _counted_otherwise(main: Variant, variants: Sequence[Variant]) -> Iterator[str]:
    """Say which other ways of counting give a claim another verdict."""
    for variant in variants:
        for finding, other in zip(main.findings, variant.findings, strict=True):
            if finding.verdict != other.verdict:
                yield f"Counted another way ({variant.name}), “{other.says}” is: {other.verdict} ({other.reason})."
    if variants and main.findings and all(_verdicts(one) == _verdicts(main) for one in variants):
        named = " and ".join(variant.name for variant in variants)
        yield f"Counted another way ({named}), these verdicts are the same."


def _verdicts(variant: Variant) -> list[FindingVerdict]:
    return [finding.verdict for finding in variant.findings]


def _level(tempo: Sequence[Tempo]) -> Iterator[str]:
    for place, test in enumerate(tempo):
        if test.verdict == "too little data":
            yield f"cannot be compared at the {test.at}"
        else:
            again = " again" if place and tempo[place - 1].verdict == test.verdict != "no change visible" else ""
            yield f"{_AT_DATE[test.verdict]}{again} at the {test.at} ({test.before:.2f} to {test.after:.2f} a day)"


def _change(change: ChangePoint) -> str:
    return f"about {change.day} ({change.before:.2f} to {change.after:.2f} a day)"


def _shares(mix: Sequence[Mix], group: str) -> Iterator[str]:
    for test in mix:
        if test.group != group:
            continue
        if test.verdict == "too little data":
            yield f"cannot be compared at the {test.at}"
        else:
            yield f"{_AT_DATE[test.verdict]} at the {test.at} ({percent(test.before)} to {percent(test.after)})"


def _listed(parts: Iterable[str]) -> str:
    parts = list(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
