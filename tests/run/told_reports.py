"""Reports of one strike on one town, as records, for tests that hold collections against each other."""

from histor.records.events import Event, Place
from histor.records.made import Step
from histor.records.measures import Count, Span, When
from histor.records.record import Record
from histor.records.text import Block, Published, Report
from store.records_at_hand import sha256

STEPS = (Step("read", "1"), Step("mark", "1"), Step("link", "1"))
MEANS = {"jets": "aerial", "shells": "heavy-weapons"}


def report_of_strike(name: str, day: str, killed: int, by: str = "jets") -> tuple[Record, bytes]:
    """Give the record of a report that tells of a strike on Palmyra, and its bytes."""
    text = f"On that day {by} hit the diesel traders of Palmyra and {killed} people died, the Gazette saw."

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    place = Place(at("Palmyra"), "Palmyra", "histor:palmyra", 34.56, 38.28, "SYR", "Homs", "town")
    event = Event(
        id=f"e-{name}", claim=None, trigger=at("hit"), type="ASSAULT", mode=MEANS[by], status="occurred",
        certainty="author", place=place, when=When(at("On that day"), day, day, "day"),
        quantities=(Count("killed", at(str(killed)), killed, killed),),
    )  # fmt: skip
    raw = text.encode()
    report = Report(
        id=f"r-{name}", key=f"{name}.txt", sha256=sha256(raw), text=text, blocks=(Block(0, len(text), "paragraph"),),
        published=Published(day, day, "day", "given"), outlet="Gazette",
    )  # fmt: skip
    return Record(report, (), (), (event,), (), STEPS), raw
