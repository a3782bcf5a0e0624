"""Inputs in, records out, one after the other: read, tag, mark, link. Nothing is kept here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from histor.read import READER, Given, Received, receive
from histor.records.made import Problem
from histor.records.record import Record
from histor.records.register import Register
from histor.run.marking import Tagger, best_tagger
from histor.settings import Settings
from histor.steps.link import LINKER, link
from histor.steps.mark import mark
from histor.store.register import load_register


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's record and the bytes that it was read from."""

    record: Record
    raw: bytes


def read_records(
    inputs: Sequence[str], given: Given, settings: Settings, *, stdin: BinaryIO
) -> Iterator[Reading | Problem]:
    """Read each report of the inputs in turn; what cannot be read is a problem, and the rest is read all the same."""
    register, tagger = load_register(), best_tagger()
    for received in receive(inputs, given, settings, stdin=stdin):
        if isinstance(received, Problem):
            yield received
        else:
            yield Reading(make_record(received, register, tagger), received.raw)


def make_record(received: Received, register: Register, tagger: Tagger) -> Record:
    """Work out the record of one report."""
    report = received.report
    marked = mark(report, tagger.tags(report), tagger.step)
    linked = link(report, marked.claims, marked.events, register)
    problems = tuple(dict.fromkeys((*received.problems, *linked.problems)))
    return Record(report, linked.mentions, linked.claims, linked.events, problems, (READER, tagger.step, LINKER))
