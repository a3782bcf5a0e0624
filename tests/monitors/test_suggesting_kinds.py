"""Drafts of what is no ceasefire: forces that are to leave, talks and air campaigns, each field with its words."""

from dataclasses import replace

from histor.monitors.definition import Definition
from histor.monitors.posture.definition import PostureDefinition
from histor.monitors.reading import read_definition
from histor.monitors.suggesting.drafting import draft_all, may_tell
from histor.monitors.suggesting.quoting import quote_fields
from histor.monitors.suggesting.writing import definition_of
from histor.monitors.talks.definition import TalksDefinition
from histor.records.drafts import Draft, KindDraft
from histor.records.heard import Line, Name, Saying, Side
from histor.records.measures import Day, Span

OMAN = Side("Omani", "state:OMN", keys=frozenset({"state:OMN", "oman"}), of_state=True)
YEMEN = Side("Yemen", "state:YEM", keys=frozenset({"state:YEM", "yemen"}), of_state=True)
ENVOY = Side("Sana Haddad", "actor:sana-haddad", keys=frozenset({"actor:sana-haddad"}))


def said(day: Day, sentence: str, *names: tuple[str, Side | None], **event: object) -> Saying:
    """Give a sentence with names; one without a side is a place only."""
    line = Line("e-1" if event else None, f"r-{day}", "Gulf Wire", day, ("Gulf Wire",), sentence)
    found = tuple(
        Name(Span(sentence.index(words), sentence.index(words) + len(words)), side or Side(words),
             words if side in (None, YEMEN) else None)
        for words, side in names
    )  # fmt: skip
    assert may_tell(sentence)
    return Saying(replace(line, **event), found, (), "")  # type: ignore[arg-type]


ORDER = said(
    "2031-05-02", "Oman ordered the withdrawal of Omani troops from Taiz.", ("Oman", OMAN), ("Taiz", None),
    type="RETREAT", mode="withdraw", status="planned", actors=(OMAN,),
)  # fmt: skip
STAYS = said("2031-05-02", "The Omani base at Marib will remain.", ("Omani", OMAN), ("Marib", None))
OPENED = said(
    "2031-04-21", "Talks between Yemen and the rebels opened in Muscat, with the envoy of the league, Sana Haddad.",
    ("Yemen", YEMEN), ("Muscat", None), ("Sana Haddad", ENVOY),
)  # fmt: skip
AGAIN = said("2031-04-22", "A round of talks with Yemen opens in Muscat.", ("Yemen", YEMEN), ("Muscat", None))
RAIDS = [
    said(f"2031-05-0{day}", "Omani jets bombed a depot in Yemen.", ("Omani", OMAN), ("Yemen", YEMEN),
         type="ASSAULT", mode="aerial", status="occurred", actors=(OMAN,))
    for day in (1, 2, 5)
]  # fmt: skip


def only(*sayings: Saying) -> KindDraft:
    (draft,) = draft_all(sayings)
    assert isinstance(draft, KindDraft)
    return draft


def values(draft: KindDraft, field: str) -> set[str]:
    return {found.value for found in draft.values(field)}


def good(draft: Draft) -> object:
    found = read_definition(definition_of(draft), key="draft.toml")
    assert not isinstance(found, tuple), found
    return found


def test_an_ordered_withdrawal_is_drafted_with_its_force_its_sites_and_its_day() -> None:
    draft = only(ORDER, STAYS)
    assert (draft.monitor, draft.key) == ("posture", "posture-omn-2031-05-02")
    assert [values(draft, name) for name in ("since", "names", "sites")] == [
        {"2031-05-02"},
        {"Oman"},
        {"Taiz", "Marib"},
    ]
    found = good(draft)
    assert isinstance(found, PostureDefinition)
    assert (found.force.names, {site.name for site in found.sites}) == (("Oman",), {"Taiz", "Marib"})


def test_a_withdrawal_that_is_only_told_of_opens_no_draft() -> None:
    happened = replace(ORDER, line=replace(ORDER.line, status="occurred", sentence="Omani troops left: a withdrawal."))
    assert draft_all([happened]) == ()


def test_talks_that_two_reports_tell_of_are_drafted_with_those_who_talk_and_who_brings_them_together() -> None:
    draft = only(OPENED, AGAIN)
    assert draft.key == "talks-muscat-2031-04-21"
    assert [values(draft, name) for name in ("places", "parties", "brokers")] == [
        {"Muscat"},
        {"Yemen"},
        {"Sana Haddad"},
    ]
    assert isinstance(good(draft), TalksDefinition)
    assert draft_all([OPENED]) == ()


def test_an_air_campaign_is_drafted_with_the_days_of_the_others_as_its_dates() -> None:
    posture, air = draft_all([*RAIDS, ORDER])
    assert isinstance(air, KindDraft)
    assert (posture.key[:7], air.key) == ("posture", "air-omn-2031-05-01")
    assert values(air, "countries") == {"Yemen"}
    found = good(air)
    assert isinstance(found, Definition)
    assert (found.since, found.until, [date.day for date in found.dates]) == (
        "2031-05-01",
        "2031-05-05",
        ["2031-05-02"],
    )
    assert draft_all(RAIDS[:2]) == ()


def test_every_value_is_quoted_with_the_words_that_it_came_from() -> None:
    for draft in draft_all([*RAIDS, ORDER, STAYS, OPENED, AGAIN]):
        text = definition_of(draft)
        assert isinstance(draft, KindDraft)
        lines = [line for _, held in draft.fields for found in held for line in found.lines]
        assert lines
        assert all(
            f"“{line.sentence}”" in text for _, held in draft.fields for found in held for line in found.lines[:1]
        )


def test_what_no_words_give_is_told() -> None:
    assert "# No report says a site that it leaves or stays at: left open." in definition_of(
        only(replace(ORDER, names=ORDER.names[:1]))
    )


def test_a_state_is_given_by_any_word_that_stands_for_it_and_a_day_of_publication_by_none() -> None:
    (draft,) = draft_all([ORDER])
    given = {each.field: each.quotes[0] for each in quote_fields(draft, [ORDER])}
    assert [ORDER.line.sentence[mark.start : mark.end] for mark in given["names"].marks] == ["Oman"]
    assert [ORDER.line.sentence[mark.start : mark.end] for mark in given["sites"].marks] == ["Taiz"]
    assert (given["since"].marks, given["since"].line.published) == ((), "2031-05-02")


def test_his_army_is_that_of_the_state_for_which_he_speaks() -> None:
    sultan = Side("the Sultan", "actor:sultan", keys=frozenset({"actor:sultan", "state:OMN"}))
    sentence = "The Sultan on Friday ordered his army to begin pulling out of Taiz."
    event = {"type": "RETREAT", "mode": "withdraw", "status": "planned", "actors": (Side("his army"),)}
    assert only(said("2031-05-02", sentence, ("Taiz", None), voice=sultan, **event)).key == "posture-omn-2031-05-02"
    assert draft_all([said("2031-05-02", sentence, ("Taiz", None), **event)]) == ()
