"""A name that is a person's, a vessel's, a club's, a treaty's or a government's is no place of an event."""

import pytest

from histor.records.events import Place
from link.scene import link_event


def place(text: str, words: str) -> Place | None:
    return link_event(text, place=words).events[0].place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jim Jordan lost the vote.", "Jordan"),
        ("Jordan Baker won the race.", "Jordan"),
        ("Laura Maria Santiago ran for office.", "Santiago"),
        ("USS Tripoli left port.", "Tripoli"),
        ("The club beat Paris Saint-Germain at home.", "Paris"),
        ("They signed the Treaty of Lisbon.", "Lisbon"),
        ("Envoys praised the Geneva Accord.", "Geneva"),
        ("Hurricane Florence made landfall.", "Florence"),
        ("The strike hit Al-Quds hospital in the south.", "Al-Quds"),
        ("He was killed in the Sinai Insurgency.", "Sinai Insurgency"),
        ("Damascus has denied the raid.", "Damascus"),
        ("Rebels shelled a base and Moscow has demanded an end to it.", "Moscow"),
        ("Fighters joined in Ankara's offensive.", "Ankara"),
        ("Crews said so. BEIRUT (Reuters) Shells fell in the hills.", "BEIRUT"),
    ],
)
def test_what_only_bears_a_place_s_name_is_no_place(text: str, words: str) -> None:
    assert place(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "ref"),
    [
        ("Shells fell in Tripoli, Lebanon, at dawn.", "Tripoli", "histor:tripoli-lebanon"),
        ("The President of Chad Orlan Veresk spoke in Chad.", "Chad", "histor:tcd"),
        ("Two men were shot in Columbus, Georgia, on Monday.", "Georgia", "histor:georgia-united-states"),
        ("Troops crossed into Georgia from South Ossetia.", "Georgia", "histor:geo"),
        ("Police in the Australian state of Victoria fired.", "Victoria", "histor:victoria-australia"),
        ("A mine went off in the Syrian province of Idlib.", "Idlib", "histor:idlib-governorate"),
        ("A shell hit the Idlib town of Binnish in Syria.", "Idlib", "histor:idlib-governorate"),
        ("Gunmen fought in the Nigerian state of Bauchi.", "Bauchi", "histor:bauchi-state"),
        ("Jets struck Syria's Raqqa province.", "Syria's Raqqa province", "histor:raqqa-governorate"),
        ("Fires burn across the State of Mexico.", "Mexico", "histor:state-of-mexico"),
        ("Ice cut power in Maine, New York, and Vermont.", "New York", "histor:new-york-state"),
        ("Shells fell near Deir el-Balah.", "Deir el-Balah", "histor:deir-al-balah"),
        ("Officials in Damascus said that shells fell.", "Damascus", "histor:damascus"),
        ("Damascus has been shelled.", "Damascus", "histor:damascus"),
    ],
)
def test_the_place_that_the_words_around_mean_is_taken(text: str, words: str, ref: str) -> None:
    found = place(text, words)
    assert found is not None
    assert found.ref == ref


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen stormed Tikrit Air Academy.", "Tikrit"),
        ("A bus crashed in the Masyaf region.", "Masyaf"),
    ],
)
def test_what_lies_in_or_around_a_town_gets_no_pin(text: str, words: str) -> None:
    found = place(text, words)
    assert found is not None
    assert (found.ref, found.latitude) == (None, None)


def test_a_name_in_a_script_without_case_is_found() -> None:
    (actor,) = link_event("Gunmen of حركة الشباب stormed a hotel.", actor="حركة الشباب").events[0].actors
    assert actor.ref == "actor:al-shabaab"


def test_a_short_name_with_an_apostrophe_is_not_meant_without_it() -> None:
    with_it, without = place("Jets struck near Mar'a.", "Mar'a"), place("Jets struck near Mara.", "Mara")
    assert with_it is not None
    assert with_it.ref == "histor:marea"
    assert without is None or without.ref != "histor:marea"
