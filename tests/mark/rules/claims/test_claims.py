"""Each test holds the sentence that shows the rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.steps.mark.rules.claims import tag_claims
from mark.rules.claims.reading import Said, claims_in, report_of

ONE_CLAIM = [
    ("Borania denied striking the convoy.", Said("Borania", "denied", "striking the convoy", "denies", None)),
    (
        "The ministry said that its jets had struck the depot.",
        Said("The ministry", "said", "its jets had struck the depot", "asserts", None),
    ),
    (
        "The general threatened to shell the port.",
        Said("The general", "threatened", "to shell the port", "threatens", None),
    ),
    (
        "The president ordered his troops to withdraw.",
        Said("The president", "ordered", "his troops to withdraw", "orders", None),
    ),
    (
        "Two shells fell on the market, residents said.",
        Said("residents", "said", "Two shells fell on the market", "asserts", None),
    ),
    (
        "According to the monitor, nine people were killed.",
        Said("the monitor", "According to", "nine people were killed", "asserts", None),
    ),
    (
        "The truce has collapsed, according to two officers.",
        Said("two officers", "according to", "The truce has collapsed", "asserts", None),
    ),
    (
        "The rebels accused the army of shelling the village.",
        Said("The rebels", "accused", "the army of shelling the village", "accuses", None),
    ),
    (
        "The envoy called for an immediate ceasefire.",
        Said("The envoy", "called for", "an immediate ceasefire", "demands", None),
    ),
    (
        "“We struck nobody,” said Col. Jan Ruk, an army spokesman.",
        Said("Col. Jan Ruk, an army spokesman", "said", "“We struck nobody,”", "asserts", None),
    ),
    (
        "Seven people were killed in shelling of a village in the north a monitoring group said.",
        Said(
            "a monitoring group",
            "said",
            "Seven people were killed in shelling of a village in the north",
            "asserts",
            None,
        ),
    ),
    (
        "The brigade is accused of burning two houses.",
        Said("", "accused", "The brigade … of burning two houses", "accuses", None),
    ),
    (
        "Four gunmen reportedly fled the town.",
        Said("", "reportedly", "Four gunmen … fled the town", "asserts", None),
    ),
    (
        "Anna Brod, who leads the council, said the road is open.",
        Said("Anna Brod", "said", "the road is open", "asserts", None),
    ),
    (
        "Ahmed Nur, the head of the clinic, told the agency that nine patients died.",
        Said("Ahmed Nur, the head of the clinic", "told", "nine patients died", "asserts", None),
    ),
    (
        "The prime minister promised to pull the guns back.",
        Said("The prime minister", "promised", "to pull the guns back", "plans", None),
    ),
]


@pytest.mark.parametrize(("text", "said"), ONE_CLAIM, ids=[text[:40] for text, _ in ONE_CLAIM])
def test_one_sentence_gives_one_claim(text: str, said: Said) -> None:
    assert claims_in(text) == [said]


def test_a_report_of_a_report_is_nested() -> None:
    outer, inner = claims_in("The agency reported that the ministry denied striking the bridge.")
    assert outer.source == "The agency"
    assert (inner.source, inner.stance, inner.parent) == ("the ministry", "denies", 0)


def test_somebody_else_who_speaks_after_and_is_not_nested() -> None:
    first, second = claims_in("The army says that the hill is taken, but the rebels say that they hold it.")
    assert first.content == "the hill is taken"
    assert (second.source, second.parent) == ("the rebels", None)


def test_a_second_cue_shares_the_subject() -> None:
    accuses, says = claims_in("Borania accuses its neighbour of the raid, and says that it will answer.")
    assert accuses.content == "its neighbour of the raid"
    assert (says.source, says.stance) == ("Borania", "plans")


def test_a_quotation_runs_on_to_its_closing_mark() -> None:
    text = 'The mayor said: "The bridge is gone. Nobody can cross. We need boats." Rain fell.'
    (claim,) = claims_in(text)
    assert claim.content == '"The bridge is gone. Nobody can cross. We need boats."'


def test_a_sentence_of_quotation_alone_belongs_to_the_speaker_before() -> None:
    text = 'The road is mined, the officer said. "Nobody should use it."'
    (claim,) = claims_in(text)
    assert claim.content == 'The road is mined … "Nobody should use it."'


def test_an_order_to_somebody_named_keeps_both() -> None:
    (claim,) = claims_in("The commander told the brigade to leave the village.")
    assert (claim.stance, claim.content) == ("orders", "to leave the village")


@pytest.mark.parametrize(
    "text",
    [
        "The report is long.",
        "The blast claimed nine lives.",
        "A ceasefire declared by the council took effect.",
        "They met for talks in the capital.",
        "Peace plans were on the table.",
    ],
)
def test_words_that_only_look_like_cues_make_no_claim(text: str) -> None:
    assert claims_in(text) == []


def test_furniture_is_not_read() -> None:
    report = report_of("The army said that it left.")
    (block,) = report.blocks
    hidden = type(block)(block.start, block.end, "furniture")
    from dataclasses import replace

    assert tag_claims(replace(report, blocks=(hidden,))) == ()


WORDS = st.sampled_from(
    'the army said that rebels denied striking , " . and according to residents accused of shelling told reporters '
    "Borania will withdraw reportedly — : ( ) who on Monday ordered".split()
)


@given(st.lists(WORDS, min_size=1, max_size=40))
def test_every_span_lies_in_the_text_and_parents_are_other_claims(words: list[str]) -> None:
    text = " ".join(words)
    tags = tag_claims(report_of(text))
    for number, tag in enumerate(tags):
        for span in (*tag.source, *tag.cue, *tag.content):
            assert 0 <= span.start < span.end <= len(text)
        assert tag.parent is None or (tag.parent != number and 0 <= tag.parent < len(tags))
        assert tag.content


MORE = [
    ("An attack claimed by the brigade killed nine guards.", ("the brigade", "claimed", "An attack")),
    ("It was agreed to carry out the withdrawal.", ("", "agreed", "to carry out the withdrawal")),
    ("Boran police report a clash in the port.", ("Boran police", "report", "a clash in the port")),
    (
        "The town fell to the army, but the rebels later claim to have retaken it.",
        ("the rebels", "claim", "to have retaken it"),
    ),
    (
        "However, according to locals, the blast was an airstrike.",
        ("locals", "according to", "the blast was an airstrike"),
    ),
    (
        "According to the Boran news agency the strikes hit a school.",
        ("the Boran news agency", "According to", "the strikes hit a school"),
    ),
    (
        "Two jets struck a bridge said the Northern Observatory.",
        ("the Northern Observatory", "said", "Two jets struck a bridge"),
    ),
    (
        "The minister said on Monday in the capital that the guns are silent.",
        ("The minister", "said", "the guns are silent"),
    ),
    ("The ministry has not confirmed the strike.", ("The ministry", "has not confirmed", "the strike")),
    ("The army did not say how many died.", None),
    ("The envoy came to inform the president that talks had failed.", None),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[text[:40] for text, _ in MORE])
def test_less_plain_attributions(text: str, expected: tuple[str, str, str] | None) -> None:
    found = [(said.source, said.cue, said.content) for said in claims_in(text)]
    assert found == ([expected] if expected else [])


def test_a_message_is_given_the_quotation_below_it() -> None:
    text = "The message reads, in part:\n“Our nations are friends.\nMay peace return soon.”"
    (claim,) = claims_in(text)
    assert (claim.source, claim.content) == ("The message", "“Our nations are friends. … May peace return soon.”")


def test_a_sentence_that_sums_up_what_follows_the_colon_goes_on_with_the_claim() -> None:
    text = "The jets have turned north, the ministry said earlier today. They have not flown with others:"
    (claim,) = claims_in(text)
    assert claim.content == "The jets have turned north … They have not flown with others"


def test_a_day_after_the_cue_is_nobody() -> None:
    (claim,) = claims_in("The raids have moved north since the truce began, an army spokesman said Monday.")
    assert claim.source == "an army spokesman"
