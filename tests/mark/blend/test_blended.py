"""What the rules put right in what the marker found: contents, statuses, lists of things hit, counts, places."""

from dataclasses import replace

from histor.records.measures import What
from histor.steps.mark.blend.claims import blend_claims
from histor.steps.mark.blend.counts import settle_counts
from histor.steps.mark.blend.events import blend_events
from histor.steps.mark.blend.strikes import with_lists
from histor.steps.mark.tags import ClaimTag, CountTag, EventTag, Tags
from mark.spots import spot


def event(text: str, trigger: str, **counts: What) -> EventTag:
    """An assault with counts, each told by its words."""
    tags = tuple(CountTag(what, spot(text, words.replace("_", " "))) for words, what in counts.items())
    return EventTag(spot(text, trigger), "ASSAULT", None, "occurred", counts=tags)


def counted(text: str, tag: EventTag) -> list[tuple[What, str]]:
    return [(count.what, text[count.span.start : count.span.end]) for count in tag.counts]


def test_the_number_of_a_thing_destroyed_is_no_number_of_dead() -> None:
    text = "Near Marsa, three strikes destroyed five bunkers and two trucks."
    (found,) = with_lists([event(text, "strikes", five="killed", two="wounded")], text)
    assert counted(text, found) == [("strikes", "three"), ("other", "five"), ("vehicles", "two")]
    assert [text[one.start : one.end] for (one,) in found.recipients] == ["five bunkers", "two trucks"]
    assert found.place == spot(text, "Marsa")


def test_a_place_where_people_were_is_not_added_to_those_who_were_hit() -> None:
    text = "Two strikes hit a market, killing 12 civilians."
    marked = replace(event(text, "strikes", **{"12": "killed"}), recipients=((spot(text, "12 civilians"),),))
    (found,) = with_lists([marked], text)
    assert found.recipients == marked.recipients
    assert counted(text, found) == [("strikes", "Two"), ("killed", "12")]


def test_a_strike_that_hits_something_is_no_strike_of_workers() -> None:
    text = "Near Marsa, one airstrike produced no results."
    (found,) = with_lists([replace(event(text, "airstrike"), type="PROTEST", mode="strike")], text)
    assert (found.type, found.mode) == ("ASSAULT", "aerial")


def test_a_number_belongs_to_the_act_of_its_own_sentence() -> None:
    text = "A strike hit the port. A raid killed five guards."
    first, second = settle_counts([event(text, "strike", five="killed"), event(text, "raid", five="killed")], (), text)
    assert counted(text, first) == []
    assert counted(text, second) == [("killed", "five")]


def test_an_article_is_no_number() -> None:
    text = "Shells wounded a soldier and a dozen clerks."
    (found,) = settle_counts([event(text, "Shells", a_soldier="wounded", a_dozen="wounded")], (), text)
    assert counted(text, found) == [("wounded", "a dozen")]


def test_dead_and_wounded_together_are_neither() -> None:
    text = "Shells fell and dozens of guests were killed and injured."
    (found,) = settle_counts([event(text, "Shells", dozens="killed")], (), text)
    assert counted(text, found) == [("other", "dozens")]


def test_the_rules_say_what_is_counted_where_they_read_it_more_surely() -> None:
    text = "The raid displaced 300 and wounded 40."
    ruled = event(text, "raid", **{"300": "displaced", "40": "captured"})
    (found,) = settle_counts([event(text, "raid", **{"300": "wounded", "40": "wounded"})], (ruled,), text)
    assert counted(text, found) == [("displaced", "300"), ("wounded", "40")]


def test_what_the_rules_take_for_planned_is_not_written_down_as_happened() -> None:
    text = "Guards gathered to lead an assault."
    marked, ruled = event(text, "assault"), replace(event(text, "assault"), status="planned")
    (found,) = blend_events([marked], [ruled], text)
    assert found.status == "planned"


def test_a_status_in_somebodys_mouth_is_the_markers() -> None:
    text = "Guards gathered to lead an assault, he said."
    marked, ruled = replace(event(text, "assault"), claim=0), replace(event(text, "assault"), status="planned")
    (found,) = blend_events([marked], [ruled], text)
    assert found.status == "occurred"


def test_a_content_before_according_to_is_taken_from_its_first_word() -> None:
    text = "Rebels shelled Tarn with mortars according to the mayor, killing two guards."
    cue, behind = (spot(text, "according to"),), spot(text, "killing two guards")
    source = (spot(text, "the mayor"),)
    marked = ClaimTag(source, cue, (spot(text, "mortars"), behind), "asserts")
    whole = ClaimTag(source, cue, (spot(text, "Rebels shelled Tarn with mortars"), behind), "asserts")
    (found,) = blend_claims(Tags((marked,)), Tags((whole,)))
    assert found.content == whole.content
