"""Definitions: what is read, and that each fault is told with its line."""

import pytest

from histor.monitors.choosing import monitors
from histor.monitors.lines import line_of
from histor.monitors.reading import read_definition
from monitors.scene import any_defined, defined

AIR = monitors()["air"].EXAMPLE
TEMPO = monitors()["tempo"].EXAMPLE


def told(text: str) -> list[str]:
    found = read_definition(text, key="m.toml")
    assert isinstance(found, tuple)
    return [problem.message for problem in found]


def line_with(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


def test_every_monitor_has_an_example_that_is_good() -> None:
    assert set(monitors()) == {"air", "ceasefire", "posture", "talks", "tempo"}
    for name, module in monitors().items():
        assert any_defined(module.EXAMPLE).monitor == name


def test_a_definition_is_read_whole() -> None:
    definition = defined(AIR)
    assert definition.attackers.names == ("Northern Air Force",)
    assert definition.dates[0].day == "2031-03-31"
    assert definition.groups[0].admins == ("Lower Valley",)
    assert definition.claims[0].group == "the river towns"
    assert definition.silent_days == "count"


def test_days_may_stand_without_quotes() -> None:
    assert defined(AIR.replace('"2031-03-31"', "2031-03-31")) == defined(AIR)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('name = "Strikes', 'nane = "Strikes', "unknown key `nane`: did you mean `name`?"),
        ('day = "2031-03-31"', 'day = "31 March"', "'31 March' is no day: write it as 2016-02-27"),
        ('day = "2031-03-31"', 'day = "2031-02-30"', "'2031-02-30' is no day of the calendar"),
        ('day = "2031-03-31"', 'day = "2032-03-31"', "dates stand in order, in the range"),
        ('until = "2031-04-29"', 'until = "2030-04-29"', "must come after `since`"),
        ('named = "any"', 'named = "some"', "'some' cannot be `named`: it is one of first, any, alone"),
        ('at = "truce"', 'at = "peace"', "no reference date is named 'peace'; there are 'truce'"),
        ('group = "the river towns"', 'group = "the hills"', "no group is named 'the hills'"),
        ('admins = ["Lower Valley"]', "admins = []", "names neither `admins` nor `places`"),
        ('admins = ["Lower Valley"]', 'admins = "Lower Valley"', "`admins` must be a list of words"),
        ('names = ["Northern Air Force"]', "names = [3]", "`names` must be a list of words"),
        ('test = "mix"', "test = 5", "`test` must be text in quotes"),
        ('monitor = "air"', 'monitor = "sea"', "'sea' cannot be `monitor`: it is one of air, ceasefire, posture"),
        ('monitor = "air"', 'monitor = "air', "is no TOML"),
        ('monitor = "air"', 'monitor = "air"\nseed = -1', "`seed` must be a whole number"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, words: str) -> None:
    text = AIR.replace(old, new, 1)
    assert text != AIR
    line = line_with(text, "[[groups]]" if "neither" in words else new.split("\n")[-1])
    assert any(message.startswith(f"m.toml:{line}:") and words in message for message in told(text)), told(text)


def test_all_faults_are_told_at_once_in_order_of_line() -> None:
    text = (
        AIR.replace('until = "2031-04-29"', "until = 4")
        .replace('by = "the ministry"\n', "")
        .replace("stands_for", "stand")
    )
    messages = told(text)
    assert len(messages) == 3
    lines = [int(message.split(":")[1]) for message in messages]
    assert lines == sorted(lines)
    assert f"m.toml:{line_with(text, '[[claims]]')}: `by` is missing in [claims]" in messages[-1]


def test_a_tempo_has_no_groups_and_no_claims_about_the_mix() -> None:
    group = '\n[[groups]]\nname = "g"\nplaces = ["Weir"]\n'
    assert "a tempo has no groups" in told(TEMPO + group)[0]
    claim = '\n[[claims]]\nby = "x"\nsays = "y"\ntest = "mix"\ngroup = "g"\nat = "truce"\ndirection = "rise"\n'
    assert any("a tempo answers claims about the level only" in message for message in told(TEMPO + group + claim))


def test_an_air_campaign_has_attackers() -> None:
    assert any(
        "an air campaign has attackers" in message
        for message in told(AIR.replace('names = ["Northern Air Force"]', ""))
    )


def test_names_that_are_used_twice_are_told() -> None:
    again = '\n[[dates]]\nname = "truce"\nday = "2031-04-10"\n'
    assert any("'truce' is used twice" in message for message in told(AIR + again))


def test_a_generic_witness_needs_a_mapping() -> None:
    witness = '\n[[witnesses]]\nkey = "w"\nname = "W"\nrole = "control"\nprofile = "generic"\n'
    assert any("a generic profile needs a `mapping`" in message for message in told(AIR + witness))


def test_a_line_is_found_in_lists_of_tables_and_tables_below_them() -> None:
    text = "[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\nx = 3\n[[a.c]]\nz = 4\n[[a.c]]\nz = 5\n"
    assert line_of(text, ("a", 0, "x")) == 2
    assert line_of(text, ("a", 0, "b", "y")) == 4
    assert line_of(text, ("a", 1, "x")) == 6
    assert line_of(text, ("a", 1, "c", 1, "z")) == 10
    assert line_of(text, ("a", 1, "missing")) == 5
    assert line_of(text, ("nowhere",)) == 1
