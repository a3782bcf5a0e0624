"""What is put right in an event's place: it is as exact as the words, and a town that is hit is one."""

from dataclasses import replace

import pytest

from histor.records.measures import Span
from histor.steps.mark.blend.places import with_town_hit, with_whole_place
from histor.steps.mark.tags import EventTag
from mark.spots import spot


def at(text: str, place: str) -> EventTag:
    """An assault whose trigger is the first word, at a place told by its words."""
    return EventTag(Span(0, text.index(" ")), "ASSAULT", None, "occurred", place=spot(text, place))


def words(text: str, event: EventTag) -> str | None:
    return text[slice(*event.place)] if event.place else None


WHOLE = [
    ("Shells fell north of the Boran capital Marsa.", "Marsa", "north of the Boran capital Marsa"),
    (
        "Shells fell west of the rebels' former stronghold of Tarn.",
        "Tarn",
        "west of the rebels' former stronghold of Tarn",
    ),
    ("Shells fell on the outskirts of Marsa.", "Marsa", "outskirts of Marsa"),
    (
        "Fighting spread to the southern outskirts of the town of Tarn.",
        "Tarn",
        "southern outskirts of the town of Tarn",
    ),
    ("Fighting spread to the eastern part of Marsa.", "Marsa", "eastern part of Marsa"),
    (
        "Fighting closed a stretch of road between Marsa and Tarn.",
        "Marsa and Tarn",
        "stretch of road between Marsa and Tarn",
    ),
    ("Fighting closed the supply route linking Marsa and Tarn.", "Marsa", "supply route linking Marsa and Tarn"),
    ("Guards closed the border between Borania and Tarn.", "Borania", "border between Borania and Tarn"),
]


@pytest.mark.parametrize(("text", "name", "whole"), WHOLE, ids=[whole for _, _, whole in WHOLE])
def test_a_place_beside_or_between_names_stays_whole(text: str, name: str, whole: str) -> None:
    assert words(text, with_whole_place(at(text, name), text)) == whole


SAME = [
    ("Shells fell in the city of Marsa.", "Marsa"),
    ("Shells fell in parts of Marsa.", "Marsa"),
    ("Shells fell north of Marsa and in the town of Tarn.", "Tarn"),
    ("Talks between Borania and Tarn failed in Marsa.", "Borania"),
    ("Fighting between rebels and guards shook Marsa.", "Marsa"),
]


@pytest.mark.parametrize(("text", "name"), SAME, ids=[text for text, _ in SAME])
def test_a_place_that_is_the_name_stays_the_name(text: str, name: str) -> None:
    assert words(text, with_whole_place(at(text, name), text)) == name


def test_whom_a_church_is_named_after_is_no_place() -> None:
    text = "Shells hit the old Church of Saint Orla in Marsa."
    assert words(text, with_whole_place(at(text, "Saint Orla"), text)) == "Marsa"


def test_an_armed_group_is_no_place() -> None:
    text = "Fighters of the clan left the Taliban."
    assert words(text, with_whole_place(at(text, "the Taliban"), text)) is None


def test_a_town_that_is_hit_is_where_it_was_hit() -> None:
    text = "Shelled again, a small border town burnt."
    hit = replace(at(text, "a small border town"), place=None, recipients=((spot(text, "a small border town"),),))
    assert words(text, with_town_hit(hit, text)) == "a small border town"


def test_another_town_is_not_the_town_of_the_sentence_before() -> None:
    text = "Guards held Marsa. Jets struck a village in the hills."
    hit = replace(
        at(text, "Marsa"), trigger=spot(text, "struck"), recipients=((spot(text, "a village in the hills"),),)
    )
    assert words(text, with_town_hit(hit, text)) == "a village in the hills"


@pytest.mark.parametrize("hit", ["the town", "a convoy near a town", "a village elder"])
def test_what_is_no_new_town_gives_no_place(hit: str) -> None:
    text = f"Shells hit {hit}."
    event = replace(at(text, hit), place=None, recipients=((spot(text, hit),),))
    assert with_town_hit(event, text).place is None


def test_a_town_that_is_hit_does_not_take_the_place_of_a_name_beside_it() -> None:
    text = "Shells hit a village near Marsa."
    event = replace(at(text, "Marsa"), recipients=((spot(text, "a village"),),))
    assert words(text, with_town_hit(event, text)) == "Marsa"
