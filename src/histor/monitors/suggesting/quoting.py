"""A draft and the sentences that it was made from in, for each value the very words that give it out.

A day is given by words that tell it. A name is given where it is written so, else in another spelling of it, else where
another name of the same is: "Moscow" for Russia. A day of publication, which no words tell, is given by none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from histor.monitors.suggesting.owners import name_of_state, state_of
from histor.records.drafts import Draft, Found, Given, KindDraft, Quote
from histor.records.heard import Line, Name, Saying
from histor.records.measures import Span

_OF_TRUCES = ("in_effect", "declared", "ends", "time_zone", "countries", "brokers", "parties", "excluded")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_Told = Mapping[tuple[str, str], Saying]  # by report and sentence


def quote_fields(draft: Draft, sayings: Sequence[Saying]) -> tuple[Given, ...]:
    """Give every value of a draft with the sentences that it was read from, field by field."""
    told = {(saying.line.report, saying.line.sentence): saying for saying in reversed(sayings)}
    return tuple(Given(field, found, tuple(_quotes(found, told))) for field, found in _values(draft))


def _values(draft: Draft) -> Iterator[tuple[str, Found]]:
    fields = draft.fields if isinstance(draft, KindDraft) else [(name, getattr(draft, name)) for name in _OF_TRUCES]
    for name, values in fields:
        yield from ((name, found) for found in values)


def _quotes(found: Found, told: _Told) -> Iterator[Quote]:
    """Give a sentence of each report: the one whose own words give the value before one that gives it as a whole."""
    best: dict[str, Quote] = {}
    for line in found.lines:
        quote = _quote(found, line, told.get((line.report, line.sentence)))
        kept = best.get(line.report)
        if kept is None or (quote.marks and not kept.marks):
            best[line.report] = quote
    yield from best.values()


def _quote(found: Found, line: Line, saying: Saying | None) -> Quote:
    if saying is None:
        return Quote(line, None, ())
    return Quote(line, saying.at, _apart(_words(found, saying)))


def _words(found: Found, saying: Saying) -> list[Span]:
    if _DAY.fullmatch(found.value):
        return [day.span for day in saying.days if day.span and found.value in (day.start, day.end)]
    for spellings in ((found.value,), found.also):
        spans = [span for each in spellings for span in _written(each, saying.line.sentence)]
        if spans:
            return spans
    return [name.span for name in saying.names if _is_named(found, name)]


def _written(words: str, sentence: str) -> Iterator[Span]:
    """Find words as they are written, in small or capital letters and with any blank between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return (Span(*match.span()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", sentence, re.IGNORECASE))


def _is_named(found: Found, name: Name) -> bool:
    state = state_of(name.side)
    refs = {name.side.ref, state} - {None}
    return found.ref in refs or found.value in (name.place, name_of_state(state))


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Put stretches that overlap together, in order."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
