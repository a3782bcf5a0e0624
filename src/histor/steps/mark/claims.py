"""Claim tags and blocks in, claims out: ids, manner, when it was said, and quoted copy as its outlet's own claim."""

from dataclasses import dataclass

from histor.codebook.days import find_days
from histor.records.claims import Claim, Manner, Speaker
from histor.records.made import Step, identify
from histor.records.measures import Span, Spans, When
from histor.records.text import Block, Report
from histor.steps.mark.tags import ClaimTag

QUOTATION_MARKS = '"“”«»'
LONGEST_GAP = 2  # code points between quoted blocks that are one quotation: a blank line
NEAR_CUE = 40  # code points on either side of source and cue in which a day belongs to the saying


@dataclass(frozen=True, slots=True)
class Copy:
    """Quoted copy: blocks in a row that are one outlet's words."""

    blocks: tuple[Block, ...]
    claim: Claim


def copies_of(report: Report, step: Step) -> tuple[Copy, ...]:
    """Give each run of quoted blocks as one claim of its outlet, in order."""
    runs: list[list[Block]] = []
    for block in report.blocks:
        if block.kind != "quote":
            continue
        if runs and _goes_on(report, runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return tuple(Copy(tuple(run), _copy_claim(report, run, step)) for run in runs)


def claims_of(report: Report, tags: tuple[ClaimTag, ...], copies: tuple[Copy, ...], step: Step) -> tuple[Claim, ...]:
    """Turn claim tags into claims; one that stands in quoted copy has the copy's claim as its parent."""
    ids = [_id_of(report, tag, step) for tag in tags]
    made = []
    for tag, own_id in zip(tags, ids, strict=True):
        copy = copy_at(copies, _first(tag))
        parent = ids[tag.parent] if tag.parent is not None else copy.claim.id if copy else None
        said = _said(report.text, tag)
        made.append(
            Claim(
                id=own_id,
                source=tag.source,
                cue=tag.cue,
                content=tag.content,
                stance=tag.stance,
                manner=_manner(report, tag),
                parent=parent,
                said=said,
                score=tag.score,
            )
        )
    return tuple(made)


def copy_at(copies: tuple[Copy, ...], at: int) -> Copy | None:
    """Give the quoted copy that this code point stands in; None: the report's own words."""
    return next((copy for copy in copies for block in copy.blocks if block.start <= at < block.end), None)


def _goes_on(report: Report, before: Block, block: Block) -> bool:
    gap = report.text[before.end : block.start]
    return before.outlet == block.outlet and not gap.strip() and len(gap) <= LONGEST_GAP


def _copy_claim(report: Report, run: list[Block], step: Step) -> Claim:
    content = tuple(Span(block.start, block.end) for block in run)
    outlet = run[0].outlet
    own_id = identify("c", report.id, step, "block", content)
    speaker = Speaker(outlet, "outlet")
    return Claim(own_id, _outlet_named(report, run[0]), (), content, "asserts", "block", speaker=speaker)


def _outlet_named(report: Report, first: Block) -> Spans:
    """Find the words that name the quoted outlet in the block before the quotation; empty: it is not named there."""
    if not first.outlet:
        return ()
    before = [block for block in report.blocks if block.end <= first.start]
    at = report.text.rfind(first.outlet, before[-1].start, before[-1].end) if before else -1
    return (Span(at, at + len(first.outlet)),) if at >= 0 else ()


def _id_of(report: Report, tag: ClaimTag, step: Step) -> str:
    return identify("c", report.id, step, tag.source, tag.cue, tag.content)


def _first(tag: ClaimTag) -> int:
    return min(span.start for span in (*tag.cue, *tag.content))


def _manner(report: Report, tag: ClaimTag) -> Manner:
    at = _first(tag)
    if any(block.kind in {"title", "heading"} and block.start <= at < block.end for block in report.blocks):
        return "headline"
    words = "".join(report.text[span.start : span.end] for span in tag.content).strip(" ,.")
    if not any(mark in words for mark in QUOTATION_MARKS):
        return "indirect"
    return "direct" if words[0] in QUOTATION_MARKS and words[-1] in QUOTATION_MARKS else "mixed"


def _said(text: str, tag: ClaimTag) -> When | None:
    """Find the day of saying: a time expression by the cue that is no part of what is said."""
    if not tag.cue:
        return None
    start, end = tag.cue[0].start - NEAR_CUE, tag.cue[-1].end + NEAR_CUE
    for day in find_days(text, max(0, start), min(len(text), end)):
        if _touches_cue(text, tag, day):
            return When(day)
    return None


def _touches_cue(text: str, tag: ClaimTag, day: Span) -> bool:
    """Tell whether only a preposition stands between the saying and the day, and nobody's content holds the day."""
    if any(span.start < day.end and day.start < span.end for span in (*tag.content, *tag.source)):
        return False
    before, after = tag.cue[-1].end, tag.cue[0].start
    gap = text[before : day.start] if day.start >= before else text[day.end : after]
    return gap.strip(" ,") in {"", "on", "in", "late on", "early on"}
