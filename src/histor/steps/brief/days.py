"""A sentence in, the days that it names out; and such days and citations in, whether the cited words bear them out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from histor.codebook.days import find_days
from histor.records.brief import Citation
from histor.records.measures import Day, Span, When
from histor.steps.link.days.grammar import needs_report_day, resolve_day

_FIGURES = re.compile(r"(?<![\w/.-])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Named:
    """Days that a sentence names."""

    span: Span
    words: str


def find_named(text: str) -> list[Named]:
    """List the expressions of time in a text, in order."""
    spans = find_days(text)
    figures = (Span(*match.span()) for match in _FIGURES.finditer(text))
    spans += [span for span in figures if not any(span.start < each.end and each.start < span.end for each in spans)]
    return [Named(span, text[span.start : span.end]) for span in sorted(spans)]


def is_borne_out(named: Named, cited: Iterable[Citation]) -> bool:
    """Tell whether one citation has these days: in its own words, worked out from them, or as its day of publication.

    A whole month may stand for a day in it, never a day for a month; about stays about.
    """
    return any(_has_words(named.words, each.words) or _fits(named.words, each) for each in cited)


def _has_words(words: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(_plain(words))}(?![\w-])", _plain(text)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("–", "-").split())


def _fits(words: str, cited: Citation) -> bool:
    """Compare days with the cited ones; a date without a year is reckoned from the cited report."""
    if needs_report_day(words) and not re.search(r"\d", words):
        return False  # "Monday" of a brief is another one than that of the report, unless the words have it too
    day = resolve_day(words, published=cited.source.published.start)
    if day.start is None or day.end is None:
        return False
    return any(_within(day, each) for each in _known(cited))


def _known(cited: Citation) -> Iterable[When]:
    published = cited.source.published
    yield When(None, published.start, published.end)
    yield from cited.days
    for span in find_days(cited.words):
        yield resolve_day(cited.words[span.start : span.end], published=published.start)


def _within(named: When, known: When) -> bool:
    if known.start is None or known.end is None or named.start is None or named.end is None:
        return False
    same = (named.start, named.end) == (known.start, known.end)
    coarser = named.precision in ("month", "year") and named.start <= known.start and known.end <= _last(named)
    return (same or coarser) and (named.approximate or not known.approximate or coarser)


def _last(named: When) -> Day:
    """Give the last day of a month or year: one that is not over is not cut short here."""
    assert named.start is not None
    return f"{named.start[:7]}-31" if named.precision == "month" else f"{named.start[:4]}-12-31"
