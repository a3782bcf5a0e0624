"""What the decoder promises: numbers of windows become claims and events of one text."""

from dataclasses import replace

import pytest

from histor.records.events import EventType
from histor.records.measures import Span, Spans
from histor.steps.mark.decode.claims import STANCES
from histor.steps.mark.decode.events import STATUSES, TYPES, WHATS
from histor.steps.mark.decode.kinds import KINDS
from histor.steps.mark.decode.numbers import CueNumbers, Shares, TriggerNumbers, Window
from histor.steps.mark.decode.text import decode

TEXT = "Radio Orsk said that the mayor denied that rebels shelled the bridge on Monday , killing 12 guards ."
WORDS: Spans = tuple(
    Span(start, start + len(word))
    for start, word in zip(
        [sum(len(word) + 1 for word in TEXT.split()[:number]) for number in range(len(TEXT.split()))],
        TEXT.split(),
        strict=True,
    )
)

WHOLE = Span(0, len(WORDS))


def one(labels: int, chosen: int, share: float = 0.9) -> Shares:
    rest = (1 - share) / (labels - 1)
    return tuple(share if number == chosen else rest for number in range(labels))


def cue(word: str, stance: str, source: Spans, content: Spans, share: float = 0.9) -> CueNumbers:
    at = TEXT.split().index(word)
    return CueNumbers(Span(at, at + 1), share, one(len(STANCES), STANCES.index(stance)), source, content)


def trigger(word: str, mode: str | None = "heavy-weapons", share: float = 0.9) -> TriggerNumbers:
    return TriggerNumbers(
        word=TEXT.split().index(word),
        types=(1 - share, *(share * part for part in one(len(TYPES), TYPES.index("ASSAULT")))),
        kinds=one(len(KINDS), KINDS.index(("ASSAULT", mode))),
        statuses=one(len(STATUSES), STATUSES.index("denied")),
        violation=0.1,
        actors=(Span(8, 9),),
        recipients=(Span(16, 18),),
        place=(Span(10, 12),),
        when=(Span(13, 14),),
        counts=(Span(16, 17),),
        whats=(one(len(WHATS), WHATS.index("killed")),),
    )


SAID = cue("said", "asserts", (Span(0, 2),), (Span(4, 18),))
DENIED = cue("denied", "denies", (Span(4, 6),), (Span(8, 18),))


def window(*numbers: CueNumbers | TriggerNumbers, own: Span = WHOLE) -> Window:
    cues = tuple(item for item in numbers if isinstance(item, CueNumbers))
    triggers = tuple(item for item in numbers if isinstance(item, TriggerNumbers))
    return Window(WORDS, own, cues, triggers)


def test_a_denial_inside_a_broadcast_is_its_child() -> None:
    outer, inner = decode([window(DENIED, SAID)]).claims
    assert (outer.stance, outer.parent) == ("asserts", None)
    assert (inner.stance, inner.parent) == ("denies", 0)


def test_a_cue_is_not_told_again_by_the_verb_beside_it() -> None:
    verb = cue("said", "asserts", (), (Span(4, 18),), 0.8)
    noun = cue("that", "asserts", (Span(0, 2),), (Span(4, 18),), 0.7)
    (claim,) = decode([window(verb, noun)]).claims
    assert TEXT[slice(*claim.cue[0])] == "that"


def test_the_adjective_of_a_claim_is_no_claim_of_its_own() -> None:
    adjective = cue("said", "doubts", (), (Span(3, 18),))
    noun = cue("that", "asserts", (), (Span(4, 18),))
    (claim,) = decode([window(adjective, noun)]).claims
    assert (TEXT[slice(*claim.cue[0])], claim.parent) == ("that", None)


def test_whoever_is_cited_stands_in_the_report_that_cites() -> None:
    cited = cue("denied", "asserts", (Span(4, 6),), (Span(8, 18),))
    citing = cue("said", "asserts", (Span(0, 2),), (Span(8, 18),))
    assert [claim.parent for claim in decode([window(cited, citing)]).claims] == [None, 0]


def test_an_answer_to_an_accusation_stands_beside_it() -> None:
    accused = cue("said", "accuses", (Span(0, 2),), (Span(8, 18),))
    answered = cue("denied", "denies", (Span(4, 6),), (Span(10, 12),))
    assert [claim.parent for claim in decode([window(accused, answered)]).claims] == [None, None]


