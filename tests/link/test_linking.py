from dataclasses import replace

from histor.records.claims import Claim, Speaker
from histor.records.measures import Span, When
from histor.records.text import Block, Published, Report
from histor.steps.link import LINKER, link
from histor.store.register import load_register
from link.scene import claim_by, link_event, report_of, spot

PULLOUT = "Russia will begin to pull at least 15 jets out of Hemeimeem on Tuesday."


def test_an_event_gets_its_day_place_actor_and_count() -> None:
    (event,) = link_event(
        PULLOUT, status="planned", actor="Russia", place="Hemeimeem", when="Tuesday", count="at least 15"
    ).events
    assert event.when is not None
    assert event.place is not None
    assert (event.when.start, event.when.precision) == ("2016-03-15", "day")
    assert (event.place.ref, event.actors[0].ref) == ("histor:hmeimim", "state:RUS")
    assert (event.quantities[0].low, event.quantities[0].high) == (15, None)


def test_by_before_a_day_runs_from_the_report_to_it() -> None:
    text = "The rebels must leave by Friday."
    (event,) = link_event(text, status="planned", when="Friday").events
    assert event.when is not None
    assert (event.when.start, event.when.end) == ("2016-03-14", "2016-03-18")


def test_by_before_the_acts_of_a_day_sets_no_term() -> None:
    (event,) = link_event("Nobody was prepared, as was shown by Sunday's bombing.", when="Sunday").events
    assert event.when is not None
    assert (event.when.start, event.when.end) == ("2016-03-13", "2016-03-13")


def test_two_days_later_leans_on_the_day_named_before() -> None:
    text = "The truce took effect on February 27. Two days later shells fell."
    (event,) = link_event(text, when="Two days later").events
    assert event.when is not None
    assert event.when.start == "2016-02-29"


def test_an_undated_report_leaves_relative_days_open_and_says_once_what_to_do() -> None:
    text = "Shells fell on Monday and on Tuesday. The truce began on 27 February 2016."
    linked = link_event(text, when="Monday", published=None)
    assert linked.events[0].when == When(Span(15, 21))
    assert [problem.code for problem in linked.problems] == ["undated-report"]
    assert "--published" in linked.problems[0].message


def test_an_undated_report_with_full_dates_only_has_no_problem() -> None:
    assert link_event("The truce began on 27 February 2016.", published=None).problems == ()


def test_a_dateline_that_contradicts_the_metadata_wins_and_is_said() -> None:
    text = "Shells fall on Homs AFP Monday 29 Feb 2016 Shells fell on Sunday."
    report = replace(report_of(text), published=Published("2016-03-14", "2016-03-14", "day", "metadata"))
    claim = replace(claim_by(text, "Shells")[0], said=When(spot(text, "Sunday")))
    linked = link(report, (claim,), (), load_register())
    assert linked.claims[0].said is not None
    assert linked.claims[0].said.start == "2016-02-28"
    assert [problem.code for problem in linked.problems] == ["dateline-disagrees"]
    assert linked.published == Published("2016-02-29", "2016-02-29", "day", "dateline")


def test_a_dateline_within_the_month_of_the_metadata_contradicts_nothing() -> None:
    text = "Shells fall on Homs AFP Monday 29 Feb 2016 Shells fell on Sunday."
    report = replace(report_of(text), published=Published("2016-02-01", "2016-02-29", "month", "metadata"))
    linked = link(report, (), (), load_register())
    assert (linked.published.start, linked.problems) == ("2016-02-29", ())


def test_a_day_that_was_given_stands_against_the_dateline() -> None:
    text = "Shells fall on Homs AFP Monday 29 Feb 2016 Shells fell on Sunday."
    linked = link_event(text, when="Sunday")
    assert linked.events[0].when is not None
    assert (linked.events[0].when.start, linked.problems) == ("2016-03-13", ())
    assert linked.published.basis == "given"


def test_mentions_are_numbered_in_order_and_do_not_overlap() -> None:
    mentions = link_event(PULLOUT).mentions
    found = [(mention.id, PULLOUT[slice(*mention.span)], mention.kind, mention.ref) for mention in mentions]
    assert found == [
        ("m1", "Russia", "state", "state:RUS"),
        ("m2", "at least 15", "count", None),
        ("m3", "Hemeimeem", "facility", "histor:hmeimim"),
        ("m4", "Tuesday", "date", None),
    ]


def test_furniture_is_not_read_for_mentions() -> None:
    text = "Trending in Syria\nShells fell."
    blocks = (Block(0, 17, "furniture"), Block(18, 30, "paragraph"))
    report = Report("r", "a", "0", text, blocks, Published("2016-03-14", "2016-03-14", "day", "given"))
    assert link(report, (), (), load_register()).mentions == ()


def test_quoted_copy_keeps_its_outlet_and_gets_its_key() -> None:
    text = "Shells fell, AFP wrote."
    copy = Claim("c1", (), (), (Span(0, 12),), "asserts", "block", speaker=Speaker("AFP", "outlet"))
    (claim,) = link(report_of(text), (copy,), (), load_register()).claims
    assert claim.speaker == Speaker("AFP", "outlet", "actor:afp")


def test_claims_come_back_in_the_order_they_came() -> None:
    text = "Russia said so. Turkey said no."
    claims = claim_by(text, "Russia", "Turkey")
    linked = link(report_of(text), claims[::-1], (), load_register()).claims
    assert [claim.id for claim in linked] == ["c1", "c0"]


def test_linking_twice_gives_the_same() -> None:
    assert link_event(PULLOUT, actor="Russia") == link_event(PULLOUT, actor="Russia")
    assert str(LINKER) == "link/5"
