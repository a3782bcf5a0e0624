from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from cli.sample import COPY, DENIAL, MINISTRY, PLAN, RECORD, TEXT
from histor.records.measures import Span
from histor.records.text import Block
from histor.web.cutting import Mark, cut
from histor.web.reading import blocks_of, own_events, told_in


def tokens(record):
    return [token for shown in blocks_of(record, told_in(record)) for token in shown.tokens]


def test_claims_come_in_the_order_of_their_words_outer_before_inner():
    told = told_in(RECORD)
    assert [one.claim.id for one in told] == [MINISTRY.id, DENIAL.id, COPY.id, PLAN.id]
    assert [one.depth for one in told] == [0, 0, 0, 1]
    assert [one.number for one in told] == [1, 2, 3, 4]
    assert told[3].chain == ("The Gazette", "Northern Wire", "Ministry spokesman")


def test_a_voice_without_a_name_is_told_by_its_words():
    assert told_in(RECORD)[1].speaker == "A rebel commander"


def test_no_word_of_the_text_is_lost():
    shown = "".join(token.text for token in tokens(RECORD))
    assert shown == TEXT.replace("\n\n", "")


def test_what_is_opened_is_closed():
    kinds = [token.kind for token in tokens(RECORD)]
    assert kinds.count("open") == kinds.count("close") > 0


def test_words_within_words_open_within_them():
    inner = replace(DENIAL, parent=MINISTRY.id, content=(Span(MINISTRY.content[0].start + 5, MINISTRY.content[0].end),))
    record = replace(RECORD, claims=(MINISTRY, inner))
    opened = [token.told.claim.id for token in tokens(record) if token.kind == "open"]
    assert opened == [MINISTRY.id, DENIAL.id]


def test_contents_that_cross_are_both_shown_whole():
    start = MINISTRY.content[0].start
    crossing = replace(DENIAL, content=(Span(start - 10, start + 10),))
    record = replace(RECORD, claims=(MINISTRY, crossing))
    assert "".join(token.text for token in tokens(record)) == TEXT.replace("\n\n", "")
    firsts = [token.told.claim.id for token in tokens(record) if token.first]
    assert sorted(firsts) == sorted([MINISTRY.id, DENIAL.id])


def test_a_block_of_copy_names_whose_words_it_is_and_is_not_underlined():
    (copied,) = (shown for shown in blocks_of(RECORD, told_in(RECORD)) if shown.voice)
    assert copied.voice == "Northern Wire"
    assert [token.told.claim.id for token in copied.tokens if token.kind == "open"] == [PLAN.id]


def test_words_in_no_block_are_shown_as_a_paragraph():
    record = replace(RECORD, report=replace(RECORD.report, blocks=(Block(0, 10, "title"),)), claims=(), events=())
    shown = list(blocks_of(record, ()))
    assert [each.block.kind for each in shown] == ["title", "paragraph"]
    assert "".join(token.text for token in tokens(record)) == TEXT


def test_events_without_a_claim_are_the_reports_own():
    assert own_events(RECORD) == ()
    own = replace(RECORD, events=(replace(RECORD.events[0], claim=None),))
    assert len(own_events(own)) == 1


@settings(deadline=None)
@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_a_cut_text_is_the_text(text, ends):
    marks = [Mark(Span(*sorted(pair)), number) for number, pair in enumerate(ends)]
    pieces = list(cut(text, Span(0, len(text)), marks))
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        inside = [mark.what for mark in marks if mark.span.start <= piece.start < mark.span.end]
        assert list(piece.marks) == inside
