"""What spans have to do with one another: whether one holds or meets another, and how much they cover."""

from histor.records.measures import Span, Spans


def holds(spans: Spans, inner: Span) -> bool:
    """Tell whether one of the spans holds the whole of another."""
    return any(span.start <= inner.start and inner.end <= span.end for span in spans)


def length(spans: Spans) -> int:
    """Count the code points of spans."""
    return sum(span.end - span.start for span in spans)


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a code point."""
    return one.start < other.end and other.start < one.end
