"""Merges and splits of people: what they hold together is one, what they hold apart is not, in any order of arrival."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from histor.records.decisions import Decision, Ruling, identified
from histor.steps.gather import gather
from histor.steps.gather.rulings import settle
from histor.steps.join.bonding import bonds_among
from join.told import DAY, MINISTRY, MONITOR, NEXT_TOWN, TOWN, Stretch, killed, telling

WORDS = "Traders selling diesel died when warplanes hit their market in Tell Sukkar, a doctor said."
EVENTS = tuple(f"e-{number}" for number in range(6))


def ruling(one, other, *, together, on="2026-05-03"):
    kind = "merge" if together else "split"
    made = identified(Decision("", kind, "incident", (), f"Rana on {one} and {other}", on, "so it is"))
    return Ruling(together, *sorted((one, other)), made)


def groups(told, rulings=()):
    pairs = [(one, other) for one, other in combinations(told, 2)]
    found = gather({each.id: each for each in told}, bonds_among(pairs), rulings)
    return {frozenset(each.id for each in incident.tellings) for incident in found}


def test_two_events_in_two_towns_are_one_if_a_person_says_so_with_all_that_each_is_bonded_to():
    here, there = telling("e-0"), telling("e-1", at=(NEXT_TOWN,))
    beside = telling("e-2", at=(NEXT_TOWN,), by=MINISTRY, sentence=WORDS)
    assert groups((here, there, beside)) == {frozenset({"e-0"}), frozenset({"e-1", "e-2"})}
    merged = groups((here, there, beside), [ruling("e-0", "e-1", together=True)])
    assert merged == {frozenset({"e-0", "e-1", "e-2"})}


def test_what_a_person_holds_apart_is_not_brought_together_by_a_third():
    one, other, third = telling("e-0"), telling("e-1", by=MINISTRY, sentence=WORDS), telling("e-2", paper="Daily")
    assert len(groups((one, other, third))) == 1
    found = groups((one, other, third), [ruling("e-0", "e-1", together=False)])
    assert not any({"e-0", "e-1"} <= group for group in found)
    assert any("e-2" in group and len(group) > 1 for group in found)


def test_a_later_word_outranks_an_earlier_one_over_any_number_of_steps():
    early = [ruling("e-0", "e-1", together=True, on="2026-05-01"), ruling("e-1", "e-2", together=True, on="2026-05-02")]
    settled = settle(EVENTS, [*early, ruling("e-0", "e-2", together=False, on="2026-05-03")])
    assert settled.lots[settled.home["e-1"]] == {"e-1", "e-2"}
    assert not settled.may_be_one("e-0", "e-1")


def test_a_ruling_on_an_event_that_is_not_there_says_nothing():
    assert groups((telling("e-0"),), [ruling("e-0", "e-9", together=True)]) == {frozenset({"e-0"})}


_told = st.builds(
    lambda number, by, sentence, status, toll, day, town: telling(
        EVENTS[number],
        by=by,
        sentence=sentence,
        status=status,
        stance="denies" if status == "denied" else "asserts",
        quantities=(killed(toll, toll),) if toll else (),
        days=day,
        at=(town,),
    ),
    number=st.integers(0, 5),
    by=st.sampled_from([None, MONITOR, MINISTRY]),
    sentence=st.sampled_from([WORDS, WORDS.replace("a doctor", "a guard")]),
    status=st.sampled_from(["occurred", "denied"]),
    toll=st.sampled_from([None, 12, 90]),
    day=st.sampled_from([Stretch(DAY, DAY, "own"), Stretch("2016-03-06", DAY, "published")]),
    town=st.sampled_from([TOWN, NEXT_TOWN]),
)
_rulings = st.lists(
    st.builds(
        lambda pair, together, day: ruling(*pair, together=together, on=f"2026-05-0{day}"),
        pair=st.lists(st.sampled_from(EVENTS), min_size=2, max_size=2, unique=True),
        together=st.booleans(),
        day=st.integers(1, 4),
    ),
    max_size=5,
)
_scene = st.tuples(st.lists(_told, min_size=2, max_size=6, unique_by=lambda each: each.id), _rulings)


@settings(deadline=None)  # how busy the machine is says nothing
@given(_scene.flatmap(lambda scene: st.tuples(st.just(scene), *map(st.permutations, scene))))
def test_neither_the_order_of_reports_nor_that_of_decisions_changes_the_incidents(orders):
    (told, rulings), otherwise, shuffled = orders
    assert groups(told, rulings) == groups(otherwise, shuffled)


@settings(deadline=None)  # how busy the machine is says nothing
@given(_scene)
def test_every_event_is_in_one_incident_and_the_last_word_always_holds(scene):
    told, rulings = scene
    found = groups(told, rulings)
    held = [event for group in found for event in group]
    assert sorted(held) == sorted(each.id for each in told)
    if not rulings:
        return
    last = max(rulings, key=lambda each: (each.decision.recorded, each.decision.id, each.one, each.other))
    if {last.one, last.other} <= set(held):
        assert any({last.one, last.other} <= group for group in found) == last.together
