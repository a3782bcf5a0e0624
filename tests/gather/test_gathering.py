from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from histor.steps.gather import gather
from histor.steps.gather.values import values_of
from histor.steps.join.bonding import bonds_among
from join.told import DAY, MINISTRY, MONITOR, NEXT_TOWN, SOURCE, STATE_TV, Stretch, doer, killed, telling

OTHER_WORDS = "Traders selling diesel died when warplanes hit their market in Tell Sukkar, a doctor said."
THIRD_WORDS = "Fifteen bodies were brought from the diesel market at Tell Sukkar that jets had bombed, the body said."


def gathered(*told):
    """Give the incidents of some events, whose bonds are worked out among all of them."""
    pairs = [(one, other) for one in told for other in told if one.id < other.id]
    return gather({each.id: each for each in told}, bonds_among(pairs))


def only(*told):
    (incident,) = gathered(*told)
    return incident


def test_one_strike_in_two_reports_is_one_incident_and_each_value_says_who_gives_it():
    incident = only(
        telling("e-1", quantities=(killed(12, 12),)),
        telling("e-2", by=MINISTRY, paper="Daily", sentence=OTHER_WORDS, quantities=(killed(15, 15),)),
    )
    counts = {value.text: value.origins for value in incident.values if value.field == "count"}
    assert counts == {"12": ("actor:monitor",), "15": ("state:RUS",)}
    assert [value.text for value in incident.values if value.field == "where"] == ["Tell Sukkar"]


def test_a_place_or_day_that_only_the_words_around_it_name_is_an_answer_where_nobody_names_one():
    around = replace(NEXT_TOWN, basis="paragraph"), Stretch("2016-03-07", "2016-03-08", "paragraph")
    named, vague = telling("e-1"), telling("e-2", at=(around[0],), days=around[1], sentence=OTHER_WORDS)
    both = {value.field: (value.text, value.around) for value in values_of([named, vague])}
    assert (both["where"], both["when"]) == (("Tell Sukkar", False), (DAY, False))
    alone = {value.field: (value.text, value.around) for value in values_of([vague])}
    assert (alone["where"], alone["when"]) == (("Tell Milh", True), ("2016-03-07…2016-03-08", True))


def test_words_that_sum_up_many_give_no_number_and_no_disagreement_to_one_happening():
    single = telling("e-1", quantities=(killed(12, 12),), actors=(doer("Russia", "state:RUS", "RUS"),))
    since = telling("e-2", by=MINISTRY, paper="Daily", sentence=OTHER_WORDS, quantities=(killed(300, None),),
                    actors=(doer("Syria", "state:SYR", "SYR"),))  # fmt: skip
    apart = only(single, since)
    assert {each.about for each in apart.contradictions} == {"how many", "who did it"}
    summed = replace(since, setting=replace(since.setting, summary=("“since”",)))
    both, alone = only(single, summed), only(summed)
    assert both.contradictions == ()
    assert [(toll.low, toll.high) for toll in both.tolls] == [(12, 12)]
    assert [value.text for value in both.values if value.field == "count"] == ["12"]
    assert {telling.id for telling in both.tellings} == {"e-1", "e-2"}
    assert (both.is_summary, alone.is_summary) == (False, True)
    assert [toll.low for toll in alone.tolls] == [300]


def test_two_towns_and_two_days_stay_apart_even_over_an_event_that_fits_both():
    wide = Stretch("2016-03-07", "2016-03-08", "own")
    first, second = telling("e-1"), telling("e-2", on="2016-03-08")
    groups = [
        {each.id for each in incident.tellings} for incident in gathered(first, second, telling("e-3", days=wide))
    ]
    assert not any({"e-1", "e-2"} <= group for group in groups)
    groups = [{each.id for each in incident.tellings} for incident in gathered(first, telling("e-4", at=(NEXT_TOWN,)))]
    assert sorted(map(sorted, groups)) == [["e-1"], ["e-4"]]


def test_the_incident_says_who_told_it_first_and_how_the_number_moved():
    later = telling("e-1", published="2016-03-09", sentence=OTHER_WORDS, quantities=(killed(15),))
    first = telling("e-2", published="2016-03-07", paper="Daily", quantities=(killed(12, 12),))
    incident = only(later, first)
    assert incident.tellings[0].row.source.outlet == "Daily"
    (toll,) = incident.tolls
    assert (toll.low, toll.high) == (12, None)
    assert [(day, number) for day, number, _ in toll.course] == [("2016-03-07", "12"), ("2016-03-09", "15 or more")]


_told = st.builds(
    lambda number, by, sentence, status, toll, day, town: telling(
        f"e-{number}",
        by=by,
        sentence=sentence,
        status=status,
        stance="denies" if status == "denied" else "asserts",
        quantities=(killed(toll, toll),) if toll else (),
        days=day,
        at=(town,),
    ),
    number=st.integers(0, 9),
    by=st.sampled_from([None, MONITOR, MINISTRY, SOURCE, STATE_TV]),
    sentence=st.sampled_from([OTHER_WORDS, THIRD_WORDS]),
    status=st.sampled_from(["occurred", "denied"]),
    toll=st.sampled_from([None, 12, 15, 90]),
    day=st.sampled_from([Stretch(DAY, DAY, "own"), Stretch("2016-03-06", DAY, "published"), None]),
    town=st.sampled_from([telling("x").setting.spots[0], NEXT_TOWN]),
)


# Machines are noisy: how long an example takes says nothing of whether it holds.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_told, min_size=2, max_size=6, unique_by=lambda each: each.id).flatmap(
    lambda told: st.tuples(st.just(told), st.permutations(told))
))  # fmt: skip
def test_the_order_of_arrival_never_changes_the_incidents(orders):
    told, otherwise = orders
    assert gathered(*told) == gathered(*otherwise)


# Machines are noisy: how long an example takes says nothing of whether it holds.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_told, min_size=1, max_size=6, unique_by=lambda each: each.id))
def test_every_event_is_in_exactly_one_incident(told):
    held = [each.id for incident in gathered(*told) for each in incident.tellings]
    assert sorted(held) == sorted(each.id for each in told)


def test_an_incident_keeps_its_id_while_later_reports_join_it():
    first = telling("e-1", published="2016-03-07")
    assert only(first).id == only(first, telling("e-2", sentence=OTHER_WORDS, published="2016-03-09")).id


def test_names_of_the_doer_that_differ_between_origins_are_contested():
    russia = doer("Russian aircraft", "state:RUS/military", "RUS")
    coalition = doer("Coalition aircraft", "actor:coalition", None)
    incident = only(
        telling("e-1", actors=(russia,)),
        replace(telling("e-2", by=MINISTRY, sentence=OTHER_WORDS, actors=(coalition,), target=None), copy_of=""),
    )
    assert incident.contested == ("who did it",)
    assert incident.grade == "contested"