def test_claims_point_at_their_words() -> None:
    (claim,) = decode([window(DENIED)]).claims
    assert [TEXT[start:end] for start, end in (*claim.source, *claim.cue)] == ["the mayor", "denied"]
    assert TEXT[slice(*claim.content[0])] == "rebels shelled the bridge on Monday , killing 12 guards"


def test_an_event_hangs_on_the_innermost_claim_around_its_trigger() -> None:
    tags = decode([window(SAID, DENIED, trigger("shelled"))])
    assert [event.claim for event in tags.events] == [1]


def test_an_event_that_two_report_hangs_on_the_one_who_is_cited() -> None:
    cited = cue("denied", "asserts", (Span(4, 6),), (Span(8, 18),))
    citing = cue("said", "asserts", (Span(0, 2),), (Span(8, 18),))
    assert [event.claim for event in decode([window(cited, citing, trigger("shelled"))]).events] == [1]


def test_an_event_outside_every_content_is_the_reports_own() -> None:
    assert decode([window(trigger("shelled"))]).events[0].claim is None


def test_an_event_carries_its_parts() -> None:
    (event,) = decode([window(trigger("shelled"))]).events
    assert (event.type, event.mode, event.status, event.violation) == ("ASSAULT", "heavy-weapons", "denied", False)
    assert [TEXT[slice(*spans[0])] for spans in (*event.actors, *event.recipients)] == ["rebels", "12 guards"]
    assert event.place is not None
    assert event.when is not None
    assert (TEXT[slice(*event.place)], TEXT[slice(*event.when)]) == ("the bridge", "Monday")
    assert [(count.what, TEXT[slice(*count.span)]) for count in event.counts] == [("killed", "12")]


@pytest.mark.parametrize(("kind", "expected"), [("ASSAULT", "the bridge"), ("AGREE", None)])
def test_an_attack_has_a_place_that_is_nearly_as_likely_as_none(kind: EventType, expected: str | None) -> None:
    kinds = one(len(TYPES), TYPES.index(kind), 0.8)
    unsure = replace(trigger("shelled", None), types=(0.1, *(0.9 * share for share in kinds)), place=())
    (event,) = decode([window(replace(unsure, nearly_place=(Span(10, 12),)))]).events
    assert (event.place and TEXT[slice(*event.place)]) == expected


def test_what_somebody_says_may_have_happened_where_the_report_itself_would_not_assert_it() -> None:
    unsure = replace(trigger("shelled"), statuses=one(len(STATUSES), STATUSES.index("occurred"), 0.6))
    said, own = (decode([window(*cues, unsure)]).events[0].status for cues in ((SAID,), ()))
    assert said == "occurred"
    assert own not in {"occurred", "ongoing"}


def test_the_mode_is_one_that_the_type_has() -> None:
    numbers = trigger("shelled")
    elsewhere = one(len(KINDS), KINDS.index(("PROTEST", "riot")))
    shifted = TriggerNumbers(
        **{name: getattr(numbers, name) for name in numbers.__slots__ if name != "kinds"}, kinds=elsewhere
    )
    assert decode([window(shifted)]).events[0].mode in {None, *(mode for kind, mode in KINDS if kind == "ASSAULT")}


@pytest.mark.parametrize(("share", "expected"), [(0.25, 0), (0.6, 1)])
def test_what_is_unlikelier_than_the_line_is_left_out(share: float, expected: int) -> None:
    tags = decode([window(cue("said", "asserts", (), (Span(4, 18),), share), trigger("shelled", share=share))])
    assert (len(tags.claims), len(tags.events)) == (expected, expected)


def test_two_windows_over_the_same_words_give_each_mark_once() -> None:
    left = window(SAID, DENIED, trigger("shelled"), own=Span(0, 5))
    right = window(SAID, DENIED, trigger("shelled"), own=Span(5, len(WORDS)))
    tags = decode([left, right])
    assert (len(tags.claims), len(tags.events)) == (2, 1)


def test_no_windows_give_no_tags() -> None:
    tags = decode([])
    assert (tags.claims, tags.events) == ((), ())
