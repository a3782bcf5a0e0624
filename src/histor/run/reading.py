"""Inputs in, records out in the order of the inputs: read, tag, mark, link. Nothing is kept here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import BinaryIO

from histor.read import READER, Given, Received, receive
from histor.records.made import Problem, Step
from histor.records.record import Record
from histor.records.register import Register
from histor.records.text import Report
from histor.run.gazetteer import look_up
from histor.run.marking import Tagger, best_tagger
from histor.run.register import Known, linker_of, register_of
from histor.run.spread import spread
from histor.settings import Settings
from histor.steps.link import LINKER, link
from histor.steps.link.place_names import asked_places
from histor.steps.mark import mark

Recall = Callable[[Report, tuple[Step, ...]], Record | None]
PACKAGED = Known()  # the register that comes with the program, without additions


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's record and the bytes that it was read from."""

    record: Record
    raw: bytes


def read_records(
    inputs: Sequence[str],
    given: Given,
    settings: Settings,
    *,
    stdin: BinaryIO,
    recall: Recall | None = None,
    known: Known = PACKAGED,
) -> Iterator[Reading | Problem]:
    """Read each report of the inputs; what cannot be read is a problem, and the rest is read all the same.

    `recall` gives the record that these very steps made of a report before: such a report is not marked again.
    `known` tells which register names are looked up in.
    """
    received = receive(inputs, given, settings, stdin=stdin)
    steps = made_by(known)
    recalled = (_recalled(one, steps, recall) for one in received) if recall else received
    for one, record in spread(partial(_record, known=known), recalled, processes=settings.processes):
        if isinstance(one, Problem | Reading):
            yield one
        elif record is not None:
            yield Reading(record, one.raw)


def made_by(known: Known = PACKAGED) -> tuple[Step, ...]:
    """Name the steps whose versions count now."""
    return (READER, _tagger().step, linker_of(LINKER, known))


def make_record(
    received: Received, register: Register, tagger: Tagger, linker: Step = LINKER, known: Known = PACKAGED
) -> Record:
    """Work out the record of one report; `linker` names the register's state, `known` the lists of places."""
    report = received.report
    marked = mark(report, tagger.tags(report), tagger.step)
    lists = look_up(asked_places(report, marked.events, register), known)
    linked = link(report, marked.claims, marked.events, register, lists)
    problems = tuple(dict.fromkeys((*received.problems, *linked.problems)))
    report = replace(report, published=linked.published)
    return Record(report, linked.mentions, linked.claims, linked.events, problems, (READER, tagger.step, linker))


def _recalled(one: Received | Problem, steps: tuple[Step, ...], recall: Recall) -> Received | Problem | Reading:
    record = recall(one.report, steps) if isinstance(one, Received) else None
    return Reading(record, one.raw) if record is not None and isinstance(one, Received) else one


def _record(one: Received | Problem | Reading, known: Known) -> Record | None:
    if not isinstance(one, Received):
        return None
    return make_record(one, register_of(known), _tagger(), linker_of(LINKER, known), known)


@cache
def _tagger() -> Tagger:
    return best_tagger()
