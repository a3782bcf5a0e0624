"""Reports written for these tests, with their records: one strike on a market, told by several outlets."""

import hashlib
from dataclasses import replace

from histor.records.claims import Claim, Speaker
from histor.records.events import Event, Party, Place
from histor.records.made import Step, identify
from histor.records.measures import Count, Span, When
from histor.records.record import Record
from histor.records.text import Block, Published, Report
from histor.run.joining import join
from histor.store.append import append
from histor.store.ledger import Ledger
from histor.store.register import load_register

STEPS = (Step("read", "1"), Step("mark", "1"), Step("link", "1"))
NEWER = (Step("read", "1"), Step("mark", "2"), Step("link", "3"))
FIRST = "Jets bombed the diesel market at Palmyra on Monday, killing 12 traders, a doctor told us."
SECOND = "Traders selling diesel died when jets bombed their market at Palmyra on Monday, killing 15, a nurse said."
DENIAL = "Colonel Aziz denied on Monday that jets had bombed the diesel market at Palmyra."
OTHER_DAY = "Jets bombed the diesel market at Palmyra on Tuesday, killing 3 traders, a guard told us."
TUESDAY = "2016-03-08"
MONDAY = "2016-03-07"
PALMYRA = Place(Span(0, 0), "Palmyra", "histor:palmyra", 34.56, 38.28, "SYR", "Homs", "town")


def story(
    sentence: str,
    *,
    outlet: str = "Gazette",
    day: str = MONDAY,
    published: str = TUESDAY,
    before: str = "From the east",
    steps: tuple[Step, ...] = STEPS,
    **slots: object,
) -> Record:
    """The record of a report of one sentence and its strike; `before` is its first line."""
    text = f"{before}\n\n{sentence}"
    start = len(before) + 2

    def at(words: str) -> Span:
        found = text.index(words, start)
        return Span(found, found + len(words))

    raw = f"{outlet}: {sentence}".encode()
    report = Report(
        id=identify("r", outlet, sentence, before),
        key=f"{outlet.lower()}/{sentence[:9].lower().replace(' ', '-')}.txt",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        blocks=(Block(0, len(before), "title"), Block(start, len(text), "paragraph")),
        published=Published(published, published, "day", "given"),
        title=before,
        outlet=outlet,
    )
    claims = _claims(report, sentence, at)
    number = next((word for word in ("12", "15", "3") if f"killing {word}" in sentence), None)
    strike = Event(
        id=identify("e", report.id, steps, "bombed"),
        claim=claims[0].id if claims else None,
        trigger=at("bombed"),
        type="ASSAULT",
        mode="aerial",
        status="denied" if claims else "occurred",
        certainty="attributed" if claims else "author",
        actors=(Party((at("jets" if "jets" in sentence else "Jets"),), "jets"),),
        place=replace(PALMYRA, span=at("Palmyra")),
        when=When(at("Monday" if day == MONDAY else "Tuesday"), day, day, "day"),
        target="market",
        quantities=(Count("killed", at(f"killing {number}"), int(number), int(number)),) if number else (),
    )
    return Record(report, (), claims, (replace(strike, **slots),), (), steps)  # type: ignore[arg-type]


def keep(ledger: Ledger, *records: Record, on: str) -> None:
    """Add reports on a day, and join them."""
    entries = [(each, raw_of(each)) for each in records]
    append(ledger, entries, recorded=f"{on}T08:00:00Z")
    join(ledger, load_register(), recorded=f"{on}T09:00:00Z")


def raw_of(record: Record) -> bytes:
    sentence = record.report.text.split("\n\n", 1)[1]
    return f"{record.report.outlet}: {sentence}".encode()


def _claims(report: Report, sentence: str, at) -> tuple[Claim, ...]:  # type: ignore[no-untyped-def]
    if "denied" not in sentence:
        return ()
    return (
        Claim(
            id=identify("c", report.id, "denied"),
            source=(at("Colonel Aziz"),),
            cue=(at("denied"),),
            content=(at("that jets had bombed the diesel market at Palmyra"),),
            stance="denies",
            manner="indirect",
            speaker=Speaker("Colonel Aziz", "person"),
        ),
    )
