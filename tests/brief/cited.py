"""Citations written for these tests."""

from histor.records.answer import Source
from histor.records.brief import Citation
from histor.records.measures import When
from histor.records.text import Published

STRIKE = (
    "Jets bombed the diesel market at Palmyra on Monday, killing at least 12 traders and wounding dozens, "
    "Colonel Malik al-Hassan told us on March 8."
)
DENIAL = "Colonel Aziz said that the ambassador was wrong: “We did not bomb the market, and we never will.”"


def cited(words, *, standing="happened", names=(), days=(), number=1, published="2016-03-08"):
    day = Published(published, published, "day", "given") if published else Published(None, None, "unknown", "unknown")
    source = Source("r-1", "gazette/market.txt", "Gazette", day, "From the east", None, "2026-05-01T08:00:00Z")
    return Citation(f"e-{number:016x}", number, source, ("Gazette",), words, standing, ("Gazette", *names), days)


def about(day):
    return When(None, day, day, "day", approximate=True)
