"""Questions find what they name, all of it and nothing else, in one order, page by page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from histor.errors import NotFoundError, UsageError
from histor.records.claims import Speaker
from histor.records.events import Party
from histor.records.measures import When
from histor.records.question import Question
from histor.records.record import Record
from histor.records.text import Published
from histor.store.append import append
from histor.store.ledger import Ledger, open_to_write
from histor.store.questions import Tally, claims, events, problems, raw_of, record, reports, tally
from store.records_at_hand import at, bytes_of, depot, on, with_report


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_to_write(tmp_path / "histor.db") as opened:
        yield opened


def keep(ledger: Ledger, *records: Record) -> None:
    append(ledger, [(one, bytes_of(one)) for one in records], recorded="2016-05-01T00:00:00Z")


def claim_ids(ledger: Ledger, question: Question) -> list[str]:
    return [row.claim.id for row in claims(ledger, question).items]


def event_ids(ledger: Ledger, question: Question) -> list[str]:
    return [row.event.id for row in events(ledger, question).items]


def report_ids(ledger: Ledger, question: Question) -> list[str]:
    return [row.source.report_id for row in reports(ledger, question).items]


def test_rows_carry_their_report_and_their_words(ledger: Ledger) -> None:
    keep(ledger, depot())
    strike = events(ledger, Question()).items[0]
    assert strike.source.key == "reports/1.txt"
    assert strike.source.outlet == "Courier"
    assert strike.source.published == on("2016-03-14")
    assert strike.words == "struck"
    assert strike.sentence == ("The Defence Ministry said on Monday that its aircraft had struck a depot near Idlib.")
    assert strike.chain == ("Courier", "Defence Ministry")
    denial = claims(ledger, Question(stance="denies")).items[0]
    assert denial.words == "that any talks were held in Geneva"
    assert denial.said_by == "Ambassador Lind"
    assert denial.chain == ("Courier", "Omar Haddad", "Ambassador Lind")
    report = reports(ledger, Question()).items[0]
    assert (report.claims, report.events, report.problems) == (3, 3, 1)
    assert report.source.title == "Depot hit near Idlib"
    problem = problems(ledger, Question()).items[0]
    assert (problem.words, problem.problem.code) == ("Monday", "no-year")


def test_an_event_in_the_reports_own_voice_stands_on_the_outlets_word(ledger: Ledger) -> None:
    own = tuple(replace(event, claim=None) for event in depot().events)
    keep(ledger, replace(depot(), events=own), replace(depot("2", outlet=None), events=()))
    assert events(ledger, Question()).items[0].chain == ("Courier",)


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        ("Assad", ["e-1a"]),
        ("assad brig", ["e-1a"]),
        ("al-Assad", ["e-1a"]),
        ("ambassador", ["e-1c"]),
        ("bassador", []),
        ("Russian", ["e-1a"]),
        ("aerospace", ["e-1a"]),
        ("space", []),
        ("actor:rus-vks", ["e-1a"]),
        ("actor:rus-vk", []),
        ("rus-vks", ["e-1a"]),
        ("Omar Haddad", []),
    ],
)
def test_an_actor_is_found_by_the_start_of_a_word(ledger: Ledger, actor: str, found: list[str]) -> None:
    keep(ledger, depot())
    assert event_ids(ledger, Question(actor=actor)) == found


def test_accents_hyphens_and_case_do_not_count(ledger: Ledger) -> None:
    named = replace(depot().events[2], actors=(Party((at("Ambassador Lind"),), "Jérôme O’Brien-Saïd"),))
    keep(ledger, replace(depot(), events=(named,)))
    for actor in ("jerome", "OBRIEN", "o'brien said", "Saïd"):
        assert event_ids(ledger, Question(actor=actor)) == ["e-1c"]


def test_a_scheme_is_no_word_of_a_ref(ledger: Ledger) -> None:
    keep(ledger, depot())
    assert event_ids(ledger, Question(actor="actor")) == []
    assert event_ids(ledger, Question(place="geonames")) == []


@pytest.mark.parametrize(
    ("place", "found"),
    [("idlib", ["e-1a"]), ("Gen", ["e-1c"]), ("lib", []), ("geonames:169389", ["e-1a"]), ("geonames:16938", [])],
)
def test_a_place_is_found_by_name_or_ref(ledger: Ledger, place: str, found: list[str]) -> None:
    keep(ledger, depot())
    assert event_ids(ledger, Question(place=place)) == found


@pytest.mark.parametrize(
    ("speaker", "found"),
    [("ministry", ["c-1a"]), ("actor:rus-mod", ["c-1a"]), ("omar", ["c-1b"]), ("Lind", ["c-1c"]), ("inistry", [])],
)
def test_a_speaker_is_found_by_name_or_ref(ledger: Ledger, speaker: str, found: list[str]) -> None:
    keep(ledger, depot())
    assert claim_ids(ledger, Question(speaker=speaker)) == found


def test_a_speaker_asked_of_events_is_that_of_their_claim(ledger: Ledger) -> None:
    keep(ledger, depot())
    assert event_ids(ledger, Question(speaker="Defence Ministry")) == ["e-1a"]
    assert event_ids(ledger, Question(stance="denies")) == ["e-1c"]


def test_an_act_asked_of_claims_is_one_that_they_hold(ledger: Ledger) -> None:
    keep(ledger, depot())
    assert claim_ids(ledger, Question(type="assault")) == ["c-1a", "c-1b"]
    assert claim_ids(ledger, Question(type="ASSAULT", place="Idlib")) == ["c-1a"]
    assert claim_ids(ledger, Question(status="denied", stance="denies")) == ["c-1c"]


def test_a_report_holds_the_act_in_the_claim_asked_for(ledger: Ledger) -> None:
    keep(ledger, depot("1"), replace(depot("2"), events=()))
    assert report_ids(ledger, Question(type="ASSAULT", speaker="Defence Ministry")) == ["r-1"]
    assert report_ids(ledger, Question(type="CONSULT", speaker="Defence Ministry")) == []
    assert report_ids(ledger, Question(speaker="Defence Ministry")) == ["r-1", "r-2"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2016-03-01", None, ["e-1a", "e-1b", "e-1c"]),
        ("2016-03-02", None, ["e-1b", "e-1c"]),
        (None, "2016-02-27", ["e-1a"]),
        (None, "2016-02-26", []),
        ("2016-02-28", "2016-02-28", ["e-1a"]),
        ("2016-03-14", "2016-03-14", ["e-1b", "e-1c"]),
        ("2016-03-15", None, []),
    ],
)
def test_days_overlap_with_both_ends_included(
    ledger: Ledger, since: str | None, until: str | None, found: list[str]
) -> None:
    keep(ledger, depot())
    assert event_ids(ledger, Question(since=since, until=until)) == found


def test_a_claim_is_dated_by_the_day_it_was_said_else_by_publication(ledger: Ledger) -> None:
    said = When(at("Monday"), "2016-03-07", "2016-03-07", "day")
    dated = replace(depot().claims[0], said=said)
    unresolved = replace(depot().claims[1], said=When(at("Monday")))
    keep(ledger, replace(depot(), claims=(dated, unresolved, *depot().claims[2:])))
    assert claim_ids(ledger, Question(until="2016-03-10")) == ["c-1a"]
    assert claim_ids(ledger, Question(since="2016-03-14")) == ["c-1b", "c-1c"]


def test_a_month_of_publication_overlaps_its_days(ledger: Ledger) -> None:
    keep(ledger, with_report(depot(), published=Published("2016-03-01", "2016-03-31", "month", "metadata")))
    assert report_ids(ledger, Question(since="2016-03-31")) == ["r-1"]
    assert report_ids(ledger, Question(until="2016-02-29")) == []


def test_what_has_no_day_is_in_no_span_of_days(ledger: Ledger) -> None:
    keep(ledger, depot(day=None))
    assert report_ids(ledger, Question(since="1900-01-01")) == []
    assert event_ids(ledger, Question(since="1900-01-01")) == ["e-1a"]
    assert len(event_ids(ledger, Question())) == 3


def test_words_are_found_in_claims_sentences_and_reports(ledger: Ledger) -> None:
    keep(ledger, depot("1"), depot("2"))
    assert claim_ids(ledger, Question(text="people killed")) == ["c-1b", "c-2b"]
    assert claim_ids(ledger, Question(text='"killed people"')) == []
    assert claim_ids(ledger, Question(text='"people were killed"')) == ["c-1b", "c-2b"]
    assert event_ids(ledger, Question(text="Courier")) == ["e-1b", "e-2b"]
    assert report_ids(ledger, Question(text="Idl*")) == ["r-1", "r-2"]
    assert report_ids(ledger, Question(text="Idl")) == []
    assert report_ids(ledger, Question(text="depot OR nothing")) == []


@pytest.mark.parametrize("text", ["AND", "(", 'half "a phrase', "a-b:c", "NEAR(x", "^x", "x*y", "'"])
def test_signs_of_the_search_language_are_plain_words(ledger: Ledger, text: str) -> None:
    keep(ledger, depot())
    if any(sign.isalpha() for sign in text):
        assert claim_ids(ledger, Question(text=text)) == []
    else:
        with pytest.raises(UsageError, match="no word to look for"):
            claims(ledger, Question(text=text))


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Question(since="yesterday"),
        lambda: Question(until="2016-13-01"),
        lambda: Question(since="20160301"),
        lambda: Question(type="STRIKE"),
        lambda: Question(status="done"),
        lambda: Question(stance="says"),
        lambda: Question(as_of="noon"),
        lambda: Question(limit=0),
    ],
)
def test_a_question_that_cannot_be_is_refused(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UsageError):
        ask()


def test_names_without_a_letter_and_foreign_page_marks_are_refused(ledger: Ledger) -> None:
    for question in (Question(actor="!?"), Question(after="page 2"), Question(after="[1,2]"), Question(after="7")):
        with pytest.raises(UsageError):
            events(ledger, question)


def test_rows_stand_by_day_then_report_then_place_and_undated_reports_last(ledger: Ledger) -> None:
    keep(ledger, depot("3", day=None), depot("2", day="2016-03-02"), depot("1"), depot("0"))
    assert report_ids(ledger, Question()) == ["r-2", "r-0", "r-1", "r-3"]
    assert claim_ids(ledger, Question())[:4] == ["c-2a", "c-2b", "c-2c", "c-0a"]


@pytest.mark.parametrize("size", [1, 2, 5, 12, 40])
def test_pages_give_every_row_once_in_order(ledger: Ledger, size: int) -> None:
    keep(ledger, *(depot(number, day="2016-03-14" if number != "2" else None) for number in "4123"))
    for ask in (reports, claims, events, problems):
        whole = ask(ledger, Question()).items
        paged: list[object] = []
        page = ask(ledger, Question(limit=size))
        while True:
            assert len(page.items) <= size
            paged += page.items
            if page.next is None:
                break
            page = ask(ledger, Question(limit=size, after=page.next))
        assert tuple(paged) == whole


def test_a_page_continues_though_reports_were_added_before_it(ledger: Ledger) -> None:
    keep(ledger, depot("1"), depot("2"))
    first = reports(ledger, Question(limit=1))
    keep(ledger, depot("0", day="2016-01-01"))
    assert report_ids(ledger, Question(after=first.next)) == ["r-2"]


def test_problems_refuse_what_they_cannot_be_asked_by(ledger: Ledger) -> None:
    keep(ledger, depot())
    assert len(problems(ledger, Question(text="--published")).items) == 1
    assert len(problems(ledger, Question(text="no-year", since="2016-03-14")).items) == 1
    assert problems(ledger, Question(text="charset")).items == ()
    with pytest.raises(UsageError, match="actor"):
        problems(ledger, Question(actor="Assad"))


def test_a_record_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    keep(ledger, depot("10"), depot("11"), depot("1"))
    assert record(ledger, "r-10") == depot("10")
    assert record(ledger, "r-1") == depot("1")
    assert raw_of(ledger, "r-11") == bytes_of(depot("11"))
    with pytest.raises(UsageError, match=r"r-1, report r-10, report r-11"):
        record(ledger, "r-")
    with pytest.raises(NotFoundError, match="r-9"):
        record(ledger, "r-9")
    with pytest.raises(NotFoundError, match="c-1a"):
        record(ledger, "c-1a")
    with pytest.raises(NotFoundError, match="2016-01-01"):
        record(ledger, "r-10", as_of="2016-01-01")


def test_a_tally_counts_what_counts_now(ledger: Ledger) -> None:
    keep(ledger, depot("1"), depot("2"), with_report(depot("1"), published=on("2016-03-15")))
    assert tally(ledger) == Tally(reports=2, readings=3, claims=6, events=6, problems=2)


def test_claims_whose_speaker_is_nobody_do_not_match_a_speaker(ledger: Ledger) -> None:
    nobody = replace(depot().claims[0], speaker=Speaker(None, "unnamed"))
    keep(ledger, replace(depot(), claims=(nobody, *depot().claims[1:])))
    assert claim_ids(ledger, Question(speaker="Defence")) == []
    assert claims(ledger, Question()).items[0].chain == ("Courier", "unnamed")
