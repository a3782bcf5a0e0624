"""Two acts that one report tells: the sentences that say whether the later one is the earlier told again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from histor.records.incidents import Telling
from histor.records.measures import Span
from histor.steps.join.bonding import bond, weigh
from histor.steps.join.retold import FAR, on_retelling
from histor.steps.join.traits import Traits
from join.told import TOWN, doer, telling

BLAST = "A car bomb exploded at a market in Azaz on Saturday and killed 43 people."
RESCUER = "A rescuer said that the blast had torn through the stalls."
AGAIN = "Another blast hit a checkpoint later in the day."
RAIDS = "Air strikes were reported in the north as well."


def act(words: str, *sentences: str, position: int = 0, **slots: object) -> Telling:
    """Make the act that these words of a report tell; its sentences follow on one another."""
    text = " ".join(sentences)
    start = text.index(words)
    trigger = Span(start, start + len(words))
    first = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
    end = text.find(".", start) + 1
    made = telling(f"e-{start}", report="r-1", sentence=text[first:end], **{"at": (), "mode": None, **slots})
    row = replace(made.row, event=replace(made.row.event, trigger=trigger), words=words)
    return replace(made, row=row, setting=replace(made.setting, sentence=Span(first, end)), position=position)


def found(one: Telling, other: Telling) -> dict[str, float]:
    """Give what is found about two acts, with how much of it."""
    return {name: amount for name, amount, _ in on_retelling(Traits(one), Traits(other))}


def test_the_blast_of_the_next_sentence_is_the_car_bomb_told_again():
    bomb = act("exploded", BLAST, RESCUER, at=(TOWN,), mode="explosives")
    blast = act("blast", BLAST, RESCUER, position=1, mode="explosives")
    assert found(bomb, blast).keys() >= {"next-sentence", "opens-report", "goes-on", "names-no-doer", "same-mode"}
    assert not found(bomb, blast).keys() & {"acts-between", "another", "told-as-several"}
    assert bond(bomb, blast)


def test_another_blast_later_in_the_day_is_another_one():
    bomb = act("exploded", BLAST, AGAIN, mode="explosives")
    second = act("blast", BLAST, AGAIN, position=1, mode="explosives")
    assert "another" in found(bomb, second)
    assert bond(bomb, second) is None


def test_strikes_in_the_north_are_several_where_the_bomb_was_one():
    bomb, raids = act("exploded", BLAST, RAIDS), act("strikes", BLAST, RAIDS, position=1)
    assert found(bomb, raids).keys() >= {"told-as-several", "one-or-several"}
    assert bond(bomb, raids) is None


def test_what_the_report_borrows_for_two_of_its_acts_does_not_part_them():
    other_days = {"on": None, "at": ()}
    bomb = act("exploded", BLAST, RESCUER, mode="explosives", at=(TOWN,))
    blast = act("blast", BLAST, RESCUER, position=1, mode="explosives", **other_days)
    assert weigh(bomb, blast)
    elsewhere = replace(blast, row=replace(blast.row, source=replace(blast.row.source, report_id="r-2")))
    assert weigh(bomb, elsewhere) is None


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_more_acts_are_told_between_the_less_likely_it_is_one(fewer, more):
    fewer, more = sorted((fewer, more))
    amounts = [
        found(act("exploded", BLAST, RESCUER), act("blast", BLAST, RESCUER, position=between + 1)).get(
            "acts-between", 0
        )
        for between in (fewer, more)
    ]
    assert amounts[0] <= amounts[1] <= 1
    assert more < FAR or amounts[1] == 1


@given(st.permutations((BLAST, RESCUER, AGAIN)))
def test_it_does_not_matter_which_of_two_acts_is_named_first(order):
    one = act("exploded", *order, position=order.index(BLAST), actors=(doer("a group", "actor:group"),))
    other = act("blast", *order, position=order.index(RESCUER))
    assert found(one, other) == found(other, one)
