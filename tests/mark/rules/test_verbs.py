"""A word is a verb or a noun by what stands around it."""

import pytest

from histor.steps.mark.rules.lexicon import forms_of
from histor.steps.mark.rules.verbs import is_verb, readings
from histor.steps.mark.rules.words import split_sentences

USES = [
    ("The attack began.", "attack", False),
    ("They attack the port.", "attack", True),
    ("Rebels will attack.", "attack", True),
    ("He tried to attack it.", "attack", True),
    ("Their strikes went on.", "strikes", False),
    ("The besieged town fell.", "besieged", False),
    ("The town was besieged.", "besieged", True),
    ("Rebels who seized it left.", "seized", True),
    ("Shelling left two men dead.", "left", True),
]


@pytest.mark.parametrize(("text", "word", "verb"), USES)
def test_neighbours_tell_a_verb_from_a_noun(text: str, word: str, verb: bool) -> None:
    [sentence] = split_sentences(text, 0, len(text))
    at = [found.text for found in sentence.words].index(word)
    assert is_verb(sentence, at) is verb


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("strike", ("strike", "strikes", "struck", "struck", "striking")),
        ("flee", ("flee", "flees", "fled", "fled", "fleeing")),
        ("deny", ("deny", "denies", "denied", "denied", "denying")),
        ("kidnap", ("kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping")),
        ("clash", ("clash", "clashes", "clashed", "clashed", "clashing")),
        ("die", ("die", "dies", "died", "died", "dying")),
    ],
)
def test_forms_follow_the_rule_or_the_table(base: str, forms: tuple[str, ...]) -> None:
    assert forms_of(base) == forms


def test_a_form_is_read_as_every_verb_that_it_may_be() -> None:
    assert {(verb.base, verb.form) for verb in readings("struck")} == {("strike", "past"), ("strike", "participle")}
    assert readings("table") == ()
