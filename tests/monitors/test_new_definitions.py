"""Definitions of ceasefires, forces and talks: what is read, and that each fault is told with its line."""

import pytest

from histor.monitors.kinds.ceasefire import EXAMPLE as TRUCE
from histor.monitors.kinds.posture import EXAMPLE as POSTURE
from histor.monitors.kinds.talks import EXAMPLE as TALKS
from histor.monitors.reading import read_definition
from histor.monitors.truce.definition import TruceDefinition
from monitors.scene import any_defined


def told(text: str) -> list[str]:
    found = read_definition(text, key="m.toml")
    assert isinstance(found, tuple)
    return [problem.message for problem in found]


def test_a_ceasefire_is_read_whole() -> None:
    definition = any_defined(TRUCE)
    assert isinstance(definition, TruceDefinition)
    assert [party.name for party in definition.parties] == ["the Jordanian government", "the valley's rebels"]
    assert definition.parties[1].acceded == "2031-03-30"
    assert definition.parties[0].sectors == ("MIL", "GOV")
    assert (definition.truce_class, definition.written, definition.ends) == (1, "unclear", None)
    assert definition.terms[0].words == ("dam",)


@pytest.mark.parametrize(
    ("text", "old", "new", "words"),
    [
        (TRUCE, 'in_effect = "2031-03-31"', 'in_efect = "2031-03-31"', "did you mean `in_effect`?"),
        (TRUCE, 'in_effect = "2031-03-31"', 'in_effect = "2031-02-30"', "'2031-02-30' is no day of the calendar"),
        (TRUCE, 'declared = "2031-03-28"', 'declared = "2031-04-28"', "must not come after `in_effect`"),
        (TRUCE, "class = 1", "class = 7", "`class` is 1, 2 or 3, not 7"),
        (TRUCE, 'written = "unclear"', 'written = "perhaps"', "it is one of yes, no, unclear"),
        (TRUCE, "class = 1", 'class = 1\nends = "2031-03-01"', "`ends` 2031-03-01 must not come before"),
        (TRUCE, "class = 1", 'class = 1\nextended_until = "2031-05-01"', "an extension needs the day"),
        (TRUCE, 'acceded = "2031-03-30"', 'acceded = "soon"', "'soon' is no day: write it as 2016-02-27"),
        (POSTURE, 'names = ["Norway", "Norwegian army"]', "names = []", "a posture has a force"),
        (POSTURE, 'since = "2031-03-01"', 'since = "2031-03-01"\nuntil = "2030-01-01"', "must not come before `since`"),
        (TALKS, 'brokers = ["Norway"]', 'broker = ["Norway"]', "unknown key `broker`: did you mean `brokers`?"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, old: str, new: str, words: str) -> None:
    wrong = text.replace(old, new, 1)
    assert wrong != text
    line = next(number for number, one in enumerate(wrong.split("\n"), 1) if new.split("\n")[-1] in one)
    messages = told(wrong)
    assert any(message.startswith(f"m.toml:{line}:") and words in message for message in messages), messages


def test_a_name_of_two_parties_is_told() -> None:
    wrong = TRUCE.replace('[[excluded]]\nname = "Islamic State"', '[[excluded]]\nname = "Jordan"')
    assert any("'Jordan' is a name of 'the Jordanian government' too" in message for message in told(wrong))


def test_a_state_that_there_is_not_is_told() -> None:
    wrong = TRUCE + '\n[state]\nis = "broken"\nbecause = "shelling"\nby = "me"\n'
    assert any("'broken' cannot be `is`: it is one of announced" in message for message in told(wrong))


def test_talks_without_a_place_or_a_party_are_told() -> None:
    wrong = TALKS.replace('places = ["Oslo"]\n', "").replace('parties = ["Jordan", "the valley\'s rebels"]\n', "")
    assert any("talks are known by their `places` or their `parties`" in message for message in told(wrong))
