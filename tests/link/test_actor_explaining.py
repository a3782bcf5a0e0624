"""An answer to "why did this match?" names entries, spellings, dates, runners-up or the rule."""

from histor.records.register import Actor, Register, build_register
from histor.steps.link.explaining import explain
from histor.store.register import load_register


def test_an_entry_is_named_with_its_runners_up() -> None:
    found = explain("Army of Islam", load_register(), "2016-03-14", sentence="In Gaza the Army of Islam fired.")
    chosen = [one.actor.ref for one in found.weighed if one.chosen]
    others = [one.actor.ref for one in found.weighed if not one.chosen]
    assert (found.way, chosen) == ("entry", [found.linked.ref])
    assert "actor:jaysh-al-islam" in others


def test_namesakes_that_nothing_tells_apart_are_no_answer() -> None:
    twins = [Actor(f"own:{place}", "Red Banner", "group", ("Red Banner",), place) for place in ("SYR", "YEM")]
    found = explain("Red Banner", build_register(twins, ()), None)
    assert (found.way, found.linked.ref) == ("none", None)
    assert "several entries bear the name" in found.reasons[0]


def test_a_composition_names_the_words_behind_each_part() -> None:
    found = explain("Syrian warplanes", load_register(), None)
    assert (found.way, found.linked.ref) == ("rule", "state:SYR/military")
    assert [reason.split("”")[0] for reason in found.reasons] == ["“Syrian", "“warplanes"]


def test_an_office_names_who_held_it_on_the_day() -> None:
    found = explain("the American president", load_register(), "2016-03-14")
    assert (found.way, found.linked.ref) == ("office", "actor:barack-obama")


def test_an_entry_out_of_its_days_is_a_runner_up() -> None:
    years = [("own:old", None, "2014-12-31"), ("own:new", "2015-01-01", None)]
    rows = [Actor(ref, "Red Banner", "group", ("Red Banner",), since=since, until=until) for ref, since, until in years]
    found = explain("Red Banner", build_register(rows, ()), "2016-03-14")
    assert found.linked.ref == "own:new"
    assert {one.actor.ref: one.why for one in found.weighed}["own:old"] == "does not hold on 2016-03-14"


def test_nobody_is_found_in_an_empty_register() -> None:
    found = explain("the Wobbling Teapots", Register(), "2016-03-14")
    assert (found.way, found.weighed) == ("none", ())
    assert "actors add" in found.reasons[0]
