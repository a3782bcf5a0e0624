"""A brief says no more than its words, keeps what is contested, and refuses what a person adds to it."""

import dataclasses

import pypdfium2
import pytest

from histor.errors import UsageError
from histor.records.measures import When
from histor.records.question import Question
from histor.run.brief import brief_of, check_markdown
from histor.run.brief_html import html_of
from histor.run.brief_pdf import pdf_of
from histor.steps.brief.markdown import written_markdown
from histor.store.ledger import open_to_write
from run.market import DENIAL, FIRST, OTHER_DAY, SECOND, keep, story

NOW = "2026-05-09T10:00:00+00:00"


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "told.db") as opened:
        denial = story(DENIAL, outlet="Herald")
        keep(opened, story(FIRST), story(SECOND, outlet="Daily"), denial, on="2026-05-01")
        yield opened


def made(ledger, **asked):
    return brief_of(ledger, Question(**asked), asked="the market", as_of=NOW)


def of_gazette(brief):
    """The mark of the footnote that has the Gazette's words."""
    return next(f"[^{each.number}]" for each in brief.citations if each.source.outlet == "Gazette")


def sentences(brief):
    return [line.text for section in brief.sections for line in section.lines if not line.heading]


def test_every_sentence_cites_and_says_whose_word_it_is(ledger):
    brief = made(ledger)
    assert all(line.cites for section in brief.sections for line in section.lines)
    assert f"Gazette reported: “{FIRST}” (Gazette, 8 March 2016)." in sentences(brief)
    assert "Colonel Aziz denied that jets had bombed the diesel market at Palmyra (Herald, 8 March 2016)." in sentences(
        brief
    )


def test_what_the_origins_do_not_agree_on_stays_and_has_both_words(ledger):
    text = " ".join(sentences(made(ledger)))
    assert "They do not agree on whether it happened" in text
    assert "“killing 12”" in text
    assert "“killing 15”" in text


def test_citations_are_numbered_as_they_are_cited(ledger):
    brief = made(ledger)
    order = dict.fromkeys(cite for section in brief.sections for line in section.lines for cite in line.cites)
    assert [each.id for each in brief.citations] == list(order)
    assert [each.number for each in brief.citations] == list(range(1, len(order) + 1))


def test_a_question_narrows_the_brief(ledger):
    keep(ledger, story(OTHER_DAY, outlet="Record", day="2016-03-08"), on="2026-05-02")
    assert any("Tuesday" in each for each in sentences(made(ledger)))
    assert not any("Tuesday" in each for each in sentences(made(ledger, until="2016-03-07")))
    assert made(ledger, since="2017-01-01").sections == ()


def test_an_unread_denial_is_never_told_as_done(ledger):
    strike = story("Nobody bombed anything: jets that bombed Palmyra on Monday were a rumour.", outlet="Star")
    event = dataclasses.replace(strike.events[0], status="denied", id="e-0123456789abcdef", when=When(None))
    keep(ledger, dataclasses.replace(strike, events=(event,)), on="2026-05-03")
    brief = made(ledger)
    cited = {each.id: each for each in brief.citations}
    lines = [line for section in brief.sections for line in section.lines if event.id in line.cites]
    assert cited[event.id].standing == "denied"
    assert any("rumour" in line.text for line in lines)


def test_markdown_is_read_back_as_the_same_brief_and_nothing_in_it_is_refused(ledger):
    brief = made(ledger)
    checked = check_markdown(ledger, written_markdown(brief), asked="the market", as_of=NOW)
    assert checked.refused == ()
    assert sentences(checked.brief) == sentences(brief)
    assert {each.id for each in checked.brief.citations} == {each.id for each in brief.citations}


@pytest.mark.parametrize(
    ("added", "fault"),
    [
        ("Gazette reported that 24 traders died. [^1]", "number"),
        ("Gazette reported that Michel Aoun came. [^1]", "name"),
        ("Gazette reported it on 16 March. [^1]", "day"),
        ("Gazette reported: “the market burnt down”. [^1]", "quotation"),
        ("The market was rebuilt since.", "uncited"),
        ("The market was rebuilt since. [^99]", "unknown-citation"),
    ],
)
def test_what_a_person_adds_is_refused_unless_its_words_have_it(ledger, added, fault):
    brief = made(ledger)
    added = added.replace("[^1]", of_gazette(brief))
    text = written_markdown(brief).replace("## Notes", f"- {added}\n\n## Notes")
    checked = check_markdown(ledger, text, as_of=NOW)
    assert [(line.text, {each.fault for each in refusals}) for line, refusals in checked.refused] == [
        (added.split(" [^")[0], {fault, "uncited"} if fault == "unknown-citation" else {fault})
    ]


def test_a_note_that_a_person_rewrote_lends_no_words(ledger):
    brief = made(ledger)
    text, mark = written_markdown(brief), of_gazette(brief)
    note = next(line for line in text.splitlines() if line.startswith(f"{mark}: "))
    forged = text.replace(note, note.replace("Jets bombed", "24 jets of Michel Aoun bombed"))
    forged = forged.replace("## Notes", f"- Gazette reported 24 jets of Michel Aoun. {mark}\n\n## Notes")
    ((_, refusals),) = check_markdown(ledger, forged, as_of=NOW).refused
    assert {each.fault for each in refusals} == {"number", "name"}


def test_a_heading_that_a_person_wrote_is_checked_too(ledger):
    text = written_markdown(made(ledger)).replace("# Brief", "# What Aoun did", 1)
    ((line, refusals),) = check_markdown(ledger, text, as_of=NOW).refused
    assert (line.text, refusals[0].words) == ("What Aoun did", "Aoun")


def test_html_holds_no_script_even_if_a_report_does(ledger):
    hostile = story("Jets bombed <script>alert(1)</script> the market at Palmyra on Monday.", outlet="<b>Star</b>")
    keep(ledger, hostile, on="2026-05-04")
    page = html_of(made(ledger))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http://" not in page


def test_pdf_has_the_sentences_and_the_same_bytes_each_time(ledger):
    brief = made(ledger)
    written = pdf_of(brief)
    document = pypdfium2.PdfDocument(written)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    assert "Colonel Aziz denied that jets had bombed" in text
    assert written == pdf_of(brief)


def test_a_sign_that_the_font_lacks_is_named_and_not_lost(ledger):
    keep(ledger, story("Jets bombed the market at Palmyra, تدمر, on Monday.", outlet="Star"), on="2026-05-04")
    with pytest.raises(UsageError, match="no sign for"):
        pdf_of(made(ledger))
    with pytest.raises(UsageError, match="cannot be read"):
        pdf_of(made(ledger), font="/nowhere/font.ttf")


def test_the_heading_of_what_sums_up_many_says_so_and_is_read_back(tmp_path):
    habit = "Jets have often bombed Palmyra since Monday, as the war goes on, a farmer told us."
    with open_to_write(tmp_path / "habit.db") as ledger:
        keep(ledger, story(habit, when=None), on="2026-05-02")
        brief = made(ledger)
        (heading,) = [line for section in brief.sections for line in section.lines if line.heading]
        assert heading.note.endswith("; sums up many")
        assert check_markdown(ledger, written_markdown(brief), as_of=NOW).refused == ()
