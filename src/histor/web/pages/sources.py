"""Filters in, who was heard out: each outlet's last word, its items a day; and what could not be read, in words."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from histor.records.answer import ProblemRow
from histor.records.form import Form
from histor.records.question import Question
from histor.store.questions import problems
from histor.store.sources import Heard, outlets
from histor.web.covering import QUIET_AFTER
from histor.web.listing import Flat, Listing, Rows
from histor.web.page import Asked, Page
from histor.web.room import Room
from histor.web.state import State

DAYS = 60  # of a strip: two months fit a row
FAILURES = 50  # of inputs that gave no report, shown; `/problems.csv` has them all


@dataclass(frozen=True, slots=True)
class Strip:
    """One outlet's items, day by day up to the last day of the view."""

    heard: Heard
    bars: tuple[tuple[int, str, int, int], ...]  # place, day, items, height in hundredths of the busiest day
    silent: int | None  # days since it last spoke; None: no report of it has a day


def _ask(room: Room, state: State) -> Rows[Heard]:
    with room.opened() as ledger:
        found = outlets(ledger, state.question)
    return Rows(found, None, len(found))


def _form(heard: Heard) -> Form:
    return asdict(heard)


def _flat(heard: Heard) -> Flat:
    return {name: value for name, value in asdict(heard).items() if name != "days"}


SOURCES: Listing[Heard] = Listing(
    name="sources",
    noun="source",
    told="Outlets with how many reports each gave, day by day, and when it last spoke.",
    ask=_ask,
    form=_form,
    flat=_flat,
    whole=True,
)


def _show(asked: Asked) -> Mapping[str, Any]:
    rows = SOURCES.rows(asked.room, asked.state)
    last = asked.state.question.until or max((heard.last for heard in rows.items if heard.last), default=None)
    failed = tuple(_failures(asked))
    strips = tuple(_strips(rows.items, last))
    silent = sum(1 for strip in strips if strip.silent is not None and strip.silent > QUIET_AFTER)
    return {
        "rows": rows,
        "strips": strips,
        "last": last,
        "days": DAYS,
        "silent": silent,
        "quiet_after": QUIET_AFTER,
        "failed": failed[:FAILURES],
        "failures": len(failed),
    }


def _failures(asked: Asked) -> Iterator[ProblemRow]:
    question = replace(Question(), as_of=asked.as_of)
    with asked.room.opened() as ledger:
        found = problems(ledger, question).items
    return (row for row in found if row.source is None)


def _strips(them: Sequence[Heard], last: str | None) -> Iterator[Strip]:
    if last is None:
        yield from (Strip(heard, (), None) for heard in them)
        return
    end = datetime.date.fromisoformat(last)
    days = [(end - datetime.timedelta(days=DAYS - 1 - place)).isoformat() for place in range(DAYS)]
    most = max([heard.days.get(day, 0) for heard in them for day in days] + [1])
    for heard in them:
        told = [(place, day, heard.days.get(day, 0)) for place, day in enumerate(days)]
        bars = tuple((place, day, items, max(8, 100 * items // most)) for place, day, items in told if items)
        silent = (end - datetime.date.fromisoformat(heard.last)).days if heard.last else None
        yield Strip(heard, bars, silent)


PAGE = Page(
    name="sources", path="/sources", title="Sources", show=_show, order=60, listing=SOURCES, styles=("sources.css",)
)
