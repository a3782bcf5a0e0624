"""The place of an event that names none: the nearest that is told, no government, and not where talks are held."""

from histor.records.events import Event, Place
from histor.records.measures import Span
from histor.records.record import Mention, Record
from histor.records.register import Site
from histor.records.text import Block, Published, Report
from histor.steps.join.setting import settings_of
from store.records_at_hand import STEPS, sha256

SITES = {
    name: Site(f"place:{name}", name, (name,), "town", country)
    for name, country in (("Milhat", "SYR"), ("Sukkar", "SYR"), ("Geneva", "CHE"), ("Damascus", "SYR"))
}


def places_of(text, *, own=None):
    """Give the places of the event "bombed"; the event "shelled", if there is one, has the place `own` itself."""
    raw = text.encode()
    report = Report(
        id="r-1", key="one.txt", sha256=sha256(raw), text=text, blocks=(Block(0, len(text), "paragraph"),),
        published=Published("2016-03-10", "2016-03-10", "day", "given"), outlet="Courier",
    )  # fmt: skip
    mentions = tuple(
        Mention(f"m-{at}", Span(at, at + len(name)), "place", f"place:{name}")
        for at, name in sorted((text.find(name), name) for name in SITES)
        if at >= 0
    )
    events = [act(text, "bombed")]
    if own:
        at = text.index(own)
        place = Place(Span(at, at + len(own)), own, f"place:{own}", country="SYR", precision="town")
        events.append(act(text, "shelled", place))
    record = Record(report, mentions, (), tuple(events), (), STEPS)
    start, end = text.rfind(". ", 0, text.index("bombed")) + 1, len(text)
    settings = settings_of(
        record, {each.id: Span(start, end) for each in events}, {s.ref: s for s in SITES.values()}, {}
    )
    return [spot.name for spot in next(each for each in settings if each.event == "e-bombed").spots]


def act(text, word, place=None):
    at = text.index(word)
    return Event(f"e-{word}", None, Span(at, at + len(word)), "ASSAULT", "occurred", "author", place=place)


def test_the_place_told_nearest_comes_first():
    assert places_of("Milhat was quiet. Sukkar was not. Jets bombed a mill.") == ["Sukkar", "Milhat"]


def test_a_capital_that_speaks_or_is_blamed_is_a_government_and_no_place():
    assert places_of("Sukkar lay in ruins. Damascus denied it. Jets bombed a mill.") == ["Sukkar"]
    assert places_of("Sukkar lay in ruins. They blamed Damascus for it. Jets bombed a mill.") == ["Sukkar"]
    assert places_of("Smoke rose in Damascus. Jets bombed a mill.") == ["Damascus"]


def test_places_of_another_country_are_those_of_talks_where_such_acts_are_told_of_one():
    text = "Sukkar was shelled. Talks went on in Geneva. Jets bombed a mill."
    assert places_of(text, own="Sukkar") == ["Sukkar"]
    assert places_of(text) == ["Geneva", "Sukkar"]
