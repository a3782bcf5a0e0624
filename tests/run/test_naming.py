"""Naming: the quick look for a few names finds them wherever a scan for all names does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.monitors.hearing.sides import Sides
from histor.records.heard import Side
from histor.records.register import fold_name
from histor.run.naming import naming
from histor.run.register import Known, register_of
from histor.steps.link.scan import scan

REGISTER = register_of(Known())
SIDES = Sides(REGISTER)
NAMES = sorted({name for actor in REGISTER.refs.values() for name in actor.names})


def is_islamic_state(side: Side) -> bool:
    return "actor:islamic-state" in side.keys


def anybody(_: Side) -> bool:
    return True


def scanned(sentence: str) -> tuple[Side, ...]:
    hits = scan(sentence, 0, len(sentence), REGISTER)
    return tuple(SIDES.side(hit.words, hit.actors[0].ref) for hit in hits if hit.actors)


ISLAMIC_STATE = naming(REGISTER, SIDES, is_islamic_state)
ANYBODY = naming(REGISTER, SIDES, anybody)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Jets hit a depot of ISIS's outside the town.", ["ISIS"]),
        ("The village fell to Da'esh at dawn.", ["Da'esh"]),
        ("An Islamic State-held bakery was struck.", ["Islamic State"]),
        ("A commander of I.S.I.S. was killed.", ["I.S.I.S."]),
        ("Mortars fell on the crisis cell of the army.", []),
        ("Islamic states of the Gulf were asked.", []),
    ],
)
def test_whoever_is_sought_is_named_as_it_is_written(sentence: str, names: list[str]) -> None:
    assert [side.name for side in ISLAMIC_STATE(sentence)] == names


def test_nobody_else_is_named() -> None:
    assert ISLAMIC_STATE("The Syrian Army shelled Jabhat al-Nusra.") == ()


def test_without_anybody_sought_no_sentence_is_looked_at() -> None:
    assert naming(REGISTER, SIDES, lambda _: False)("ISIS shelled the Syrian Army.") == ()


@given(st.sampled_from(NAMES), st.sampled_from(["{}", "{}s fled.", "the {}’s men", "anti-{}, they say", "({}/others)"]))
def test_the_quick_look_misses_nobody(name: str, around: str) -> None:
    sentence = around.format(name)
    assert ANYBODY(sentence) == scanned(sentence)
    assert ISLAMIC_STATE(sentence) == tuple(filter(is_islamic_state, scanned(sentence)))


def test_both_articles_open_a_name() -> None:
    both = [name for name in NAMES if fold_name(name).startswith("al ")][:50]
    assert both
    for name in both:
        turned = "El " + " ".join(name.split("-", 1)[-1:])
        assert ANYBODY(turned) == scanned(turned)
