"""Drafts of ceasefires: each field stands in words of a report, and what no words give is left open."""

from pathlib import Path

import pytest

from histor.monitors.reading import read_definition
from histor.monitors.truce.definition import TruceDefinition
from histor.records.drafts import Found, TruceDraft
from histor.run.definitions import Suggested, is_drafted, suggest
from monitors.reports import EFFECT, QUIET, REPORTS, Report, make_ledger


@pytest.fixture(scope="module")
def suggested(tmp_path_factory: pytest.TempPathFactory) -> Suggested:
    (found,) = suggest(make_ledger(tmp_path_factory.mktemp("drafts")))
    return found


def drafts(folder: Path, *texts: str, day: str = "2031-04-10") -> tuple[TruceDraft, ...]:
    reports: list[Report] = [(f"r{place}", day, "Gulf Wire", text) for place, text in enumerate(texts)]
    found = [one.draft for one in suggest(make_ledger(folder, reports))]
    return tuple(draft for draft in found if isinstance(draft, TruceDraft))


def truce(suggested: Suggested) -> TruceDraft:
    assert isinstance(suggested.draft, TruceDraft)
    return suggested.draft


def values(found: tuple[Found, ...]) -> set[str]:
    return {one.value for one in found}


def test_a_truce_is_drafted_with_its_day_parties_brokers_and_those_it_leaves_out(suggested: Suggested) -> None:
    draft = truce(suggested)
    assert [found.value for found in draft.in_effect] == ["2031-04-10"]
    assert [found.value for found in draft.declared] == ["2031-04-06"]
    assert values(draft.time_zone) == {"Aden time"}
    assert values(draft.brokers) == {"Oman", "Kuwait"}
    assert values(draft.parties) == {"government of Yemen", "rebel forces"}
    assert values(draft.excluded) == {"Islamic State", "al-Qaeda"}
    assert values(draft.countries) == {"Yemen"}
    assert draft.key == "ceasefire-yem-2031-04-10"


def test_every_value_stands_in_the_words_that_it_is_quoted_with(suggested: Suggested) -> None:
    draft, texts = truce(suggested), {text for _, _, _, text in REPORTS}
    fields = ("in_effect", "declared", "time_zone", "brokers", "parties", "excluded", "countries")
    lines = [line for name in fields for found in getattr(draft, name) for line in found.lines]
    assert lines
    assert all(any(line.sentence in text for text in texts) for line in lines)
    for name in ("time_zone", "parties", "excluded", "countries"):
        for found in getattr(draft, name):
            assert all(found.value in line.sentence for line in found.lines)


def test_each_value_is_given_with_the_words_that_say_it(suggested: Suggested) -> None:
    said = {
        (given.field, given.found.value): quote.line.sentence[mark.start : mark.end]
        for given in suggested.given
        for quote in given.quotes
        for mark in quote.marks
    }
    assert said["in_effect", "2031-04-10"] in ("Thursday, 10 April", "Thursday")
    assert said["declared", "2031-04-06"] == "6 April"
    assert said["time_zone", "Aden time"] == "Aden time"
    assert said["brokers", "Kuwait"] == "Kuwait"
    assert said["parties", "rebel forces"] == "rebel forces"
    assert said["excluded", "al-Qaeda"] == "al-Qaeda"
    assert {field for field, _ in said} == {given.field for given in suggested.given}


def test_each_sentence_is_given_with_its_place_in_the_report(suggested: Suggested) -> None:
    texts = {text for _, _, _, text in REPORTS}
    for given in suggested.given:
        assert len(given.quotes) == given.found.reports
        for quote in given.quotes:
            assert quote.at is not None
            assert any(text[quote.at.start : quote.at.end] == quote.line.sentence for text in texts)


def test_a_definition_that_was_suggested_is_known_again(suggested: Suggested) -> None:
    assert is_drafted(suggested.definition)
    assert not is_drafted('monitor = "ceasefire"\n')


def test_what_no_report_says_is_left_open_and_told(suggested: Suggested, tmp_path: Path) -> None:
    assert suggested.missing == ("an end",)
    (draft,) = drafts(tmp_path, EFFECT[3])
    assert draft.parties == draft.excluded == draft.declared == ()
    assert set(draft.missing) == {"declared", "ends", "time_zone", "parties", "excluded"}


def test_the_draft_is_a_definition_that_is_good(suggested: Suggested) -> None:
    found = read_definition(suggested.definition, key="draft.toml")
    assert isinstance(found, TruceDefinition), found
    assert (found.in_effect, found.declared, found.ends) == ("2031-04-10", "2031-04-06", None)
    assert found.brokers == ("Kuwait", "Oman")
    assert {bound.name for bound in found.excluded} == {"Islamic State", "al-Qaeda"}
    assert "# No report says an end: left open." in suggested.definition
    assert "“It does not cover the Islamic State or al-Qaeda.”" in suggested.definition


def test_a_draft_without_parties_is_still_a_definition_and_says_so(tmp_path: Path) -> None:
    (found,) = suggest(make_ledger(tmp_path, [EFFECT]))
    assert isinstance(read_definition(found.definition, key="d"), TruceDefinition)
    assert "# No report says whom it binds: left open." in found.definition


@pytest.mark.parametrize(
    "text",
    [
        "The envoy called for a ceasefire that would begin on Thursday.",
        "A ceasefire could begin in Yemen on Thursday if both sides sign, the envoy said.",
        "The fighting went on in Taiz on Thursday.",
        "A market was hit on Tuesday, hours after the truce began.",
        "It is the second raid since the truce began, after that on Marib on 7 April.",
    ],
)
def test_a_truce_that_is_only_sought_or_dated_otherwise_is_no_truce(text: str, tmp_path: Path) -> None:
    assert drafts(tmp_path, text) == ()


def test_two_truces_of_two_countries_are_two_drafts(tmp_path: Path) -> None:
    found = drafts(
        tmp_path,
        "A ceasefire took effect in Yemen on Thursday. It does not cover al-Qaeda.",
        "A truce began across Sudan on Wednesday, and it excludes the Islamic State.",
    )
    assert [draft.key for draft in found] == ["ceasefire-sdn-2031-04-09", "ceasefire-yem-2031-04-10"]
    assert [values(draft.excluded) for draft in found] == [{"Islamic State"}, {"al-Qaeda"}]


def test_another_day_that_is_given_for_the_same_truce_stands_beside(tmp_path: Path) -> None:
    (draft,) = drafts(
        tmp_path,
        "A ceasefire took effect in Yemen on Thursday.",
        "A ceasefire came into force in Yemen on Thursday, aid workers said.",
        "A ceasefire took effect in Yemen on Wednesday.",
    )
    assert [found.value for found in draft.in_effect] == ["2031-04-10", "2031-04-09"]


def test_who_joined_is_a_party_from_the_day_that_is_told(tmp_path: Path) -> None:
    (draft,) = drafts(
        tmp_path, EFFECT[3], "The Yemeni government has accepted the truce, its spokesman said.", QUIET[3]
    )
    (party,) = draft.parties
    assert (party.value, party.since) == ("Yemeni government", "2031-04-10")
    assert party.sectors == ("GOV", "MIL")


def test_who_never_joined_is_no_party(tmp_path: Path) -> None:
    (draft,) = drafts(tmp_path, EFFECT[3], "Al-Qaeda has never accepted the truce.")
    assert draft.parties == ()
