"""A record and the settings of its events in, the events as their report tells them out: as the ledger gives them."""

from collections.abc import Iterable, Iterator, Mapping

from histor.records.answer import EventRow, Source
from histor.records.claims import Claim, chain
from histor.records.events import Event
from histor.records.incidents import Setting, Telling
from histor.records.record import Record


def tellings_of(record: Record, settings: Iterable[Setting], *, recorded: str) -> Iterator[Telling]:
    """Give the event of each setting as its report tells it; `recorded` is when this reading of it was kept."""
    report = record.report
    source = Source(report.id, report.key, report.outlet, report.published, report.title, report.url, recorded)
    events = {event.id: (place, event) for place, event in enumerate(record.events)}
    claims = {claim.id: claim for claim in record.claims}
    for setting in settings:
        position, event = events[setting.event]
        words, sentence = (report.text[span.start : span.end] for span in (event.trigger, setting.sentence))
        row = EventRow(event, source, words, sentence, _chain(event, claims, report.outlet))
        yield Telling(row, setting, position=position)


def _chain(event: Event, claims: Mapping[str, Claim], outlet: str | None) -> tuple[str, ...]:
    """Name the voices from the outlet inward; of no claim, the outlet alone."""
    if event.claim:
        return chain(claims[event.claim], claims, outlet)
    return (outlet,) if outlet else ()
