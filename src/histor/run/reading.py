"""Inputs in, records out in the order of the inputs: read, tag, mark, link. Nothing is kept here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from histor.read import READER, Given, Received, receive
from histor.records.made import Problem, Step
from histor.records.record import Record
from histor.records.register import Register
from histor.records.text import Report
from histor.run.marking import Tagger, best_tagger
from histor.run.spread import spread
from histor.settings import Settings
from histor.steps.link import LINKER, link
from histor.steps.mark import mark
from histor.store.register import load_register

Recall = Callable[[Report, tuple[Step, ...]], Record | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's record and the bytes that it was read from."""

    record: Record
    raw: bytes


def read_records(
    inputs: Sequence[str], given: Given, settings: Settings, *, stdin: BinaryIO, recall: Recall | None = None
) -> Iterator[Reading | Problem]:
    """Read each report of the inputs; what cannot be read is a problem, and the rest is read all the same.

    `recall` gives the record that these very steps made of a report before: such a report is not marked again.
    """
    received = receive(inputs, given, settings, stdin=stdin)
    steps = made_by()
    recalled = (_recalled(one, steps, recall) for one in received) if recall else received
    for one, record in spread(_record, recalled, processes=settings.processes):
        if isinstance(one, Problem | Reading):
            yield one
        elif record is not None:
            yield Reading(record, one.raw)


def made_by() -> tuple[Step, ...]:
    """Name the steps whose versions count now."""
    return (READER, _tagger().step, LINKER)


def make_record(received: Received, register: Register, tagger: Tagger) -> Record:
    """Work out the record of one report."""
    report = received.report
    marked = mark(report, tagger.tags(report), tagger.step)
    linked = link(report, marked.claims, marked.events, register)
    problems = tuple(dict.fromkeys((*received.problems, *linked.problems)))
    return Record(report, linked.mentions, linked.claims, linked.events, problems, (READER, tagger.step, LINKER))


def _recalled(one: Received | Problem, steps: tuple[Step, ...], recall: Recall) -> Received | Problem | Reading:
    record = recall(one.report, steps) if isinstance(one, Received) else None
    return Reading(record, one.raw) if record is not None and isinstance(one, Received) else one


def _record(one: Received | Problem | Reading) -> Record | None:
    return make_record(one, load_register(), _tagger()) if isinstance(one, Received) else None


@cache
def _tagger() -> Tagger:
    return best_tagger()
