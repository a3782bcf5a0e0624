from dataclasses import replace

import pytest

from cli.sample import DENIAL, STRIKE
from histor.records.answer import ClaimRow, EventRow, Source
from histor.records.measures import Count, Span, When
from histor.records.text import Published
from histor.run.disagreeing import find_disagreements

DAY = "2016-03-14"
SOURCE = Source("r-1", "one.txt", "The Gazette", Published(DAY, DAY, "day", "given"), None, None, "")
ELSEWHERE = replace(SOURCE, report_id="r-2", key="two.txt")
TOLD = "Jets struck a market at Atarib, a monitor said."
DENIED = "A ministry denied that jets had struck Atarib."


def row(voice, sentence=TOLD, *, status="occurred", killed=None, day=DAY, source=SOURCE, kind="ASSAULT", claim=None):
    """An event as one voice tells it."""
    quantities = (Count("killed", Span(0, 2), *killed),) if killed else ()
    when = When(None, day, day, "day") if day else None
    event = replace(STRIKE, id=f"e-{voice}", type=kind, status=status, when=when, quantities=quantities, claim=claim)
    return EventRow(event, source, "struck", sentence, ("The Gazette", voice))


def denial(voice="a ministry", sentence=DENIED, **changes):
    return row(voice, sentence, status="denied", claim=DENIAL.id, **changes)


DENYING = ClaimRow(DENIAL, SOURCE, "that jets had struck Atarib", "A ministry", ("The Gazette", "a ministry"))


def found(*rows):
    return [(each.about, each.named) for each in find_disagreements(rows, (DENYING,))]


def test_a_denial_disagrees_with_another_voice_that_names_the_same_place():
    assert found(row("a monitor"), denial(source=ELSEWHERE)) == [("whether it happened", "Atarib")]


def test_a_denial_without_a_name_answers_its_own_report_only():
    without = "A ministry denied that jets had struck."
    assert found(row("a monitor"), denial(sentence=without)) == [("whether it happened", None)]
    assert found(row("a monitor"), denial(sentence=without, source=ELSEWHERE)) == []


def test_what_is_said_not_to_be_but_is_not_denied_by_a_voice_is_no_disagreement():
    assert found(row("a monitor"), row("a ministry", DENIED, status="denied", source=ELSEWHERE)) == []


def test_numbers_that_no_count_fits_disagree():
    fewer = row("a ministry", killed=(4, 4), source=ELSEWHERE)
    assert found(row("a monitor", killed=(15, None)), fewer) == [("how many killed", "Atarib")]


@pytest.mark.parametrize("other", [(12, 20), (15, 15), (None, None), (10, None), (None, 30)])
def test_numbers_that_one_count_fits_do_not(other):
    assert found(row("a monitor", killed=(15, None)), row("a ministry", killed=other, source=ELSEWHERE)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"sentence": "A ministry denied that jets had struck Azaz.", "source": ELSEWHERE},
        {"day": "2016-03-20"},
        {"kind": "RETREAT"},
        {"voice": "a monitor"},
    ],
)
def test_another_place_day_or_act_or_the_same_voice_is_no_disagreement(changes):
    assert found(row("a monitor"), denial(**changes)) == []


def test_a_name_that_stands_in_many_reports_tells_nothing_apart():
    others = [
        row(f"voice {each}", source=replace(SOURCE, report_id=f"r-{each}"), day="2016-01-01") for each in range(9)
    ]
    assert found(row("a monitor"), denial(source=ELSEWHERE), *others) == []


def test_a_planned_strike_contradicts_nothing():
    assert found(row("a monitor", status="planned"), denial(source=ELSEWHERE)) == []


def test_the_same_rows_give_the_same_disagreements_in_the_same_order():
    rows = [row("a monitor", killed=(15, None)), denial(source=ELSEWHERE), row("sources", killed=(3, 3))]
    assert found(*rows) == found(*rows) == [("whether it happened", "Atarib")] * 2 + [("how many killed", "Atarib")]
