"""Parties that point back get the key of the only one they can mean; of two, or of somebody unknown, none."""

import pytest

from histor.records.claims import Claim
from histor.records.events import Event, Party, Place
from histor.records.measures import Span
from histor.steps.link import link
from histor.store.register import load_register
from link.scene import report_of, spot


def last(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def party(text: str, words: str, *, place: str | None = None, published: str | None = "2016-03-14") -> Party:
    """Link the last occurrence of the words as an actor."""
    where = Place(spot(text, place), place) if place else None
    actor = Party((last(text, words),), words)
    event = Event("e1", None, Span(0, 1), "ASSAULT", "occurred", "author", actors=(actor,), place=where)
    claims: tuple[Claim, ...] = ()
    return link(report_of(text, published), claims, (event,), load_register()).events[0].actors[0]


@pytest.mark.parametrize(
    ("text", "words", "ref"),
    [
        ("Vladimir Putin spoke on Monday. He ordered a halt.", "He", "actor:vladimir-putin"),
        ("Hamas fired rockets at dawn. The group gave no reason.", "The group", "actor:hamas"),
        ("Al-Shabaab fighters stormed a hotel. The militants held it.", "The militants", "actor:al-shabaab"),
        ("The Russian Defence Ministry met. Later the ministry spoke.", "the ministry", "actor:rus-mod"),
        ("Barack Obama met his aides. The president was angry.", "The president", "actor:barack-obama"),
        ("Ukraine says that it lost a town.", "it", "state:UKR"),
        ("Ukraine says that its forces left a town.", "its forces", "state:UKR/military"),
        ("Bashar al-Assad spoke, and his troops moved.", "his troops", "state:SYR/military"),
        (
            "The Syrian Observatory for Human Rights counts them. The monitor is in Britain.",
            "The monitor",
            "actor:sohr",
        ),
    ],
)
def test_a_party_points_back_at_the_only_one_that_fits(text: str, words: str, ref: str) -> None:
    found = party(text, words)
    assert (found.ref, found.name) == (ref, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vladimir Putin met Barack Obama. He ordered a halt.", "He"),
        ("Vladimir Putin met General Orlan Veresk. He ordered a halt.", "He"),
        ("A spokesman for Vladimir Putin spoke. He denied it.", "He"),
        ("Hamas met Hezbollah. The group gave no reason.", "The group"),
        ("Hamas met a rebel faction. The group gave no reason.", "The group"),
        ("Hezbollah fights rebels there. The militants held on.", "The militants"),
        ("Hamas fired rockets. Rain fell all day. It was cold. The group gave no reason.", "The group"),
        ("The Grand Hotel in Kabul burned before it was hit.", "it"),
        ("Russia met Turkey and Iran. The two sides fired.", "The two sides"),
        ("The United Nations and the Organisation for Weapons looked.", "the Organisation"),
    ],
)
def test_a_party_that_may_mean_two_or_somebody_unknown_stays_open(text: str, words: str) -> None:
    assert party(text, words).ref is None


def test_a_surname_is_the_person_named_in_full_before() -> None:
    text = "Boris Johnson spoke of it. Hours later Johnson left."
    assert party(text, "Johnson", published="2020-03-14").ref == "actor:boris-johnson"


@pytest.mark.parametrize(
    ("text", "words", "place", "ref"),
    [
        ("The army shelled Aleppo.", "The army", "Aleppo", "state:SYR/military"),
        ("Government forces left Homs.", "Government forces", "Homs", "state:SYR/military"),
        ("Rebels in Yemen met the government.", "the government", None, "state:YEM/government"),
        ("Somalia says that the military took a town.", "the military", None, "state:SOM/military"),
    ],
)
def test_a_bare_organ_is_of_the_only_state_spoken_of(text: str, words: str, place: str | None, ref: str) -> None:
    assert party(text, words, place=place).ref == ref


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Turkey watched as the army shelled Aleppo.", "the army", "Aleppo"),
        ("Troops shelled Aleppo.", "Troops", "Aleppo"),
        ("Foreign forces left Aleppo.", "Foreign forces", "Aleppo"),
        ("People met in Hong Kong over the government.", "the government", None),
        ("A shooting in the French Quarter brought police.", "police", None),
        ("The army moved at dawn.", "The army", None),
    ],
)
def test_a_bare_organ_that_may_be_another_states_stays_open(text: str, words: str, place: str | None) -> None:
    assert party(text, words, place=place).ref is None
