"""Subjects and objects: each sentence, a verb of it, and who does it to whom by the words' order."""

import pytest

from histor.codebook.days import find_days
from histor.codebook.numbers import find_counts
from histor.steps.mark.rules.events.objects import objects_of
from histor.steps.mark.rules.events.parse import Parse, parse
from histor.steps.mark.rules.events.subjects import subjects_of
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.rules.words import split_sentences


def parsed(text: str) -> Parse:
    [sentence] = split_sentences(text, 0, len(text))
    return parse(sentence, find_days(text), find_counts(text))


def words(found: Parse, phrases: tuple[Phrase, ...]) -> list[str]:
    return [" ".join(word.text for word in found.sentence.words[first : last + 1]) for first, last in phrases]


SENTENCES = [
    ("Ana Rey, the head of the group, said so.", "said", ["Ana Rey"], []),
    ("The attack on the town, which began on Monday, killed 15.", "killed", ["The attack"], ["15"]),
    ("The army captured the hill and shelled a camp.", "shelled", ["The army"], ["a camp"]),
    ("Forces based in Dera shelled a camp.", "shelled", ["Forces"], ["a camp"]),
    ("He accused the army of bombing the camp.", "bombing", ["the army"], ["the camp"]),
    ("The mayor ordered the guards to leave.", "leave", ["the guards"], []),
    ("The mayor promised the guards to leave.", "leave", ["The mayor"], []),
    ("A deadline for the rebels to leave passed.", "leave", ["the rebels"], []),
    ("Rebels attacked a camp, killing 15 men.", "killing", ["Rebels"], ["15 men"]),
    ("Rebels attacked the fort, the mill and a bridge.", "attacked", ["Rebels"], ["the fort", "the mill", "a bridge"]),
]


@pytest.mark.parametrize(("text", "verb", "subjects", "objects"), SENTENCES)
def test_order_tells_subjects_and_objects(text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    found = parsed(text)
    [group] = [group for group in found.groups if found.sentence.words[group.head].text == verb]
    assert words(found, subjects_of(found, group)) == subjects
    assert words(found, objects_of(found, group)) == objects


def test_a_verb_group_knows_its_voice_and_negation() -> None:
    [group] = parsed("The town has not been captured.").groups
    assert (group.base, group.passive, group.negated, group.infinitive) == ("capture", True, True, False)
