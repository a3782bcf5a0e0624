"""A plain report made of a text, and its claims as words, for tests of the claim rules."""

from dataclasses import dataclass

from histor.records.measures import Spans
from histor.records.text import Block, Published, Report, quote
from histor.steps.mark.rules.claims import tag_claims


@dataclass(frozen=True)
class Said:
    source: str
    cue: str
    content: str
    stance: str
    parent: int | None


def report_of(text: str) -> Report:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    return Report("r-1", "test", "", text, tuple(blocks), Published("2016-03-14", "2016-03-14", "day", "given"))


def claims_in(text: str) -> list[Said]:
    def words(spans: Spans) -> str:
        return quote(text, spans)

    return [
        Said(words(tag.source), words(tag.cue), words(tag.content), tag.stance, tag.parent)
        for tag in tag_claims(report_of(text))
    ]
