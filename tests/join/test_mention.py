"""How the words of an act name it: as one that is known, as one, or as many; and fighting told from a single blow."""

import pytest

from histor.records.measures import Span
from histor.steps.join.bonding import weigh
from histor.steps.join.mention import is_fighting, naming_of
from histor.steps.join.reasons import findings
from join.told import telling


def told(sentence, act, identity, **slots):
    """Make the event that these words of a sentence tell."""
    at = sentence.index(act)
    return telling(identity, sentence=sentence, trigger=Span(at, at + len(act)), **slots)


def names_of(one, other):
    return [name for name, _, _ in findings(one, other)]


@pytest.mark.parametrize(
    ("before", "naming"),
    [
        ("Neighbours said that the ", "again"),
        ("The ministry denied any part in Monday's deadly ", None),
        ("Nobody has said who was behind Monday ", "again"),
        ("The council spoke of that deadly ", "again"),
        ("Nine traders died in a ", "as one"),
        ("The mill burned down after an early morning ", "as one"),
        ("The valley woke to ", None),
        ("The town has long been under ", None),
        ("", None),
    ],
)
def test_an_article_before_an_act_names_it_as_one_and_a_pointing_word_as_one_that_is_known(before, naming):
    assert naming_of(before) == naming


def test_an_article_farther_off_belongs_to_other_words():
    assert naming_of("The council of the town said on behalf of all families of traders in heavy ") is None


@pytest.mark.parametrize(
    ("words", "mode", "fighting"),
    [
        ("clashes", None, True),
        ("offensive", "firearms", True),
        ("assault", "aerial", False),
        ("blast", "explosives", False),
        ("shelled", "heavy-weapons", False),
        ("warned", None, False),
    ],
)
def test_fighting_is_told_from_a_blow_by_its_words_and_its_means(words, mode, fighting):
    assert is_fighting(words, mode) is fighting


def test_words_that_go_on_about_one_happening_speak_for_it():
    first = told("A raid on the mill of Tell Sukkar killed nine.", "raid", "e-1")
    again = told("The raid left the mill of Tell Sukkar in ruins.", "raid", "e-2")
    loose = told("Tell Sukkar saw raids and its mill lies in ruins.", "raids", "e-3")
    assert {"named-as-one", "named-again"} <= set(names_of(first, again))
    assert not {"named-again", "named-as-one"} & set(names_of(loose, told("Raids hit Tell Sukkar.", "Raids", "e-4")))
    assert weigh(first, again).score > weigh(first, loose).score


def test_fighting_around_a_town_is_hardly_a_blow_on_it():
    blow = told("Shells hit Tell Sukkar on Monday.", "hit", "e-1", mode="heavy-weapons")
    clashes = told("Tell Sukkar saw clashes on Monday.", "clashes", "e-2", mode=None)
    battle = told("On Monday battles raged in Tell Sukkar.", "battles", "e-3", mode=None)
    assert "fighting-or-blow" in names_of(blow, clashes)
    assert "fighting-or-blow" not in names_of(clashes, battle)


def test_two_tellings_of_one_battle_are_likelier_one_than_two_blows():
    clashes = told("Tell Sukkar saw clashes on Monday.", "clashes", "e-2", mode=None)
    battle = told("On Monday battles raged in Tell Sukkar.", "battles", "e-3", mode=None)
    assert "both-fighting" in names_of(clashes, battle)
